import { beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/doc/document.ts'
import type { Fact } from '../../src/doc/fact.ts'
import { article, entities, facts, values } from '../../src/doc/layers.ts'
import type { Expected } from '../../src/fact/fact-rule.ts'
import { FACT_RULES } from '../../src/fact/rules.ts'
import { type Composed, composePipeline } from '../../src/pipeline/load.ts'
import { plainArticle } from '../articles.ts'

let pipeline: Composed
beforeAll(async () => {
  pipeline = await composePipeline('news')
})

const read = (text: string): Document => pipeline.annotate(plainArticle(text, '2020-01-15'))

/** A fact as an example writes it: role -> words, `@name` -> attribute or modality. */
function told(document: Document, fact: Fact): Record<string, string[]> {
  const out: Record<string, string[]> = { '@modality': [fact.modality], '@polarity': [fact.polarity] }
  for (const [name, value] of Object.entries(fact.attributes)) out[`@${name}`] = [value]
  for (const argument of fact.arguments) {
    let words: string
    if ('entity' in argument) words = document.get(entities).find(({ id }) => id === argument.entity)!.name
    else if ('value' in argument) words = document.get(values).find(({ id }) => id === argument.value)!.text
    else if ('fact' in argument) words = argument.fact
    else words = document.get(article).text.slice(argument.start, argument.end)
    const list = out[argument.role] ?? []
    list.push(words.replace(/^(?:the|a|an) /i, ''))
    out[argument.role] = list
  }
  return out
}

const fits = (fact: Record<string, string[]>, expected: Expected): boolean =>
  Object.entries(expected).every(([role, words]) => fact[role]?.includes(words.replace(/^(?:the|a|an) /i, '')))

for (const rule of FACT_RULES) {
  describe(rule.name, () => {
    const own = (document: Document) =>
      document
        .get(facts)
        .filter((fact) => fact.rule.split('/')[0] === rule.name)
        .map((fact) => told(document, fact))

    test.each(rule.examples.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
      const found = own(read(text))
      for (const one of expected)
        expect(
          found.some((fact) => fits(fact, one)),
          JSON.stringify({ wanted: one, found }),
        ).toBe(true)
    })

    test.each(rule.not.map((text) => ({ text })))('not: $text', ({ text }) => {
      expect(own(read(text))).toEqual([])
    })
  })
}
