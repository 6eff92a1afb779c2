import { expect, test } from 'vitest'
import { sentencesOf } from './read-text.ts'

test.each([
  ['It rained. We left.', 'It rained.|We left.'],
  ['Dr. Kim met Gen. Ode. They spoke.', 'Dr. Kim met Gen. Ode.|They spoke.'],
  ['She lives in the U.S. He does not.', 'She lives in the U.S.|He does not.'],
  ['The U.S. Senate met at 5 p.m. Monday in Rome.', 'The U.S. Senate met at 5 p.m. Monday in Rome.'],
  ['Acme Inc. bought Globex Corp. It paid $5.', 'Acme Inc. bought Globex Corp.|It paid $5.'],
  ['"Will it rain?" Smith asked. "No."', '"Will it rain?" Smith asked.|"No."'],
  ['“It will rain.” She left.', '“It will rain.”|She left.'],
  ['It fell 3.5 percent ... or so. More followed', 'It fell 3.5 percent ... or so.|More followed'],
  ['We asked J. Smith and I. Then we left.', 'We asked J. Smith and I.|Then we left.'],
  ['Ele.me grew. ChinaDaily.com said so.', 'Ele.me grew.|ChinaDaily.com said so.'],
  ['It rained.Then it stopped.', 'It rained.|Then it stopped.'],
  ['A heading\nA line', 'A heading|A line'],
])('%s', (text, expected) => expect(sentencesOf(text).join('|')).toBe(expected))
