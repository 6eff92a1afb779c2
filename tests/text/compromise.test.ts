import { expect, test } from 'vitest'
import { readPersonName } from '../../src/text/compromise.ts'

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
