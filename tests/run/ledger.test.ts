import { expect, test } from 'vitest'
import { type BatchLine, Ledger, shortHash } from '../../src/run/ledger.ts'
import { emptyTally } from '../../src/run/tally.ts'
import { tempFolder } from './archive.ts'

const SINKS = ['jsonl']
const line = (given: Partial<BatchLine>): BatchLine => ({
  sinks: SINKS,
  how: 'h',
  done: [],
  failed: [],
  tally: emptyTally(),
  checkpoints: {},
  closed: false,
  ...given,
})
const failure = (name: string, n = 0) => {
  return { key: shortHash(name), hash: shortHash('x'), place: `${name}, record ${n}`, kind: 'ReadError', reason: 'no' }
}

test('what is set aside is counted to the end, and forgotten when it is done', async () => {
  const folder = tempFolder()
  const ledger = await Ledger.open(folder, SINKS)
  ledger.append(line({ failed: [failure('a', 1), failure('a', 2), failure('b')] }), SINKS)
  expect([ledger.tally.failed, ledger.failures.length]).toEqual([3, 3])
  ledger.append(line({ failed: [failure('a', 3)] }), SINKS)
  expect(ledger.failures.map(({ place }) => place)).toEqual(['b, record 0', 'a, record 3'])
  ledger.append(line({ done: [[shortHash('a'), shortHash('y'), 'id']] }), SINKS)
  expect([ledger.tally.failed, ledger.hasFailed(shortHash('a'), shortHash('x'))]).toEqual([1, false])
  ledger.append(line({ failed: Array.from({ length: 100_001 }, (_, i) => failure(`n${i}`)) }), SINKS)
  expect([ledger.tally.failed, ledger.failures.length]).toEqual([100_002, 100_000])
  ledger.close()
  const again = await Ledger.open(folder, SINKS)
  expect([again.tally.failed, again.failures.length, again.knows('jsonl'), again.isNew]).toEqual([
    100_002,
    100_000,
    true,
    false,
  ])
  again.close()
})
