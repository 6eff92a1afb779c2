import { expect, test } from 'vitest'
import { Document } from '../../src/doc/document.ts'
import type { Layer } from '../../src/doc/layers.ts'
import * as layers from '../../src/doc/layers.ts'
import { makeSheet } from '../../src/sheet/sheet.ts'
import { verifySheet } from '../../src/sheet/verify.ts'
import { plainArticle } from '../articles.ts'
import { soundSheet } from './sheets.ts'

const sound = soundSheet()
const { provenance } = sound
const article = plainArticle(sound.article.text)
const layer = <T>({ name }: Layer<T>, content: T): [string, unknown] => [name, content]

test('a document without layers gives empty lists, and is sound', () => {
  const sheet = makeSheet(Document.of(article), provenance)
  expect(sheet).toMatchObject({ sentences: [], entities: [], values: [], facts: [], notices: [] })
  expect(sheet.coverage).toEqual({ sentences: 0, sentencesWithFacts: 0, unusedValues: [], unusedEntities: [] })
  expect(verifySheet(sheet)).toEqual([])
})

test('the layers become the sheet', () => {
  const document = Document.of(article).with([
    layer(layers.sentences, [{ start: 0, end: article.text.length, from: 0, to: 8, paragraph: 0, zone: 'body' }]),
    layer(layers.entities, sound.entities),
    layer(layers.values, sound.values),
    layer(layers.facts, sound.facts),
  ])
  expect(makeSheet(document, provenance)).toEqual(sound)
})

test('what no fact uses is told; an equivalent of a used value is used', () => {
  const equal = { ...sound.values[0]!, equivalents: ['V2'] }
  const document = Document.of(article).with([
    layer(layers.entities, sound.entities),
    layer(layers.values, [equal, { ...equal, id: 'V2', equivalents: ['V1'] }, { ...equal, id: 'V3', equivalents: [] }]),
    layer(layers.facts, [{ ...sound.facts[0]!, arguments: sound.facts[0]!.arguments.slice(1) }]),
  ])
  const { coverage } = makeSheet(document, provenance)
  expect(coverage).toMatchObject({ unusedValues: ['V3'], unusedEntities: ['E1'] })
})

test('notices of the reader and of stages stand in the order of the text', () => {
  const later = { code: 'value/vague', start: 9, end: 12 }
  const read = { ...article, notices: [{ code: 'header/unknown-key', start: 2, end: 4 }] }
  const document = Document.of(read).with([], [later, { code: 'date/no-anchor' }])
  expect(makeSheet(document, provenance).notices).toEqual([{ code: 'date/no-anchor' }, read.notices[0], later])
})

test('layers that make no sheet are our bug', () => {
  const document = Document.of(article).with([layer(layers.facts, [{ ...sound.facts[0]!, evidence: [] }])])
  expect(() => makeSheet(document, provenance)).toThrow('breaks its schema')
})
