import { expect, test } from 'vitest'
import { hangPunctuation, punctuationOf } from '../../src/parse/punctuation.ts'

/** Heads of all tokens, of a tree in which punctuation has none yet: `word/XPOS/head` each, the root's head -. */
function hung(text: string): number[] {
  const cells = text
    .trim()
    .split(/\s+/)
    .map((token) => token.split('/') as [string, string, string])
  const xpos = cells.map(([, tag]) => tag)
  const marks = Uint8Array.from(cells, ([word]) => (/^\p{P}+$/u.test(word) ? 1 : 0))
  const head = Int32Array.from(cells, ([, , above]) => (above === '-' || above === '' ? -1 : Number(above)))
  hangPunctuation(head, marks, xpos, 0, cells.length)
  return [...head]
}

test('a full stop hangs on the root', () => {
  expect(hung('Prices/NNS/1 rose/VBD/- ././')).toEqual([1, -1, 1])
})

test('the comma that opens an apposition hangs on it, the one that closes it on the whole', () => {
  // Ma , the founder , left .
  expect(hung('Ma/NNP/5 ,/,/ the/DT/3 founder/NN/0 ,/,/ left/VBD/- ././')).toEqual([5, 3, 3, 0, 0, -1, 5])
})

test('a comma in front of a conjunct hangs on the conjunct', () => {
  expect(hung('tea/NN/5 ,/,/ milk/NN/0 and/CC/4 rice/NN/0 sold/VBD/-')).toEqual([5, 2, 0, 4, 0, -1])
})

test('quotes and brackets hang on the head of what they enclose', () => {
  // “ Costs fell ” , he said
  const heads = hung('"/``/ Costs/NNS/2 fell/VBD/6 "/\'\'/ ,/,/ he/PRP/6 said/VBD/-')
  expect(heads[0]).toBe(2)
  expect(heads[3]).toBe(2)
  expect(hung('Acme/NNP/4 (/-LRB-/ ACM/NNP/0 )/-RRB-/ grew/VBD/-')).toEqual([4, 2, 0, 2, -1])
})

test('a sentence of nothing but marks keeps its first one as a token', () => {
  const upos = ['PUNCT', 'PUNCT', 'NOUN', 'PUNCT']
  expect([
    ...punctuationOf({ upos }, [
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ]),
  ]).toEqual([0, 1, 0, 1])
})
