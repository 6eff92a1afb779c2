import { beforeAll, expect, test } from 'vitest'
import { facts, values } from '../../src/doc/layers.ts'
import { type Composed, composePipeline } from '../../src/pipeline/load.ts'
import { plainArticle } from '../articles.ts'

let pipeline: Composed
beforeAll(async () => {
  pipeline = await composePipeline('news')
})

/** The dates of the facts of one type, in the article’s words. */
function dates(words: string, type: string): string[] {
  const document = pipeline.annotate(plainArticle(words, '2020-01-15'))
  const told = new Map(document.get(values).map(({ id, text }) => [id, text]))
  return document
    .get(facts)
    .filter((fact) => fact.type === type)
    .flatMap((fact) => fact.arguments)
    .flatMap((one) => (one.role === 'date' && 'value' in one ? [told.get(one.value)!] : []))
}

test.each([
  ['Nokia opened a plant in Oslo on Monday.', 'event.launch', ['Monday']],
  ['By the end of June, Nokia opened a plant in Oslo.', 'event.launch', ['the end of June']],
  ['The wait was over: on Friday, Nokia opened a plant in Oslo.', 'event.launch', ['Friday']],
  ['Microsoft on Monday announced a deal with Nokia.', 'event.agreement', ['Monday']],
  ['Microsoft will grow through a deal with Nokia announced on Monday.', 'event.agreement', ['Monday']],
  ['A quake hit Chile on Monday, killing 12 people and injuring 40 others.', 'event.casualties', ['Monday', 'Monday']],
  ['Nokia opened a plant in Oslo.', 'event.launch', []],
])('%s', (words, type, expected) => {
  expect(dates(words, type)).toEqual(expected)
})

test('what a date is compared with is not when it happened', () => {
  expect(dates('Nokia opened more plants than in 2019.', 'event.launch')).toEqual([])
})
