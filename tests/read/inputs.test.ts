import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf, sizeOf } from '../../src/read/inputs.ts'
import { filesIn, tempFolder } from '../run/archive.ts'

async function listed(inputs: string[], root: string, except?: string): Promise<string[]> {
  const rows: string[] = []
  for await (const { path, error } of filesOf(inputs, except)) {
    rows.push(error === undefined ? relative(root, path) : `${relative(root, path)}: ${error}`)
  }
  return rows
}

test('links in a circle, links to nothing and pipes are told, and hold nothing up', async () => {
  const root = filesIn(tempFolder(), { 'in/a.txt': 'Rain fell.', 'in/b/c.txt': 'Snow fell.' })
  symlinkSync('..', join(root, 'in/b/circle'))
  symlinkSync('a.txt', join(root, 'in/link.txt'))
  symlinkSync('nothing', join(root, 'in/lost.txt'))
  spawnSync('mkfifo', [join(root, 'in/pipe.txt')])
  expect(await listed([join(root, 'in')], root)).toEqual([
    'in/a.txt',
    'in/b/c.txt',
    'in/b/circle: Expected a file, got a link to a folder: give it as an input of its own',
    'in/link.txt',
    expect.stringContaining('in/lost.txt: Expected a readable file: ENOENT'),
    'in/pipe.txt: Expected a file, got a pipe or device: give it as an input of its own',
  ])
})

test('the folder that a run writes to is not read, by whatever name', async () => {
  const root = filesIn(tempFolder(), { 'a.txt': 'Rain fell.', 'out/report.txt': 'Rain', 'out/more/b.txt': 'Snow' })
  symlinkSync('out', join(root, 'other'))
  expect(await listed([root], root, join(root, 'other'))).toEqual(['a.txt', expect.stringContaining('other: ')])
  expect(await listed([join(root, '**/*.txt')], root, join(root, 'out'))).toEqual(['a.txt'])
  expect(await sizeOf([join(root, '**/*.txt')], join(root, 'out'))).toBe(10)
  expect(await listed([join(root, 'out/report.txt')], root, join(root, 'out'))).toEqual(['out/report.txt'])
  await expect(listed([join(root, 'out')], root, join(root, 'out'))).rejects.toThrow('Expected files to read, got none')
})
