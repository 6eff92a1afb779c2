import { expect, test } from 'vitest'
import { Clusters } from '../../src/parse/clusters.ts'
import { Sight } from '../../src/parse/sight.ts'
import { Vocabulary } from '../../src/parse/vocabulary.ts'
import { compress, expand } from '../../src/parse/weights.ts'
import { ALL_CAPITALS, DIGIT, describeWords, FIRST_CAPITAL, hashWord, SHOUTED } from '../../src/parse/words.ts'
import { treeOf } from './trees.ts'

const { tokens, sentences, tags } = treeOf(`
  We we PRP PRON 2 nsubj
  sold sell VBD VERB 0 root
  it it PRP PRON 2 obj`)

test('a guide that read backward is turned round', () => {
  const sight = new Sight(new Vocabulary([], [], ['PRP PRON', 'VBD VERB']))
  sight.view(describeWords(tokens, sentences, Clusters.none()), tags, new Uint8Array(3), 0, 3, 'forward')
  // Read backward, `it` is 0, `sold` 1, `We` 2; the root is 3.
  sight.follow(Int32Array.from([1, 3, 1]), Uint8Array.from([5, 1, 6]))
  expect([...sight.guideHead.subarray(0, 3)]).toEqual([1, 3, 1])
  expect([...sight.guideLabel.subarray(0, 3)]).toEqual([6, 1, 5])
  expect(sight.guideReach[1]).toBe(2)
  expect(sight.guideReach[3]).toBe(1)
})

test('words are known whatever their digits, quotes and capitals', () => {
  const read = (text: string) => {
    const given = treeOf(
      text
        .split(' ')
        .map((word, i) => `${word} x NN NOUN ${i} dep`)
        .join('\n'),
    )
    return describeWords(given.tokens, given.sentences, Clusters.none())
  }
  const mixed = read('Sold 2018 O’Neill')
  expect(mixed.lower[0]).toBe(hashWord('sold'))
  expect(mixed.lower[1]).toBe(hashWord('1999'))
  expect(mixed.form[2]).toBe(hashWord("O'Neill"))
  expect(mixed.shape[0]! & FIRST_CAPITAL).toBeTruthy()
  expect(mixed.shape[1]! & DIGIT).toBeTruthy()
  const shouted = read('BANK SOLD TODAY')
  expect(shouted.form[0]).toBe(hashWord('bank'))
  expect(shouted.shape[0]! & SHOUTED).toBeTruthy()
  expect(shouted.shape[0]! & ALL_CAPITALS).toBeFalsy()
})

test('bytes keep the order of weights and tell small ones apart', () => {
  const weights = Float32Array.from([-60, -1, -0.2, 0, 0.1, 0.2, 1, 30, 60])
  const bytes = compress(weights)
  const back = [...bytes].map(expand)
  expect(back).toEqual([...back].sort((a, b) => a - b))
  expect(new Set(back).size).toBe(weights.length)
  expect(back[7]! / back[8]!).toBeCloseTo(0.5, 2)
})

test('word classes are read as they were written', () => {
  const hash = hashWord('bank')
  const keys = new Int32Array(4)
  keys[hash & 3] = hash
  const values = new Uint16Array(4)
  values[hash & 3] = 1
  const clusters = Clusters.read(new Clusters(keys, values, Uint16Array.from([0, 0, 7, 9])).bytes())
  expect(clusters.fine(hash)).toBe(1)
  expect(clusters.fine(hashWord('sold'))).toBe(0)
  const bank = treeOf('bank bank NN NOUN 0 root')
  expect([...describeWords(bank.tokens, bank.sentences, clusters).cluster]).toEqual([7, 9, 1])
})
