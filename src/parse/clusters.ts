import { CLUSTERS, type Words } from './words.ts'

/** Word classes by the hash of a word's lower case: an open-addressed table, `keys` 0 where it is empty. */
export class Clusters {
  readonly #keys: Int32Array
  /** The finest class of the key in the same place; the coarser ones stand in `#coarse`. */
  readonly #values: Uint16Array
  /** Middle and coarse class of a fine class, 2 each. */
  readonly #coarse: Uint16Array

  constructor(keys: Int32Array, values: Uint16Array, coarse: Uint16Array) {
    this.#keys = keys
    this.#values = values
    this.#coarse = coarse
  }

  static none(): Clusters {
    return new Clusters(new Int32Array(1), new Uint16Array(1), new Uint16Array(2))
  }

  fine(hash: number): number {
    const mask = this.#keys.length - 1
    for (let at = hash & mask; this.#keys[at] !== 0; at = (at + 1) & mask) {
      if (this.#keys[at] === hash) return this.#values[at]!
    }
    return 0
  }

  fill(words: Words): void {
    for (let i = 0; i < words.count; i++) {
      const fine = this.fine(words.lower[i]!)
      words.cluster[i * CLUSTERS] = this.#coarse[fine * 2]!
      words.cluster[i * CLUSTERS + 1] = this.#coarse[fine * 2 + 1]!
      words.cluster[i * CLUSTERS + 2] = fine
    }
  }
}
