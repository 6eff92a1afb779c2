import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readAhead, readAheadUnordered } from '../../src/run/read-ahead.ts'

test('outcomes come in the order of the inputs, errors in their place', async () => {
  const work = async (ms: number) => {
    await sleep(ms)
    if (ms === 5) throw new Error('five')
    return ms * 2
  }
  const outcomes = []
  for await (const outcome of readAhead([20, 5, 1], work, 2)) outcomes.push(outcome)
  expect(outcomes).toEqual([
    { input: 20, result: 40 },
    { input: 5, error: new Error('five') },
    { input: 1, result: 2 },
  ])
})

test('no more inputs are begun than are waited for', async () => {
  let begun = 0
  const work = async (input: number) => {
    begun++
    return input
  }
  const inputs = Array.from({ length: 100 }, (_, i) => i)
  let taken = 0
  for await (const _ of readAhead(inputs, work, 3)) {
    taken++
    await sleep(0)
    expect(begun).toBeLessThanOrEqual(taken + 3)
  }
  expect([begun, taken]).toEqual([100, 100])
})

test('unordered, each outcome comes as soon as it is there, and none is lost', async () => {
  const found: unknown[] = []
  const work = async (ms: number) => {
    await sleep(ms)
    if (ms === 20) throw new Error('no')
    return ms
  }
  for await (const outcome of readAheadUnordered([120, 20, 60, 0], work, 4)) {
    found.push('error' in outcome ? 'no' : outcome.result)
  }
  expect(found).toEqual([0, 'no', 60, 120])
})
