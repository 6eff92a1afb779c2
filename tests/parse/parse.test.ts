import { beforeAll, describe, expect, test } from 'vitest'
import { parse, tags, tokens } from '../../src/doc/layers.ts'
import { composePipeline } from '../../src/pipeline/load.ts'
import type { Annotate } from '../../src/stage/compose.ts'
import { plainArticle } from '../articles.ts'

let annotate: Annotate
beforeAll(async () => {
  annotate = (await composePipeline('news', { until: new Set(['parse']) })).annotate
})

/** `word relation head` for every token. */
function arcs(text: string): string[] {
  const document = annotate(plainArticle(text))
  const words = document.get(tokens)
  const { head, deprel } = document.get(parse)
  return deprel.map((relation, i) => `${words.text(i)} ${relation} ${head[i] === -1 ? '-' : words.text(head[i]!)}`)
}

describe('parse/parse', () => {
  test('names subject, object and root', () => {
    const found = arcs('The company bought a small bank.')
    expect(found).toContain('company nsubj bought')
    expect(found).toContain('bought root -')
    expect(found).toContain('bank obj bought')
  })

  test('tells a passive from an active verb', () => {
    expect(arcs('The bank was sold by the family.')).toEqual(
      expect.arrayContaining(['bank nsubj:pass sold', 'was aux:pass sold']),
    )
  })

  test('gives every sentence one root and no token a head outside of it', () => {
    const document = annotate(plainArticle('He left. NOBODY KNEW WHY HE LEFT THE ROOM!\n1 2 3 | 4 5 6 | 7 8 9\n"'))
    const { head } = document.get(parse)
    const { paragraph } = document.get(tokens)
    head.forEach((h, i) => {
      if (h !== -1) expect(paragraph[h]).toBe(paragraph[i])
    })
    expect([...head].filter((h) => h === -1).length).toBeGreaterThanOrEqual(3)
  })
})

test('a sentence over the limit is parsed in parts, says so, and takes time in proportion', () => {
  const long = (words: number) => `${'the bank sold a mine in the city , '.repeat(words / 9)}.`
  const time = (text: string): number => {
    const began = process.cpuUsage().user
    annotate(plainArticle(text))
    return process.cpuUsage().user - began
  }
  const document = annotate(plainArticle(long(900)))
  expect(document.notices.map(({ code }) => code)).toContain('parse/long-sentence')
  expect([...document.get(parse).head].filter((h) => h === -1).length).toBeGreaterThan(3)
  time(long(9000))
  // Ten times the words: a quadratic parser would take a hundred times as long.
  expect(time(long(9000))).toBeLessThan(40 * Math.max(time(long(900)), 5000))
})

test('parse/tags knows verbs from nouns by what stands beside them', () => {
  const document = annotate(plainArticle('They plan to visit. The visit went to plan.'))
  expect(document.get(tags).upos.slice(0, 4)).toEqual(['PRON', 'VERB', 'PART', 'VERB'])
  expect(document.get(tags).xpos.slice(5, 8)).toEqual(['DT', 'NN', 'VBD'])
})

test('parse/tags finds the verb of a sentence that has no other', () => {
  expect(annotate(plainArticle('The bank cut its rate.')).get(tags).xpos[2]).toBe('VBD')
})
