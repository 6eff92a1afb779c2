import { SetupError } from '../base/errors.ts'
import { FEATURES_VERSION } from './features.ts'
import { LABELS } from './labels.ts'
import { NameLists } from './name-lists.ts'
import { CLASS_WIDTH, WordClasses } from './word-classes.ts'

/**
 * A trained tagger. Features are known by the 32 bits of their hash: the upper `bits` name a bucket, the lower 16 are its
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
  model: NameModel
  lists: NameLists
  classes: WordClasses
}

const PARTS = [
  'moves',
  'buckets',
  'prints',
  'counts',
  'labels',
  'weights',
  'names',
  'masks',
  'words',
  'classes',
] as const
type Part = (typeof PARTS)[number]

interface Card {
  name: string
  features: number
  bits: number
  unit: number
  /** Bytes of each part of the weights, in the order of `PARTS`. */
  parts: Record<Part, number>
}

/** Reads a tagger. Throws a SetupError when its weights were learned with other features. */
export function readNameTagger(card: Record<string, unknown>, weights: Buffer): NameTagger {
  const { name, features, bits, unit, parts } = card as unknown as Card
  if (features !== FEATURES_VERSION) {
    throw new SetupError(`Expected name features ${FEATURES_VERSION}, got ${features} (model ${name}): train it again`)
  }
  const found = new Map<Part, ArrayBuffer>()
  let at = 0
  for (const part of PARTS) {
    const from = weights.byteOffset + at
    found.set(part, weights.buffer.slice(from, from + parts[part]) as ArrayBuffer)
    at += parts[part]
  }
  const part = (of: Part): ArrayBuffer => found.get(of)!
  return {
    model: {
      bits,
      unit,
      moves: new Int32Array(part('moves')),
      buckets: sums(new Uint8Array(part('buckets'))),
      prints: new Uint16Array(part('prints')),
      rows: sums(new Uint8Array(part('counts'))),
      labels: new Uint8Array(part('labels')),
      weights: new Int8Array(part('weights')),
    },
    lists: new NameLists(new Int32Array(part('names')), new Uint16Array(part('masks'))),
    classes: new WordClasses(new Int32Array(part('words')), new Uint16Array(part('classes'))),
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
  const bits = Math.max(8, Math.floor(Math.log2(kept.length / 2)))
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

/** What `readNameTagger` reads. */
export function writeNameTagger(name: string, { model, lists, classes }: NameTagger): { card: Card; weights: Buffer } {
  const parts: Record<Part, ArrayBufferView> = {
    moves: model.moves,
    buckets: differences(model.buckets),
    prints: model.prints,
    counts: differences(model.rows),
    labels: model.labels,
    weights: model.weights,
    names: lists.keys,
    masks: lists.masks,
    words: classes.keys,
    classes: classes.values,
  }
  const bytes = PARTS.map((part) => Buffer.from(parts[part].buffer, parts[part].byteOffset, parts[part].byteLength))
  const lengths = Object.fromEntries(PARTS.map((part, i) => [part, bytes[i]!.length])) as Record<Part, number>
  return {
    card: { name, features: FEATURES_VERSION, bits: model.bits, unit: model.unit, parts: lengths },
    weights: Buffer.concat(bytes),
  }
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
