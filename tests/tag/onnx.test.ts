import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modelMentions } from '../../src/doc/layers.ts'
import { composePipeline } from '../../src/pipeline/load.ts'
import type { Annotate } from '../../src/stage/compose.ts'
import { readLabel, windowsOf } from '../../src/tag/onnx-tagger.ts'
import { readWordPieces } from '../../src/tag/word-pieces.ts'
import { plainArticle } from '../articles.ts'
import { tinyOnnx } from './tiny-onnx.ts'

const LABELS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'B-MISC']
/** Pieces with the label that each likes. */
const VOCABULARY: [piece: string, label: string][] = [
  ['[PAD]', 'O'],
  ['[UNK]', 'O'],
  ['[CLS]', 'O'],
  ['[SEP]', 'O'],
  ['Ada', 'B-PER'],
  ['Love', 'I-PER'],
  ['##lace', 'O'],
  ['Oslo', 'B-LOC'],
  ['.', 'O'],
  ['Expo', 'B-MISC'],
]

let folder: string
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'factwire-onnx-'))
  mkdirSync(join(folder, 'tiny'))
  write('tiny/model.onnx', tinyOnnx(VOCABULARY.map(([, label]) => LABELS.map((one) => (one === label ? 5 : 0)))))
  write('tiny/vocab.txt', VOCABULARY.map(([piece]) => piece).join('\n'))
  write('tiny/config.json', JSON.stringify({ id2label: Object.fromEntries(LABELS.entries()) }))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function pipeline(options: object): Promise<Annotate> {
  const stages = ['text/paragraphs', 'text/tokens', 'text/sentences', { use: 'tag/onnx', ...options }]
  write('mine.json', JSON.stringify({ name: 'mine', version: '1', language: 'en', stages }))
  return (await composePipeline(join(folder, 'mine.json'))).annotate
}

function names(annotate: Annotate, text: string): string[] {
  const found = annotate(plainArticle(text)).get(modelMentions)
  return found.map(({ start, end, type }) => `${text.slice(start, end)} ${type}`)
}

describe('tag/onnx', () => {
  test('maps labels of pieces to spans of the article', async () => {
    const annotate = await pipeline({ model: './tiny' })
    expect(names(annotate, 'Then Ada Lovelace 🙂 left Oslo. Expo, Oslo.')).toEqual([
      'Ada Lovelace person',
      'Oslo place',
      'Oslo place',
    ])
  })

  test('sees long articles through windows, and finds as much', async () => {
    const annotate = await pipeline({ model: './tiny', window: 12, overlap: 4, types: { MISC: 'event' } })
    const text = Array.from({ length: 40 }, () => 'Ada Lovelace saw Expo in Oslo.').join(' ')
    const found = names(annotate, text)
    expect(found.length).toBe(120)
    expect(new Set(found)).toEqual(new Set(['Ada Lovelace person', 'Expo event', 'Oslo place']))
  })

  test('says what is wrong with a model', async () => {
    mkdirSync(join(folder, 'broken'))
    write('broken/model.onnx', 'no model')
    write('broken/vocab.txt', '[UNK]')
    write('broken/config.json', JSON.stringify({ id2label: { 0: 'O' } }))
    await expect(pipeline({ model: './broken' })).rejects.toThrow(
      /Expected a model that onnxruntime-node can load: .*model\.onnx/s,
    )
    await expect(pipeline({ model: './nowhere' })).rejects.toThrow(/Expected a readable file/)
    await expect(pipeline({ model: './tiny', window: 10, overlap: 8 })).rejects.toThrow(/`overlap` to be less than/)
  })
})

test('windows share pieces and leave out no token', () => {
  expect(windowsOf([1, 1, 3, 1, 1, 1], 5, 2)).toEqual([
    { from: 0, to: 3 },
    { from: 3, to: 6 },
  ])
  expect(windowsOf([1, 1, 1, 1, 1, 1], 4, 2)).toEqual([
    { from: 0, to: 4 },
    { from: 2, to: 6 },
  ])
  expect(windowsOf([9, 9], 4, 2)).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 2 },
  ])
})

test('word pieces are the longest that the vocabulary has', () => {
  const pieces = readWordPieces('[UNK]\n[CLS]\n[SEP]\nlove\n##lace\n##l\nu\n.\ns', true)
  expect(pieces.of('Lovelace')).toEqual([3, 4])
  expect(pieces.of('U.S.')).toEqual([6, 7, 8, 7])
  expect(pieces.of('löve')).toEqual([3])
  expect(pieces.of('xyz')).toEqual([0])
})

test('labels of every scheme', () => {
  const types = { PER: 'person' } as const
  expect(readLabel('B-PER', types)).toEqual({ part: 'begin', type: 'person' })
  expect(readLabel('E-per', types)).toEqual({ part: 'inside', type: 'person' })
  expect(readLabel('S-PER', types).part).toBe('begin')
  expect(readLabel('I-XYZ', types)).toEqual({ part: 'outside', type: undefined })
  expect(readLabel('O', types)).toEqual({ part: 'outside', type: undefined })
})
