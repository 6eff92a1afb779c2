import { dayFirstAt, monthFirstAt, numericAt, weekdayDateAt } from '../date-parts.ts'
import { MONTHS, monthAt, WEEKDAYS, weekdayAt } from '../date-words.ts'
import type { Reading } from '../reading.ts'
import { type Candidate, candidate, valueKind } from '../value-kind.ts'

/** Words before a month that show it is no name: *in May*, *last April*. */
const BEFORE_MONTH = new Set(
  'in since until till by from to of and or between through during for last next this early late mid before after around about each every starting beginning ending end on ( , -'.split(
    ' ',
  ),
)

export default valueKind({
  name: 'date',
  about: 'A day or month of the calendar, with its year or without.',
  onNumeral: true,
  starts: () => [...MONTHS.keys(), ...WEEKDAYS.keys()],

  read(reading, i): Candidate | undefined {
    const { lexemes } = reading
    const at = (): ReturnType<typeof numericAt> => {
      if (lexemes.isNumber(i)) return numericAt(reading, i) ?? dayFirstAt(reading, i)
      if (weekdayAt(lexemes, i)) return weekdayDateAt(reading, i)
      return monthFirstAt(reading, i)
    }
    const found = at()
    if (!found) return undefined
    const { period, to, stated } = found
    if (to === i + 1 && !standsForMonth(reading, i)) return undefined
    return candidate('date', i, to, period, { stated })
  },

  examples: [
    ['They met on July 26, 2018.', { text: 'July 26, 2018', iso: '2018-07-26', grain: 'day' }],
    ['It closed on Thursday, August 23, 2018.', { text: 'Thursday, August 23, 2018', iso: '2018-08-23' }],
    ['The report of 26 July 2021 was short.', { text: '26 July 2021', iso: '2021-07-26' }],
    ['They married on the 5th of May.', { text: '5th of May', iso: '2022-05-05' }],
    ['It rained in June.', { text: 'June', iso: '2022-06', from: '2022-06-01', to: '2022-06-30' }],
    ['The fair opened in March 2019.', { text: 'March 2019', iso: '2019-03', grain: 'month' }],
    ['Prices fell in July last year.', { text: 'July last year', iso: '2021-07' }],
    ['The fair will open on September 6.', { text: 'September 6', iso: '2022-09-06' }],
    ['It ran from June 3-7.', { text: 'June 3-7', iso: '2022-06-03/2022-06-07' }],
    ['Signed 2021-03-04.', { text: '2021-03-04', iso: '2021-03-04' }],
    ['Signed 13/04/2021.', { text: '13/04/2021', iso: '2021-04-13' }],
  ],
  not: ['He may come.', 'The troops march on.', 'Theresa May spoke.', 'The score was 3-1.'],
})

/** A month alone is one where a preposition leads to it, or where no name stands around it. */
function standsForMonth(reading: Reading, i: number): boolean {
  const { lexemes } = reading
  const before = lexemes.lower(i - 1)
  if (before !== undefined && BEFORE_MONTH.has(before)) return true
  const tag = reading.tag(i)
  if (tag === 'MD' || tag === 'VB' || tag === 'VBP') return false
  if (reading.capital(i + 1) && lexemes.isWord(i + 1) && !monthAt(lexemes, i + 1)) return false
  const wordBefore = i > 0 && lexemes.isWord(i - 1) && lexemes.limit[i - 1] === lexemes.limit[i]
  //  the May riot
  if (tag === 'NNP' && /^(?:DT|JJ)/.test(reading.tag(i - 1))) return true
  return lexemes.lower(i) !== 'may' && !(wordBefore && reading.capital(i - 1) && !reading.opensSentence(i - 1))
}
