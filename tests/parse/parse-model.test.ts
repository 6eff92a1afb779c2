import { expect, test } from 'vitest'
import { bytesOf } from '../../src/base/bytes.ts'
import { type PlacedWeights, placeWeights } from '../../src/parse/network.ts'
import { outputCount, parseModelOf, readParseTables, writeParseModel } from '../../src/parse/parse-model.ts'
import { parseRows } from '../../src/parse/parse-rows.ts'
import { Vocabulary } from '../../src/parse/vocabulary.ts'

const labels = ['', 'root', 'nsubj']
const hashes = { words: Int32Array.of(11, 22), endings: Int32Array.of(33) }
const vocabulary = new Vocabulary(hashes.words, hashes.endings, ['NN NOUN'])
const rows = parseRows(vocabulary, labels.length)

/** Weights of which only the rows that `kept` names are not zero. */
function weights(width: number, kept: readonly number[]): PlacedWeights {
  const table = new Int8Array(rows.count * width)
  for (const row of kept) table.fill((row % 100) + 1, row * width, (row + 1) * width)
  return placeWeights({
    width,
    rows: table,
    start: Int16Array.from({ length: width }, (_, j) => j - 300),
    outputs: Int8Array.from({ length: outputCount(labels) * width }, (_, k) => (k % 200) - 100),
    offsets: Int32Array.from({ length: outputCount(labels) }, (_, o) => o * 1000 - 3000),
  })
}

test('a parser is read as it was written, rows of zeros left out', () => {
  const backward = { labels, rows, network: weights(64, [0, 1, 2, 9, 40]) }
  const forward = { labels, rows, network: weights(128, [3, rows.count - 2, rows.count - 1]) }
  const { card, weights: bytes } = writeParseModel('tiny', { vocabulary, backward, forward }, hashes)
  expect(bytes.length).toBeLessThan(rows.count * 64)
  const model = parseModelOf(readParseTables({ ...card }, bytes))
  for (const [read, written] of [
    [model.backward.network, backward.network],
    [model.forward.network, forward.network],
  ] as const) {
    expect(read.width).toBe(written.width)
    for (const part of ['rows', 'start', 'outputs', 'offsets'] as const) {
      expect(Buffer.compare(bytesOf(read[part]), bytesOf(written[part]))).toBe(0)
    }
  }
  expect(model.vocabulary.words.of(22)).toBe(2)
  expect(model.vocabulary.tag('NN', 'NOUN')).toBe(1)
})

test('weights learned with other features are refused', () => {
  const way = { labels, rows, network: weights(64, []) }
  const { card, weights: bytes } = writeParseModel('tiny', { vocabulary, backward: way, forward: way }, hashes)
  expect(() => readParseTables({ ...card, features: 0 }, bytes)).toThrow('train it again')
})
