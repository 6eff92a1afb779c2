import { expect, test } from 'vitest'
import { parseTsv } from '../../src/base/tsv.ts'
import { filesBelow, textOf } from './sources.ts'

const lexicons = filesBelow('pipelines').filter((path) => path.endsWith('.tsv'))

test.each(lexicons)('%s: every row has its source, none stands there twice, the header tells the licence', (path) => {
  const text = textOf(path)
  const rows = parseTsv(text, path)
  expect(rows.length).toBeGreaterThan(0)
  const seen = new Map<string, number>()
  rows.forEach(({ source, ...row }, i) => {
    expect(source, `row ${i + 1} (${JSON.stringify(row)})`).toMatch(/\S/)
    const content = JSON.stringify(row)
    expect(seen.get(content), `${content} again in row ${i + 1}, first in`).toBeUndefined()
    seen.set(content, i + 1)
  })
  const header = text.split('\n').filter((line) => line.startsWith('#'))
  expect(header.join('\n')).toMatch(/licen[cs]e|\b(?:MIT|CC0|CC BY|ODbL|PDDL)\b/i)
})

test('there is a test for lexicons where there are lexicons', () => {
  expect(lexicons.every((path) => path.startsWith('pipelines/lexicons/'))).toBe(true)
})
