import { expect, test } from 'vitest'
import { knowledge } from './marked.ts'

test.each([
  ['Norvik Ltd.', 'Norvik'],
  ['Norvik, Inc.', 'Norvik'],
  ['Norvik Fisk A/S', 'Norvik Fisk'],
  ['Grupo Velorne, S.A. de C.V.', 'Grupo Velorne'],
  ['Halvor & Co. Ltd.', 'Halvor'],
  ['Velorne Sdn Bhd', 'Velorne'],
  ['Ostmark GmbH & Co. KG', 'Ostmark'],
  // no legal forms
  ['Norvik Group', 'Norvik Group'],
  ['Velorne Holdings plc', 'Velorne Holdings'],
  ['Bank of Velorne', 'Bank of Velorne'],
  ['Limited Ltd', 'Limited'],
  ['Co', 'Co'],
  ['Inc Ltd', 'Inc'],
])('%s is %s', (name, expected) => {
  expect(knowledge.legal.strip(name)).toBe(expected)
})
