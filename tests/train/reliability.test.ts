import { describe, expect, test } from 'vitest'
import { reliabilityOf, type Told } from '../../src/train/reliability.ts'
import { type Observation, ridge } from '../../src/train/ridge.ts'

/** `right` of `count` that were told with one probability came true. */
const told = (probability: number, count: number, right: number): Told[] =>
  Array.from({ length: count }, (_, i) => ({ probability, right: i < right }))

describe('reliability', () => {
  test('has no error where as many come true as were told', () => {
    expect(reliabilityOf([...told(0.75, 4, 3), ...told(0.5, 2, 1)]).ece).toBeCloseTo(0)
  })

  test('weighs each bin by its count', () => {
    const { ece, bins } = reliabilityOf([...told(0.95, 10, 10), ...told(0.45, 30, 30)])
    expect(ece).toBeCloseTo((10 * 0.05 + 30 * 0.55) / 40)
    expect(bins.map(({ count, observed }) => [count, observed])).toEqual([
      [30, 1],
      [10, 1],
    ])
  })

  test('takes what is certain into the last bin, and lets no mistake cost without end', () => {
    const { bins, logLoss, brier } = reliabilityOf(told(1, 1, 0))
    expect(bins).toMatchObject([{ from: 0.9, to: 1, count: 1 }])
    expect(logLoss).toBeCloseTo(-Math.log(1e-4))
    expect(brier).toBe(1)
  })
})

describe('ridge', () => {
  const seen = (feature: number, outcome: boolean, count: number): Observation[] =>
    Array.from({ length: count }, () => ({ features: [[feature, 1]], outcome, weight: 1 }))
  const probability = (weight: number): number => 1 / (1 + Math.exp(-weight))

  test('gives the share of each feature where the penalty is small', () => {
    const [first, second] = ridge([...seen(0, true, 30), ...seen(0, false, 10), ...seen(1, false, 1)], [1e-6, 1])
    expect(probability(first!)).toBeCloseTo(0.75)
    expect(second!).toBeLessThan(0)
  })

  test('keeps what is seen seldom nearer to nothing', () => {
    const [often, seldom] = ridge([...seen(0, true, 50), ...seen(1, true, 2)], [3, 3])
    expect(seldom!).toBeGreaterThan(0)
    expect(often!).toBeGreaterThan(2 * seldom!)
  })
})
