import { expect, test } from 'vitest'
import { KINDS, LABELS, label, OUTSIDE, SINGLE } from '../../src/tag/labels.ts'
import { CrfTrainer, type Example } from '../../src/train/crf.ts'

const RECIPE = { epochs: 6, averaged: 2, rate: 0.2, dropout: 0.2, l2: 0, seed: 7 }
const person = label(KINDS.indexOf('person'), SINGLE)
const place = label(KINDS.indexOf('place'), SINGLE)

/** Sentences of two tokens: the first has feature 0 and is a person, or feature 1 and is a place; feature 2 is no name. */
const examples = Array.from({ length: 40 }, (_, i): Example => {
  const first = i % 2
  // Now and then all that is known is that it is one of the two.
  const known = i % 5 === 0 ? (1 << person) | (1 << place) : 1 << (first === 0 ? person : place)
  return {
    features: Int32Array.of(first, 2),
    offsets: Int32Array.of(0, 1, 2),
    allowed: Int32Array.of(known, 1 << OUTSIDE),
    weight: 1,
  }
})
const train = (seed: number) => new CrfTrainer({ ...RECIPE, seed }, 3).train(examples, () => {})

test('a feature learns the label it stands with, though some sentences leave it open', () => {
  const { state } = train(7)
  const best = (feature: number): number => {
    const row = [...state.slice(feature * LABELS, (feature + 1) * LABELS)]
    return row.indexOf(Math.max(...row))
  }
  expect([best(0), best(1), best(2)]).toEqual([person, place, OUTSIDE])
})

test('one seed gives the same weights every time, another seed others', () => {
  expect(train(7)).toEqual(train(7))
  expect(train(8).state).not.toEqual(train(7).state)
})
