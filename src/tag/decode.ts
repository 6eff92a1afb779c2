import type { Described } from './described.ts'
import { featuresOf, MAX_FEATURES } from './features.ts'
import { follows, LABELS, mayEnd, mayStart } from './labels.ts'
import type { NameModel } from './name-model.ts'
import { type FirstLook, MAX_SECOND, secondFeatures } from './second-look.ts'

const hashes = new Int32Array(MAX_FEATURES + MAX_SECOND)

/** A model's tables as they are read fastest: what is looked at together lies together, as every miss of the cache costs. */
interface Layout {
  /** The print and the row of each feature, side by side, and one row more. */
  features: Uint32Array
  /** Label above weight. */
  entries: Uint16Array
}

const layouts = new WeakMap<NameModel, Layout>()

function layoutOf(model: NameModel): Layout {
  const known = layouts.get(model)
  if (known) return known
  const { prints, rows, labels, weights } = model
  const features = new Uint32Array(2 * rows.length)
  rows.forEach((row, feature) => {
    features[2 * feature] = prints[feature] ?? 0
    features[2 * feature + 1] = row
  })
  const entries = Uint16Array.from(labels, (label, k) => (label << 8) | (weights[k]! & 0xff))
  const made = { features, entries }
  layouts.set(model, made)
  return made
}

/** Adds the weights of the first `count` of `hashes` to the sums that begin at `at`. */
function add({ bits, buckets }: NameModel, { features, entries }: Layout, count: number, sums: Int32Array, at: number) {
  const shift = 32 - bits
  for (let f = 0; f < count; f++) {
    const hash = hashes[f]!
    const bucket = hash >>> shift
    const print = hash & 0xffff
    const end = 2 * buckets[bucket + 1]!
    for (let feature = 2 * buckets[bucket]!; feature < end; feature += 2) {
      if (features[feature] !== print) continue
      const last = features[feature + 3]!
      for (let k = features[feature + 1]!; k < last; k++) {
        const entry = entries[k]!
        sums[at + (entry >> 8)]! += (entry << 24) >> 24
      }
      break
    }
  }
}

/** Adds up the weights of each token of the sentence from token `from` to `to`: `width` sums a token. */
export function scoreLabels(model: NameModel, d: Described, from: number, to: number, width: number): Int32Array {
  const sums = new Int32Array((to - from) * width)
  const layout = layoutOf(model)
  for (let i = from; i < to; i++) add(model, layout, featuresOf(d, i, from, to, hashes), sums, (i - from) * width)
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
  const layout = layoutOf(model)
  for (let i = from; i < to; i++) {
    both.fill(0)
    add(model, layout, secondFeatures(seen, d, i, from, to, hashes, 0), both, 0)
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
