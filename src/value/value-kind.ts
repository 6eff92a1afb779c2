import type { Value, ValueType } from '../doc/value.ts'
import type { Reading } from './reading.ts'

/** The fields of a value that a kind fills; where it stands and its bound are the scanner's. */
export type Fields = Omit<Value, 'id' | 'type' | 'start' | 'end' | 'text' | 'equivalents'>

/** What a kind reads at a place: lexemes `from` (inclusive) to `to` (exclusive). */
export interface Candidate {
  type: ValueType
  from: number
  to: number
  fields: Fields
  /** Said instead of a value, when it has no number: `billions of pesos`. */
  notice?: string | undefined
  /** Nothing may be read here, by any kind: a score, a phone number. */
  nothing?: true | undefined
  /** Whatever other kinds read here, and however much. */
  certain?: true | undefined
  /** The parts of a date that stand in the text, where its year was implied: the end of a range may tell it. */
  stated?: Stated | undefined
}

/** A candidate of which more is told than what it reads; all of them have the same fields, which keeps their reader fast. */
export const candidate = (
  type: ValueType,
  from: number,
  to: number,
  fields: Fields,
  { notice, nothing, certain, stated }: Pick<Candidate, 'notice' | 'nothing' | 'certain' | 'stated'>,
): Candidate => ({ type, from, to, fields, notice, nothing, certain, stated })

/** A date without its year. */
export interface Stated {
  month: number | undefined
  day: number | undefined
  weekday: number | undefined
}

/** What an example expects of the one value of its type. */
export type Expected = Partial<Fields> & { text: string; type?: ValueType }

/** One kind of value. Files of `kinds/` are members of the catalogue `kinds.ts`. */
export interface ValueKind {
  /** The file's stem. */
  name: string
  about: string
  /** Is it tried where a numeral begins? */
  onNumeral: boolean
  /** The words and symbols, in lower case, that begin it otherwise. */
  starts(tables: Reading['tables']): Iterable<string>
  /** Where it begins with `a`, `an` or `the`: the words, in lower case, that it then goes on with. It is not tried before others. */
  behindArticle?(tables: Reading['tables']): Iterable<string>
  /** Reads at lexeme `i` and looks ahead a bounded number of lexemes. */
  read(reading: Reading, i: number): Candidate | undefined
  /** Read against 2022-07-20, a Wednesday. */
  examples: readonly (readonly [text: string, ...values: Expected[]])[]
  /** Texts that hold no value of this kind. */
  not: readonly string[]
}

/** Declares a kind. */
export function valueKind(kind: ValueKind): ValueKind {
  return Object.freeze(kind)
}
