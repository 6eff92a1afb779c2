import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Value } from '../../src/doc/value.ts'
import { printNumber, printValue } from '../../src/value/print.ts'
import { valuesIn } from './documents.ts'

test.each<[Omit<Value, 'id' | 'start' | 'end'>, string]>([
  [{ type: 'percent', text: '', number: 7.7 }, '7.7%'],
  [{ type: 'money', text: '', number: 1e8, currency: 'CNY' }, 'CNY 100 million'],
  [{ type: 'money', text: '', number: 70, currency: 'USD', per: 'barrel' }, 'USD 70 per barrel'],
  [{ type: 'percent', text: '', number: 70, bound: 'about-below' }, 'nearly 70%'],
  [{ type: 'date', text: '', iso: '2018-01/2018-06', grain: 'half-year' }, '2018-01/2018-06'],
  [{ type: 'quantity', text: '', number: 200, unit: 'brand' }, '200 brand'],
  [{ type: 'quantity', text: '', number: 5, numberTo: 7, unit: '[mi_i]' }, '5 to 7 miles'],
  [{ type: 'date', text: 'Tuesday' }, 'Tuesday'],
])('%j', (value, printed) => expect(printValue(value)).toBe(printed))

test.each([
  [14_700_000, '14.7 million'],
  [1500, '1,500'],
  [0.25, '0.25'],
  [1_234_567, '1,234,567'],
])('%d is %s', (number, printed) => expect(printNumber(number)).toBe(printed))

const number = fc.oneof(
  fc.nat(9_999_999).map((n) => n + 2),
  fc.nat(99_999).map((n) => (n + 201) / 100),
  fc.nat(999).map((n) => (n + 2) * 1e6),
)
const bound = fc.constantFrom('about', 'about-below', 'above', 'below', 'at-least', 'at-most', undefined)
const amount = fc.oneof(
  fc.record({ type: fc.constant('money'), number, currency: fc.constantFrom('CNY', 'EUR', 'KES', 'GBP') }),
  fc.record({ type: fc.constant('percent'), number }),
  fc.record({ type: fc.constant('percent'), number, unit: fc.constantFrom('pp', 'bp') }),
  fc.record({ type: fc.constant('quantity'), number, unit: fc.constantFrom('km', 'kg', 'MW', '[mi_i]', 'km2', 'ha') }),
)

test('what is printed is read back as the same value', () => {
  fc.assert(
    fc.property(amount, bound, (fields, bound) => {
      const value = { ...fields, text: '', ...(bound && { bound }) } as Omit<Value, 'id' | 'start' | 'end'>
      const { text: _, ...expected } = value
      const printed = printValue(value)
      expect(valuesIn(printed)).toEqual([{ id: 'V1', start: 0, end: printed.length, text: printed, ...expected }])
    }),
    { numRuns: 1000, seed: 20260101 },
  )
})

test('a day is read back', () => {
  const [value] = valuesIn(printValue({ type: 'date', text: '', iso: '2018-07-26', grain: 'day' }))
  expect(value).toMatchObject({ iso: '2018-07-26', from: '2018-07-26', to: '2018-07-26', grain: 'day' })
})
