/**
 * A trained tagger. Features are known by the 32 bits of their hash: the upper `bits` (16 or more) name a bucket, the lower 16 are its
 * print, looked for among the prints of the bucket. Weights are whole numbers, so that sums are the same everywhere.
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

/** Weights of hashed features as they are read fastest: all of a bucket in one stretch of memory, as each miss of the cache costs. */
export interface WeightTable {
  bits: number
  /** Where each bucket's cells begin; one more than there are buckets. */
  starts: Uint32Array
  /** For each feature of a bucket: its print, the number of its weights, and these, label above weight. */
  cells: Uint16Array
}

/** Where each of so many things begins. */
export function startsOf(counts: Uint8Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!
  return starts
}

/** Room for the features of one token. */
const MAX = 256
const begins = new Uint32Array(MAX)

export function tableOf({ bits, buckets, prints, rows, labels, weights }: NameModel): WeightTable {
  const starts = new Uint32Array(buckets.length)
  const cells = new Uint16Array(2 * prints.length + labels.length)
  let n = 0
  for (let bucket = 0; bucket + 1 < buckets.length; bucket++) {
    for (let feature = buckets[bucket]!; feature < buckets[bucket + 1]!; feature++) {
      cells[n++] = prints[feature]!
      cells[n++] = rows[feature + 1]! - rows[feature]!
      for (let k = rows[feature]!; k < rows[feature + 1]!; k++) cells[n++] = (labels[k]! << 8) | (weights[k]! & 0xff)
    }
    starts[bucket + 1] = n
  }
  return { bits, starts, cells }
}

/** Adds the weights of the first `count` of `hashes` to the sums that begin at `at`. */
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
  if (touched < 0) return
  for (let f = 0; f < count; f++) {
    const hash = hashes[f]!
    const print = hash & 0xffff
    const end = starts[(hash >>> shift) + 1]!
    for (let cell = begins[f]!; cell < end; ) {
      const last = cell + 2 + cells[cell + 1]!
      if (cells[cell] !== print) {
        cell = last
        continue
      }
      for (cell += 2; cell < last; cell++) {
        const entry = cells[cell]!
        sums[at + (entry >> 8)]! += (entry << 24) >> 24
      }
      break
    }
  }
}
