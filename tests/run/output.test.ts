import { chmodSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../src/base/folder.ts'
import { filesIn, jsonArticles, linesOf, run, tempFolder } from './archive.ts'

test('sheets whose ledger is gone, and files of others, are not written over', async () => {
  const root = filesIn(tempFolder(), {
    'a.jsonl': jsonArticles(4),
    'own/sheets.jsonl': 'mine\n',
    'own/notes.txt': 'mine',
  })
  const [inputs, to] = [[join(root, 'a.jsonl')], join(root, 'to')]
  await run(inputs, to, { root })
  const before = readFileSync(join(to, 'sheets.jsonl'))
  renameSync(join(to, '.factwire'), join(root, 'ledger'))
  await expect(run(inputs, to, { root })).rejects.toThrow(
    'Expected a folder without `sheets.jsonl`, which no run of its ledger wrote',
  )
  expect(readFileSync(join(to, 'sheets.jsonl')).equals(before)).toBe(true)
  // another sink is no way around it: `copies.jsonl` is of the lost run too
  await expect(run(inputs, to, { root, sinks: ['json'] })).rejects.toThrow('without `copies.jsonl`')
  rmSync(join(to, '.factwire'), { recursive: true })
  renameSync(join(root, 'ledger'), join(to, '.factwire'))
  expect((await run(inputs, to, { root })).run).toMatchObject({ written: 0, passedOver: 4 })

  await expect(run(inputs, join(root, 'own'), { root })).rejects.toThrow('without `sheets.jsonl`')
  expect(readFileSync(join(root, 'own/sheets.jsonl'), 'utf8')).toBe('mine\n')
  expect((await run(inputs, join(root, 'own'), { root, sinks: ['turtle'] })).run.written).toBe(4)
  await expect(run(inputs, join(root, 'own'), { root, sinks: ['turtle', 'jsonl'] })).rejects.toThrow('`sheets.jsonl`')
})

test('what a run broke off before its first commit is begun anew without a question', async () => {
  const root = filesIn(tempFolder(), { 'a.jsonl': jsonArticles(4) })
  const [inputs, to] = [[join(root, 'a.jsonl')], join(root, 'to')]
  filesIn(root, { 'to/.factwire/sketches.bin/x': 'the run fails when its sinks are open' })
  await expect(run(inputs, to, { root })).rejects.toThrow('Sink `ledger` cannot write')
  rmSync(join(to, '.factwire/sketches.bin'), { recursive: true })
  writeFileSync(join(to, 'sheets.jsonl'), '{"schema":')
  await run(inputs, to, { root })
  expect(linesOf(join(to, 'sheets.jsonl'))).toHaveLength(4)
})

test('what an earlier run wrote must still be there, as long as it was', async () => {
  const root = filesIn(tempFolder(), { 'a.jsonl': jsonArticles(4), 'b.jsonl': jsonArticles(4, 10) })
  const to = join(root, 'to')
  await run([join(root, 'a.jsonl')], to, { root })
  renameSync(join(to, 'sheets.jsonl'), join(root, 'moved'))
  const again = () => run([join(root, 'a.jsonl'), join(root, 'b.jsonl')], to, { root })
  await expect(again()).rejects.toThrow('Expected `sheets.jsonl`, which an earlier run wrote, got none')
  renameSync(join(root, 'moved'), join(to, 'sheets.jsonl'))
  const whole = readFileSync(join(to, 'sheets.jsonl'))
  truncateSync(join(to, 'sheets.jsonl'), 100)
  await expect(again()).rejects.toThrow(
    `Expected at least the ${whole.length} bytes that an earlier run wrote, got 100`,
  )
  writeFileSync(join(to, 'sheets.jsonl'), whole)
  expect((await again()).run).toMatchObject({ written: 4, passedOver: 4 })
})

test('a place where no folder can be made is told in a line', async () => {
  const root = filesIn(tempFolder(), { 'a.jsonl': jsonArticles(1), 'shut/x': '' })
  const refused = (to: string) => expect(run([join(root, 'a.jsonl')], to, { root })).rejects
  await refused('/proc/factwire/to').toThrow('Expected a folder to write to, got')
  await refused(join(root, 'a.jsonl')).toThrow(`Expected a folder to write to, got a file (${join(root, 'a.jsonl')})`)
  await refused(join(root, 'a.jsonl/to')).toThrow('got a file')
  await refused(join(root, 'x'.repeat(300))).toThrow('got a path that is too long')
  expect(() => makeFolder(join(root, 'deep/er/still'))).not.toThrow()
  expect(() => makeFolder(join(root, 'deep/er/still'))).not.toThrow()
  if (process.getuid?.() === 0) return
  chmodSync(join(root, 'shut'), 0o500)
  await refused(join(root, 'shut/to')).toThrow('may not be written')
})
