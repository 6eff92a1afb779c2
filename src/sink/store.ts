import { existsSync, renameSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { makeFolder } from '../base/folder.ts'
import { linesOfRows } from './rows.ts'
import type { Checkpoint, SinkWriter, Standing } from './sink.ts'
import { columnsOf, quoted } from './sql.ts'
import { Staging } from './staging.ts'
import { COPY_TABLE, TABLES, type Table, VIEWS } from './tables.ts'

const ALL_TABLES = [...TABLES, COPY_TABLE]

/** Facts and entities are looked up by these. */
const INDEXES: readonly [table: string, column: string][] = [
  ['article', 'id'],
  ['entity', 'name'],
  ['fact', 'key'],
]

const LINE_FEED = 10

/** While articles are read; sixteen articles of a megabyte each are loaded with 80. */
const MEMORY_MB = 96
/** For the last steps: the workers are gone, and what they had is free. */
const CLOSING_MB = 512
/** An index takes 45 bytes a row while it is made, and none of it can be put aside. */
const INDEXED_ROW_BYTES = 64
/** DuckDB keeps so much of what it has freed; by itself it keeps 512 MB, more than it may use. */
const KEPT_MB = 16
/** While articles are read: loads follow one another, and the other cores have workers. */
const THREADS = 1
/**
 * How long the log grows before DuckDB puts it into its file. Each time it writes the last rows of every table anew: at its own
 * 16 MB that takes more time than loading.
 */
const CHECKPOINT_MB = 256

export interface StoreOptions {
  path: string
  from?: Checkpoint | undefined
  /** Called with the loaded store when the run is over, before it is closed. */
  finish?(connection: DuckDBConnection): Promise<void>
}

/**
 * A DuckDB file with the tables of `TABLES`. Rows wait in files of JSON lines, one a table, and are loaded with a statement
 * each a batch: a million single inserts would take half an hour. A batch is one transaction, and an article that is in the store already
 * is taken out in it, so that loading a batch twice does no harm.
 */
export class Store implements SinkWriter {
  readonly #options: StoreOptions
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  /** Of every table, in the order of `TABLES`, and of the copies. */
  readonly #staged: readonly Staging[]
  readonly #copies: Staging
  #waiting = 0
  #articles: number

  private constructor(options: StoreOptions, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#options = options
    this.#instance = instance
    this.#connection = connection
    const staging = (table: Table) => new Staging(table, `${options.path}.${table.name}`)
    this.#staged = TABLES.map(staging)
    this.#copies = staging(COPY_TABLE)
    this.#articles = options.from?.articles ?? 0
  }

  static async open(options: StoreOptions): Promise<Store> {
    const { path, from } = options
    makeFolder(dirname(path))
    if (!from) for (const file of [path, `${path}.wal`]) rmSync(file, { force: true })
    else if (!existsSync(path))
      throw new Error(`${path} is gone, and the ledger says that it holds ${from.articles} articles`)
    // What a run that was killed had put aside.
    rmSync(`${path}.tmp`, { recursive: true, force: true })
    const instance = await DuckDBInstance.create(path, {
      threads: String(THREADS),
      memory_limit: megabytes(MEMORY_MB),
      allocator_bulk_deallocation_flush_threshold: `${KEPT_MB}MB`,
      checkpoint_threshold: `${CHECKPOINT_MB}MB`,
    })
    const connection = await instance.connect()
    for (const table of ALL_TABLES) await connection.run(`CREATE TABLE IF NOT EXISTS ${createdAs(table)}`)
    for (const [name, select] of Object.entries(VIEWS))
      await connection.run(`CREATE OR REPLACE VIEW ${name} AS ${select}`)
    // Loading goes without them, and they are made again at the end.
    for (const [table, column] of INDEXES) await connection.run(`DROP INDEX IF EXISTS ${table}_${column}`)
    return new Store(options, instance, connection)
  }

  write(id: string, rendered: Uint8Array, { copy }: Standing): void {
    let from = rendered.indexOf(LINE_FEED) + 1
    const lengths = JSON.parse(Buffer.from(rendered.buffer, rendered.byteOffset, from).toString()) as number[]
    this.#staged.forEach((staging, i) => {
      const to = from + lengths[i]!
      staging.append(rendered.subarray(from, to))
      from = to
    })
    if (copy) this.#copies.append(Buffer.from(linesOfRows(id, [{ of: copy.of, similarity: copy.similarity }])))
    this.#waiting++
  }

  async commit(): Promise<Checkpoint> {
    if (this.#waiting > 0) {
      await this.#load()
      this.#articles += this.#waiting
      this.#waiting = 0
    }
    return { articles: this.#articles }
  }

  async close(): Promise<Checkpoint> {
    const checkpoint = await this.commit()
    // The articles are done: their cores are free.
    await this.#connection.run(`SET threads = ${availableParallelism()}`)
    const counts = INDEXES.map(([table]) => `(SELECT count(*) FROM ${table})`)
    const [[rows]] = (await this.#connection.runAndReadAll(`SELECT ${counts.join(' + ')}`)).getRows() as [[bigint]]
    const limit = megabytes(CLOSING_MB, Number(rows) * INDEXED_ROW_BYTES)
    await this.#connection.run(`SET memory_limit = '${limit}'`)
    for (const [table, column] of INDEXES)
      await this.#connection.run(`CREATE INDEX ${table}_${column} ON ${table} (${column})`)
    await this.#options.finish?.(this.#connection)
    await this.#connection.run('CHECKPOINT')
    this.#connection.closeSync()
    this.#instance.closeSync()
    for (const staging of [...this.#staged, this.#copies]) staging.remove()
    return checkpoint
  }

  async #load(): Promise<void> {
    const run = (sql: string) => this.#connection.run(sql)
    const waiting = [...this.#staged, this.#copies].filter((staging) => !staging.empty)
    for (const staging of waiting) staging.flush()
    await run('BEGIN TRANSACTION')
    const articles = `SELECT article FROM ${this.#staged[0]!.source(false)}`
    const known = await this.#connection.runAndReadAll(`SELECT id FROM article WHERE id IN (${articles}) LIMIT 1`)
    if (known.currentRowCount > 0) {
      for (const { name } of TABLES)
        await run(`DELETE FROM ${name} WHERE ${name === 'article' ? 'id' : 'article'} IN (${articles})`)
      // An article that is written again keeps what is known of its copies: it is not compared again.
      if (!this.#copies.empty)
        await run(`DELETE FROM ${COPY_TABLE.name} WHERE article IN (SELECT article FROM ${this.#copies.source(false)})`)
    }
    for (const staging of waiting) await run(insertOf(staging))
    await run('COMMIT')
    for (const staging of waiting) staging.clear()
  }
}

/** Writes every table to a folder, each under its name when it is complete. */
export async function exportTables(
  connection: DuckDBConnection,
  folder: string,
  ending: string,
  options: string,
): Promise<void> {
  makeFolder(folder)
  for (const { name } of ALL_TABLES) {
    const path = `${folder}/${name}.${ending}`
    await connection.run(`COPY ${name} TO ${quoted(`${path}.tmp`)} (${options})`)
    renameSync(`${path}.tmp`, path)
  }
}

const megabytes = (base: number, bytes = 0): string => `${base + Math.ceil(bytes / 2 ** 20)}MB`

const createdAs = (table: Table): string =>
  `${table.name} (${table.name === 'article' ? '' : 'article VARCHAR, '}${columnsOf(table)})`

function insertOf(staging: Staging): string {
  const { name, columns } = staging.table
  const fields = columns.map(([column]) => `r."${column}"`).join(', ')
  const article = name === 'article' ? '' : 'article, '
  return `INSERT INTO ${name} SELECT ${article}${fields} FROM (SELECT article, unnest(rows) AS r FROM ${staging.source()})`
}
