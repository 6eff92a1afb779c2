import { type StepUnit, stepFrom } from '../calendar.ts'
import type { Reading } from '../reading.ts'
import { TIME_UNITS, timeUnitAt } from '../time-units.ts'
import { type Candidate, valueKind } from '../value-kind.ts'

const STEP: Readonly<Record<string, { unit: StepUnit; factor: number }>> = {
  day: { unit: 'day', factor: 1 },
  night: { unit: 'day', factor: 1 },
  week: { unit: 'week', factor: 1 },
  fortnight: { unit: 'week', factor: 2 },
  month: { unit: 'month', factor: 1 },
  year: { unit: 'year', factor: 1 },
  decade: { unit: 'year', factor: 10 },
  century: { unit: 'year', factor: 100 },
}
const SIGNS: Readonly<Record<string, number>> = { ago: -1, earlier: -1, later: 1, hence: 1 }

export default valueKind({
  name: 'ago',
  about: 'A day, week, month or year so many back or ahead, as precise as its unit.',
  onNumeral: true,
  starts: () => ['a', 'an'],
  behindArticle: () => TIME_UNITS.keys(),

  read(reading, i): Candidate | undefined {
    const { lexemes } = reading
    const numeral = reading.numeral(i)
    const found = numeral ? timeUnitAt(reading, numeral.to) : single(reading, i)
    if (!found || found.to >= lexemes.limit[i]!) return undefined
    const sign = SIGNS[lexemes.lower(found.to)]
    if (sign === undefined) return undefined
    const to = found.to + 1
    const step = STEP[found.unit.name]
    const grain = step?.unit ?? found.unit.name
    const period =
      step &&
      reading.anchor &&
      stepFrom(reading.anchor, step.unit, sign * step.factor * Math.round(numeral?.number ?? 1))
    // Minutes and hours ago are today, as far as a date goes.
    const hours =
      !step && reading.anchor && (numeral?.number ?? 1) <= 6 ? stepFrom(reading.anchor, 'day', 0) : undefined
    const told = period ?? hours
    const fields = { iso: told?.iso, from: told?.from, to: told?.to, grain: hours && !period ? 'day' : grain }
    return { type: 'date', from: i, to, fields }
  },

  examples: [
    ['He left two years ago.', { text: 'two years ago', iso: '2020', grain: 'year' }],
    ['He left 10 days ago.', { text: '10 days ago', iso: '2022-07-10', grain: 'day' }],
    ['He left a month ago.', { text: 'a month ago', iso: '2022-06', grain: 'month' }],
    ['Sales were 3 percent up from a year earlier.', { text: 'a year earlier', iso: '2021' }],
    ['It was found more than three weeks ago.', { text: 'more than three weeks ago', iso: '2022-W26', bound: 'above' }],
  ],
  not: ['That was long ago.', 'Two years passed.'],
})

function single(reading: Reading, i: number) {
  const unit = TIME_UNITS.get(reading.lexemes.lower(i + 1))
  return unit && { unit, to: i + 2 }
}
