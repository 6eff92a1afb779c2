import { expect, test } from 'vitest'
import { z } from 'zod'
import { Document } from '../../src/doc/document.ts'
import { article, paragraphs, sentences, tokens, values } from '../../src/doc/layers.ts'
import { compose, type Step } from '../../src/stage/compose.ts'
import { Resources } from '../../src/stage/resources.ts'
import { stage } from '../../src/stage/stage.ts'
import { plainArticle } from '../articles.ts'

const ran: string[] = []
const options = z.strictObject({})
const split = stage({
  name: 'split',
  needs: { article },
  gives: { paragraphs },
  options,
  load: () => () => {
    ran.push('split')
    return { paragraphs: [] }
  },
})
const count = stage({
  name: 'count',
  needs: { paragraphs },
  gives: { values },
  options,
  load: () => (input) => {
    ran.push(`count ${input.paragraphs.length}`)
    return { values: [] }
  },
})
const both = stage({
  name: 'both',
  needs: { article },
  gives: { paragraphs, sentences },
  options,
  load: () => () => ({ paragraphs: [], sentences: [] }),
})
const steps = (...stages: Step['stage'][]): Step[] =>
  stages.map((one, i) => ({ stage: one, options: {}, place: `stages[${i}]` }))

test('a stage whose layers are given is left out, and the rest read what is given', async () => {
  const annotate = await compose(steps(split, count), new Resources('.'), [paragraphs.name])
  const given = Document.of(plainArticle('Rain.')).with([[paragraphs.name, [{ start: 0, end: 5, zone: 'body' }]]])
  ran.length = 0
  expect(annotate(given).get(paragraphs)).toHaveLength(1)
  expect(ran).toEqual(['count 1'])
})

test('a stage that would write a given layer besides another is refused', async () => {
  await expect(compose(steps(both), new Resources('.'), [paragraphs.name])).rejects.toThrow(
    'Expected one stage to give `paragraphs`, got `the reader` and `both` (stages[0])',
  )
})

test('a layer that nobody gives, and one that two give, are refused before any article', async () => {
  await expect(compose(steps(count), new Resources('.'))).rejects.toThrow('to give `paragraphs`, got none (stages[0])')
  await expect(compose(steps(split, both), new Resources('.'))).rejects.toThrow('got `split` and `both` (stages[1])')
})

test('an option that a stage does not know is refused with its place', async () => {
  const [step] = steps(split)
  await expect(compose([{ ...step!, options: { mood: 1 } }], new Resources('.'))).rejects.toThrow('stages[0], `split`')
})

test('a stage that throws is named with the article', async () => {
  const broken = stage({
    name: 'broken',
    needs: { article },
    gives: { tokens },
    options,
    load: () => () => {
      throw new Error('oh')
    },
  })
  const annotate = await compose(steps(broken), new Resources('.'))
  expect(() => annotate(plainArticle('Rain.'))).toThrow('Stage `broken` failed on article `test`: oh')
})

test('each stage is done inside `around`', async () => {
  const annotate = await compose(steps(split, count), new Resources('.'))
  const seen: string[] = []
  annotate(plainArticle('Rain.'), {
    around: (name, work) => {
      seen.push(name)
      return work()
    },
  })
  expect(seen).toEqual(['split', 'count'])
})
