import { hijriPeriod, type Period, yearInEra } from '../calendar.ts'
import type { Lexemes } from '../lexemes.ts'
import { type Candidate, valueKind } from '../value-kind.ts'

/** Marks beside a year, in capitals: *2567 BE*, *A.H. 1445*, *44 BC*. */
const MARKS: ReadonlyMap<string, 'common' | 'before' | 'buddhist' | 'hijri'> = new Map([
  ['ad', 'common'],
  ['a.d.', 'common'],
  ['ce', 'common'],
  ['c.e.', 'common'],
  ['bc', 'before'],
  ['b.c.', 'before'],
  ['bce', 'before'],
  ['b.c.e.', 'before'],
  ['be', 'buddhist'],
  ['b.e.', 'buddhist'],
  ['ah', 'hijri'],
  ['a.h.', 'hijri'],
])

/** Japanese eras: the year before their first, and how many years they have. */
const REIGNS: ReadonlyMap<string, readonly [before: number, years: number]> = new Map([
  ['meiji', [1867, 45]],
  ['taisho', [1911, 15]],
  ['taishō', [1911, 15]],
  ['showa', [1925, 64]],
  ['shōwa', [1925, 64]],
  ['heisei', [1988, 31]],
  ['reiwa', [2018, 99]],
])

/** Months of the Islamic calendar, as newspapers spell them. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ['muharram', 1],
  ['safar', 2],
  ['rajab', 7],
  ['shaaban', 8],
  ["sha'ban", 8],
  ['ramadan', 9],
  ['ramadhan', 9],
  ['shawwal', 10],
])

export default valueKind({
  name: 'era',
  about: 'A year of an era that the text names: BC and AD, Buddhist, Islamic and Japanese years.',
  onNumeral: true,
  starts: () => [...MARKS.keys(), ...REIGNS.keys(), ...MONTHS.keys()],

  read(reading, i): Candidate | undefined {
    const { lexemes } = reading
    const word = lexemes.lower(i)
    const date = (to: number, period: Period | undefined): Candidate | undefined =>
      period && { type: 'date', from: i, to, fields: period }
    if (lexemes.isNumber(i)) {
      //  2567 BE
      if (lexemes.glued(i) && !lexemes.is(i - 1, '(')) return undefined
      const mark = markAt(lexemes, i + 1)
      return mark && lexemes.limit[i + 1] === lexemes.limit[i] ? date(i + 2, yearOfMark(lexemes, i, mark)) : undefined
    }
    if (!reading.capital(i) || i + 1 >= lexemes.limit[i]!) return undefined
    const reign = REIGNS.get(word)
    if (reign) {
      const year = shortNumber(lexemes, i + 1, 2)
      return year === undefined || year > reign[1] ? undefined : date(i + 2, yearInEra(reign[0] + year))
    }
    const month = MONTHS.get(word)
    if (month !== undefined) {
      const marked = markAt(lexemes, i + 2) === 'hijri' ? 1 : 0
      const year = lexemes.digits(i + 1) === 4 ? Number(lexemes.lower(i + 1)) : 0
      return year >= 1300 && year < 1600 ? date(i + 2 + marked, hijriPeriod(year, month)) : undefined
    }
    const mark = markAt(lexemes, i)
    //  AD 79; "BC 44" is nobody's
    return mark && mark !== 'before' && lexemes.isNumber(i + 1)
      ? date(i + 2, yearOfMark(lexemes, i + 1, mark))
      : undefined
  },

  examples: [
    ['Caesar died in 44 BC.', { text: '44 BC', iso: '-0043', grain: 'year' }],
    ['The town was lost in AD 79.', { text: 'AD 79', iso: '0079', from: '0079-01-01' }],
    ['The law of 2550 B.E. was changed.', { text: '2550 B.E.', iso: '2007' }],
    ['They met in 1445 AH.', { text: '1445 AH', iso: '2023-07-19/2024-07-06', grain: 'year' }],
    ['It fell in Ramadan 1445.', { text: 'Ramadan 1445', iso: '2024-03-11/2024-04-09', grain: 'month' }],
    ['He was born in Showa 20.', { text: 'Showa 20', iso: '1945' }],
    ['The budget of Reiwa 4 is large.', { text: 'Reiwa 4', iso: '2022' }],
  ],
  not: ['They will be 20.', 'He lives in BC.', 'Ramadan begins soon.', 'The 20 AD men met.'],
})

function markAt(lexemes: Lexemes, i: number): 'common' | 'before' | 'buddhist' | 'hijri' | undefined {
  const mark = MARKS.get(lexemes.lower(i))
  if (!mark) return undefined
  const text = lexemes.text(i)
  return text === text.toUpperCase() ? mark : undefined
}

function shortNumber(lexemes: Lexemes, i: number, digits: number): number | undefined {
  const count = lexemes.digits(i)
  return count === 0 || count > digits ? undefined : Number(lexemes.lower(i))
}

function yearOfMark(lexemes: Lexemes, i: number, mark: 'common' | 'before' | 'buddhist' | 'hijri'): Period | undefined {
  const year = shortNumber(lexemes, i, 4)
  if (!year) return undefined
  if (mark === 'common') return year < 2100 ? yearInEra(year) : undefined
  // There is no year 0: 1 BC is the year before AD 1.
  if (mark === 'before') return yearInEra(1 - year)
  if (mark === 'buddhist') return year > 2300 && year < 2700 ? yearInEra(year - 543) : undefined
  return year > 1300 && year < 1600 ? hijriPeriod(year) : undefined
}
