import { expect, test } from 'vitest'
import { SetupError } from '../../src/base/errors.ts'
import { movesInOrder } from '../../src/tag/decode.ts'
import { LABELS } from '../../src/tag/labels.ts'
import { NameLists } from '../../src/tag/name-lists.ts'
import { nameTaggerOf, readNameTables, writeNameTagger } from '../../src/tag/name-model.ts'
import { addWeights, firstSum, secondSum, tableOf } from '../../src/tag/weight-table.ts'
import { WordClasses } from '../../src/tag/word-classes.ts'
import { joinModels, packNameModel } from '../../src/train/pack-names.ts'

const HASHES = Int32Array.from({ length: 200 }, (_, i) => Math.imul(i + 1, 0x9e3779b1))
const STATE = Float32Array.from({ length: 200 * LABELS }, (_, k) => (k % 7 === 0 ? (k % 40) / 10 - 2 : 0))
const MOVE = Float32Array.from({ length: LABELS * LABELS }, (_, k) => (k % 5) / 5)

const model = packNameModel({ hashes: HASHES, state: STATE, move: MOVE }, 5000, 4)
const lists = NameLists.of(new Map([[42, 3]]))
const joined = joinModels(model, model)
const tagger = { model: joined, moves: model.moves, lists, classes: WordClasses.none() }

const { card, weights } = writeNameTagger('tiny', tagger)
const read = nameTaggerOf(readNameTables(JSON.parse(JSON.stringify(card)), weights))

test('what is written is read again', () => {
  expect(read.table).toEqual(tableOf(joined))
  expect(read.firstMoves).toEqual(movesInOrder(model.moves))
  expect(read.moves).toEqual(movesInOrder(model.moves))
  expect(read.lists.maskOf(42)).toBe(3)
  expect(read.lists.maskOf(43)).toBe(0)
})

test('weights that were learned with other features are refused', () => {
  expect(() => readNameTables({ ...card, features: -1 }, weights)).toThrow(SetupError)
})

test('the weights of a token’s features are added up by their labels, those of both looks at once', () => {
  const sums = new Int32Array(3 * LABELS)
  const hashes = Int32Array.of(HASHES[3]!, 12345, HASHES[7]!)
  addWeights(read.table, hashes, 3, sums, LABELS)
  for (let k = 0; k < LABELS; k++) {
    const real = Math.round(STATE[3 * LABELS + k]! / model.unit) + Math.round(STATE[7 * LABELS + k]! / model.unit)
    const sum = sums[LABELS + k]!
    expect([sums[k], firstSum(sum), secondSum(sum), sums[2 * LABELS + k]]).toEqual([0, real, real, 0])
  }
})
