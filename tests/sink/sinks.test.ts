import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { Parser } from 'n3'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { SINKS } from '../../src/sink/formats.ts'
import type { Checkpoint, SinkWriter, Standing } from '../../src/sink/sink.ts'
import { tempFolder } from '../run/archive.ts'
import { richSheet } from './rich-sheet.ts'

type Read = (folder: string) => Promise<string[]> | string[]
const text = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
const lines = (content: string) => content.split('\n').slice(0, -1)
const ids = (list: { article: { id: string; headline: string | null } }[]) =>
  list.map(({ article }) => `${article.id} ${article.headline}`)
const sheets: (content: string) => string[] = (content) => ids(lines(content).map((line) => JSON.parse(line)))
const HEADLINE = 'https://schema.org/headline'
const ofGraph = (content: string, format: string) =>
  new Parser({ format })
    .parse(content)
    .filter(({ predicate }) => predicate.value === HEADLINE)
    .map(({ subject, object }) => `${subject.value.split(':').at(-1)} ${object.value}`)

async function ofStore(path: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const result = await connection.runAndReadAll("SELECT id || ' ' || headline FROM article")
  const rows = result.getRows().map(([row]) => String(row))
  const counts = await connection.runAndReadAll(
    'SELECT (SELECT count(*) FROM fact), (SELECT count(*) FROM evidence), (SELECT count(*) FROM mention)',
  )
  expect(counts.getRows()[0]!.map(Number)).toEqual([4, 4, 4].map((n) => n * rows.length))
  connection.closeSync()
  instance.closeSync()
  return rows
}

/** What a sink holds of which articles, read back by other means: `id headline`. */
const READ: Record<string, Read> = {
  json: (folder) => ids(readdirSync(join(folder, 'sheets')).map((file) => JSON.parse(text(folder, `sheets/${file}`)))),
  jsonl: (folder) => sheets(text(folder, 'sheets.jsonl')),
  'jsonl-gz': (folder) => sheets(gunzipSync(readFileSync(join(folder, 'sheets.jsonl.gz'))).toString()),
  duckdb: (folder) => ofStore(join(folder, 'store.duckdb')),
  parquet: async (folder) => {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, 'parquet/article.parquet')) })
    return rows.map(({ id, headline }) => `${id} ${headline}`)
  },
  csv: (folder) =>
    (parse(text(folder, 'csv/article.csv'), { columns: true }) as Record<string, string>[]).map(
      ({ id, headline }) => `${id} ${headline}`,
    ),
  turtle: (folder) => ofGraph(text(folder, 'graph.ttl'), 'Turtle'),
  nquads: (folder) => ofGraph(text(folder, 'graph.nq'), 'N-Quads'),
  'json-ld': (folder) =>
    lines(text(folder, 'graph.jsonld.jsonl')).map((line) => {
      const article = JSON.parse(line)['@graph'][0]
      return `${article['schema:identifier'][0]['@value']} ${article['schema:headline'][0]['@value']}`
    }),
  quickstatements: (folder) =>
    lines(text(folder, 'quickstatements.tsv')).map((line) => `${/en:"(.*?)"/.exec(line)![1]}`),
  openrefine: (folder) =>
    (parse(text(folder, 'claims.csv'), { columns: true }) as Record<string, string>[])
      .filter(({ fact_type }) => fact_type === 'org.based_in')
      .map(({ article, headline }) => `${article} ${headline}`),
  graphml: (folder) => {
    const found: string[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => expect.fail(error.message))
    parser.on('opentag', ({ name, attributes }) => {
      const id = (attributes.id as { value: string } | undefined)?.value
      if (name === 'node' && id?.endsWith('#E1')) found.push(id.replace('#E1', ''))
    })
    parser.write(text(folder, 'graph.graphml')).close()
    return found
  },
}

function write(writer: SinkWriter, name: string, id: string, headline: string, standing: Standing = {}): void {
  const sink = SINKS.find((one) => one.name === name)!
  const sheet = richSheet(id, headline)
  writer.write(id, Buffer.from(sink.render(sheet, JSON.stringify(sheet))), standing)
}

describe.each(SINKS)('$name', ({ name, open }) => {
  // Some formats do not tell the article's id or headline.
  const shown = (list: string[]) =>
    list
      .map((one) =>
        name === 'quickstatements'
          ? one.slice(one.indexOf(' ') + 1)
          : name === 'graphml'
            ? one.slice(0, one.indexOf(' '))
            : one,
      )
      .sort()
  const read = async (folder: string) => [...(await READ[name]!(folder))].sort()

  test('holds what was written, goes on from a checkpoint, and replaces what is written again', async () => {
    const folder = tempFolder()
    const first = await open({ folder })
    write(first, name, 'a', 'One')
    write(first, name, '../b"<&', 'Two')
    const checkpoint = await first.commit()
    write(first, name, 'c', 'Three')
    const closed = await first.close()
    expect(await read(folder)).toEqual(shown(['a One', '../b"<& Two', 'c Three'].map((one) => encoded(name, one))))
    expect(Object.values(checkpoint).every((n) => Number.isFinite(n))).toBe(true)

    const second = await open({ folder, from: closed })
    write(second, name, 'a', 'One again', { again: true })
    write(second, name, 'd', 'Four', { copy: { of: 'c', similarity: 0.9 } })
    const last = await second.close()
    const whole = shown(['../b"<& Two', 'c Three', 'a One again', 'd Four'].map((one) => encoded(name, one)))
    expect(await read(folder)).toEqual(whole)

    await (await open({ folder, from: last })).close()
    expect(await read(folder)).toEqual(whole)
  })

  test('what was written behind the checkpoint is taken back, or written once more without harm', async () => {
    const folder = tempFolder()
    const first = await open({ folder })
    write(first, name, 'a', 'One')
    const checkpoint: Checkpoint = await first.commit()
    write(first, name, 'b', 'Two')
    await first.close()
    const second = await open({ folder, from: checkpoint })
    write(second, name, 'b', 'Two')
    write(second, name, 'c', 'Three')
    await second.close()
    expect(await read(folder)).toEqual(shown(['a One', 'b Two', 'c Three']))
  })

  test('without a checkpoint it begins anew', async () => {
    const folder = tempFolder()
    const first = await open({ folder })
    write(first, name, 'a', 'One')
    await first.close()
    const second = await open({ folder })
    write(second, name, 'a', 'Two')
    await second.close()
    expect(await read(folder)).toEqual(shown(['a Two']))
    expect(existsSync(join(folder, 'sheets/a.json.tmp'))).toBe(false)
  })

  test('renders the same sheet to the same bytes', () => {
    const sink = SINKS.find((one) => one.name === name)!
    const sheet = richSheet('a')
    expect(sink.render(sheet, JSON.stringify(sheet))).toBe(sink.render(richSheet('a'), JSON.stringify(richSheet('a'))))
  })
})

const encoded = (name: string, row: string): string => {
  if (name !== 'turtle' && name !== 'nquads') return row
  const space = row.indexOf(' ')
  return encodeURIComponent(row.slice(0, space)) + row.slice(space)
}
