import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTreebanks } from '../../src/train/conllu.ts'

test('a treebank gives tokens, their text and their heads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'factwire-conllu-'))
  const row = (id: string, form: string, head: string, misc = '_') =>
    `${id}\t${form}\t_\tX\tXX\t_\t${head}\tdep\t_\t${misc}`
  writeFileSync(
    join(folder, 'a.conllu'),
    [
      '# newdoc id = a',
      row('1-2', "can't", '_', 'SpaceAfter=No'),
      row('1', 'ca', '3'),
      row('2', "n't", '3'),
      row('3', 'go', '0', 'SpaceAfter=No'),
      row('3.1', 'gone', '_'),
      row('4', '.', '3'),
      '',
      row('1', 'Yes', '0'),
      '',
      '# newdoc id = b',
      row('1', 'No', '0'),
      '',
    ].join('\n'),
  )
  try {
    const banks = readTreebanks(join(folder, 'a.conllu'))
    expect(banks.map(({ id }) => id)).toEqual(['a', 'b'])
    const { tokens, sentences, head } = banks[0]!
    expect(tokens.source).toBe("can'tgo. \nYes \n")
    expect([...head]).toEqual([2, 2, -1, 2, -1])
    expect(sentences.map(({ from, to }) => [from, to])).toEqual([
      [0, 4],
      [4, 5],
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
