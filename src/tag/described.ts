import type { WordBook } from './word-book.ts'

/** Words beside the same word elsewhere that are kept. */
export const BESIDE = 6
export const LONGEST_WIDTH = 4

/** Of a sentence: most of its words begin with a capital; it is a headline; it is all capitals. */
export const TITLED = 1
export const HEADLINE = 2
export const SHOUTED = 4

/** What the tagger sees of each token of an article, in typed arrays. */
export interface Described {
  count: number
  book: WordBook
  /** The token's number in the book. */
  word: Int32Array
  /** Of the book: looked at most. */
  lower: Int32Array
  shape: Int32Array
  flags: Uint8Array
  /** The article's words in lower case, numbered from 0 to `places`. */
  place: Int32Array
  places: number
  pos: Int32Array
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
