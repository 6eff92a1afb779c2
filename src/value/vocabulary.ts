/**
 * Words that are looked for in every text, found by a hash that is made while the text is cut, so that a word nobody asks
 * for costs no string. Word `n` is `words[n]`; 0 is no word.
 */
export class Vocabulary {
  readonly words: readonly string[]
  /** Of a word's hash, shifted to the table's size: its number; the next place where another stands there. */
  readonly #table: Int32Array
  readonly #hashes: Int32Array
  readonly #mask: number
  /** Words that are not of ASCII letters and points alone. */
  readonly #others = new Map<string, number>()

  /** Words and symbols in lower case. */
  constructor(words: Iterable<string>) {
    this.words = ['', ...new Set(words)]
    let size = 16
    while (size < this.words.length * 4) size *= 2
    this.#mask = size - 1
    this.#table = new Int32Array(size)
    this.#hashes = Int32Array.from(this.words, hashOf)
    for (let n = 1; n < this.words.length; n++) {
      let place = slotOf(this.#hashes[n]!) & this.#mask
      while (this.#table[place] !== 0) place = (place + 1) & this.#mask
      this.#table[place] = n
      this.#others.set(this.words[n]!, n)
    }
  }

  /** The word, or symbol, that stands in a text, whatever its capitals; `hash` is that of its folded characters. */
  find(source: string, start: number, end: number, hash: number): number {
    const table = this.#table
    for (let place = slotOf(hash) & this.#mask; ; place = (place + 1) & this.#mask) {
      const n = table[place]!
      if (n === 0) return 0
      if (this.#hashes[n] === hash && folds(source, start, end, this.words[n]!)) return n
    }
  }

  /** The number of a word in lower case. */
  numberOf(lower: string): number {
    return this.#others.get(lower) ?? 0
  }
}

/** The hash of no characters. */
export const NO_HASH = 17

/** A word's hash grows by each of its characters in lower case. */
export const grow = (hash: number, folded: number): number => (Math.imul(hash, 31) + folded) | 0

const slotOf = (hash: number): number => hash ^ (hash >>> 15)

function hashOf(word: string): number {
  let hash = NO_HASH
  for (let i = 0; i < word.length; i++) hash = grow(hash, word.charCodeAt(i))
  return hash
}

function folds(source: string, start: number, end: number, lower: string): boolean {
  if (lower.length !== end - start) return false
  for (let k = 0; k < lower.length; k++) {
    const c = source.charCodeAt(start + k)
    if ((c >= 65 && c <= 90 ? c | 32 : c) !== lower.charCodeAt(k)) return false
  }
  return true
}
