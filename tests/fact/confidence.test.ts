import { beforeAll, describe, expect, test } from 'vitest'
import type { Fact } from '../../src/doc/fact.ts'
import { article, clauses, entities, facts, parse, sentences, tags, tokens, values } from '../../src/doc/layers.ts'
import type { Qualified } from '../../src/fact/assemble.ts'
import {
  CONFIDENCE_TRAITS_VERSION,
  confidenceOf,
  readTraitWeights,
  traitsOf,
  weighted,
} from '../../src/fact/confidence.ts'
import { loadLexicons } from '../../src/fact/lexicons.ts'
import { propose } from '../../src/fact/propose.ts'
import { View } from '../../src/fact/view.ts'
import { type Composed, composePipeline, PIPELINES } from '../../src/pipeline/load.ts'
import { Resources } from '../../src/stage/resources.ts'
import { plainArticle } from '../articles.ts'

let pipeline: Composed
beforeAll(async () => {
  pipeline = await composePipeline('news')
})

/** What the rules propose of a text, and what they see of it; `doubted` says of every token whether the parser doubts it. */
function read(text: string, doubted?: 0 | 1): { view: View; proposals: Qualified[] } {
  const document = pipeline.annotate(plainArticle(text, '2020-01-15'))
  const found = document.get(parse)
  const view = new View(
    {
      article: document.get(article),
      tokens: document.get(tokens),
      sentences: document.get(sentences),
      tags: document.get(tags),
      entities: document.get(entities),
      values: document.get(values),
      clauses: document.get(clauses),
      parse: doubted === undefined ? found : { ...found, doubted: new Uint8Array(found.head.length).fill(doubted) },
    },
    loadLexicons(new Resources(PIPELINES)),
  )
  return { view, proposals: propose(view) }
}

const factsOf = (text: string): readonly Fact[] => pipeline.annotate(plainArticle(text, '2020-01-15')).get(facts)

const BUY = 'Nokia carried the old flag to Norway.'

/** The traits of the one proposal of a text, each with its amount. */
function traits(text: string, doubted?: 0 | 1): Map<string, number> {
  const { view, proposals } = read(text, doubted)
  expect(proposals).toHaveLength(1)
  const seen = new Map<string, number>()
  traitsOf(view, proposals[0]!, (kind, name, amount) => seen.set(`${kind} ${name}`, amount))
  return seen
}

describe('traits', () => {
  test('tell the rule, the grammar, and what fills the roles of an action', () => {
    const seen = traits(BUY)
    for (const trait of ['type action', 'rule action', 'modality asserted', 'polarity positive', 'clause own'])
      expect(seen.get(trait), trait).toBe(1)
    for (const trait of ['agent name', 'object words', 'besides name']) expect(seen.get(trait), trait).toBe(1)
    expect(seen.has('object none')).toBe(false)
  })

  test('tell a role that nothing fills', () => {
    expect(traits('John Smith climbed in Norway.').get('object none')).toBe(1)
  })

  test('count the key arguments that the parser doubts', () => {
    expect(traits(BUY, 0).get('doubted ')).toBe(0)
    expect(traits(BUY, 1).get('doubted ')).toBe(2)
  })

  test('lie around 0 where they are lengths', () => {
    const short = traits(BUY).get('sentence length')!
    const long = traits(
      'Nokia carried the old flag to Norway, up a hill, down a road, over a bridge, past a church and two long walls.',
    ).get('sentence length')!
    expect(short).toBeLessThan(0)
    expect(long).toBeGreaterThan(short)
  })
})

describe('confidence', () => {
  const confidence = (...weights: [string, string, number][]): number => {
    const { view, proposals } = read(BUY, 1)
    return confidenceOf(view, proposals[0]!, weighted(weights))
  }

  test('is a half where nothing is known, and follows the weights', () => {
    expect(confidence()).toBe(0.5)
    expect(confidence(['all', '', Math.log(9)])).toBe(0.9)
    expect(confidence(['doubted', '', -0.5])).toBeLessThan(confidence(['doubted', '', -0.1]))
  })

  test('is never certain', () => {
    expect(confidence(['all', '', 50])).toBe(0.99)
    expect(confidence(['all', '', -50])).toBe(0.01)
  })

  test('is what the classifier of relations says, where that proposes', () => {
    const { view, proposals } = read(BUY)
    const own = { ...proposals[0]!, rule: 'learned', confidence: 0.77 }
    expect(confidenceOf(view, own, weighted([['all', '', 3]]))).toBe(0.77)
  })

  test('that is shipped trusts a post before a name more than an action without object', () => {
    const [post] = factsOf('Chancellor Angela Merkel slept.').filter(({ type }) => type === 'role.holds')
    const [action] = factsOf('John Smith climbed in Norway.')
    expect(post!.confidence).toBeGreaterThan(0.85)
    expect(action!.confidence).toBeLessThan(post!.confidence)
  })
})

describe('the model', () => {
  const card = { name: 'own', features: CONFIDENCE_TRAITS_VERSION, traits: [['all', '']] }
  const weights = Buffer.alloc(4)
  weights.writeFloatLE(1.5)

  test('is read by the names on its card', () => {
    expect(readTraitWeights(card, weights).get('all')?.get('')).toBe(1.5)
  })

  test('is refused when it was learned with other traits, or has more of them than weights', () => {
    expect(() => readTraitWeights({ ...card, features: 0 }, weights)).toThrow(/train it again/)
    expect(() => readTraitWeights({ ...card, traits: [...card.traits, ['rule', 'action']] }, weights)).toThrow(
      'Expected 2 weights, got 1 (model own)',
    )
    expect(() => readTraitWeights({ name: 'own' }, weights)).toThrow(/model\.json/)
  })
})
