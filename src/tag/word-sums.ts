import { MAX_FEATURES, REACH, wordFeatures } from './features.ts'
import { LABELS } from './labels.ts'
import { addWeights, type WeightTable } from './weight-table.ts'
import type { WordBook } from './word-book.ts'

const OFFSETS = 2 * REACH + 1

const hashes = new Int32Array(MAX_FEATURES)

/** What a word of a book by itself adds to the sums of the tokens around it: added up once for all its places. */
export class WordSums {
  readonly #table: WeightTable
  readonly #one = new Int32Array(LABELS)
  #sums = new Int32Array(1024 * OFFSETS * LABELS)
  #known = new Uint8Array(1024 * OFFSETS)

  constructor(table: WeightTable) {
    this.#table = table
  }

  /** Forgets all words: the numbers of the book begin anew. */
  clear(): void {
    this.#known.fill(0)
  }

  /** Adds what `word`, `offset` tokens away, says of a token to its sums, which begin at `at`. */
  add(book: WordBook, word: number, offset: number, into: Int32Array, at: number): void {
    const place = word * OFFSETS + offset + REACH
    if (place >= this.#known.length || this.#known[place] === 0) this.#learn(book, word, offset, place)
    const sums = this.#sums
    const from = place * LABELS
    for (let k = 0; k < LABELS; k++) into[at + k]! += sums[from + k]!
  }

  #learn(book: WordBook, word: number, offset: number, place: number): void {
    if (place >= this.#known.length) {
      const known = new Uint8Array(2 * Math.max(place, this.#known.length))
      const sums = new Int32Array(known.length * LABELS)
      known.set(this.#known)
      sums.set(this.#sums)
      this.#known = known
      this.#sums = sums
    }
    this.#one.fill(0)
    addWeights(this.#table, hashes, wordFeatures(book, word, offset, hashes, 0), this.#one, 0)
    this.#sums.set(this.#one, place * LABELS)
    this.#known[place] = 1
  }
}
