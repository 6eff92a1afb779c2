import { slotOf } from '../base/hash-slots.ts'
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

  /** The table as `read` takes it. */
  bytes(): Buffer {
    const size = this.#keys.length
    const out = Buffer.alloc(4 + size * 6 + this.#coarse.length * 2)
    out.writeUInt32LE(size, 0)
    for (let i = 0; i < size; i++) {
      out.writeInt32LE(this.#keys[i]!, 4 + i * 4)
      out.writeUInt16LE(this.#values[i]!, 4 + size * 4 + i * 2)
    }
    this.#coarse.forEach((value, i) => {
      out.writeUInt16LE(value, 4 + size * 6 + i * 2)
    })
    return out
  }

  static read(bytes: Buffer): Clusters {
    const size = bytes.readUInt32LE(0)
    // Numbers of several bytes must stand at even places: the copy begins where they do.
    const { buffer } = new Uint8Array(bytes.subarray(4))
    return new Clusters(
      new Int32Array(buffer, 0, size),
      new Uint16Array(buffer, size * 4, size),
      new Uint16Array(buffer, size * 6),
    )
  }

  fine(hash: number): number {
    return this.#values[slotOf(this.#keys, hash)]!
  }

  fill(words: Pick<Words, 'count' | 'lower' | 'cluster'>): void {
    for (let i = 0; i < words.count; i++) {
      const fine = this.fine(words.lower[i]!)
      words.cluster[i * CLUSTERS] = this.#coarse[fine * 2]!
      words.cluster[i * CLUSTERS + 1] = this.#coarse[fine * 2 + 1]!
      words.cluster[i * CLUSTERS + 2] = fine
    }
  }
}
