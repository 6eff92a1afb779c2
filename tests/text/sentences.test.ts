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
  ['1) Rain. 2) Snow falls. 3) Hail', '1) Rain.|2) Snow falls.|3) Hail'],
  ['1. Rain falls 2. Snow falls', '1. Rain falls|2. Snow falls'],
  ['It was wet: (a) rain, (b) snow, and (c) hail.', 'It was wet: (a) rain, (b) snow, and (c) hail.'],
  ['Jo Lind (b. 1912; d. March 1990) sang.', 'Jo Lind (b. 1912; d. March 1990) sang.'],
  ['Figure 2. The old mill', 'Figure 2. The old mill'],
  ['I was — You know him.', 'I was —|You know him.'],
  ['• Rain • Snow', '• Rain|• Snow'],
  ['(a) Rain falls (b) Snow falls', '(a) Rain falls|(b) Snow falls'],
  ['Rule 2. above is for rain, and 3. is not.', 'Rule 2. above is for rain, and 3. is not.'],
  ['It rained.[2] Snow fell.3 Then it stopped.', 'It rained.[2]|Snow fell.3|Then it stopped.'],
  [
    'They left (it rained.) at noon. (It rained.) They came.',
    'They left (it rained.) at noon.|(It rained.)|They came.',
  ],
  ['"We were to--" At this the bell rang.', '"We were to--"|At this the bell rang.'],
  ['did it rain? i think so. it was wet', 'did it rain?|i think so.|it was wet'],
  ['The Yahoo! in the name stays. The govt. staff left.', 'The Yahoo! in the name stays.|The govt. staff left.'],
  ['It rained [...] and snowed. . . . Then', 'It rained [...] and snowed.|. . . Then'],
  ['Rain fell. ====== Snow fell.', 'Rain fell.|======|Snow fell.'],
])('%s', (text, expected) => expect(sentencesOf(text).join('|')).toBe(expected))

test('a sentence that no mark announces begins where the model says so', () => {
  expect(sentencesOf('Jo Lind 03/27/2021 09:11 AM The rain stopped.')).toEqual([
    'Jo Lind',
    '03/27/2021 09:11 AM',
    'The rain stopped.',
  ])
})
