import { beforeAll, describe, expect, test } from 'vitest'
import { article, statements } from '../../src/doc/layers.ts'
import type { Span } from '../../src/doc/span.ts'
import { type Composed, composePipeline } from '../../src/pipeline/load.ts'
import { plainArticle } from '../articles.ts'

let pipeline: Composed
beforeAll(async () => {
  pipeline = await composePipeline('news')
})

/** `source | cue | content / content`, one a statement. */
function told(words: string): string[] {
  const document = pipeline.annotate(plainArticle(words))
  const { text } = document.get(article)
  const quote = ({ start, end }: Span) => text.slice(start, end)
  return document
    .get(statements)
    .map(({ source, cue, contents }) =>
      [source ? quote(source) : '', quote(cue), contents.map(quote).join(' / ')].join(' | '),
    )
}

describe('the layer of statements', () => {
  test.each([
    ['Nokia said the plant would close in May.', ['Nokia | said | the plant would close in May']],
    ['Jane Roe criticized the new law.', ['Jane Roe | criticized | the new law']],
    ['Jane Roe accused the bank of fraud.', ['Jane Roe | accused | the bank of fraud']],
    ['Nokia is expected to close the plant.', [' | is expected | Nokia / to close the plant']],
  ])('%s', (words, expected) => {
    expect(told(words)).toEqual(expected)
  })

  test('what is thought inside of what is said is none of its own', () => {
    expect(told('Nokia said Jane Roe criticized the new law.')).toEqual([
      'Nokia | said | Jane Roe criticized the new law',
    ])
  })

  test('an object of the same verb without an attitude is none', () => {
    expect(told('Nokia built the plant.')).toEqual([])
  })

  test('what is said in a list without stops ends after some hundred words', () => {
    const list = Array.from({ length: 900 }, (_, n) => `Nokia said the plant had ${n} rooms`).join(' and ')
    const lengths = told(list).map((line) => line.split(' | ')[2]!.split(' ').length)
    expect(lengths.length).toBeGreaterThan(0)
    expect(Math.max(...lengths)).toBeLessThan(500)
  })
})
