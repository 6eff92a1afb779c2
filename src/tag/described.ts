import { mix2 } from '../base/mix.ts'

/** Prefixes and suffixes of 1 to 4 characters. */
export const AFFIXES = 8
/** Words beside the same word elsewhere that are kept. */
export const BESIDE = 6

/** Of a sentence: most of its words begin with a capital; it is a headline. */
export const TITLED = 1
export const HEADLINE = 2
export const SHOUTED = 4

/** Of a word: it begins with a capital, all its letters are capitals, it has no letter, it has a capital somewhere. */
export const CAPITAL = 1
export const CAPITALS = 2
export const NO_LETTER = 4
export const HAS_CAPITAL = 8

/** What the tagger sees of each token of an article, in typed arrays. */
export interface Described {
  count: number
  /** Hash of the form, digits all 0. */
  form: Int32Array
  lower: Int32Array
  /** Hash of the word's shape: `Xx`, `X.X.`, `dd-dd`, runs cut at two. */
  shape: Int32Array
  /** `AFFIXES` a token. */
  affix: Int32Array
  /** `CAPITAL` and so on, as bits. */
  capital: Uint8Array
  pos: Int32Array
  /** `CLASS_WIDTH` a token. */
  classes: Uint16Array
  /** Lists on which a name stands that begins, goes on, ends with the token. */
  begins: Uint16Array
  inside: Uint16Array
  ends: Uint16Array
  manner: Uint8Array
  /** The run of capitals the token stands in: its first and last token; -1 where it stands in none. */
  runFrom: Int32Array
  runTo: Int32Array
  /** What the rest of the article says of the word, as bits. */
  elsewhere: Uint8Array
  /** Words of the longest run of capitals the word stands in anywhere: as a whole, its first, its last, what is before. */
  longest: Int32Array
  /** `BESIDE` a token: words that stand beside the same word elsewhere. */
  beside: Int32Array
  /** The last word of the name that the token is an acronym of; 0 where it is none. */
  acronym: Int32Array
}

export const LONGEST_WIDTH = 4

/** A hash of the characters of a text from `from` (inclusive) to `to` (exclusive). */
export function hash(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5 | 0
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix2(h, to - from)
}

/** The hash under which lists and classes know a word. */
export const hashWord = (word: string): number => hash(plain(word))

/** Digits are alike, and so are typographic and plain marks. */
export const plain = (word: string): string =>
  /^[a-zA-Z]+$/.test(word) ? word : word.replace(/\d/g, '0').replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
