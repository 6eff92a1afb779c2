import { expect, test } from 'vitest'
import { readPersonName, readVerbPhrase } from '../../src/text/compromise.ts'

const plain = { auxiliary: '', tense: 'past', negative: false, passive: false, progressive: false }

test.each([
  ['sold', { ...plain, infinitive: 'sell' }],
  ['took over', { ...plain, infinitive: 'take over' }],
  ['says', { ...plain, infinitive: 'say', tense: 'present' }],
  ['will buy', { ...plain, infinitive: 'buy', tense: 'future', auxiliary: 'will' }],
  ['has not been accused', { ...plain, infinitive: 'accuse', auxiliary: 'has been', negative: true, passive: true }],
  ['would have been sold', { ...plain, infinitive: 'sell', auxiliary: 'would have been', passive: true }],
  [
    'can not be reached',
    { ...plain, infinitive: 'reach', auxiliary: 'can be', tense: 'present', negative: true, passive: true },
  ],
  ['did n’t say', { ...plain, infinitive: 'say', auxiliary: 'did', negative: true }],
  ['is rising', { ...plain, infinitive: 'rise', auxiliary: 'is', tense: 'present', progressive: true }],
  ['had been working', { ...plain, infinitive: 'work', auxiliary: 'had been', progressive: true }],
  [
    'are being investigated',
    { ...plain, infinitive: 'investigate', auxiliary: 'are being', tense: 'present', passive: true },
  ],
  ['may merge', { ...plain, infinitive: 'merge', auxiliary: 'may', tense: 'present' }],
  ['the table', null],
  ['x'.repeat(200), null],
])('verb group: %s', (phrase, expected) => expect(readVerbPhrase(phrase)).toEqual(expected))

test.each([
  ['Mr. Jack Lind', { honorific: 'Mr.', given: 'Jack', surname: 'Lind', gender: 'male' }],
  ['Angela Ode', { honorific: null, given: 'Angela', surname: 'Ode', gender: 'female' }],
  ['Mrs Ode', { honorific: 'Mrs', given: null, surname: 'Ode', gender: 'female' }],
  ['Dr. Mary Ode Jr.', { honorific: 'Dr.', given: 'Mary', surname: 'Ode', gender: 'female' }],
  ['Queen Elizabeth II', { honorific: 'Queen', given: 'Elizabeth', surname: null, gender: 'female' }],
  ['Huihao', { honorific: null, given: null, surname: null, gender: null }],
  ['Xq Zzyx', { honorific: null, given: null, surname: null, gender: null }],
  ['…', null],
])('name: %s', (name, expected) => expect(readPersonName(name)).toEqual(expected))

test('asked again, it says the same', () => {
  for (let i = 0; i < 9000; i++) readPersonName(`Q${i % 3} …`)
  expect(readPersonName('Angela Ode')).toEqual(readPersonName('Angela Ode'))
})
