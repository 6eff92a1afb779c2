import type { Lexemes } from './lexemes.ts'
import { clean, type Magnitudes, type Numeral, readNumeral } from './numeral.ts'

/** A number, or the two ends of a range. */
export interface Amount {
  from: number
  to: number
  number: number
  numberTo: number | undefined
  /** The first end. */
  first: Numeral
  /** The numeral that stands before the unit. */
  last: Numeral
}

/** What a value tells of an amount: its number, or both ends of its range. */
export type Ends = Pick<Amount, 'number' | 'numberTo'>

const DASHES = new Set(['-', '–', '—', '−', '‑'])

/** Reads `5`, `5 to 10`, `5-10`, `between 5 and 10` (from the 5), `two or three`, `5-7 million`. */
export function readAmount(lexemes: Lexemes, i: number, magnitudes: Magnitudes, letters = false): Amount | undefined {
  const first = readNumeral(lexemes, i, magnitudes, letters)
  if (!first) return undefined
  const alone = single(first)
  const next = afterJoin(lexemes, i, first.to)
  if (next === undefined) return alone
  const last = readNumeral(lexemes, next, magnitudes, letters)
  if (!last) return alone
  const ends = rangeOf(first, last)
  if (!ends || looksLikeYear(first) || !joins(lexemes, first, last)) return alone
  return { from: first.from, to: last.to, number: ends.number, numberTo: ends.numberTo, first, last }
}

/** A numeral by itself. */
export const single = (numeral: Numeral, from = numeral.from): Amount => ({
  from,
  to: numeral.to,
  number: numeral.number,
  numberTo: undefined,
  first: numeral,
  last: numeral,
})

/** Years are dates: their ranges are joined there. */
const looksLikeYear = ({ bare, number }: Numeral): boolean => bare && number >= 1800 && number <= 2060

/** `two or three`, but `25k or 40k` are two amounts; `sold 10 cents to $2` is none either. */
function joins(lexemes: Lexemes, first: Numeral, last: Numeral): boolean {
  const word = lexemes.lower(first.to)
  if (word === 'or') return first.magnitude === 1 && last.number <= first.number * 3
  return word !== 'to' || !lexemes.is(first.from - 1, 'from') || !changes(lexemes, first.from - 1)
}

const CHANGES = new Set(
  'rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing increase increases increased increasing decrease decreases decreased drop drops dropped dropping up down climb climbs climbed jump jumps jumped raise raises raised raising cut cuts cutting lower lowered lowering slow slows slowed slip slipped slid surge surged soar soared plunge plunged decline declined declining improve improved widen widened narrow narrowed expand expanded shrink shrank reduce reduces reduced reducing went go gone going doubled edged eased tumbled swell swelled moved move changed change revised trimmed hiked boosted boost bring brought accelerated slipping advanced'.split(
    ' ',
  ),
)
const BACK = 8

/** Does something change from one figure to another? Then the figures are two values and no range. */
export function changes(lexemes: Lexemes, at: number): boolean {
  for (let i = at; i > at - BACK && i >= 0 && lexemes.limit[i] === lexemes.limit[at]; i--) {
    if (CHANGES.has(lexemes.lower(i))) return true
    if (lexemes.lower(i) === '.' || lexemes.lower(i) === ';') return false
  }
  return false
}

/** The ends of a range in full (`5-7 million` begins at 5 million); undefined when they do not rise. */
export function rangeOf(first: Numeral, last: Numeral): { number: number; numberTo: number } | undefined {
  const shares = first.magnitude === 1 && last.magnitude > 1 && first.number < last.number / last.magnitude
  const number = shares ? clean(first.number * last.magnitude) : first.number
  return number < last.number ? { number, numberTo: last.number } : undefined
}

/** The lexeme behind what joins the ends of a range, `from` being where the range begins. */
export function afterJoin(lexemes: Lexemes, from: number, at: number): number | undefined {
  if (at + 1 >= lexemes.limit[from]!) return undefined
  const word = lexemes.lower(at)
  if (DASHES.has(word)) {
    if (DASHES.has(lexemes.lower(at + 1))) return undefined
    if (lexemes.lower(at + 1) === 'to' && lexemes.glued(at + 1))
      return DASHES.has(lexemes.lower(at + 2)) ? at + 3 : undefined
    return lexemes.glued(at) === lexemes.glued(at + 1) || word === '–' ? at + 1 : undefined
  }
  if (word === 'to' || word === 'or') return at + 1
  if (word === 'and' && lexemes.lower(from - 1) === 'between') return at + 1
  return undefined
}
