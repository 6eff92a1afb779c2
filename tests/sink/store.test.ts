import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import duckdb from '../../src/sink/formats/duckdb.ts'
import { readStore } from '../../src/sink/read-store.ts'
import { rowsOf } from '../../src/sink/rows.ts'
import { TABLES, VIEWS } from '../../src/sink/tables.ts'
import { tempFolder } from '../run/archive.ts'
import { richSheet } from './rich-sheet.ts'

test('rows have the columns of their tables and no others', () => {
  const rows = rowsOf(richSheet('a'))
  expect(Object.keys(rows)).toEqual(TABLES.map(({ name }) => name))
  for (const { name, columns } of TABLES) {
    const known = columns.map(([column]) => column)
    for (const row of rows[name]!) expect(known).toEqual(expect.arrayContaining(Object.keys(row)))
  }
})

test('views for analysts', async () => {
  const folder = tempFolder()
  const writer = await duckdb.open({ folder })
  writer.write('a', Buffer.from(duckdb.render(richSheet('a'), '')), {})
  await writer.close()
  const instance = await DuckDBInstance.create(join(folder, 'store.duckdb'), { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
  for (const view of Object.keys(VIEWS)) await rows(`SELECT * FROM ${view}`)
  expect(await rows('SELECT type, said_by, evidence, published_day FROM facts_readable ORDER BY fact LIMIT 1')).toEqual(
    [
      {
        type: 'event.acquisition',
        said_by: 'Ann Lee',
        evidence: 'Acme, based in Ames, bought Globex for $5 million on Monday',
        published_day: '2019-03-04',
      },
    ],
  )
  expect(await rows('SELECT speaker, cue FROM statements')).toEqual([{ speaker: 'Ann Lee', cue: 'say' }])
  expect(await rows("SELECT role, text FROM argument WHERE fact = 'F1' ORDER BY place")).toEqual([
    { role: 'buyer', text: 'Acme' },
    { role: 'target', text: 'Globex' },
    { role: 'amount', text: '$5 million' },
  ])
  connection.closeSync()
  instance.closeSync()
})

test('a batch of long articles is loaded within the memory that DuckDB may use', async () => {
  const folder = tempFolder()
  const writer = await duckdb.open({ folder })
  const sheet = richSheet('a')
  const values = Array.from({ length: 20_000 }, (_, i) => ({
    ...sheet.values[0]!,
    id: `V${i}`,
    text: `${i} million dollars`.repeat(4),
  }))
  const rendered = duckdb.render({ ...sheet, values }, '')
  for (let i = 0; i < 12; i++) writer.write('a', Buffer.from(rendered), {})
  await writer.commit()
  await writer.close()
  const store = await readStore(join(folder, 'store.duckdb'))
  expect((await store.ask('SELECT count(*), count(DISTINCT id) FROM value')).rows).toEqual([['240000', '20000']])
  store.close()
  expect(readdirSync(folder)).toEqual(['store.duckdb'])
})

test('a store that a run left when it was killed at its last step can be asked', async () => {
  const path = join(tempFolder(), 'store.duckdb')
  const instance = await DuckDBInstance.create(path, { checkpoint_threshold: '1GB' })
  const connection = await instance.connect()
  await connection.run('CREATE TABLE fact (number INTEGER)')
  await connection.run('INSERT INTO fact SELECT range FROM range(1000)')
  await connection.run('CREATE INDEX fact_number ON fact (number)')
  const left = join(tempFolder(), 'store.duckdb')
  for (const ending of ['', '.wal']) copyFileSync(`${path}${ending}`, `${left}${ending}`)
  const store = await readStore(left)
  expect((await store.ask('SELECT count(*) FROM fact')).rows).toEqual([['1000']])
  store.close()
  expect(existsSync(`${left}.wal`)).toBe(false)
  connection.closeSync()
  instance.closeSync()
})
