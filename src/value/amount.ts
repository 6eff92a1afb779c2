import type { Lexemes } from './lexemes.ts'
import { clean, type Magnitudes, type Numeral, readNumeral } from './numeral.ts'

/** A number, or the two ends of a range. */
export interface Amount {
  from: number
  to: number
  number: number
  numberTo?: number
  /** The first end. */
  first: Numeral
  /** The numeral that stands before the unit. */
  last: Numeral
}

const DASHES = new Set(['-', '–', '—', '−', '‑'])

/** Reads `5`, `5 to 10`, `5-10`, `between 5 and 10` (from the 5), `two or three`, `5-7 million`. */
export function readAmount(lexemes: Lexemes, i: number, magnitudes: Magnitudes, letters = false): Amount | undefined {
  const first = readNumeral(lexemes, i, magnitudes, letters)
  if (!first) return undefined
  const alone: Amount = { from: first.from, to: first.to, number: first.number, first, last: first }
  const next = afterJoin(lexemes, i, first.to)
  if (next === undefined) return alone
  const last = readNumeral(lexemes, next, magnitudes, letters)
  if (!last) return alone
  const ends = rangeOf(first, last)
  if (!ends) return alone
  return { ...alone, to: last.to, ...ends, last }
}

/** The ends of a range in full (`5-7 million` begins at 5 million); undefined when they do not rise. */
export function rangeOf(first: Numeral, last: Numeral): { number: number; numberTo: number } | undefined {
  const shares = first.magnitude === 1 && last.magnitude > 1 && first.number < last.number / last.magnitude
  const number = shares ? clean(first.number * last.magnitude) : first.number
  return number < last.number ? { number, numberTo: last.number } : undefined
}

/** The lexeme behind what joins the ends of a range, `from` being where the range begins. */
export function afterJoin(lexemes: Lexemes, from: number, at: number): number | undefined {
  const { lower } = lexemes
  if (at + 1 >= lexemes.limit[from]!) return undefined
  const word = lower[at]!
  if (DASHES.has(word)) {
    if (DASHES.has(lower[at + 1]!)) return undefined
    if (lower[at + 1] === 'to' && lexemes.glued(at + 1)) return DASHES.has(lower[at + 2]!) ? at + 3 : undefined
    return lexemes.glued(at) === lexemes.glued(at + 1) || word === '–' ? at + 1 : undefined
  }
  if (word === 'to' || word === 'or') return at + 1
  if (word === 'and' && lower[from - 1] === 'between') return at + 1
  return undefined
}
