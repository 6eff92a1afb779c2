import { type Period, seasonOf } from '../calendar.ts'
import { yearTailAt } from '../date-parts.ts'
import { SEASONS } from '../date-words.ts'
import type { Reading } from '../reading.ts'
import { type Candidate, valueKind } from '../value-kind.ts'

export default valueKind({
  name: 'season',
  about: 'Spring, summer, autumn, winter, with a year or the nearest one.',
  onNumeral: false,
  starts: () => SEASONS.keys(),
  read: season,

  examples: [
    ['They opened in summer 2019.', { text: 'summer 2019', iso: '2019-22' }],
    ['It snowed in the winter of 1994.', { text: 'winter of 1994', iso: '1994-24' }],
    ['Prices rose in the spring.', { text: 'spring', iso: '2022-21' }],
  ],
  not: ['They fall.', 'Prices fell badly.', 'The spring collection is here.'],
})

const date = (from: number, to: number, period: Period | { grain: string }): Candidate => ({
  type: 'date',
  from,
  to,
  fields: period,
})

/** The month in which a season begins; winter in the January of its year. */
const firstMonthOf = (season: number): number => (season === 24 ? 1 : (season - 20) * 3)

/** `summer 2019`, `the spring of 1998`, `in the winter`. */
function season(reading: Reading, i: number): Candidate | undefined {
  const number = SEASONS.get(reading.lexemes.lower(i))!
  const { lexemes, anchor } = reading
  if (!reading.tag(i).startsWith('NN') || lexemes.is(i + 1, 'in')) return undefined
  const tail = yearTailAt(reading, i + 1)
  if (tail) return date(i, tail.to, seasonOf(tail.year, number))
  //  in the winter
  //         ^^^^^^
  const the = lexemes.is(i - 1, 'the') || (lexemes.is(i - 1, 'recent') && lexemes.is(i - 2, 'the'))
  if (!the || reading.tag(i + 1).startsWith('NN') || lexemes.is(i + 1, 'of')) return undefined
  const period =
    anchor &&
    seasonOf(
      anchor.year - (firstMonthOf(number) > (anchor.month ?? 12) && reading.direction(i) !== 'future' ? 1 : 0),
      number,
    )
  return date(i, i + 1, period ?? { grain: 'season' })
}
