import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import assembler from 'wabt'
import { random } from '../../src/base/mix.ts'
import { BLOCK, Network, type NetworkWeights, placeWeights } from '../../src/parse/network.ts'
import { KERNEL } from '../../src/parse/network-kernel.ts'

test('the kernel is what its source says', async () => {
  const { parseWat } = await assembler()
  const source = readFileSync(new URL('../../src/parse/network.wat', import.meta.url), 'utf8')
  const { buffer } = parseWat('network.wat', source, { simd: true, threads: true }).toBinary({})
  expect(Buffer.from(buffer).toString('base64')).toBe(KERNEL)
})

const next = random(5)
const whole = (size: number): number => Math.floor((next() * 2 - 1) * size)

function someWeights(width: number, rows: number, outputs: number): NetworkWeights {
  return {
    width,
    rows: Int8Array.from({ length: rows * width }, () => whole(127)),
    start: Int16Array.from({ length: width }, () => whole(500)),
    outputs: Int8Array.from({ length: outputs * width }, () => whole(127)),
    offsets: Int32Array.from({ length: outputs }, () => whole(100_000)),
  }
}

/** The scores by plain arithmetic. */
function expected({ width, rows, start, outputs, offsets }: NetworkWeights, features: readonly number[]): number[] {
  const hidden = [...start].map((first, j) =>
    Math.max(
      0,
      features.reduce((sum, row) => sum + rows[row * width + j]!, first),
    ),
  )
  return [...offsets].map((first, o) => hidden.reduce((sum, h, j) => sum + h * outputs[o * width + j]!, first))
}

test.each([BLOCK, 2 * BLOCK])('a network of width %i scores as plain arithmetic does', (width) => {
  const weights = someWeights(width, 300, 9)
  const network = new Network(placeWeights(weights), 280)
  for (const count of [0, 1, 2, 7, 110, 250]) {
    const features = Array.from({ length: count }, () => Math.floor(next() * 300))
    network.features.set(features)
    network.read(count)
    network.score(0, 9)
    expect([...network.scores]).toEqual(expected(weights, features))
  }
})

test('outputs that are not asked for keep their scores', () => {
  const network = new Network(placeWeights(someWeights(BLOCK, 10, 5)), 8)
  network.scores.fill(7)
  network.read(0)
  network.score(1, 3)
  expect([...network.scores].map((score) => score === 7)).toEqual([true, false, false, true, true])
})

test('networks over the same weights do not disturb one another', () => {
  const weights = placeWeights(someWeights(BLOCK, 30, 4))
  const [one, other] = [new Network(weights, 8), new Network(weights, 8)]
  one.features.set([3, 17])
  other.features.set([5, 29])
  one.read(2)
  other.read(2)
  one.score(0, 4)
  other.score(0, 4)
  expect([...one.scores]).toEqual(expected(weights, [3, 17]))
  expect([...other.scores]).toEqual(expected(weights, [5, 29]))
})
