import { describe, expect, test } from 'vitest'
import { values } from '../../src/doc/layers.ts'
import type { Value } from '../../src/doc/value.ts'
import { composePipeline, PIPELINES } from '../../src/pipeline/load.ts'
import { Resources } from '../../src/stage/resources.ts'
import { KINDS } from '../../src/value/kinds.ts'
import { loadTables } from '../../src/value/tables.ts'
import { plainArticle } from '../articles.ts'

const { annotate } = await composePipeline('news', { until: new Set([values.name]) })
const PUBLISHED = '2022-07-20'
const read = (text: string): readonly Value[] => annotate(plainArticle(text, PUBLISHED)).get(values)

/** The type of the values that a kind reads, where it is not the kind's own name. */
const TYPES: Readonly<Record<string, string>> = {
  weekday: 'date',
  era: 'date',
  year: 'date',
  period: 'date',
  season: 'date',
  'relative-date': 'date',
  ago: 'date',
  holiday: 'date',
}

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
  const type = TYPES[name] ?? name

  test.each(kind.examples.map(([text, ...expected]) => [text, expected] as const))('%s', (text, expected) => {
    const found = read(text)
    for (const value of expected) {
      expect(found).toContainEqual(expect.objectContaining({ type, ...value }))
    }
    if (expected.length === 0) expect(found).toEqual([])
    for (const { start, end, text: quote } of found) expect(text.slice(start, end)).toBe(quote)
  })

  if (name !== 'no-value') {
    test.each(kind.not)('not: %s', (text) => {
      expect(read(text).filter((value) => value.type === type)).toEqual([])
    })
  } else {
    test.each(kind.not)('not: %s', (text) => expect(read(text)).not.toEqual([]))
  }
})

test('a kind that begins with an article says how it goes on', () => {
  const tables = loadTables(new Resources(PIPELINES))
  for (const { name, starts, behindArticle } of KINDS) {
    const articles = [...starts(tables)].filter((word) => ['a', 'an', 'the'].includes(word))
    if (articles.length > 0 && name !== 'money') expect([...(behindArticle?.(tables) ?? [])], name).not.toEqual([])
  }
})
