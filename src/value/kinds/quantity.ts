import { type Amount, readAmount, single } from '../amount.ts'
import { countedAt, OTHERS } from '../counted.ts'
import { yearAt } from '../date-words.ts'
import type { Reading } from '../reading.ts'
import { type Candidate, type Fields, valueKind } from '../value-kind.ts'
import { looksLikeYear } from '../years.ts'

const PERCENT = new Set(['percent', 'per', '%', 'pct'])
const DASHES = new Set(['-', '–', '‑'])

export default valueKind({
  name: 'quantity',
  about: 'A number with its unit of measure or the thing it counts; a bare number counts something left out.',
  onNumeral: true,
  starts: () => ['magnitude'],
  behindArticle: ({ magnitudes }) => ['couple', 'dozen', 'half', 'quarter', 'hundred', ...magnitudes.word.keys()],

  read(reading, i): Candidate | undefined {
    const { lexemes, tables } = reading
    if (lexemes.is(i, 'magnitude')) return magnitude(reading, i)
    let amount = reading.amount(i)
    if (!amount || amount.to > lexemes.limit[i]!) return undefined
    if (lexemes.glued(i) && (lexemes.isWord(i - 1) || lexemes.isNumber(i - 1))) return undefined
    const year = amount.first.bare ? yearAt(lexemes, i) : undefined
    if (year !== undefined && looksLikeYear(reading, i, year)) return undefined
    const measure = unitAt(reading, amount)
    if (
      measure &&
      !(
        measure.letters &&
        (countedAt(reading, measure.to) || (lexemes.is(measure.to, 'of') && !lexemes.is(measure.to + 1, 'the')))
      )
    )
      return measured(amount, i, measure.to, measure.unit, reading)
    if (lexemes.isWord(amount.to) && lexemes.glued(amount.to) && amount.last.digits) {
      //  5m people, 30k
      //   ^          ^
      amount = readAmount(lexemes, i, tables.magnitudes, true)
      if (!amount || (lexemes.isWord(amount.to) && lexemes.glued(amount.to))) return undefined
    }
    // "1.7 percent sales drop", "100 dollar bills": a share and money, no count.
    if (PERCENT.has(lexemes.lower(amount.to)) || named(reading, amount.to)) return undefined
    const counted = countedAt(reading, amount.to, amount)
    if (counted) return measured(amount, i, counted.to, counted.unit, reading)
    if (lexemes.isWord(i) && amount.first.number <= 1) return undefined
    if (OTHERS.has(lexemes.lower(amount.to)) && amount.to < lexemes.limit[i]!)
      return measured(amount, i, amount.to + 1, undefined, reading)
    // "(2,560 to 3,365)": nothing is counted, and one figure becomes another.
    if (amount.numberTo !== undefined && lexemes.is(amount.first.to, 'to')) {
      amount = single(amount.first, i)
    }
    return measured(amount, i, amount.to, undefined, reading)
  },

  examples: [
    ['It runs them under three new brands.', { text: 'three new brands', number: 3, unit: 'brand' }],
    ['They sold 200 top brands.', { text: '200 top brands', number: 200, unit: 'brand' }],
    ['It lies 6.51km away.', { text: '6.51km', number: 6.51, unit: 'km' }],
    ['The 4.04-mile road was closed.', { text: '4.04-mile', number: 4.04, unit: '[mi_i]' }],
    ['Some 220 inmates fled.', { text: 'Some 220 inmates', number: 220, unit: 'inmate', bound: 'about' }],
    [
      'At least 40,000 tonnes were lost.',
      { text: 'At least 40,000 tonnes', number: 40000, unit: 't', bound: 'at-least' },
    ],
    ['Three former top executives left.', { text: 'Three former top executives', number: 3, unit: 'executive' }],
    [
      'It seats from 1,50,000 to 1,80,000 people.',
      { text: '1,50,000 to 1,80,000 people', number: 150000, numberTo: 180000, unit: 'person' },
    ],
    ['A magnitude 5.9 quake hit.', { text: 'magnitude 5.9', number: 5.9 }],
    ['It was 30°C warm.', { text: '30°C', number: 30, unit: 'Cel' }],
    ['The farm has 20 square kilometres.', { text: '20 square kilometres', number: 20, unit: 'km2' }],
    ['About 5m people came.', { text: 'About 5m people', number: 5e6, unit: 'person' }],
  ],
  not: [
    'A Boeing 737 landed.',
    'The COVID-19 wave ended.',
    'He is No. 5.',
    'They won 3-1.',
    'See www.example5.com/7 now.',
    'One of them left.',
    'The 5G net.',
  ],
})

/** The name of a currency; a letter is none here. */
const named = ({ lexemes, tables }: Reading, i: number): boolean =>
  lexemes.lower(i).length > 1 && tables.suffixes.at(lexemes, i) !== undefined

function measured(amount: Amount, from: number, to: number, unit: string | undefined, reading: Reading): Candidate {
  const fields: Fields = { number: amount.number, numberTo: amount.numberTo, unit, per: undefined }
  const { lexemes } = reading
  if (
    unit !== undefined &&
    lexemes.is(to, 'per') &&
    lexemes.isWord(to + 1) &&
    lexemes.limit[to] === lexemes.limit[from]
  )
    fields.per = reading.lemma(to + 1)
  return { type: 'quantity', from, to, fields }
}

/** A unit of measure. Single letters must touch the number; *m*, *g*, *l* may stand apart. */
function unitAt(reading: Reading, amount: Amount): { unit: string; to: number; letters: boolean } | undefined {
  const { lexemes, tables } = reading
  let at = amount.to
  const dash = DASHES.has(lexemes.lower(at)) && lexemes.glued(at)
  if (dash) at++
  if (at >= lexemes.limit[amount.from]!) return undefined
  const found = tables.units.at(lexemes, at)
  if (!found) return undefined
  const one = found.to - at === 1 && lexemes.end[at]! - lexemes.start[at]! === 1 && lexemes.isWord(at)
  const glued = lexemes.glued(at) && !dash
  if (one && (dash || !amount.last.digits || (!glued && !/^[mgltCF]$/.test(lexemes.text(at))))) return undefined
  if (one && !glued && (lexemes.is(found.to, '.') || reading.capital(found.to))) return undefined
  // "20 in." and `5"` touch their number; "foot" and "stone" are things too.
  if (!lexemes.isWord(at) && !glued && !lexemes.is(at, '°')) return undefined
  if (lexemes.glued(found.to) && lexemes.isWord(found.to) && lexemes.isWord(found.to - 1)) return undefined
  return { unit: found.content.unit, to: found.to, letters: one && glued && lexemes.is(at, 'm') }
}

/** `magnitude 5.9`, `magnitude-6`, `magnitude of 7.1`. */
function magnitude(reading: Reading, i: number): Candidate | undefined {
  const { lexemes } = reading
  const at = lexemes.is(i + 1, 'of') || lexemes.is(i + 1, '-') ? i + 2 : i + 1
  const numeral = at < lexemes.limit[i]! ? reading.numeral(at) : undefined
  return numeral?.digits && numeral.number < 11
    ? { type: 'quantity', from: i, to: numeral.to, fields: { number: numeral.number } }
    : undefined
}
