import { beforeAll, describe, expect, test } from 'vitest'
import { article, clauses, entities, parse, sentences, tags, tokens, values } from '../../src/doc/layers.ts'
import { learnedIn } from '../../src/fact/learned.ts'
import { loadLexicons } from '../../src/fact/lexicons.ts'
import { pairsIn } from '../../src/fact/pairs.ts'
import { partiesOf } from '../../src/fact/parties.ts'
import { type Learning, RELATION_FEATURES_VERSION, readRelationModel } from '../../src/fact/relation-model.ts'
import { RELATIONS } from '../../src/fact/relations.ts'
import { View } from '../../src/fact/view.ts'
import { Clusters } from '../../src/parse/clusters.ts'
import { type Composed, composePipeline, PIPELINES } from '../../src/pipeline/load.ts'
import { Resources } from '../../src/stage/resources.ts'
import { plainArticle } from '../articles.ts'

let pipeline: Composed
beforeAll(async () => {
  pipeline = await composePipeline('news', { until: new Set(['clauses', 'entities', 'values']) })
})

function viewOf(text: string, learning?: Learning): View {
  const document = pipeline.annotate(plainArticle(text, '2020-01-15'))
  const layers = {
    article: document.get(article),
    tokens: document.get(tokens),
    sentences: document.get(sentences),
    tags: document.get(tags),
    entities: document.get(entities),
    values: document.get(values),
    clauses: document.get(clauses),
    parse: document.get(parse),
  }
  return new View(layers, loadLexicons(new Resources(PIPELINES)), learning)
}

/** A model whose every weight says the same of every pair. */
const level = (weight: number): Learning => ({
  model: {
    weights: new Int8Array(8).fill(weight),
    bits: 3,
    relations: new Map(RELATIONS.map(({ name }) => [name, { salt: 1, least: 0, slope: 1, offset: 0 }])),
  },
  clusters: Clusters.none(),
})

const BIRTH = 'John Smith was born in Kenya in 1960. He lives in Norway.'

describe('parties', () => {
  test('are names, pronouns and dates, in order', () => {
    const view = viewOf(BIRTH)
    const words = view.sentences.map((sentence) =>
      partiesOf(view, sentence).map(({ side, form, from, to }) => `${side} ${form} ${view.words(from, to)}`),
    )
    expect(words).toEqual([
      ['person name John Smith', 'place name Kenya', 'date value 1960'],
      ['person pronoun He', 'place name Norway'],
    ])
  })

  test('a pronoun that means nobody named stands for itself', () => {
    const view = viewOf('She grew up in Norway.')
    const [she] = partiesOf(view, view.sentences[0]!)
    expect(she).toMatchObject({ side: 'person', form: 'open', filler: { span: { start: 0, end: 3 } } })
  })
})

describe('pairs', () => {
  test('join what a relation may join, each way that makes sense', () => {
    const view = viewOf(BIRTH)
    const pairs = [...pairsIn(view, view.sentences[0]!)]
    expect(pairs.map(({ relations }) => relations.map(({ name }) => name))).toEqual([
      ['born-in', 'lives-in', 'nationality'],
      ['born', 'died'],
    ])
    expect(pairs.map(({ between }) => between)).toEqual([0, 1])
  })
})

describe('the classifier', () => {
  test('tells nothing below its threshold', () => {
    const learning = level(-1)
    expect(learnedIn(viewOf(BIRTH, learning), learning)).toEqual([])
  })

  test('keeps one of two relations that exclude each other', () => {
    const learning = level(1)
    const { model } = learning
    model.relations.get('died')!.offset = -1
    const found = learnedIn(viewOf(BIRTH, learning), learning).map(({ relation }) => relation)
    expect(found).toContain('born')
    expect(found).not.toContain('died')
  })

  test('refuses weights that were learned with other features', () => {
    const card = {
      name: 'old',
      features: RELATION_FEATURES_VERSION - 1,
      relations: [{ name: 'born', least: 0, slope: 1, offset: 0 }],
    }
    expect(() => readRelationModel(card, Buffer.alloc(8))).toThrow(/train it again/)
  })
})
