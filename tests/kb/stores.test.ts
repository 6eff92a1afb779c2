import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { statsPage } from '../../src/cli/stats-page.ts'
import type { FactSheet } from '../../src/doc/sheet.ts'
import { diffRuns } from '../../src/kb/diff.ts'
import { readStats } from '../../src/kb/stats.ts'
import { SINKS } from '../../src/sink/formats.ts'
import { readStore } from '../../src/sink/read-store.ts'
import { tempFolder } from '../run/archive.ts'
import { richSheet } from '../sink/rich-sheet.ts'

async function storeOf(sheets: readonly FactSheet[], names = ['duckdb']): Promise<string> {
  const folder = tempFolder()
  for (const sink of SINKS.filter(({ name }) => names.includes(name))) {
    const writer = await sink.open({ folder })
    for (const sheet of sheets)
      writer.write(sheet.article.id, Buffer.from(sink.render(sheet, JSON.stringify(sheet))), {})
    await writer.close()
  }
  return folder
}

test('a store answers queries, as rows and as files, and takes no changes', async () => {
  const folder = await storeOf([richSheet('a'), richSheet('b')])
  const store = await readStore(folder)
  expect(await store.ask('SELECT type, count(*) AS n FROM fact GROUP BY type ORDER BY type LIMIT 1')).toEqual({
    columns: ['type', 'n'],
    rows: [['event.acquisition', '2']],
  })
  await store.save('SELECT key, gloss FROM fact ORDER BY article, id;', join(folder, 'facts.csv'))
  expect(readFileSync(join(folder, 'facts.csv'), 'utf8').split('\n')[0]).toBe('key,gloss')
  await expect(store.ask('SELEC 1')).rejects.toThrow('Expected a query that DuckDB understands')
  await expect(store.ask('DELETE FROM fact')).rejects.toThrow('read-only')
  expect(() => store.save('SELECT 1', join(folder, 'x.pdf'))).toThrow('.parquet')
  store.close()
  await expect(readStore(join(folder, 'nowhere'))).rejects.toThrow('got none')
})

test('figures of a store, and their page', async () => {
  const stats = await readStats(await storeOf([richSheet('a'), richSheet('b')]))
  expect(stats.totals).toMatchObject({ article: 2, entity: 8, fact: 8 })
  expect(stats.entities[0]).toEqual({ name: 'Acme', type: 'organization', articles: 2, mentions: 2 })
  expect(stats.months).toEqual([{ month: '2019-03', articles: 2, facts: 8 }])
  expect(stats.factTypes.find(({ type }) => type === 'event.launch')).toEqual({
    type: 'event.launch',
    facts: 2,
    asserted: 0,
  })
  const page = statsPage(stats)
  expect(page).toContain('Acme (organization)')
  expect(page).not.toContain('<script')
})

const changed = (sheet: FactSheet): FactSheet => ({
  ...sheet,
  facts: sheet.facts.flatMap((fact) => {
    if (fact.id === 'F2') return []
    if (fact.id === 'F4') return [{ ...fact, modality: 'asserted' as const }]
    return [fact]
  }),
})

test.each([
  ['stores', ['duckdb']],
  ['files of sheets', ['jsonl']],
  ['folders of sheets', ['json']],
])('%s of two runs are compared by key', async (_, sinks) => {
  const keyed = (sheet: FactSheet): FactSheet => ({
    ...sheet,
    facts: sheet.facts.map((fact, i) => ({ ...fact, key: `000000000000000${i}` })),
  })
  const first = await storeOf([keyed(richSheet('a')), keyed(richSheet('b')), keyed(richSheet('old'))], sinks)
  const second = await storeOf([changed(keyed(richSheet('a'))), keyed(richSheet('b')), keyed(richSheet('new'))], sinks)
  const diff = await diffRuns(first, second, 10)
  expect(diff.articles).toEqual({ onlyFirst: 1, onlySecond: 1, both: 2 })
  expect(diff.differences).toEqual([
    expect.objectContaining({
      change: 'changed',
      article: 'a',
      type: 'event.launch',
      detail: 'modality: planned -> asserted',
    }),
    expect.objectContaining({ change: 'lost', article: 'a', type: 'org.based_in', gloss: 'Acme is based in Ames' }),
  ])
  expect(diff.summary.find(({ type }) => type === 'statement')).toEqual({
    type: 'statement',
    same: 2,
    added: 0,
    lost: 0,
    changed: 0,
  })
  expect((await diffRuns(first, first, 10)).differences).toEqual([])
})
