import { SetupError } from '../base/errors.ts'
import { FEATURES_VERSION } from './features.ts'
import { LABELS } from './labels.ts'
import { NameLists } from './name-lists.ts'
import { CLASS_WIDTH, WordClasses } from './word-classes.ts'

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

/** A tagger with the tables its features read. */
export interface NameTagger {
  /** Two looks at once: labels below `LABELS` are the first look's, those from there on the second's (`joinModels`). */
  model: NameModel
  /** From label to label, at the second look; those in `model` are the first's. */
  moves: Int32Array
  lists: NameLists
  classes: WordClasses
}

const MODEL_PARTS = ['moves', 'buckets', 'prints', 'counts', 'labels', 'weights'] as const

interface Card {
  name: string
  features: number
  bits: number
  unit: number
  /** Bytes of each of `MODEL_PARTS`, in the order of the weights. */
  parts: number[]
  /** Bytes of what stands behind: the second look's moves, names and masks of the lists, words and classes. */
  tables: number[]
}

/** Reads a tagger. Throws a SetupError when its weights were learned with other features. */
export function readNameTagger(card: Record<string, unknown>, weights: Buffer): NameTagger {
  const { name, features, bits, unit, parts, tables } = card as unknown as Card
  if (features !== FEATURES_VERSION) {
    throw new SetupError(`Expected name features ${FEATURES_VERSION}, got ${features} (model ${name}): train it again`)
  }
  let at = weights.byteOffset
  const take = (bytes: number): ArrayBuffer => {
    at += bytes
    return weights.buffer.slice(at - bytes, at) as ArrayBuffer
  }
  const [moves, buckets, prints, counts, labels, values] = parts.map(take)
  const [again, names, masks, words, classes] = tables.map(take)
  return {
    model: {
      bits,
      unit,
      moves: new Int32Array(moves!),
      buckets: sums(new Uint8Array(buckets!)),
      prints: new Uint16Array(prints!),
      rows: sums(new Uint8Array(counts!)),
      labels: new Uint8Array(labels!),
      weights: new Int8Array(values!),
    },
    moves: new Int32Array(again!),
    lists: new NameLists(new Int32Array(names!), new Uint16Array(masks!)),
    classes: new WordClasses(new Int32Array(words!), new Uint16Array(classes!)),
  }
}

/** Where each of so many things begins. */
function sums(counts: Uint8Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!
  return starts
}

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
    buckets: sums(buckets),
    prints: Uint16Array.from(prints),
    rows: sums(Uint8Array.from(counts)),
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
    buckets: sums(buckets),
    prints: Uint16Array.from(sorted, ([hash]) => hash & 0xffff),
    rows: sums(Uint8Array.from(sorted, ([, row]) => row.length)),
    labels: Uint8Array.from(sorted.flatMap(([, row]) => row.map(([label]) => label))),
    weights: Int8Array.from(sorted.flatMap(([, row]) => row.map(([, weight]) => weight))),
  }
}

/** What `readNameTagger` reads. */
export function writeNameTagger(
  name: string,
  { model, moves, lists, classes }: NameTagger,
): { card: Card; weights: Buffer } {
  const chunks: Buffer[] = []
  const put = (view: ArrayBufferView): number => {
    chunks.push(Buffer.from(view.buffer, view.byteOffset, view.byteLength))
    return view.byteLength
  }
  const parts = MODEL_PARTS.map((part) => put(partOf(model, part)))
  const tables = [moves, lists.keys, lists.masks, classes.keys, classes.values].map(put)
  const card = { name, features: FEATURES_VERSION, bits: model.bits, unit: model.unit, parts, tables }
  return { card, weights: Buffer.concat(chunks) }
}

function partOf(model: NameModel, part: (typeof MODEL_PARTS)[number]): ArrayBufferView {
  if (part === 'buckets') return differences(model.buckets)
  if (part === 'counts') return differences(model.rows)
  return model[part]
}

const differences = (starts: Uint32Array): Uint8Array =>
  Uint8Array.from({ length: starts.length - 1 }, (_, i) => starts[i + 1]! - starts[i]!)

/** Classes of words by `hashWord`, as a table. */
export function tableOfClasses(classes: ReadonlyMap<number, readonly number[]>): WordClasses {
  const size = 2 ** Math.ceil(Math.log2(classes.size * 1.4 + 16))
  const keys = new Int32Array(size)
  const values = new Uint16Array(size * CLASS_WIDTH)
  for (const [key, numbers] of [...classes].sort(([a], [b]) => a - b)) {
    let at = key & (size - 1)
    while (keys[at] !== 0) at = (at + 1) & (size - 1)
    keys[at] = key
    values.set(numbers, at * CLASS_WIDTH)
  }
  return new WordClasses(keys, values)
}
