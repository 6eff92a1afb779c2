import { LABELS } from './labels.ts'

/**
 * Trained weights, packed. Features are known by the 32 bits of their hash: the upper `bits` (16 or more) name a bucket, the lower 16
 * are its print, looked for among the prints of the bucket. Weights are whole numbers, so that sums are the same everywhere.
 */
export interface NameModel {
  bits: number
  /** Where each bucket begins among the features; one more than there are buckets. */
  buckets: Uint32Array
  prints: Uint16Array
  /** Where each feature's weights begin; one more than there are features. */
  rows: Uint32Array
  labels: Uint8Array
  weights: Int8Array
  /** From label to label, `LABELS` a row. */
  moves: Int32Array
  /** What a weight of 1 stands for. */
  unit: number
}

/** Where each of so many things begins. */
export function startsOf(counts: Uint8Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!
  return starts
}

/**
 * Weights as they are read fastest: all of a bucket in one stretch of memory, as each miss of the cache costs, and those of a
 * label at both looks in one number, so that one addition does for both.
 */
export interface WeightTable {
  bits: number
  /** Where each bucket's cells begin; one more than there are buckets. */
  starts: Uint32Array
  /** For each feature of a bucket: print and number of labels; then each label below its two weights, the second look's on top. */
  cells: Int32Array
}

const LABEL_BITS = 5

/** A label's sum at the first look and at the second, of what `addWeights` added up. */
export const firstSum = (sum: number): number => (sum << 16) >> 16
export const secondSum = (sum: number): number => (sum + 0x8000) >> 16

/** The table of a model of one look, or of two, the second's labels behind the first's. */
export function tableOf({ bits, buckets, prints, rows, labels, weights }: NameModel): WeightTable {
  const starts = new Uint32Array(buckets.length)
  const cells = new Int32Array(prints.length + labels.length)
  const both = new Int32Array(LABELS)
  let n = 0
  for (let bucket = 0; bucket + 1 < buckets.length; bucket++) {
    for (let feature = buckets[bucket]!; feature < buckets[bucket + 1]!; feature++) {
      both.fill(0)
      for (let k = rows[feature]!; k < rows[feature + 1]!; k++) {
        const label = labels[k]!
        if (label < LABELS) both[label]! += weights[k]!
        else both[label - LABELS]! += weights[k]! << 16
      }
      const head = n++
      for (let k = 0; k < LABELS; k++) if (both[k] !== 0) cells[n++] = (both[k]! << LABEL_BITS) | k
      cells[head] = (prints[feature]! << LABEL_BITS) | (n - head - 1)
    }
    starts[bucket + 1] = n
  }
  return { bits, starts, cells: cells.subarray(0, n) }
}

/** Room for the features of one token. */
const MAX = 256
const begins = new Uint32Array(MAX)
const LOW = 2 ** LABEL_BITS - 1

/** Adds the weights of the first `count` of `hashes` to the sums that begin at `at`, one a label. */
export function addWeights(
  { bits, starts, cells }: WeightTable,
  hashes: Int32Array,
  count: number,
  sums: Int32Array,
  at: number,
): void {
  const shift = 32 - bits
  // Where the cells lie is asked for all features first: the processor then waits for many of them at once.
  for (let f = 0; f < count; f++) begins[f] = starts[hashes[f]! >>> shift]!
  let touched = 0
  for (let f = 0; f < count; f++) touched |= cells[begins[f]!]!
  if (touched === 0) return
  for (let f = 0; f < count; f++) {
    const hash = hashes[f]!
    const print = hash & 0xffff
    const end = starts[(hash >>> shift) + 1]!
    for (let cell = begins[f]!; cell < end; ) {
      const head = cells[cell]!
      const last = cell + (head & LOW)
      if (head >>> LABEL_BITS !== print) {
        cell = last + 1
        continue
      }
      while (cell < last) {
        const one = cells[++cell]!
        sums[at + (one & LOW)]! += one >> LABEL_BITS
      }
      break
    }
  }
}
