import { expect, test } from 'vitest'
import { slotOf } from '../../src/base/hash-slots.ts'

test('keys whose places are taken stand in the next slot, past the end in the first', () => {
  const keys = new Int32Array(4)
  for (const key of [3, 7, 2]) keys[slotOf(keys, key)] = key
  expect([...keys]).toEqual([7, 0, 2, 3])
  expect([3, 7, 2].map((key) => slotOf(keys, key))).toEqual([3, 0, 2])
})

test('a key that is not there has the slot it would take', () => {
  const keys = Int32Array.of(0, 5, 0, 0)
  expect(slotOf(keys, 9)).toBe(2)
  expect(slotOf(keys, -4)).toBe(0)
})
