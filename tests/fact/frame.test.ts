import { expect, test } from 'vitest'
import { facts } from '../../src/doc/layers.ts'
import { composePipeline } from '../../src/pipeline/load.ts'
import { plainArticle } from '../articles.ts'

test('a time is no words of a role: who is charged on Friday is not charged with Friday', async () => {
  const { annotate } = await composePipeline('news')
  const rolesOf = (text: string): string[] =>
    annotate(plainArticle(text, '2020-01-15'))
      .get(facts)
      .filter(({ type }) => type === 'event.legal')
      .flatMap(({ arguments: filled }) => filled.map(({ role }) => role))
  expect(rolesOf('John Smith was charged on Friday.').sort()).toEqual(['date', 'target'])
  expect(rolesOf('John Smith was charged with fraud on Friday.').sort()).toEqual(['charge', 'date', 'target'])
})
