import type { Described } from './described.ts'
import { featuresOf, MAX_FEATURES } from './features.ts'
import { follows, LABELS, mayEnd, mayStart } from './labels.ts'
import type { NameModel } from './name-model.ts'
import { type FirstLook, MAX_SECOND, secondFeatures } from './second-look.ts'

const hashes = new Int32Array(MAX_FEATURES + MAX_SECOND)

/** Adds the weights of the first `count` of `hashes` to the sums that begin at `at`. */
function add({ bits, buckets, prints, rows, labels, weights }: NameModel, count: number, sums: Int32Array, at: number) {
  const shift = 32 - bits
  for (let f = 0; f < count; f++) {
    const hash = hashes[f]!
    const bucket = hash >>> shift
    const print = hash & 0xffff
    const end = buckets[bucket + 1]!
    for (let feature = buckets[bucket]!; feature < end; feature++) {
      if (prints[feature] !== print) continue
      const last = rows[feature + 1]!
      for (let k = rows[feature]!; k < last; k++) sums[at + labels[k]!]! += weights[k]!
      break
    }
  }
}

/** Adds up the weights of each token of the sentence from token `from` to `to`: `width` sums a token. */
export function scoreLabels(model: NameModel, d: Described, from: number, to: number, width: number): Int32Array {
  const sums = new Int32Array((to - from) * width)
  for (let i = from; i < to; i++) add(model, featuresOf(d, i, from, to, hashes), sums, (i - from) * width)
  return sums
}

/**
 * The second look's sums of a sentence: `base`, what it makes of the words (`LABELS` a token of the article), and what it
 * makes of the first look. In a joined model the second look's labels stand behind the first's.
 */
export function scoreAgain(
  model: NameModel,
  d: Described,
  seen: FirstLook,
  base: Int16Array,
  from: number,
  to: number,
): Int32Array {
  const sums = new Int32Array((to - from) * LABELS)
  const both = new Int32Array(2 * LABELS)
  for (let i = from; i < to; i++) {
    both.fill(0)
    add(model, secondFeatures(seen, d, i, from, to, hashes, 0), both, 0)
    for (let k = 0; k < LABELS; k++) sums[(i - from) * LABELS + k] = base[i * LABELS + k]! + both[LABELS + k]!
  }
  return sums
}

const NEVER = -(2 ** 30)
const SOURCES: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, to) =>
  Array.from({ length: LABELS }, (_, from) => from).filter((from) => follows(from, to)),
)

/**
 * The best labels of a sentence of so many tokens, by their scores, the first `LABELS` of `width` a token, and those of the
 * moves between them (Viterbi).
 */
export function viterbi(
  scores: ArrayLike<number>,
  moves: ArrayLike<number>,
  count: number,
  width = LABELS,
): Uint8Array {
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
      best[t * LABELS + k] = top + scores[t * width + k]!
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
