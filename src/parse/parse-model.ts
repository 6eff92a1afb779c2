import { z } from 'zod'
import { bytesOf } from '../base/bytes.ts'
import { SetupError } from '../base/errors.ts'
import { BLOCK, type NetworkWeights, type PlacedWeights, roomForWeights } from './network.ts'
import { PARSE_FEATURES_VERSION } from './parse-features.ts'
import { parseRows } from './parse-rows.ts'
import type { ParseModel } from './parser.ts'
import { MOVES } from './transition.ts'
import { Vocabulary } from './vocabulary.ts'

const Card = z.object({
  name: z.string(),
  features: z.number(),
  labels: z.array(z.string()).min(2),
  /** `XPOS UPOS`, by number from 1 on. */
  tags: z.array(z.string()),
  words: z.number(),
  endings: z.number(),
  /** Of the hidden layers, backward first. */
  widths: z.tuple([z.number().multipleOf(BLOCK), z.number().multipleOf(BLOCK)]),
})
type Card = z.infer<typeof Card>

/** What a parser is made of, as it crosses between threads: the weights stand in memory that they share. */
export interface ParseTables {
  labels: readonly string[]
  tags: readonly string[]
  /** Hashes, in the order of their numbers. */
  words: Int32Array
  endings: Int32Array
  backward: PlacedWeights
  forward: PlacedWeights
}

/**
 * Reads the parser of a model folder. The weights are the hashes of words and endings in the order of their numbers (int32),
 * then for either way, backward first: offsets (int32), start (int16), outputs (int8), a bit for every row that is not
 * zero throughout, and those rows (int8); all little-endian. Throws a SetupError when it was trained with other features.
 */
export function readParseTables(card: Record<string, unknown>, weights: Buffer): ParseTables {
  const parsed = Card.safeParse(card)
  if (!parsed.success) throw new SetupError(`${z.prettifyError(parsed.error)} (the parser's model.json)`)
  const { name, features, labels, tags, widths, ...counts } = parsed.data
  if (features !== PARSE_FEATURES_VERSION) {
    throw new SetupError(
      `Expected parse features ${PARSE_FEATURES_VERSION}, got ${features} (model ${name}): train it again`,
    )
  }
  let offset = 0
  const take = (bytes: number): Buffer => {
    offset += bytes
    return weights.subarray(offset - bytes, offset)
  }
  const words = integers(take(counts.words * 4))
  const endings = integers(take(counts.endings * 4))
  const rows = parseRows(new Vocabulary(words, endings, tags), labels.length).count
  const network = (width: number): PlacedWeights => {
    const placed = roomForWeights(width, rows, outputCount(labels))
    for (const part of [placed.offsets, placed.start, placed.outputs]) bytesOf(part).set(take(part.byteLength))
    spreadOut(take(Math.ceil(rows / 8)), take, placed)
    return placed
  }
  const [backward, forward] = widths
  return { labels, tags, words, endings, backward: network(backward), forward: network(forward) }
}

export function parseModelOf({ labels, tags, words, endings, backward, forward }: ParseTables): ParseModel {
  const vocabulary = new Vocabulary(words, endings, tags)
  const rows = parseRows(vocabulary, labels.length)
  return {
    vocabulary,
    backward: { labels, rows, network: backward },
    forward: { labels, rows, network: forward },
  }
}

const integers = (bytes: Buffer): Int32Array => new Int32Array(new Uint8Array(bytes).buffer)

/** Puts the rows that are not zero in their places; rows that follow each other are taken at once. */
function spreadOut(bits: Buffer, take: (bytes: number) => Buffer, { rows, width }: NetworkWeights): void {
  const count = rows.length / width
  const kept = (row: number): boolean => row < count && ((bits[row >> 3]! >> (row & 7)) & 1) === 1
  for (let row = 0; row < count; row++) {
    if (!kept(row)) continue
    let end = row
    while (kept(end)) end++
    rows.set(take((end - row) * width), row * width)
    row = end
  }
}

/** The bits and rows that `spreadOut` takes. */
function packed({ rows, width }: NetworkWeights): Buffer[] {
  const count = rows.length / width
  const bits = Buffer.alloc(Math.ceil(count / 8))
  const kept: Buffer[] = []
  for (let row = 0; row < count; row++) {
    const own = rows.subarray(row * width, (row + 1) * width)
    if (own.every((weight) => weight === 0)) continue
    bits[row >> 3]! |= 1 << (row & 7)
    kept.push(bytesOf(own))
  }
  return [bits, ...kept]
}

export const outputCount = (labels: readonly string[]): number => MOVES + 2 * labels.length

/** What `readParseTables` reads; the hashes are those of the vocabulary. */
export function writeParseModel(
  name: string,
  model: ParseModel,
  hashes: { words: Int32Array; endings: Int32Array },
): { card: Card; weights: Buffer } {
  const { vocabulary, backward, forward } = model
  const card = {
    name,
    features: PARSE_FEATURES_VERSION,
    labels: [...forward.labels],
    tags: [...vocabulary.tags],
    words: hashes.words.length,
    endings: hashes.endings.length,
    widths: [backward.network.width, forward.network.width] as [number, number],
  }
  const ways = [backward, forward].flatMap(({ network }) => [
    ...[network.offsets, network.start, network.outputs].map(bytesOf),
    ...packed(network),
  ])
  return { card, weights: Buffer.concat([bytesOf(hashes.words), bytesOf(hashes.endings), ...ways]) }
}
