import { random } from '../base/mix.ts'
import { type ChainFeatures, MAX_CHAIN_FEATURES } from '../refer/chain-features.ts'
import { ChainWalk, MOST_CANDIDATES } from '../refer/chains.ts'

/** An article's phrases as they are seen, and the annotated chain of each, -1 for none. */
export interface Lesson {
  features: ChainFeatures
  gold: Int32Array
}

export interface Settings {
  bits: number
  epochs: number
  seed: number
  rate: number
  /** The share of features left out of each comparison: what is learned must not hang on one of them. */
  dropout: number
  /** How much dearer a mistake is than none: a link left out, one too many, one to another thing. */
  costs: { missed: number; added: number; wrong: number }
}

/** One choice of what a phrase means: place 0 is that it is new, the others are earlier phrases. */
class Choice {
  readonly rows = Array.from({ length: MOST_CANDIDATES + 1 }, () => new Int32Array(MAX_CHAIN_FEATURES))
  readonly used = new Int32Array(MOST_CANDIDATES + 1)
  readonly score = new Float64Array(MOST_CANDIDATES + 1)
  readonly odds = new Float64Array(MOST_CANDIDATES + 1)
  readonly isRight = new Uint8Array(MOST_CANDIDATES + 1)
  readonly spot = new Int32Array(MOST_CANDIDATES + 1)
  size = 0

  /** The place with the best score. */
  best(): number {
    let best = 0
    for (let k = 1; k < this.size; k++) if (this.score[k]! > this.score[best]!) best = k
    return best
  }
}

/**
 * Learns what a phrase means: of all right answers any will do (Durrett and Klein 2013), and mistakes cost by their kind.
 * Chains are those that the weights themselves have made so far. Gradients have a rate of their own for each weight
 * (AdaGrad); the weights of the second half of the epochs are averaged.
 */
export function learnChains(lessons: readonly Lesson[], settings: Settings, say: (line: string) => void): Float32Array {
  const { bits, epochs, seed, rate, dropout, costs } = settings
  const next = random(seed)
  const weights = new Float64Array(1 << bits)
  const squares = new Float64Array(1 << bits).fill(1)
  const total = new Float64Array(1 << bits)
  const order = Int32Array.from(lessons.keys())
  const choice = new Choice()
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, next)
    for (const index of order) {
      const { features, gold } = lessons[index]!
      const walk = new ChainWalk(features)
      const weigh = (k: number, count: number): void => {
        const rows = choice.rows[k]!
        let used = 0
        let sum = 0
        for (let f = 0; f < count; f++) {
          if (next() < dropout) continue
          const row = features.rows[f]! >>> (32 - bits)
          rows[used++] = row
          sum += weights[row]!
        }
        choice.used[k] = used
        choice.score[k] = sum
      }
      for (let j = 0; j < walk.spots.length; j++) {
        choice.size = 1 + walk.compare(j)
        choice.spot[0] = -1
        weigh(0, features.first(j, walk.before(j)))
        let isOld = false
        for (let k = 1; k < choice.size; k++) {
          const i = walk.candidates[k - 1]!
          choice.spot[k] = i
          weigh(k, features.pair(i, j, walk.linkOf(i)))
          const isRight = gold[j] !== -1 && gold[i] === gold[j]
          choice.isRight[k] = isRight ? 1 : 0
          isOld ||= isRight
        }
        choice.isRight[0] = isOld ? 0 : 1
        const best = choice.best()
        correct(choice, isOld ? costs.wrong : costs.added, costs.missed, weights, squares, rate)
        walk.join(j, choice.spot[best]!)
      }
    }
    if (epoch > epochs / 2) for (let r = 0; r < total.length; r++) total[r]! += weights[r]!
    say(`epoch ${epoch} of ${epochs}`)
  }
  return Float32Array.from(total)
}

function correct(
  choice: Choice,
  wrong: number,
  missed: number,
  weights: Float64Array,
  squares: Float64Array,
  rate: number,
): void {
  const { size, score, odds, isRight, rows, used } = choice
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < size; k++) {
    odds[k] = score[k]! + (isRight[k] === 1 ? 0 : k === 0 ? missed : wrong)
    top = Math.max(top, odds[k]!)
  }
  let all = 0
  let right = 0
  for (let k = 0; k < size; k++) {
    odds[k] = Math.exp(odds[k]! - top)
    all += odds[k]!
    if (isRight[k] === 1) right += odds[k]!
  }
  const perAll = 1 / all
  const perRight = 1 / Math.max(right, 1e-300)
  for (let k = 0; k < size; k++) {
    const gradient = isRight[k] === 1 ? odds[k]! * (perRight - perAll) : -odds[k]! * perAll
    if (Math.abs(gradient) < LEAST_GRADIENT) continue
    for (let f = 0; f < used[k]!; f++) {
      const row = rows[k]![f]!
      squares[row]! += gradient * gradient
      weights[row]! += (rate * gradient) / Math.sqrt(squares[row]!)
    }
  }
}

const LEAST_GRADIENT = 1e-3

function shuffle(order: Int32Array, next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
}
