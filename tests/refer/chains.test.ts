import { expect, test } from 'vitest'
import type { Entity } from '../../src/doc/entity.ts'
import * as layers from '../../src/doc/layers.ts'
import { Clusters } from '../../src/parse/clusters.ts'
import { composePipeline } from '../../src/pipeline/load.ts'
import { readTextLine } from '../../src/read/json-line.ts'
import { chooseChains, readChainModel } from '../../src/refer/chain-model.ts'
import { sightOf } from '../../src/refer/chain-sight.ts'
import { ChainWalk, MOST_CANDIDATES } from '../../src/refer/chains.ts'
import { findSpots } from '../../src/refer/spots.ts'
import { learnChains } from '../../src/train/learn-chains.ts'
import { knowledge } from './marked.ts'
import { grown } from './told.ts'

const NURSE = `
  The the DT DET 2 det
  tired tired JJ ADJ 3 amod
  nurse nurse NN NOUN 5 nsubj
  , , , PUNCT 3 punct
  sang sing VBD VERB 0 root
  and and CC CCONJ 7 cc
  waved wave VBD VERB 5 conj
  her her PRP$ PRON 9 nmod:poss
  hat hat NN NOUN 7 obj
  . . . PUNCT 5 punct
`

const spotsOf = (written: string, entities: Entity[] = []) => {
  const { tree, sentences, text } = grown(written)
  const spots = findSpots(tree, sentences, entities, knowledge)
  return { tree, spots, phrases: spots.map(({ from, to }) => text.slice(from, to).join(' ')) }
}

test('a phrase reaches from its article to what hangs on its noun, and the punctuation behind it is not its own', () => {
  const { spots, phrases } = spotsOf(NURSE)
  expect(phrases).toEqual(['The tired nurse', 'her hat', 'her'])
  expect(spots.map(({ wording }) => wording)).toEqual(['the', 'owned', 'she'])
  expect(spots[0]!.modifiers).toEqual(['tired'])
})

test('what is coordinated is also one, and a name has the phrase around it', () => {
  const { phrases, spots } = spotsOf(
    `
    Acme Acme NNP PROPN 5 nsubj
    and and CC CCONJ 4 cc
    the the DT DET 4 det
    bank bank NN NOUN 1 conj
    agreed agree VBD VERB 0 root
    . . . PUNCT 5 punct
    `,
    [
      {
        id: 'E1',
        type: 'organization',
        name: 'Acme',
        aliases: [],
        mentions: [{ start: 0, end: 4, text: 'Acme', kind: 'name' }],
        salience: 0,
        confidence: 1,
        links: [],
      },
    ],
  )
  expect(phrases).toEqual(['Acme and the bank', 'Acme', 'the bank'])
  expect(spots.map(({ entity }) => entity)).toEqual([-1, 0, -1])
})

test('what is learned is found again', () => {
  const lesson = () => {
    const { tree, spots } = spotsOf(NURSE)
    return { features: sightOf(tree, spots, [], Clusters.none()), gold: Int32Array.from([0, -1, 0]) }
  }
  const settings = { bits: 12, epochs: 8, seed: 1, rate: 0.1, dropout: 0, costs: { missed: 1, added: 1, wrong: 1 } }
  const learned = learnChains([lesson()], settings, () => {})
  const weights = Int8Array.from(learned, (weight) => Math.max(-127, Math.min(127, Math.round(weight * 40))))
  const { chainOf } = chooseChains({ weights, bits: 12 }, lesson().features)
  expect(chainOf[2]).toBe(chainOf[0])
  expect(chainOf[1]).not.toBe(chainOf[0])
})

test('a phrase is compared with a bounded number of others, however long the text', () => {
  const { tree, spots } = spotsOf(`${NURSE}\n`.repeat(60))
  const walk = new ChainWalk(sightOf(tree, spots, [], Clusters.none()))
  const counts = spots.map((_, j) => {
    const count = walk.compare(j)
    walk.join(j, -1)
    return count
  })
  expect(Math.max(...counts)).toBeLessThanOrEqual(MOST_CANDIDATES)
  expect(counts[1]).toBe(1)
})

test('weights learned with other features are refused', () => {
  expect(() => readChainModel({ features: 0 }, Buffer.alloc(8))).toThrow('Expected a model of chains with features')
})

test('chains are made where they are asked for, with things that nothing names', async () => {
  const { annotate } = await composePipeline('news', { until: new Set([layers.chains.name]) })
  const text = 'A nurse worked in the hospital. She smiled when she saw the children.'
  const document = annotate(readTextLine(JSON.stringify({ id: 'a', text }), { uri: 'a', line: 1 }))
  const told = document.get(layers.chains).map(({ mentions }) => mentions.map((mention) => mention.text))
  expect(told).toContainEqual(['A nurse', 'She', 'she'])
  expect(document.has(layers.facts)).toBe(false)
  const sheet = await composePipeline('news')
  expect(sheet.models.map(({ name }) => name)).not.toContain('chains-en')
})
