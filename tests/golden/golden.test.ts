import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { FactSheet } from '../../src/doc/sheet.ts'
import { loadPipeline, type Pipeline } from '../../src/pipeline/pipeline.ts'
import { readArticles } from '../../src/read/files.ts'
import { ROOT } from '../house/sources.ts'

const samples = readdirSync(join(ROOT, 'samples')).sort()
const goldenOf = (id: string): FactSheet =>
  JSON.parse(readFileSync(join(ROOT, 'tests/golden/sheets', `${id}.json`), 'utf8'))

/** A lexicon that grows changes the hash of every sheet, and maybe nothing else. */
const withoutProvenance = ({ provenance: _, ...sheet }: FactSheet): Omit<FactSheet, 'provenance'> => sheet

let pipeline: Pipeline
beforeAll(async () => {
  pipeline = await loadPipeline('news')
})

// A sheet that changes is looked at as a diff: `npm run golden` writes it anew.
test.each(samples)('%s gives the sheet that was looked at', async (file) => {
  for await (const article of readArticles(join(ROOT, 'samples', file), { root: ROOT })) {
    expect(withoutProvenance(pipeline.extract(article))).toEqual(withoutProvenance(goldenOf(article.id)))
  }
})

test('there is no sheet without its sample', () => {
  const sheets = readdirSync(join(ROOT, 'tests/golden/sheets')).map((file) => basename(file, '.json'))
  expect(sheets.sort()).toEqual(samples.map((file) => basename(file, '.txt')))
})
