import { expect, test } from 'vitest'
import { sha256 } from '../../src/base/hash.ts'
import type { Argument } from '../../src/doc/fact.ts'
import type { FactTypeName } from '../../src/doc/fact-types.ts'
import { factKeys, normalForm } from '../../src/doc/key.ts'
import type { Value } from '../../src/doc/value.ts'

const entities = [
  { id: 'E1', name: 'Globex' },
  { id: 'E2', name: 'Acme Corp' },
]
const price: Value = {
  id: 'V1',
  type: 'money',
  start: 9,
  end: 12,
  text: '$5m',
  number: 5e6,
  currency: 'USD',
  equivalents: ['V2'],
}
const fact = (id: string, type: FactTypeName, ...args: Argument[]) => ({ id, type, arguments: args })

test('a key is the hash of the type and the sorted, normalised arguments', () => {
  const keys = factKeys(
    [
      fact(
        'F1',
        'event.acquisition',
        { role: 'target', entity: 'E1' },
        { role: 'buyer', entity: 'E2' },
        { role: 'amount', value: 'V1' },
      ),
    ],
    entities,
    [price],
  )
  const said = 'event.acquisition\namount=currency=USD,number=5000000,type=money\nbuyer=acme corp\ntarget=globex'
  expect(keys.get('F1')).toBe(sha256(said).slice(0, 16))
})

test('where a value stands is not part of its normal form', () => {
  expect(normalForm({ ...price, start: 40, end: 47, text: '5m USD' })).toBe(normalForm(price))
})

test('a fact may be an argument of one before it', () => {
  const words: Argument = { role: 'cause', start: 0, end: 4, text: 'Rain' }
  const keys = factKeys(
    [fact('F1', 'cause', words, { role: 'effect', fact: 'F2' }), fact('F2', 'action', { role: 'agent', entity: 'E1' })],
    entities,
    [],
  )
  expect(keys.get('F1')).toBe(sha256(`cause\ncause=rain\neffect=${keys.get('F2')}`).slice(0, 16))
})

test('a fact that is an argument of itself, and a pointer into nothing, are errors', () => {
  expect(() => factKeys([fact('F1', 'cause', { role: 'cause', fact: 'F1' })], [], [])).toThrow('argument of itself')
  expect(() => factKeys([fact('F1', 'action', { role: 'agent', entity: 'E9' })], [], [])).toThrow('`E9`')
})
