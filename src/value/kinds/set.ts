import { monthAt, WEEKDAYS, weekdayAt } from '../date-words.ts'
import type { Reading } from '../reading.ts'
import { durationOf, TIME_UNITS, timeUnitAt } from '../time-units.ts'
import { type Candidate, valueKind } from '../value-kind.ts'

const ADVERBS: Readonly<Record<string, string>> = {
  daily: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  yearly: 'P1Y',
  annually: 'P1Y',
  hourly: 'PT1H',
  quarterly: 'P3M',
  fortnightly: 'P2W',
  nightly: 'P1D',
}

export default valueKind({
  name: 'set',
  about:
    'Times that come again and again: daily, every Tuesday, every four years; steps are told as durations, days as dates of no year.',
  onNumeral: false,
  starts: () => [
    'every',
    'each',
    ...Object.keys(ADVERBS),
    ...[...WEEKDAYS.keys()].filter((word) => word.endsWith('days')),
  ],

  read(reading, i): Candidate | undefined {
    const { lexemes } = reading
    const word = lexemes.lower(i)
    const set = (to: number, iso: string): Candidate => ({ type: typeOf(iso), from: i, to, fields: { iso } })
    const adverb = ADVERBS[word]
    if (adverb !== undefined)
      return reading.tag(i).startsWith('RB') && !lexemes.is(i + 1, '-') ? set(i + 1, adverb) : undefined
    if (word !== 'every' && word !== 'each') {
      const named = weekdayAt(lexemes, i)
      return named?.plural ? set(i + 1, `XXXX-WXX-${named.weekday}`) : undefined
    }
    const other = lexemes.is(i + 1, 'other') || lexemes.is(i + 1, 'second')
    const at = other ? i + 2 : i + 1
    const named = weekdayAt(lexemes, at)
    if (named) return set(named.to, `XXXX-WXX-${named.weekday}`)
    const month = monthAt(lexemes, at)
    if (month) return set(month.to, `XXXX-${String(month.month).padStart(2, '0')}`)
    const unit = TIME_UNITS.get(lexemes.lower(at))
    if (unit && unit.name !== 'second' && at < lexemes.limit[i]!)
      return set(at + 1, `P${unit.clock ? 'T' : ''}${unit.factor * (other ? 2 : 1)}${unit.letter}`)
    return counted(reading, i)
  },

  examples: [
    ['It runs every day.', { type: 'duration', text: 'every day', iso: 'P1D' }],
    ['They meet every Tuesday.', { type: 'date', text: 'every Tuesday', iso: 'XXXX-WXX-2' }],
    ['They vote every four years.', { type: 'duration', text: 'every four years', iso: 'P4Y' }],
    ['They meet on Mondays.', { type: 'date', text: 'Mondays', iso: 'XXXX-WXX-1' }],
    ['They meet every other week.', { type: 'duration', text: 'every other week', iso: 'P2W' }],
  ],
  not: ['Every man left.', 'Each of them left.', 'the daily paper'],
})

/** What recurs is told as annotators of news tell it: steps of time by the step, days of the week as dates without a year. */
const typeOf = (iso: string): 'duration' | 'date' => (iso.startsWith('P') ? 'duration' : 'date')

/** `every four years`. */
function counted(reading: Reading, i: number): Candidate | undefined {
  const amount = reading.amount(i + 1)
  const unit = amount && timeUnitAt(reading, amount.to)
  return amount && unit
    ? { type: 'duration', from: i, to: unit.to, fields: { iso: durationOf(amount, unit.unit) } }
    : undefined
}
