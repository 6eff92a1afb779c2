import { mix2, mix3, mix4, mix5 } from '../base/mix.ts'
import type { Tokens } from '../doc/tokens.ts'
import { classAt, DIGIT, isLetter, isWord, LOWER, UPPER } from './characters.ts'
import { uposByWink } from './wink-tags.ts'

/** Raised when a feature changes: weights learned with other features are refused at load. */
export const GAP_FEATURES_VERSION = 2

/** Room for one gap's features. */
export const MAX_GAP_FEATURES = 40

// What a token looks like.
export const WORD_LOWER = 1
export const WORD_CAPITAL = 2
export const WORD_UPPER = 3
export const WORD_INITIAL = 4
export const WORD_MIXED = 5
export const NUMBER = 6
export const MIXED_NUMBER = 7
export const ADDRESS = 8
export const ENDING = 9
/** Other marks: 10 and their first character's code. */
export const MARK = 10

export function shapeOf(text: string): number {
  const first = classAt(text, 0)
  if (isLetter(first)) {
    if (text.length > 4 && (text.includes('@') || text.includes('://') || text.startsWith('www.'))) return ADDRESS
    if (text.endsWith('.') && text.length > 1) return WORD_INITIAL
    if (first === LOWER) return WORD_LOWER
    if (text.length === 1) return WORD_UPPER
    let upper = 0
    let lower = 0
    for (let i = 1; i < text.length && i < 32; i++) {
      const kind = classAt(text, i)
      if (kind === UPPER) upper++
      else if (kind === LOWER) lower++
    }
    if (upper === 0) return WORD_CAPITAL
    return lower === 0 ? WORD_UPPER : WORD_MIXED
  }
  if (first === DIGIT) {
    for (let i = 1; i < text.length && i < 32; i++) if (isLetter(classAt(text, i))) return MIXED_NUMBER
    return /[/:]/.test(text) ? MIXED_NUMBER + 100 : NUMBER
  }
  if (text.startsWith('°')) return MIXED_NUMBER
  if (/^[.!?…]/.test(text)) return ENDING + 20 * Math.min(text.length, 3) + (text.includes('?') ? 7 : 0)
  return MARK + 256 * text.charCodeAt(0) + (text.length > 1 ? 1 : 0) + (text.length > 4 ? 2 : 0)
}

const hashLower = (text: string): number => {
  let h = 0x811c9dc5 | 0
  for (let i = 0; i < text.length && i < 24; i++) {
    const code = text.charCodeAt(i)
    // One digit is as good as another.
    h = Math.imul(h ^ (code >= 48 && code <= 57 ? 48 : code), 0x01000193)
  }
  return mix2(h, text.length)
}

/** The words of one paragraph as numbers, each worked out when it is first asked for. */
export class GapWords {
  readonly #shape: Int32Array
  readonly #lower: Int32Array
  #upos: Uint8Array | undefined
  readonly #tokens: Tokens
  readonly #from: number
  readonly #to: number

  /** Tokens `from` (inclusive) to `to` (exclusive). */
  constructor(tokens: Tokens, from: number, to: number) {
    this.#tokens = tokens
    this.#from = from
    this.#to = to
    this.#shape = new Int32Array(to - from)
    this.#lower = new Int32Array(to - from)
  }

  #shapeAt(i: number): number {
    if (i < this.#from) return 1000
    if (i >= this.#to) return 1001
    const at = i - this.#from
    if (this.#shape[at] === 0) this.#shape[at] = shapeOf(this.#tokens.text(i))
    return this.#shape[at]!
  }

  #lowerAt(i: number): number {
    if (i < this.#from) return 1000
    if (i >= this.#to) return 1001
    const at = i - this.#from
    if (this.#lower[at] === 0) this.#lower[at] = hashLower(this.#tokens.lower(i))
    return this.#lower[at]!
  }

  /** May a sentence begin at token `i` that no mark and no list announces? */
  open(i: number): boolean {
    const { source, start, end } = this.#tokens
    // A small letter behind a letter or digit: most gaps are like that.
    if (isSmall(source.charCodeAt(start[i]!)) && isWordAlone(source, start[i - 1]!, end[i - 1]!)) return false
    const next = this.#shapeAt(i)
    const last = this.#shapeAt(i - 1)
    if (next === WORD_LOWER && (last <= MIXED_NUMBER || last % 256 === 0)) return false
    if (last === WORD_INITIAL) return false
    const text = this.#tokens.text(i)
    if (CLOSING.has(text) || (text.length === 1 && !isWord(classAt(text, 0)) && NEVER.test(text))) return false
    return this.#tokens.spaced(i) || (last >= ENDING && last < 100)
  }

  /** Do two words with capitals meet at token `i`? They belong to one name more often than to two sentences: *Lim Ah Kow*. */
  named(i: number): boolean {
    const { source, start } = this.#tokens
    return isCapital(source.charCodeAt(start[i]!)) && isCapital(source.charCodeAt(start[i - 1]!))
  }

  /** Writes the hashes of the features of the gap in front of token `i` and returns how many; `first` begins the sentence. */
  features(i: number, first: number, out: Int32Array): number {
    const s = (k: number): number => this.#shapeAt(k)
    const l = (k: number): number => this.#lowerAt(k)
    const s0 = s(i - 1)
    const s1 = s(i)
    const l0 = l(i - 1)
    const l1 = l(i)
    const length = bucket(i - first)
    const left = bucket(this.#to - i)
    const spaced = this.#tokens.spaced(i) ? 1 : 0
    const ended = s(this.#to - 1) >= ENDING && s(this.#to - 1) < 100 ? 1 : 0
    let n = 0
    out[n++] = mix2(1, l0)
    out[n++] = mix2(2, l1)
    out[n++] = mix3(3, l0, l1)
    out[n++] = mix3(4, s0, s1)
    out[n++] = mix3(5, s0, l1)
    out[n++] = mix3(6, l0, s1)
    out[n++] = mix5(7, s(i - 2), s0, s1, s(i + 1))
    out[n++] = mix5(8, s0, s1, s(i + 1), s(i + 2))
    out[n++] = mix5(9, s(i - 3), s(i - 2), s0, s1)
    out[n++] = mix3(10, mix3(s0, s1, length), spaced)
    out[n++] = mix3(11, mix3(s0, s1, left), ended)
    out[n++] = mix3(12, l1, l(i + 1))
    out[n++] = mix3(13, l(i - 2), l0)
    out[n++] = mix3(14, l1, s(i + 1))
    out[n++] = mix3(15, l(i + 1), s0)
    out[n++] = mix3(16, l(i - 2), s0)
    out[n++] = mix3(17, l0, length)
    out[n++] = mix3(18, l1, length)
    out[n++] = mix3(19, this.#looks(first, i), mix2(s0, s1))
    out[n++] = mix3(20, this.#looks(first, i), length)
    out[n++] = mix3(21, s(i + 1), s(i + 2))
    out[n++] = mix2(22, left)
    out[n++] = mix3(23, l(i - 3), s0)
    out[n++] = mix3(24, l(i + 2), s1)
    out[n++] = 25
    return n
  }

  /** Writes the features that part of speech adds, as wink-nlp reads it. */
  readFeatures(i: number, out: Int32Array): number {
    this.#upos ??= uposByWink(this.#tokens, this.#from, this.#to)
    const upos = this.#upos
    const p = (k: number): number => (k < this.#from ? 50 : k >= this.#to ? 51 : upos[k - this.#from]!)
    const s0 = this.#shapeAt(i - 1)
    const s1 = this.#shapeAt(i)
    let n = 0
    out[n++] = mix3(40, p(i - 1), p(i))
    out[n++] = mix5(41, p(i - 1), p(i), s0, s1)
    out[n++] = mix4(42, p(i - 1), p(i), p(i + 1))
    out[n++] = mix4(43, p(i - 2), p(i - 1), p(i))
    out[n++] = mix5(44, p(i - 2), p(i - 1), p(i), p(i + 1))
    out[n++] = mix4(45, p(i), p(i + 1), s1)
    out[n++] = mix4(46, p(i), p(i + 1), p(i + 2))
    out[n++] = mix4(47, p(i - 1), p(i - 2), s0)
    out[n++] = mix3(48, this.#lowerAt(i), p(i + 1))
    return n
  }

  /** Has the sentence a small word, a number, a mark so far? */
  #looks(first: number, i: number): number {
    let seen = 0
    for (let at = Math.max(first, i - 12); at < i; at++) {
      const shape = this.#shapeAt(at)
      seen |= shape === WORD_LOWER ? 1 : shape === NUMBER || shape >= 100 ? 2 : shape === WORD_UPPER ? 4 : 8
    }
    return seen
  }
}

const CLOSING = new Set([')', ']', '}', '”', '’', '»', "''", '’’', '%', '/', '&', ',', '['])
const NEVER = /[,;.!?…%/&]/

/** A capital of the Latin letters that are written with one code unit. */
const isCapital = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde)

const isSmall = (code: number): boolean => code >= 97 && code <= 122
const isPlain = (code: number): boolean => isSmall(code | 32) || (code >= 48 && code <= 57)

function isWordAlone(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isPlain(source.charCodeAt(i))) return false
  return true
}

const bucket = (n: number): number => (n <= 4 ? n : n <= 7 ? 5 : n <= 12 ? 6 : n <= 20 ? 7 : 8)
