import { expect, test } from 'vitest'
import { values } from '../../src/doc/layers.ts'
import { composePipeline } from '../../src/pipeline/load.ts'
import { plainArticle } from '../articles.ts'

const { annotate } = await composePipeline('news', { until: new Set([values.name]) })

test.each([
  ['what is counted', 'The gates open at 9:15, and the score was 5.\n\nGoals were rare.'],
  ['what is counted, without a full stop', 'Doors opened for 40\n\nPeople came early.'],
  ['half of the day', 'The show begins at 5\n\nAM radio is dead.'],
  ['hours', 'The show begins at 16:30\n\nHours went by.'],
  ['a unit', 'They counted 30\n\nTonnes of steel fell.'],
  ['a year', 'They met on July 5\n\n2019 was better.'],
  ['percent', 'It rose 7\n\nPercent is a word.'],
  ['a currency', 'He gave 50\n\nDollars are green.'],
])('no value takes %s from the next paragraph', (_, text) => {
  for (const value of annotate(plainArticle(text, '2022-07-20')).get(values)) expect(value.text).not.toMatch(/\n\n/)
})
