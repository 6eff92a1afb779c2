import { expect, test } from 'vitest'
import { random } from '../../src/base/mix.ts'
import { NumberMap } from '../../src/run/number-map.ts'

test('a number map answers as a Map does, also for keys that fall on one place', () => {
  const next = random(5)
  const map = new NumberMap()
  const known = new Map<number, number>()
  for (let i = 0; i < 20_000; i++) {
    // Every third key falls on a place with others, and some come twice.
    const key = i % 3 === 0 ? 2 ** 40 * (i % 500) : Math.floor(next() * 2 ** 48)
    map.set(key, i)
    known.set(key, i)
  }
  for (const [key, value] of known) expect(map.get(key)).toBe(value)
  for (let i = 0; i < 1000; i++) {
    const key = Math.floor(next() * 2 ** 48)
    expect(map.has(key)).toBe(known.has(key))
  }
  expect(map.get(0)).toBe(known.get(0))
})
