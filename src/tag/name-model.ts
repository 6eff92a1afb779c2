import { bytesOf, sharedCopy } from '../base/bytes.ts'
import { SetupError } from '../base/errors.ts'
import { movesInOrder } from './decode.ts'
import { FEATURES_VERSION } from './features.ts'
import { NameLists } from './name-lists.ts'
import { type NameModel, startsOf, tableOf, type WeightTable } from './weight-table.ts'
import { WordBook } from './word-book.ts'
import { CLASS_WIDTH, WordClasses } from './word-classes.ts'
import { WordSums } from './word-sums.ts'

/** A tagger as it is trained and written. */
export interface TrainedTagger {
  /** Two looks at once: labels below `LABELS` are the first look's, those from there on the second's (`joinModels`). */
  model: NameModel
  /** From label to label, at the second look; those in `model` are the first's. */
  moves: Int32Array
  lists: NameLists
  classes: WordClasses
}

/** A tagger as it is read and run. */
export interface NameTagger {
  /** Both looks, as in `TrainedTagger`. */
  table: WeightTable
  /** The moves of both looks, as `movesInOrder` has them. */
  firstMoves: Int32Array
  moves: Int32Array
  /** What a weight of 1 stands for. */
  unit: number
  lists: NameLists
  /** The words of the articles read, and what they say by themselves. */
  book: WordBook
  words: WordSums
}

const MODEL_PARTS = ['moves', 'buckets', 'prints', 'counts', 'labels', 'weights'] as const

interface Card {
  name: string
  features: number
  bits: number
  unit: number
  /** Bytes of each of `MODEL_PARTS`, in the order of the weights. */
  parts: number[]
  /** Bytes of what stands behind: the second look's moves, names, masks and beginnings of the lists, words and classes. */
  tables: number[]
}

/** What a tagger is made of, as it crosses between threads: all that is large stands in memory that they share. */
export interface NameTables {
  table: WeightTable
  /** `LABELS` a row, of either look. */
  firstMoves: Int32Array
  moves: Int32Array
  unit: number
  names: Int32Array
  masks: Uint16Array
  beginnings: Uint32Array
  words: Int32Array
  classes: Uint16Array
}

/** Reads the tables of a tagger. Throws a SetupError when its weights were learned with other features. */
export function readNameTables(card: Record<string, unknown>, weights: Buffer): NameTables {
  const { name, features, bits, unit, parts, tables } = card as unknown as Card
  if (features !== FEATURES_VERSION) {
    throw new SetupError(`Expected name features ${FEATURES_VERSION}, got ${features} (model ${name}): train it again`)
  }
  let at = 0
  const take = (bytes: number): SharedArrayBuffer => {
    at += bytes
    return sharedCopy(weights.subarray(at - bytes, at))
  }
  const [moves, buckets, prints, counts, labels, values] = parts.map(take)
  const [again, names, masks, beginnings, words, classes] = tables.map(take)
  const firstMoves = new Int32Array(moves!)
  const { starts, cells } = tableOf({
    bits,
    unit,
    moves: firstMoves,
    buckets: startsOf(new Uint8Array(buckets!)),
    prints: new Uint16Array(prints!),
    rows: startsOf(new Uint8Array(counts!)),
    labels: new Uint8Array(labels!),
    weights: new Int8Array(values!),
  })
  return {
    table: { bits, starts: new Uint32Array(sharedCopy(starts)), cells: new Int32Array(sharedCopy(cells)) },
    firstMoves,
    moves: new Int32Array(again!),
    unit,
    names: new Int32Array(names!),
    masks: new Uint16Array(masks!),
    beginnings: new Uint32Array(beginnings!),
    words: new Int32Array(words!),
    classes: new Uint16Array(classes!),
  }
}

export function nameTaggerOf(tables: NameTables): NameTagger {
  const { table, firstMoves, moves, unit } = tables
  const lists = new NameLists(tables.names, tables.masks, tables.beginnings)
  return {
    table,
    firstMoves: movesInOrder(firstMoves),
    moves: movesInOrder(moves),
    unit,
    lists,
    book: new WordBook(lists, new WordClasses(tables.words, tables.classes)),
    words: new WordSums(table),
  }
}

/** What `readNameTables` reads. */
export function writeNameTagger(
  name: string,
  { model, moves, lists, classes }: TrainedTagger,
): { card: Card; weights: Buffer } {
  const chunks: Buffer[] = []
  const put = (view: ArrayBufferView): number => {
    chunks.push(bytesOf(view))
    return view.byteLength
  }
  const parts = MODEL_PARTS.map((part) => put(partOf(model, part)))
  const tables = [moves, lists.keys, lists.masks, lists.beginnings, classes.keys, classes.values].map(put)
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
