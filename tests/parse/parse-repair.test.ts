import { expect, test } from 'vitest'
import type { Sentence } from '../../src/doc/tokens.ts'
import { joinNeighbours } from '../../src/parse/parse-repair.ts'

const sentence: Sentence = { start: 0, end: 0, from: 0, to: 4, paragraph: 0, zone: 'body' }

test('nouns side by side are a compound', () => {
  // total retail sales grew: `sales` hung on `retail` as its conjunct
  const parse = { head: Int32Array.of(1, 3, 1, -1), deprel: ['amod', 'nsubj', 'conj', 'root'] }
  const { head, deprel } = joinNeighbours(parse, { upos: ['ADJ', 'NOUN', 'NOUN', 'VERB'] }, [sentence])
  expect([...head]).toEqual([2, 2, 3, -1])
  expect(deprel).toEqual(['amod', 'compound', 'nsubj', 'root'])
})

test('what a comma parts stays coordinated', () => {
  // tea , coffee grew
  const parse = { head: Int32Array.of(3, 2, 0, -1), deprel: ['nsubj', 'punct', 'conj', 'root'] }
  const { head } = joinNeighbours(parse, { upos: ['NOUN', 'PUNCT', 'NOUN', 'VERB'] }, [sentence])
  expect([...head]).toEqual([3, 2, 0, -1])
})
