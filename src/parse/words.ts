import { mix2 } from '../base/mix.ts'
import type { Sentence, Tokens, Words } from '../doc/tokens.ts'

export type { Words } from '../doc/tokens.ts'

export const AFFIXES = 7
export const CLUSTERS = 3

export const FIRST_CAPITAL = 1
export const ALL_CAPITALS = 2
export const INNER_CAPITAL = 4
export const DIGIT = 8
export const ALL_DIGITS = 16
export const HYPHEN = 32
export const LETTER = 64
export const DOT = 128
export const SENTENCE_START = 256
export const SHOUTED = 512

const PLAIN: ReadonlyMap<number, number> = new Map([
  [0x2018, 0x27],
  [0x2019, 0x27],
  [0x201c, 0x22],
  [0x201d, 0x22],
  [0x2010, 0x2d],
  [0x2011, 0x2d],
  [0x2012, 0x2d],
  [0x2013, 0x2d],
  [0x2014, 0x2d],
  [0x00a0, 0x20],
])

const CHARACTERS = new Uint16Array(64)
const LOWERED = new Uint16Array(64)

const hashOf = (characters: Uint16Array, from: number, to: number): number => {
  let h = 0x811c9dc5 | 0
  for (let i = from; i < to; i++) h = Math.imul(h ^ characters[i]!, 0x01000193)
  return mix2(h, to - from)
}

/** The hash under which a word is known to dictionaries and clusters: of its form, or of its lower case. */
export function hashWord(word: string): number {
  const length = Math.min(word.length, 64)
  for (let i = 0; i < length; i++) CHARACTERS[i] = plain(word.charCodeAt(i))
  return hashOf(CHARACTERS, 0, length)
}

function plain(code: number): number {
  if (code < 0x80) return code >= 48 && code <= 57 ? 48 : code
  return PLAIN.get(code) ?? code
}

/** Fills in `cluster`. */
export interface WordClasses {
  fill(words: Words): void
}

/**
 * Describes every token. Only the first 64 characters of a token count. In a sentence that is all capitals (`SHOUTED`)
 * the form is the lower case, so that its words are known.
 */
export function describeWords(tokens: Tokens, sentences: readonly Sentence[], clusters: WordClasses): Words {
  const { count, source, start, end } = tokens
  const words: Words = {
    count,
    form: new Int32Array(count),
    lower: new Int32Array(count),
    affix: new Int32Array(count * AFFIXES),
    shape: new Uint16Array(count),
    cluster: new Uint16Array(count * CLUSTERS),
  }
  for (let i = 0; i < count; i++) describe(words, i, source, start[i]!, end[i]!)
  for (const { from, to } of sentences) {
    const shouted = allCapitals(words.shape, from, to)
    words.shape[from]! |= SENTENCE_START
    if (!shouted) continue
    for (let i = from; i < to; i++) {
      words.shape[i] = SHOUTED | (words.shape[i]! & ~(FIRST_CAPITAL | ALL_CAPITALS))
      words.form[i] = words.lower[i]!
    }
  }
  clusters.fill(words)
  return words
}

function describe(words: Words, i: number, source: string, start: number, end: number): void {
  const length = Math.min(end - start, 64)
  let upper = 0
  let letters = 0
  let digits = 0
  let shape = 0
  for (let k = 0; k < length; k++) {
    const raw = source.charCodeAt(start + k)
    const code = plain(raw)
    CHARACTERS[k] = code
    let low = code
    if (code >= 65 && code <= 90) low = code + 32
    else if (code >= 0xc0) low = String.fromCharCode(code).toLowerCase().charCodeAt(0)
    LOWERED[k] = low
    if (low !== code) {
      upper++
      letters++
      shape |= k === 0 ? FIRST_CAPITAL : INNER_CAPITAL
    } else if ((code >= 97 && code <= 122) || code >= 0xc0) letters++
    else if (code === 48) digits++
    else if (code === 45) shape |= HYPHEN
    else if (code === 46) shape |= DOT
  }
  if (letters > 0) shape |= LETTER
  if (digits > 0) shape |= digits === length ? DIGIT | ALL_DIGITS : DIGIT
  if (upper > 0 && upper === letters && (upper > 1 || length === 1)) {
    shape = (shape & ~INNER_CAPITAL) | ALL_CAPITALS
  }
  words.shape[i] = shape
  words.form[i] = hashOf(CHARACTERS, 0, length)
  words.lower[i] = hashOf(LOWERED, 0, length)
  const at = i * AFFIXES
  for (let n = 1; n <= 4; n++) words.affix[at + n - 1] = hashOf(LOWERED, Math.max(0, length - n), length)
  for (let n = 1; n <= 3; n++) words.affix[at + 3 + n] = hashOf(LOWERED, 0, Math.min(n, length))
}

/** Is every word of several letters written in capitals, and are there at least three of them? */
function allCapitals(shape: Uint16Array, from: number, to: number): boolean {
  let capitals = 0
  for (let i = from; i < to; i++) {
    const bits = shape[i]!
    if ((bits & LETTER) === 0 || bits & DIGIT) continue
    if ((bits & ALL_CAPITALS) === 0) return false
    capitals++
  }
  return capitals >= 3
}
