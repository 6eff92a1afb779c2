import { LABELS } from '../tag/labels.ts'
import { type NameModel, startsOf } from '../tag/weight-table.ts'

/** Weights as training gives them: `LABELS` for each feature in `hashes`, in order. */
export interface RealWeights {
  hashes: Int32Array
  state: Float32Array
  move: Float32Array
}

/**
 * A tagger of the `keep` largest weights, in steps of a 127th of `clip`; a larger weight is cut to it. Of features with
 * the same bucket and print the first stays: give them by frequency.
 */
export function packNameModel({ hashes, state, move }: RealWeights, keep: number, clip: number): NameModel {
  const unit = clip / 127
  const sizes = state.map(Math.abs).sort()
  const least = Math.max(sizes[Math.max(0, sizes.length - keep)] ?? 0, unit / 2)
  const kept: number[] = []
  for (let f = 0; f < hashes.length; f++) {
    for (let k = 0; k < LABELS; k++) {
      if (Math.abs(state[f * LABELS + k]!) < least) continue
      kept.push(f)
      break
    }
  }
  const bits = Math.max(16, Math.floor(Math.log2(kept.length / 2)))
  kept.sort((a, b) => (hashes[a]! >>> 0 > hashes[b]! >>> 0 ? 1 : hashes[a]! >>> 0 < hashes[b]! >>> 0 ? -1 : a - b))
  const buckets = new Uint8Array(2 ** bits)
  const prints: number[] = []
  const counts: number[] = []
  const labels: number[] = []
  const weights: number[] = []
  let before = -1
  for (const f of kept) {
    const hash = hashes[f]!
    const bucket = hash >>> (32 - bits)
    const print = hash & 0xffff
    if (buckets[bucket] === 255 || (bucket === before && prints.slice(-buckets[bucket]!).includes(print))) continue
    before = bucket
    buckets[bucket]!++
    prints.push(print)
    const start = labels.length
    for (let k = 0; k < LABELS; k++) {
      const weight = state[f * LABELS + k]!
      if (Math.abs(weight) < least) continue
      labels.push(k)
      weights.push(Math.max(-127, Math.min(127, Math.round(weight / unit))))
    }
    counts.push(labels.length - start)
  }
  return {
    bits,
    unit,
    buckets: startsOf(buckets),
    prints: Uint16Array.from(prints),
    rows: startsOf(Uint8Array.from(counts)),
    labels: Uint8Array.from(labels),
    weights: Int8Array.from(weights),
    moves: Int32Array.from(move, (weight) => Math.round(weight / unit)),
  }
}

/**
 * One model of two with the same unit, so that both looks are added up in one pass over the features. A feature's hash is
 * known again from its bucket and its print.
 */
export function joinModels(first: NameModel, second: NameModel): NameModel {
  const rows = new Map<number, [label: number, weight: number][]>()
  for (const [model, shift] of [[first, 0] as const, [second, LABELS] as const]) {
    for (let bucket = 0; bucket + 1 < model.buckets.length; bucket++) {
      for (let feature = model.buckets[bucket]!; feature < model.buckets[bucket + 1]!; feature++) {
        const low = model.prints[feature]! & (2 ** Math.min(16, 32 - model.bits) - 1)
        const hash = ((bucket << (32 - model.bits)) | low) >>> 0
        const row = rows.get(hash) ?? []
        for (let k = model.rows[feature]!; k < model.rows[feature + 1]!; k++) {
          row.push([model.labels[k]! + shift, model.weights[k]!])
        }
        rows.set(hash, row)
      }
    }
  }
  const { bits } = first
  const sorted = [...rows].sort(([a], [b]) => a - b)
  const buckets = new Uint8Array(2 ** bits)
  for (const [hash] of sorted) buckets[hash >>> (32 - bits)]!++
  return {
    bits,
    unit: first.unit,
    moves: first.moves,
    buckets: startsOf(buckets),
    prints: Uint16Array.from(sorted, ([hash]) => hash & 0xffff),
    rows: startsOf(Uint8Array.from(sorted, ([, row]) => row.length)),
    labels: Uint8Array.from(sorted.flatMap(([, row]) => row.map(([label]) => label))),
    weights: Int8Array.from(sorted.flatMap(([, row]) => row.map(([, weight]) => weight))),
  }
}
