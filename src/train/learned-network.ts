import { random } from '../base/mix.ts'
import type { NetworkWeights } from '../parse/network.ts'

const NEAR_ZERO = 1e-6
/** So many times a row must have been learned from to be kept: every epoch counts. */
const OFTEN = 10

/**
 * A network of the shape of `parse/network.ts` that learns, example by example, by gradients scaled as in Adagrad (Duchi
 * and others 2011), one scale a row. Half-hidden layers (dropout, Srivastava and others 2014) keep it from learning by heart.
 */
export class LearnedNetwork {
  readonly width: number
  readonly rows: Float32Array
  readonly outputs: Float32Array
  readonly start: Float32Array
  readonly offsets: Float32Array
  readonly scores: Float32Array
  /** To be filled in by the caller: what each score should have been lower by. */
  readonly errors: Float32Array
  rate = 0
  readonly #hidden: Float32Array
  readonly #mask: Float32Array
  readonly #back: Float32Array
  readonly #rowScale: Float32Array
  readonly #rowSeen: Uint8Array
  readonly #outputScale: Float32Array
  readonly #startScale: Float32Array
  readonly #offsetScale: Float32Array

  constructor(width: number, rows: number, outputs: number, seed: number) {
    const next = random(seed)
    this.width = width
    this.rows = Float32Array.from({ length: rows * width }, () => (next() - 0.5) * 0.1)
    this.outputs = Float32Array.from({ length: outputs * width }, () => (next() - 0.5) * 0.2)
    this.start = new Float32Array(width).fill(0.1)
    this.offsets = new Float32Array(outputs)
    this.scores = new Float32Array(outputs)
    this.errors = new Float32Array(outputs)
    this.#hidden = new Float32Array(width)
    this.#mask = new Float32Array(width)
    this.#back = new Float32Array(width)
    this.#rowScale = new Float32Array(rows)
    this.#rowSeen = new Uint8Array(rows)
    this.#outputScale = new Float32Array(outputs * width)
    this.#startScale = new Float32Array(width)
    this.#offsetScale = new Float32Array(outputs)
  }

  /** Fills the hidden layer; a share of `hide` of it is left out, by `next`. */
  read(features: Int32Array, count: number, hide: number, next: () => number): void {
    const { width, rows } = this
    const hidden = this.#hidden
    const mask = this.#mask
    hidden.set(this.start)
    for (let f = 0; f < count; f++) {
      const at = features[f]! * width
      for (let j = 0; j < width; j++) hidden[j]! += rows[at + j]!
    }
    const kept = 1 / (1 - hide)
    for (let j = 0; j < width; j++) {
      mask[j] = hidden[j]! > 0 && next() >= hide ? kept : 0
      hidden[j]! *= mask[j]!
    }
  }

  score(from: number, to: number): void {
    const { width, outputs, offsets, scores } = this
    const hidden = this.#hidden
    for (let o = from; o < to; o++) {
      let sum = offsets[o]!
      const at = o * width
      for (let j = 0; j < width; j++) sum += outputs[at + j]! * hidden[j]!
      scores[o] = sum
    }
  }

  /** Begins an example's lesson. */
  forget(): void {
    this.#back.fill(0)
  }

  /** Changes outputs `from` to `to` by their errors and keeps what the hidden layer is to learn. */
  correct(from: number, to: number): void {
    const { width, outputs, offsets, errors, rate } = this
    const hidden = this.#hidden
    const back = this.#back
    const scale = this.#outputScale
    for (let o = from; o < to; o++) {
      const error = errors[o]!
      if (error === 0) continue
      const at = o * width
      this.#offsetScale[o]! += error * error
      offsets[o]! -= (rate * error) / Math.sqrt(this.#offsetScale[o]! + NEAR_ZERO)
      for (let j = 0; j < width; j++) {
        back[j]! += error * outputs[at + j]!
        const gradient = error * hidden[j]!
        if (gradient === 0) continue
        scale[at + j]! += gradient * gradient
        outputs[at + j]! -= (rate * gradient) / Math.sqrt(scale[at + j]! + NEAR_ZERO)
      }
    }
  }

  /** Changes the rows of the example's features by what `correct` kept. */
  learn(features: Int32Array, count: number): void {
    const { width, rows, start, rate } = this
    const back = this.#back
    let norm = 0
    for (let j = 0; j < width; j++) {
      back[j]! *= this.#mask[j]!
      norm += back[j]! * back[j]!
    }
    norm /= width
    if (norm === 0) return
    for (let j = 0; j < width; j++) {
      this.#startScale[j]! += back[j]! * back[j]!
      start[j]! -= (rate * back[j]!) / Math.sqrt(this.#startScale[j]! + NEAR_ZERO)
    }
    for (let f = 0; f < count; f++) {
      const row = features[f]!
      const at = row * width
      this.#rowScale[row]! += norm
      if (this.#rowSeen[row]! < OFTEN) this.#rowSeen[row]!++
      const step = rate / Math.sqrt(this.#rowScale[row]! + NEAR_ZERO)
      for (let j = 0; j < width; j++) rows[at + j]! -= step * back[j]!
    }
  }

  /** In whole numbers. Rows that were seldom learned from become zero: what is left of their first numbers came by chance. */
  quantised(): NetworkWeights {
    const { width, rows, outputs } = this
    const known = rows.map((weight, i) => (this.#rowSeen[Math.floor(i / width)]! >= OFTEN ? weight : 0))
    const fine = 127 / spread(known)
    const coarse = 127 / spread(outputs)
    const whole = (weight: number, scale: number): number => Math.max(-127, Math.min(127, Math.round(weight * scale)))
    return {
      width,
      rows: Int8Array.from(known, (weight) => whole(weight, fine)),
      start: Int16Array.from(this.start, (weight) => Math.round(weight * fine)),
      outputs: Int8Array.from(outputs, (weight) => whole(weight, coarse)),
      offsets: Int32Array.from(this.offsets, (weight) => Math.round(weight * fine * coarse)),
    }
  }
}

/** How large all but one of ten thousand weights are at most: the few that are larger are cut. */
function spread(weights: Float32Array): number {
  const sizes = weights.map(Math.abs).sort()
  return sizes[Math.floor(sizes.length * 0.9999)]!
}
