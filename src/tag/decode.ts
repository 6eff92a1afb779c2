import type { Described } from './described.ts'
import { MAX_FEATURES, placeFeatures, REACH, wordAt } from './features.ts'
import { follows, LABELS, mayEnd, mayStart } from './labels.ts'
import { type FirstLook, MAX_SECOND, secondFeatures } from './second-look.ts'
import type { Stretch } from './stretches.ts'
import { addWeights, type WeightTable } from './weight-table.ts'
import type { WordSums } from './word-sums.ts'

const hashes = new Int32Array(Math.max(MAX_FEATURES, MAX_SECOND))

/**
 * Adds up the weights of each token of a stretch, `LABELS` sums a token, for both looks at once (`firstSum`, `secondSum`); `words`
 * knows those that go with the words alone.
 */
export function scoreWords(
  table: WeightTable,
  words: WordSums,
  d: Described,
  { from, to, sentence }: Stretch,
): Int32Array {
  const sums = new Int32Array((to - from) * LABELS)
  for (let i = from; i < to; i++) {
    const at = (i - from) * LABELS
    for (let offset = -REACH; offset <= REACH; offset++) {
      words.add(d.book, wordAt(d, i + offset, sentence.from, sentence.to), offset, sums, at)
    }
    addWeights(table, hashes, placeFeatures(d, i, sentence.from, sentence.to, hashes, 0), sums, at)
  }
  return sums
}

/** Adds, of what the first look found, the weights of each token of a stretch to its sums. */
export function scoreFirstLook(
  table: WeightTable,
  d: Described,
  seen: FirstLook,
  { from, to, sentence }: Stretch,
  sums: Int32Array,
): void {
  for (let i = from; i < to; i++) {
    const count = secondFeatures(seen, d, i, sentence.from, sentence.to, hashes, 0)
    addWeights(table, hashes, count, sums, (i - from) * LABELS)
  }
}

const NEVER = -(2 ** 29)

/** The moves that may be: from which label, ordered by the label they lead to; where each label's begin. */
const SOURCES: number[] = []
const FIRST_SOURCE = [0]
for (let to = 0; to < LABELS; to++) {
  for (let from = 0; from < LABELS; from++) if (follows(from, to)) SOURCES.push(from)
  FIRST_SOURCE.push(SOURCES.length)
}
const MOVE_FROM = Uint8Array.from(SOURCES)
const MOVES_TO = Uint8Array.from(FIRST_SOURCE)

/** The weights of the moves that may be, in the order in which `viterbi` reads them, from those of all, `LABELS` a row. */
export const movesInOrder = (moves: ArrayLike<number>): Int32Array => {
  const ordered = new Int32Array(MOVE_FROM.length)
  for (let to = 0; to < LABELS; to++) {
    for (let m = MOVES_TO[to]!; m < MOVES_TO[to + 1]!; m++) ordered[m] = moves[MOVE_FROM[m]! * LABELS + to]!
  }
  return ordered
}

let best = new Int32Array(LABELS)
let back = new Uint8Array(LABELS)

/**
 * The best labels of so many tokens at a look, by its half of their sums, `LABELS` a token, and by its moves between labels
 * (Viterbi).
 */
export function viterbi(sums: Int32Array, moves: Int32Array, count: number, look: 'first' | 'second'): Uint8Array {
  // Either half of a sum, without a branch: `firstSum`, `secondSum`.
  const bias = look === 'first' ? 0 : 0x8000
  const up = look === 'first' ? 16 : 0
  if (back.length < count * LABELS) {
    best = new Int32Array(2 * count * LABELS)
    back = new Uint8Array(2 * count * LABELS)
  }
  const ahead = best
  const chosen = back
  for (let k = 0; k < LABELS; k++) ahead[k] = mayStart(k) ? ((sums[k]! + bias) << up) >> 16 : NEVER
  for (let t = 1; t < count; t++) {
    const here = t * LABELS
    const before = here - LABELS
    let m = 0
    for (let k = 0; k < LABELS; k++) {
      let source = MOVE_FROM[m]!
      let top = ahead[before + source]! + moves[m]!
      const end = MOVES_TO[k + 1]!
      for (m++; m < end; m++) {
        const from = MOVE_FROM[m]!
        const sum = ahead[before + from]! + moves[m]!
        if (sum <= top) continue
        top = sum
        source = from
      }
      ahead[here + k] = top + (((sums[here + k]! + bias) << up) >> 16)
      chosen[here + k] = source
    }
  }
  const labels = new Uint8Array(count)
  const end = (count - 1) * LABELS
  let top = 2 * NEVER
  for (let k = 0; k < LABELS; k++) {
    if (!mayEnd(k) || ahead[end + k]! <= top) continue
    top = ahead[end + k]!
    labels[count - 1] = k
  }
  for (let t = count - 1; t > 0; t--) labels[t - 1] = chosen[t * LABELS + labels[t]!]!
  return labels
}
