import { SKETCH } from './sketch.ts'

/** Two hashes a band: texts that share 0.8 meet in one of the eight with 0.9997, those that share 0.3 with 0.5. */
const BAND = 2
const BANDS = SKETCH / BAND
/** Of 16 equal hashes; below, two articles have a subject in common rather than a text. */
const MIN_EQUAL = 12
const BUCKETS = 1 << 16

/**
 * Finds the earlier article that a text is a near copy of. All in typed arrays: 100 bytes an article, whatever its
 * length, so that a million fit beside everything else.
 */
export class NearCopies {
  #count = 0
  #sketches = new Uint32Array(SKETCH * 1024)
  /** By band and bucket, the last article in it, from 1; and for each article and band the one before. */
  readonly #heads = new Int32Array(BANDS * BUCKETS)
  #before = new Int32Array(BANDS * 1024)

  get count(): number {
    return this.#count
  }

  /** Adds a text; gives the number (from 0) of the most similar earlier one, the first of several, if it is near. */
  add(sketch: Uint32Array): { index: number; similarity: number } | undefined {
    let best = -1
    let bestEqual = MIN_EQUAL - 1
    const seen = new Set<number>()
    for (let band = 0; band < BANDS; band++) {
      for (let at = this.#heads[this.#bucket(sketch, band)]! - 1; at >= 0; at = this.#before[at * BANDS + band]! - 1) {
        if (seen.has(at)) continue
        seen.add(at)
        const equal = this.#equal(sketch, at)
        if (equal > bestEqual || (equal === bestEqual && best >= 0 && at < best)) {
          best = at
          bestEqual = equal
        }
      }
    }
    // A copy is found by its original: copies themselves are not chained, or a much copied story would fill its bucket.
    if (best < 0 || bestEqual < SKETCH) this.#chain(sketch)
    this.#count++
    return best < 0 ? undefined : { index: best, similarity: bestEqual / SKETCH }
  }

  #chain(sketch: Uint32Array): void {
    this.#grow()
    this.#sketches.set(sketch, this.#count * SKETCH)
    for (let band = 0; band < BANDS; band++) {
      const bucket = this.#bucket(sketch, band)
      this.#before[this.#count * BANDS + band] = this.#heads[bucket]!
      this.#heads[bucket] = this.#count + 1
    }
  }

  #bucket(sketch: Uint32Array, band: number): number {
    return band * BUCKETS + ((sketch[band * BAND]! ^ Math.imul(sketch[band * BAND + 1]!, 0x9e3779b1)) >>> 16)
  }

  #equal(sketch: Uint32Array, at: number): number {
    let equal = 0
    for (let k = 0; k < SKETCH; k++) if (this.#sketches[at * SKETCH + k] === sketch[k]) equal++
    return equal
  }

  #grow(): void {
    if ((this.#count + 1) * SKETCH <= this.#sketches.length) return
    let room = this.#sketches.length / SKETCH
    while (room <= this.#count) room *= 2
    const sketches = new Uint32Array(room * SKETCH)
    sketches.set(this.#sketches)
    const before = new Int32Array(room * BANDS)
    before.set(this.#before)
    this.#sketches = sketches
    this.#before = before
  }
}
