import { expect, test } from 'vitest'
import { LABELS } from '../../src/tag/labels.ts'
import { joinModels, packNameModel } from '../../src/train/pack-names.ts'

const HASHES = Int32Array.from({ length: 200 }, (_, i) => Math.imul(i + 1, 0x9e3779b1))
const STATE = Float32Array.from({ length: 200 * LABELS }, (_, k) => (k % 7 === 0 ? (k % 40) / 10 - 2 : 0))
const MOVE = Float32Array.from({ length: LABELS * LABELS }, (_, k) => (k % 5) / 5)

const model = packNameModel({ hashes: HASHES, state: STATE, move: MOVE }, 5000, 4)
const joined = joinModels(model, model)

test('a packed weight is the weight it was, to half a step', () => {
  const feature = model.prints.indexOf(HASHES[0]! & 0xffff)
  for (let k = model.rows[feature]!; k < model.rows[feature + 1]!; k++) {
    expect(Math.abs(model.weights[k]! * model.unit - STATE[model.labels[k]!]!)).toBeLessThanOrEqual(model.unit / 2)
  }
})

test('only the largest weights are kept when there are too many', () => {
  const small = packNameModel({ hashes: HASHES, state: STATE, move: MOVE }, 50, 4)
  expect(small.weights.length).toBeLessThan(120)
  const least = Math.min(...small.weights.map(Math.abs))
  expect(least * small.unit).toBeGreaterThan(1.5)
})

test('two looks are one model, the labels of the second behind those of the first', () => {
  expect(joined.prints).toEqual(model.prints)
  const row = (of: typeof model, feature: number) => of.labels.slice(of.rows[feature]!, of.rows[feature + 1]!)
  for (let feature = 0; feature < model.prints.length; feature++) {
    const labels = [...row(model, feature)]
    expect([...row(joined, feature)]).toEqual([...labels, ...labels.map((label) => label + LABELS)])
  }
})
