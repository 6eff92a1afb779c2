import { centuryOf, halfOf, monthsOf, type Period, quarterOf, yearOf } from '../calendar.ts'
import { yearTailAt } from '../date-parts.ts'
import { ORDINALS, ordinalAt, yearAt } from '../date-words.ts'
import { impliedPeriod, periodAt } from '../periods.ts'
import type { Reading } from '../reading.ts'
import { type Candidate, valueKind } from '../value-kind.ts'

const EDGES = new Set(['end', 'beginning', 'start', 'middle', 'close', 'turn'])
const PARTS = new Set(['early', 'late', 'mid', 'end', 'mid-'])

export default valueKind({
  name: 'period',
  about: 'Quarters, halves, first months, fiscal years, centuries, and the edges of periods.',
  onNumeral: true,
  starts: () => [
    'the',
    'first',
    'second',
    'third',
    'fourth',
    'last',
    'final',
    'fiscal',
    'financial',
    'fy',
    'q',
    'h',
    ...EDGES,
    ...PARTS,
  ],
  behindArticle: () => [...EDGES, 'last', 'final', ...ORDINALS.keys()],

  read(reading, i): Candidate | undefined {
    const { lexemes } = reading
    const word = lexemes.lower(i)
    if (word === 'fy' || ((word === 'fiscal' || word === 'financial') && !lexemes.is(i + 1, 'quarter')))
      return fiscal(reading, i)
    if (word === 'q' || word === 'h') return shorthand(reading, i)
    const start = word === 'the' ? i + 1 : i
    if (EDGES.has(lexemes.lower(start)) && lexemes.is(start + 1, 'of')) return edge(reading, i, start)
    if (PARTS.has(word)) return part(reading, i)
    return nth(reading, i, start)
  },

  examples: [
    [
      'Sales rose in the first six months.',
      { text: 'the first six months', iso: '2022-01/2022-06', grain: 'half-year' },
    ],
    [
      'Profit fell in the second quarter of 2021.',
      { text: 'the second quarter of 2021', iso: '2021-04/2021-06', grain: 'quarter' },
    ],
    ['Profit fell in the fourth quarter.', { text: 'the fourth quarter', iso: '2021-10/2021-12' }],
    ['It grew in the first half of this year.', { text: 'the first half of this year', iso: '2022-01/2022-06' }],
    ['In Q2 2021 it grew.', { text: 'Q2 2021', iso: '2021-04/2021-06' }],
    ['A castle of the 12th century stands.', { text: 'the 12th century', iso: '11XX' }],
    ['In fiscal 2019 it lost money.', { text: 'fiscal 2019', iso: '2019', grain: 'fiscal-year' }],
    ['It must be done by the end of June.', { text: 'the end of June', iso: '2022-06-30', bound: 'at-most' }],
    ['They met in late 2012.', { text: 'late 2012', iso: '2012' }],
    ['It closed in mid-May.', { text: 'mid-May', iso: '2022-05' }],
  ],
  not: ['The first man left.', 'The end of the war came.', 'half of them left'],
})

const date = (from: number, to: number, period: Period | { grain: string }): Candidate => ({
  type: 'date',
  from,
  to,
  fields: period,
})

/** `the first quarter`, `the second half of 2021`, `the first six months`, `the 20th century`. */
function nth(reading: Reading, i: number, start: number): Candidate | undefined {
  const { lexemes } = reading
  const last = lexemes.is(start, 'last') || lexemes.is(start, 'final')
  const ordinal = last ? { number: -1, to: start + 1 } : ordinalAt(lexemes, start)
  if (!ordinal) return undefined
  let at = ordinal.to
  const dash = lexemes.is(at, '-') && lexemes.glued(at)
  if (dash) at++
  // "the third-quarter loss": the article belongs to the loss.
  const from = dash ? start : i
  if (lexemes.is(at, 'fiscal') || lexemes.is(at, 'calendar') || lexemes.is(at, 'financial')) at++
  const unit = lexemes.lower(at)
  if (at >= lexemes.limit[i]!) return undefined
  if (unit === 'century' && ordinal.number > 0 && ordinal.number < 30)
    return date(from, at + 1, centuryOf(ordinal.number))
  const tail = yearTailAt(reading, at + 1)
  const to = tail?.to ?? at + 1
  if (unit === 'quarter' && ordinal.number <= 4 && (ordinal.number > 0 || tail)) {
    const quarter = ordinal.number > 0 ? ordinal.number : 4
    const period = tail ? quarterOf(tail.year, quarter) : impliedPeriod(reading, i, (year) => quarterOf(year, quarter))
    return date(from, to, period ?? { grain: 'quarter' })
  }
  if ((unit === 'half' || unit === 'semester') && ordinal.number <= 2 && (ordinal.number > 0 || tail)) {
    if (
      !tail &&
      !['of', ',', '.', ')'].includes(lexemes.lower(at + 1) || '.') &&
      reading.tag(at + 1).startsWith('NN') &&
      !TALKS.has(lexemes.lower(at + 1))
    )
      return undefined
    if (!tail && (lexemes.is(at + 1, 'of') || !ofBusiness(reading, at))) return undefined
    const half = ordinal.number > 0 ? ordinal.number : 2
    const period = tail ? halfOf(tail.year, half) : impliedPeriod(reading, i, (year) => halfOf(year, half))
    return date(from, to, period ?? { grain: 'half-year' })
  }
  //  the first six months of 2018
  //            ^^^^^^^^^^
  const numeral = reading.numeral(at)
  if (
    numeral &&
    ordinal.number === 1 &&
    (lexemes.is(numeral.to, 'months') || lexemes.is(numeral.to, 'quarters')) &&
    numeral.number >= 2 &&
    numeral.number < 12
  ) {
    const months = numeral.number * (lexemes.is(numeral.to, 'quarters') ? 3 : 1)
    if (months >= 12 || !Number.isInteger(months)) return undefined
    const behind = yearTailAt(reading, numeral.to + 1)
    const grain = months === 6 ? 'half-year' : months === 3 ? 'quarter' : 'month'
    const make = (year: number) => monthsOf(year, 1, months, grain)
    if (!behind && lexemes.is(numeral.to + 1, 'of')) return undefined
    return date(
      i,
      behind?.to ?? numeral.to + 1,
      behind ? make(behind.year) : (impliedPeriod(reading, i, make) ?? { grain }),
    )
  }
  return undefined
}

const BUSINESS = new Set(
  '% percent million billion profit profits sales growth economy revenue earnings gdp exports imports inflation quarter year'.split(
    ' ',
  ),
)

/** A half of the year, not of a match: figures stand near. */
function ofBusiness({ lexemes }: Reading, at: number): boolean {
  for (let i = Math.max(0, at - 15); i < Math.min(lexemes.count, at + 15); i++)
    if (BUSINESS.has(lexemes.lower(i))) return true
  return false
}

const TALKS = new Set(['profit', 'profits', 'results', 'sales', 'revenue', 'earnings', 'loss', 'net', 'figures'])

/** `fiscal 2019`, `fiscal year 2018-19`, `FY2019`. The months depend on the company: the year is as named. */
function fiscal(reading: Reading, i: number): Candidate | undefined {
  const { lexemes } = reading
  const at = lexemes.is(i + 1, 'year') ? i + 2 : i + 1
  const year = yearAt(lexemes, at)
  if (year === undefined) {
    const short =
      lexemes.is(i, 'fy') && lexemes.glued(i + 1) && /^\d\d$/.test(lexemes.lower(i + 1))
        ? 2000 + Number(lexemes.lower(i + 1))
        : undefined
    return short === undefined ? undefined : date(i, i + 2, { ...yearOf(short), grain: 'fiscal-year' })
  }
  return date(i, at + 1, { ...yearOf(year), grain: 'fiscal-year' })
}

/** `Q2`, `Q3 2021`, `H1`. */
function shorthand(reading: Reading, i: number): Candidate | undefined {
  const { lexemes } = reading
  if (!lexemes.glued(i + 1) || !/^[1-4]$/.test(lexemes.lower(i + 1)) || !reading.capital(i)) return undefined
  if (lexemes.glued(i + 2) && lexemes.isWord(i + 2)) return undefined
  const n = Number(lexemes.lower(i + 1))
  const half = lexemes.is(i, 'h')
  if (half && n > 2) return undefined
  const make = (year: number) => (half ? halfOf(year, n) : quarterOf(year, n))
  const tail = yearTailAt(reading, i + 2)
  return date(
    i,
    tail?.to ?? i + 2,
    tail ? make(tail.year) : (impliedPeriod(reading, i, make) ?? { grain: half ? 'half-year' : 'quarter' }),
  )
}

/** `the end of June`: its last day; the beginning and the middle: the period itself. */
function edge(reading: Reading, i: number, start: number): Candidate | undefined {
  const { lexemes } = reading
  const inner = periodAt(reading, start + 2)
  if (!inner) return undefined
  const { period, to } = inner
  const ends = lexemes.is(start, 'end') && period.to !== undefined
  return date(i, to, ends ? { iso: period.to!, from: period.to!, to: period.to!, grain: 'day' } : period)
}

/** `early May`, `mid-June`, `late 2012`, `end-February`, `the late 1990s` is read from *late* on. */
function part(reading: Reading, i: number): Candidate | undefined {
  const { lexemes } = reading
  const at = lexemes.is(i + 1, '-') && lexemes.glued(i + 1) ? i + 2 : i + 1
  if (lexemes.is(i, 'end') && at === i + 1) return undefined
  if (lexemes.is(at, 'in') || lexemes.is(at, 'the')) return undefined
  const inner = periodAt(reading, at)
  return inner && date(lexemes.is(i - 1, 'the') && inner.period.grain === 'decade' ? i - 1 : i, inner.to, inner.period)
}
