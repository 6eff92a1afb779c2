import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SetupError } from '../../src/base/errors.ts'
import { sha256 } from '../../src/base/hash.ts'
import { Resources } from '../../src/stage/resources.ts'
import { tempFolder } from '../run/archive.ts'

const WEIGHTS = Buffer.from([1, 2, 3, 4])

function folderWithModel(hash = sha256(WEIGHTS)): string {
  const folder = tempFolder()
  mkdirSync(join(folder, 'models', 'tiny'), { recursive: true })
  writeFileSync(join(folder, 'models', 'tiny', 'model.json'), JSON.stringify({ name: 'tiny', sha256: hash }))
  writeFileSync(join(folder, 'models', 'tiny', 'weights.bin'), WEIGHTS)
  return folder
}

test('what a thread has made of a model is given to the next, which reads no file of it', () => {
  const folder = folderWithModel()
  const first = new Resources(folder)
  const made = first.sharedModel('tiny', (card, weights) => ({ name: card.name, sum: weights[0]! + weights[3]! }))
  expect(made).toEqual({ name: 'tiny', sum: 5 })
  rmSync(folder, { recursive: true })
  const second = new Resources(folder, first.shared)
  const given = second.sharedModel('tiny', (): typeof made => {
    throw new Error('made again')
  })
  expect(given).toBe(made)
  expect(second.models).toEqual([{ name: 'tiny', sha256: sha256(WEIGHTS) }])
  expect(second.hash).toBe(first.hash)
})

test('weights that are not those of the card are refused', () => {
  const resources = new Resources(folderWithModel('0'.repeat(64)))
  expect(() => resources.sharedModel('tiny', () => 1)).toThrow(SetupError)
  expect(() => resources.model('tiny')).toThrow(SetupError)
})
