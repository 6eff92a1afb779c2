import { describe, expect, test } from 'vitest'
import type { NameMention } from '../../src/doc/entity.ts'
import { chooseMentions } from '../../src/tag/choose-mentions.ts'

const name = (start: number, end: number, more: Partial<NameMention> = {}): NameMention => ({
  start,
  end,
  type: 'organization',
  subtype: undefined,
  source: 'model',
  score: 0.8,
  ...more,
})

describe('chooseMentions', () => {
  test('the longer name wins, whoever found it', () => {
    const bank = name(0, 15)
    const country = name(8, 15, { source: 'lexicon', type: 'place', score: 0.5 })
    expect(chooseMentions([country, bank])).toEqual([bank])
  })

  test('an entry that wins beats a longer name, which is dropped whole', () => {
    const wins = name(8, 15, { source: 'lexicon', type: 'product', score: 1 })
    expect(chooseMentions([name(0, 15), wins])).toEqual([wins])
  })

  test('the tagger, which has seen the sentence, beats a list on the same words', () => {
    const person = name(0, 6, { type: 'person' })
    expect(chooseMentions([name(0, 6, { source: 'lexicon', type: 'place', score: 0.5 }), person])).toEqual([person])
  })

  test('an entry of several words is heard before the tagger on the same words', () => {
    const firm = name(0, 16, { source: 'lexicon', score: 0.9, subtype: 'company' })
    expect(chooseMentions([name(0, 16, { type: 'person' }), firm])).toEqual([firm])
  })

  test('a subtype of another source stays where span and type agree', () => {
    const listed = name(0, 2, { source: 'lexicon', subtype: 'international', score: 0.5 })
    expect(chooseMentions([name(0, 2), listed])).toEqual([name(0, 2, { subtype: 'international' })])
  })

  test('what is left is sorted and does not overlap', () => {
    const chosen = chooseMentions([name(20, 30), name(0, 5), name(4, 9), name(8, 12), name(25, 40)])
    expect(chosen.map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [8, 12],
      [25, 40],
    ])
  })
})
