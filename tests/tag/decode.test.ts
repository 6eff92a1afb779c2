import { describe, expect, test } from 'vitest'
import { movesInOrder, viterbi } from '../../src/tag/decode.ts'
import { BEGIN, END, INSIDE, KINDS, LABELS, label, OUTSIDE, SINGLE, spell } from '../../src/tag/labels.ts'

const person = KINDS.indexOf('person')
const place = KINDS.indexOf('place')
const STILL = movesInOrder(new Int32Array(LABELS * LABELS))

/** Scores in which each token likes one label. */
function liking(labels: readonly number[]): Int32Array {
  const scores = new Int32Array(labels.length * LABELS)
  labels.forEach((one, i) => {
    scores[i * LABELS + one] = 10
  })
  return scores
}

describe('viterbi', () => {
  test('gives each token what it likes where that can stand together', () => {
    const labels = [label(person, BEGIN), label(person, INSIDE), label(person, END), OUTSIDE, label(place, SINGLE)]
    expect([...viterbi(liking(labels), STILL, 5, 'first')]).toEqual(labels)
  })

  test('never ends a name with another kind, nor a sentence inside a name', () => {
    const found = viterbi(liking([label(person, BEGIN), label(place, END), label(person, BEGIN)]), STILL, 3, 'first')
    expect(spell(found, 0, 3).every(({ from, to }) => from < to && to <= 3)).toBe(true)
    expect([...found][2]).not.toBe(label(person, BEGIN))
  })

  test('reads the half of the sums that belongs to the look', () => {
    const first = liking([label(person, SINGLE), OUTSIDE])
    const second = liking([OUTSIDE, label(place, SINGLE)])
    const both = first.map((sum, i) => sum - 20 + ((second[i]! - 30) << 16))
    expect([...viterbi(both, STILL, 2, 'first')]).toEqual([label(person, SINGLE), OUTSIDE])
    expect([...viterbi(both, STILL, 2, 'second')]).toEqual([OUTSIDE, label(place, SINGLE)])
  })

  test('follows the moves where tokens are undecided', () => {
    const moves = new Int32Array(LABELS * LABELS)
    moves[label(person, BEGIN) * LABELS + label(person, END)] = 5
    expect([...viterbi(new Int32Array(2 * LABELS), movesInOrder(moves), 2, 'first')]).toEqual([
      label(person, BEGIN),
      label(person, END),
    ])
  })
})

test('spell reads names off labels', () => {
  const labels = [OUTSIDE, label(place, SINGLE), label(person, BEGIN), label(person, END)]
  expect(spell(labels, 10, 4)).toEqual([
    { from: 11, to: 12, kind: place },
    { from: 12, to: 14, kind: person },
  ])
})
