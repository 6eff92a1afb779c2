import { expect, test } from 'vitest'
import { readGender } from '../../src/text/compromise.ts'

test.each([
  ['Mr. Jack Lind', 'male'],
  ['Angela Ode', 'female'],
  ['Mrs Ode', 'female'],
  ['Mrs Jack Lind', 'female'],
  ['Dr. Mary Ode Jr.', 'female'],
  ['Queen Elizabeth II', 'female'],
  ['Angela', 'female'],
  ['Dr. Ode', null],
  ['Huihao', null],
  ['Xq Zzyx', null],
  ['…', null],
])('gender: %s', (name, expected) => expect(readGender(name)).toBe(expected))

test('asked again, it says the same', () => {
  for (let i = 0; i < 9000; i++) readGender(`Q${i % 3} …`)
  expect(readGender('Angela Ode')).toBe(readGender('Angela Ode'))
})
