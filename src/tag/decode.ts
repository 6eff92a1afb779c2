import type { Described } from './described.ts'
import { featuresOf, MAX_FEATURES } from './features.ts'
import { follows, LABELS, mayEnd, mayStart } from './labels.ts'
import { type FirstLook, MAX_SECOND, secondFeatures } from './second-look.ts'
import type { Stretch } from './stretches.ts'
import { addWeights, type WeightTable } from './weight-table.ts'

const hashes = new Int32Array(MAX_FEATURES + MAX_SECOND)

/** Sums a token has, where two looks are added up at once: the second's behind the first's. */
export const BOTH = 2 * LABELS

/** Adds up the weights of each token of a stretch, `width` sums a token. */
export function scoreWords(
  table: WeightTable,
  d: Described,
  { from, to, sentence }: Stretch,
  width: number,
): Int32Array {
  const sums = new Int32Array((to - from) * width)
  for (let i = from; i < to; i++) {
    addWeights(table, hashes, featuresOf(d, i, sentence.from, sentence.to, hashes), sums, (i - from) * width)
  }
  return sums
}

/** Adds, of what the first look found, the weights of each token of a stretch to its sums, `BOTH` a token. */
export function scoreFirstLook(
  table: WeightTable,
  d: Described,
  seen: FirstLook,
  { from, to, sentence }: Stretch,
  sums: Int32Array,
): void {
  for (let i = from; i < to; i++) {
    const count = secondFeatures(seen, d, i, sentence.from, sentence.to, hashes, 0)
    addWeights(table, hashes, count, sums, (i - from) * BOTH)
  }
}

const NEVER = -(2 ** 29)

/** For each label in turn, the labels that it may follow, and where they begin. */
const SOURCES: number[] = []
const FIRST_SOURCE: number[] = []
for (let to = 0; to < LABELS; to++) {
  FIRST_SOURCE.push(SOURCES.length)
  for (let from = 0; from < LABELS; from++) if (follows(from, to)) SOURCES.push(from)
}
FIRST_SOURCE.push(SOURCES.length)

let best = new Int32Array(0)
let back = new Uint8Array(0)

/**
 * The best labels of so many tokens, by their scores, the `LABELS` from `first` on of `width` a token, and those of the moves
 * between them (Viterbi).
 */
export function viterbi(scores: Int32Array, moves: Int32Array, count: number, width = LABELS, first = 0): Uint8Array {
  if (back.length < count * LABELS) {
    best = new Int32Array(2 * count * LABELS)
    back = new Uint8Array(2 * count * LABELS)
  }
  for (let k = 0; k < LABELS; k++) best[k] = mayStart(k) ? scores[first + k]! : NEVER
  for (let t = 1; t < count; t++) {
    const before = (t - 1) * LABELS
    for (let k = 0; k < LABELS; k++) {
      let top = 2 * NEVER
      let chosen = 0
      const end = FIRST_SOURCE[k + 1]!
      for (let s = FIRST_SOURCE[k]!; s < end; s++) {
        const source = SOURCES[s]!
        const score = best[before + source]! + moves[source * LABELS + k]!
        if (score > top) {
          top = score
          chosen = source
        }
      }
      best[t * LABELS + k] = top + scores[t * width + first + k]!
      back[t * LABELS + k] = chosen
    }
  }
  const labels = new Uint8Array(count)
  let top = 2 * NEVER
  for (let k = 0; k < LABELS; k++) {
    if (mayEnd(k) && best[(count - 1) * LABELS + k]! > top) {
      top = best[(count - 1) * LABELS + k]!
      labels[count - 1] = k
    }
  }
  for (let t = count - 1; t > 0; t--) labels[t - 1] = back[t * LABELS + labels[t]!]!
  return labels
}
