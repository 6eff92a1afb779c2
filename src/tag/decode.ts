import type { Described } from './described.ts'
import { featuresOf, MAX_FEATURES } from './features.ts'
import { follows, LABELS, mayEnd, mayStart } from './labels.ts'
import type { NameModel } from './name-model.ts'

const hashes = new Int32Array(MAX_FEATURES)

/** Adds up each token's weights: `LABELS` sums a token of the sentence from token `from` to `to`. */
export function scoreLabels(model: NameModel, d: Described, from: number, to: number): Int32Array {
  const { bits, buckets, prints, rows, labels, weights } = model
  const shift = 32 - bits
  const scores = new Int32Array((to - from) * LABELS)
  for (let i = from; i < to; i++) {
    const base = (i - from) * LABELS
    const count = featuresOf(d, i, from, to, hashes)
    for (let f = 0; f < count; f++) {
      const hash = hashes[f]!
      const bucket = hash >>> shift
      const print = hash & 0xffff
      const end = buckets[bucket + 1]!
      for (let at = buckets[bucket]!; at < end; at++) {
        if (prints[at] !== print) continue
        const last = rows[at + 1]!
        for (let k = rows[at]!; k < last; k++) scores[base + labels[k]!]! += weights[k]!
        break
      }
    }
  }
  return scores
}

const NEVER = -(2 ** 30)
const SOURCES: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, to) =>
  Array.from({ length: LABELS }, (_, from) => from).filter((from) => follows(from, to)),
)

/** The best labels of a sentence of so many tokens, by their scores and those of the moves between them (Viterbi). */
export function viterbi(scores: ArrayLike<number>, moves: ArrayLike<number>, count: number): Uint8Array {
  const best = new Float64Array(count * LABELS).fill(NEVER)
  const back = new Uint8Array(count * LABELS)
  for (let k = 0; k < LABELS; k++) if (mayStart(k)) best[k] = scores[k]!
  for (let t = 1; t < count; t++) {
    const before = (t - 1) * LABELS
    for (let k = 0; k < LABELS; k++) {
      let top = NEVER
      let chosen = 0
      for (const j of SOURCES[k]!) {
        const score = best[before + j]! + moves[j * LABELS + k]!
        if (score > top) {
          top = score
          chosen = j
        }
      }
      if (top <= NEVER / 2) continue
      best[t * LABELS + k] = top + scores[t * LABELS + k]!
      back[t * LABELS + k] = chosen
    }
  }
  const labels = new Uint8Array(count)
  let top = NEVER
  for (let k = 0; k < LABELS; k++) {
    if (mayEnd(k) && best[(count - 1) * LABELS + k]! > top) {
      top = best[(count - 1) * LABELS + k]!
      labels[count - 1] = k
    }
  }
  for (let t = count - 1; t > 0; t--) labels[t - 1] = back[t * LABELS + labels[t]!]!
  return labels
}
