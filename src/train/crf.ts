import { random } from '../base/mix.ts'
import { follows, LABELS, mayEnd, mayStart } from '../tag/labels.ts'

/** One sentence to learn from: the numbers of each token's features, and for each token the labels it may have, as bits. */
export interface Example {
  features: Int32Array
  /** Where each token's features begin; one more than there are tokens. */
  offsets: Int32Array
  allowed: Int32Array
  /** How much the sentence counts. */
  weight: number
}

export interface CrfRecipe {
  epochs: number
  /** The weights are the mean of those at each of `STOPS` stops in each of so many last epochs. */
  averaged: number
  rate: number
  /** The share of features left out at each sight of a token. */
  dropout: number
  l2: number
  seed: number
}

export interface CrfWeights {
  /** `LABELS` a feature. */
  state: Float32Array
  /** From label to label. */
  move: Float32Array
}

const STOPS = 8
const NEVER = -1e30
const NO_LABELS = new Int32Array(0)

/** From which labels each label may come. */
const SOURCES: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, to) =>
  Array.from({ length: LABELS }, (_, from) => from).filter((from) => follows(from, to)),
)

/**
 * Trains a linear-chain CRF (Lafferty and others 2001) by AdaGrad over single sentences, in an order that `seed` settles.
 * Where a token may have several labels, all ways to label the sentence with them together count as right.
 */
export class CrfTrainer {
  readonly #recipe: CrfRecipe
  readonly #state: Float32Array
  readonly #stateSquares: Float32Array
  readonly #move = new Float32Array(LABELS * LABELS)
  readonly #moveSquares = new Float32Array(LABELS * LABELS).fill(1e-6)
  readonly #next: () => number
  #kept = new Int32Array(1024)

  constructor(recipe: CrfRecipe, features: number) {
    this.#recipe = recipe
    this.#state = new Float32Array(features * LABELS)
    this.#stateSquares = new Float32Array(features * LABELS).fill(1e-3)
    this.#next = random(recipe.seed)
  }

  train(examples: readonly Example[], say: (line: string) => void): CrfWeights {
    const { epochs, averaged } = this.#recipe
    const order = examples.map((_, i) => i)
    const state = new Float32Array(this.#state.length)
    const move = new Float32Array(this.#move.length)
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(this.#next() * (i + 1))
        const held = order[i]!
        order[i] = order[j]!
        order[j] = held
      }
      let loss = 0
      for (let stop = 1, done = 0; stop <= STOPS; stop++) {
        for (const end = Math.floor((order.length * stop) / STOPS); done < end; done++) {
          loss += this.#learn(examples[order[done]!]!)
        }
        if (epoch < epochs - averaged) continue
        const share = 1 / (averaged * STOPS)
        for (let k = 0; k < state.length; k++) state[k]! += this.#state[k]! * share
        for (let k = 0; k < move.length; k++) move[k]! += this.#move[k]! * share
      }
      say(`epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(4)} a sentence`)
    }
    return { state, move }
  }

  #learn({ features, offsets, allowed, weight: counts }: Example): number {
    const count = allowed.length
    const { dropout, rate, l2 } = this.#recipe
    const scale = 1 / (1 - dropout)
    const keptOffsets = new Int32Array(count + 1)
    if (this.#kept.length < features.length) this.#kept = new Int32Array(features.length * 2)
    const kept = this.#kept
    const state = this.#state
    const squares = this.#stateSquares
    const emission = new Float64Array(count * LABELS)
    let n = 0
    for (let t = 0; t < count; t++) {
      const base = t * LABELS
      for (let f = offsets[t]!; f < offsets[t + 1]!; f++) {
        if (this.#next() < dropout) continue
        const row = features[f]! * LABELS
        kept[n++] = row
        for (let k = 0; k < LABELS; k++) emission[base + k]! += state[row + k]!
      }
      keptOffsets[t + 1] = n
    }
    for (let k = 0; k < emission.length; k++) emission[k]! *= scale

    const all = marginals(emission, this.#move, count, NO_LABELS)
    const gold = marginals(emission, this.#move, count, allowed)
    // No way to label the sentence is allowed: its names overlap.
    if (!Number.isFinite(gold.logZ)) return 0
    for (let t = 0; t < count; t++) {
      for (let k = 0; k < LABELS; k++) {
        const gradient = (all.state[t * LABELS + k]! - gold.state[t * LABELS + k]!) * scale * counts
        if (gradient > -1e-3 && gradient < 1e-3) continue
        for (let f = keptOffsets[t]!; f < keptOffsets[t + 1]!; f++) {
          const at = kept[f]! + k
          const weight = state[at]!
          const slope = gradient + l2 * weight
          const total = squares[at]! + slope * slope
          squares[at] = total
          state[at] = weight - (rate * slope) / Math.sqrt(total)
        }
      }
    }
    for (let k = 0; k < LABELS * LABELS; k++) {
      const gradient = (all.move[k]! - gold.move[k]!) * counts
      if (gradient === 0) continue
      const total = this.#moveSquares[k]! + gradient * gradient
      this.#moveSquares[k] = total
      this.#move[k]! -= (rate * gradient) / Math.sqrt(total)
    }
    return all.logZ - gold.logZ
  }
}

/**
 * Expected labels and moves of a sentence, by forward and backward sums scaled at each token. `allowed`: the labels each
 * token may have, as bits; all when it is empty.
 */
function marginals(
  emission: Float64Array,
  move: Float32Array,
  count: number,
  allowed: Int32Array,
): { state: Float64Array; move: Float64Array; logZ: number } {
  const size = count * LABELS
  const power = new Float64Array(size)
  let logZ = 0
  for (let t = 0; t < count; t++) {
    const base = t * LABELS
    const may = allowed.length > 0 ? allowed[t]! : -1
    let top = NEVER
    for (let k = 0; k < LABELS; k++) if (may & (1 << k) && emission[base + k]! > top) top = emission[base + k]!
    for (let k = 0; k < LABELS; k++) power[base + k] = may & (1 << k) ? Math.exp(emission[base + k]! - top) : 0
    logZ += top
  }
  for (let k = 0; k < LABELS * LABELS; k++) EXP_MOVE[k] = Math.exp(move[k]!)
  const alpha = new Float64Array(size)
  const scale = new Float64Array(count)
  for (let k = 0; k < LABELS; k++) if (mayStart(k)) alpha[k] = power[k]!
  for (let t = 0; t < count; t++) {
    const base = t * LABELS
    if (t > 0) {
      const before = base - LABELS
      for (let k = 0; k < LABELS; k++) {
        if (power[base + k] === 0) continue
        let sum = 0
        for (const j of SOURCES[k]!) sum += alpha[before + j]! * EXP_MOVE[j * LABELS + k]!
        alpha[base + k] = sum * power[base + k]!
      }
    }
    let sum = 0
    if (t === count - 1) for (let k = 0; k < LABELS; k++) if (!mayEnd(k)) alpha[base + k] = 0
    for (let k = 0; k < LABELS; k++) sum += alpha[base + k]!
    scale[t] = sum
    logZ += Math.log(sum)
    const shrink = 1 / sum
    for (let k = 0; k < LABELS; k++) alpha[base + k]! *= shrink
  }
  const beta = new Float64Array(size)
  const moves = new Float64Array(LABELS * LABELS)
  for (let k = 0; k < LABELS; k++) if (mayEnd(k)) beta[size - LABELS + k] = 1
  for (let t = count - 1; t > 0; t--) {
    const base = t * LABELS
    const before = base - LABELS
    const shrink = 1 / scale[t]!
    for (let k = 0; k < LABELS; k++) {
      const after = beta[base + k]! * power[base + k]! * shrink
      if (after === 0) continue
      for (const j of SOURCES[k]!) {
        const one = EXP_MOVE[j * LABELS + k]! * after
        beta[before + j]! += one
        moves[j * LABELS + k]! += alpha[before + j]! * one
      }
    }
  }
  for (let k = 0; k < size; k++) alpha[k]! *= beta[k]!
  return { state: alpha, move: moves, logZ }
}

const EXP_MOVE = new Float64Array(LABELS * LABELS)
