import { dayAt } from '../calendar.ts'
import { dayPartEnd, WEEKDAYS, weekdayAt } from '../date-words.ts'
import { inWeekOf, onOrAfter, onOrBefore } from '../days.ts'
import type { Reading } from '../reading.ts'
import { impliedWeekday } from '../resolve.ts'
import { type Candidate, candidate, type Fields, valueKind } from '../value-kind.ts'

const STEPS = new Set(['last', 'past', 'next', 'coming', 'this'])

export default valueKind({
  name: 'weekday',
  about: 'A weekday, resolved by the tense of its sentence or by last, this and next.',
  onNumeral: false,
  starts: () => [...WEEKDAYS.keys(), ...STEPS],

  read(reading, i): Candidate | undefined {
    const { lexemes, anchor } = reading
    const step = STEPS.has(lexemes.lower(i)) ? lexemes.lower(i) : ''
    const named = weekdayAt(lexemes, step === '' ? i : i + 1)
    if (!named || named.plural || isName(reading, i, named.to)) return undefined
    const { weekday, to } = named
    const short = named.to - i === 1 && lexemes.lower(i).length < 6
    if (short && !SHORT_BEFORE.has(lexemes.lower(i - 1))) return undefined
    const today = anchor?.day
    const read = (period: Fields, end: number, stated = false): Candidate =>
      candidate('date', i, end, period, {
        stated: stated ? { month: undefined, day: undefined, weekday } : undefined,
      })
    if (today === undefined) return read({ iso: `XXXX-WXX-${weekday}`, grain: 'day' }, to)
    if (step === 'last' || step === 'past') return read(dayAt(onOrBefore(today - 1, weekday)), to)
    if (step === 'next' || step === 'coming') return read(dayAt(onOrAfter(today + 1, weekday)), to)
    if (step === 'this')
      return read(dayAt(reading.direction(i) === 'past' ? onOrBefore(today, weekday) : onOrAfter(today, weekday)), to)
    //  on Monday last week
    //            ^^^^^^^^^
    if (lexemes.is(to + 1, 'week')) {
      const weeks = lexemes.is(to, 'last') ? -7 : lexemes.is(to, 'next') ? 7 : lexemes.is(to, 'this') ? 0 : undefined
      if (weeks !== undefined) return read(dayAt(inWeekOf(today + weeks, weekday)), to + 2)
    }
    return read(impliedWeekday(reading, i, weekday), dayPartEnd(lexemes, to), true)
  },

  examples: [
    ['They met on Monday.', { text: 'Monday', iso: '2022-07-18', grain: 'day' }],
    ['They will meet on Monday.', { text: 'Monday', iso: '2022-07-25' }],
    ['They met last Wednesday.', { text: 'last Wednesday', iso: '2022-07-13' }],
    ['They meet next Friday.', { text: 'next Friday', iso: '2022-07-22' }],
    ['They met on Tuesday last week.', { text: 'Tuesday last week', iso: '2022-07-12' }],
    ['Monday’s talks failed.', { text: 'Monday', iso: '2022-07-18' }],
  ],
  not: ['The Sun rose.', 'The Sunday Times reported it.', 'They met in monday.'],
})

const SHORT_BEFORE = new Set(['on', 'last', 'next', 'this', 'by', 'until', 'since', '(', 'from', 'every'])
const NAMES = new Set([
  'times',
  'telegraph',
  'mirror',
  'express',
  'mail',
  'herald',
  'post',
  'star',
  'island',
  'sun',
  'world',
  'book',
])

/** *Sunday Times*, *Man Friday*, *Black Friday*. */
function isName(reading: Reading, i: number, to: number): boolean {
  const { lexemes } = reading
  if (NAMES.has(lexemes.lower(to)) && reading.capital(to)) return true
  return (
    ['black', 'bloody', 'good', 'ash', 'cyber', 'super', 'easter', 'palm'].includes(lexemes.lower(i - 1)) &&
    reading.capital(i - 1)
  )
}
