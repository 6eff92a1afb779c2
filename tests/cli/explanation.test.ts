import { beforeAll, expect, test } from 'vitest'
import { explainArticle, explainAsJson, explainSentence } from '../../src/cli/explanation.ts'
import type { Document } from '../../src/doc/document.ts'
import { sentences } from '../../src/doc/layers.ts'
import { type Composed, composePipeline } from '../../src/pipeline/load.ts'
import { plainArticle } from '../articles.ts'

let pipeline: Composed
beforeAll(async () => {
  pipeline = await composePipeline('news')
})

const read = (text: string): Document => pipeline.annotate(plainArticle(text, '2020-01-15'), { explain: true })

const TEXT = 'Nokia acquired Siemens through Ericsson in 2019. A quiet afternoon in Norway.'

test('the article: each fact with its rule, then what is in none', () => {
  const words = explainArticle(read(TEXT))
  expect(words).toMatch(
    /^Facts\n {2}F1 event\.acquisition: Nokia acquires Siemens, 2019 {2}by acquisition\/verb, 0\.\d\d\n/,
  )
  expect(words).toContain(
    'Entities in no fact\n  E3 “Ericsson”  S1, obl of “acquired”\n' +
      '    action proposed it in action, refused: `acquisition/verb` tells the clause as event.acquisition\n',
  )
  expect(words).toContain('  E4 “Norway”  S2, nmod of “afternoon”\n    it is in no clause\n')
})

test('a sentence: what is in no fact there', () => {
  const document = read(TEXT)
  const words = explainSentence(document, document.get(sentences)[1]!)
  expect(words).toContain('Not in any fact\n  E4 “Norway”')
  expect(words).not.toContain('Ericsson')
})

test('as JSON: the same, for programs', () => {
  const document = read(TEXT)
  const whole = explainAsJson(document, { start: 0, end: TEXT.length })
  expect(whole).toMatchObject({
    article: 'test',
    facts: [{ rule: 'acquisition/verb' }],
    unused: [{ id: 'E3' }, { id: 'E4' }],
  })
  const second = explainAsJson(document, document.get(sentences)[1]!)
  expect(second).toMatchObject({ facts: [], unused: [{ id: 'E4', places: [{ sentence: 'S2' }] }] })
})
