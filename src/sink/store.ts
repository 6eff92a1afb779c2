import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { Appender } from './chunk-file.ts'
import type { Checkpoint, SinkWriter, Standing } from './sink.ts'
import { COPY_TABLE, TABLES, type Table, VIEWS } from './tables.ts'

const ALL_TABLES = [...TABLES, COPY_TABLE]

/** Facts and entities are looked up by these. */
const INDEXES: readonly [table: string, column: string][] = [
  ['article', 'id'],
  ['entity', 'name'],
  ['fact', 'key'],
]

const MEMORY_MB = 160
const THREADS = 1
/** DuckDB sets memory aside for the longest line that it is told of. */
const USUAL_LINE = 4 << 20

export interface StoreOptions {
  path: string
  from?: Checkpoint | undefined
  /** Called with the loaded store when the run is over, before it is closed. */
  finish?(connection: DuckDBConnection): Promise<void>
}

/**
 * A DuckDB file with the tables of `TABLES`. Rows wait in a file of JSON lines and are loaded with a few statements a batch:
 * a million single inserts would take half an hour. A batch is one transaction, and an article that is in the store already
 * is taken out in it, so that loading a batch twice does no harm.
 */
export class Store implements SinkWriter {
  readonly #options: StoreOptions
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  readonly #stagingPath: string
  #staging: Appender
  #waiting = 0
  #longest = USUAL_LINE
  #articles: number

  private constructor(options: StoreOptions, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#options = options
    this.#instance = instance
    this.#connection = connection
    this.#stagingPath = `${options.path}.staging.jsonl`
    this.#staging = new Appender(this.#stagingPath, 0, false)
    this.#articles = options.from?.articles ?? 0
  }

  static async open(options: StoreOptions): Promise<Store> {
    const { path, from } = options
    mkdirSync(dirname(path), { recursive: true })
    if (!from) for (const file of [path, `${path}.wal`]) rmSync(file, { force: true })
    else if (!existsSync(path))
      throw new Error(`${path} is gone, and the ledger says that it holds ${from.articles} articles`)
    const instance = await DuckDBInstance.create(path, { threads: String(THREADS), memory_limit: `${MEMORY_MB}MB` })
    const connection = await instance.connect()
    for (const table of ALL_TABLES) await connection.run(`CREATE TABLE IF NOT EXISTS ${createdAs(table)}`)
    for (const [name, select] of Object.entries(VIEWS))
      await connection.run(`CREATE OR REPLACE VIEW ${name} AS ${select}`)
    // Loading goes without them, and they are made again at the end.
    for (const [table, column] of INDEXES) await connection.run(`DROP INDEX IF EXISTS ${table}_${column}`)
    return new Store(options, instance, connection)
  }

  write(id: string, rendered: Uint8Array, { copy }: Standing): void {
    this.#staging.append(rendered)
    const copies = copy ? [{ of: copy.of, similarity: copy.similarity }] : []
    const rest = Buffer.from(`,"copy":${JSON.stringify(copies)},"id":${JSON.stringify(id)}}\n`)
    this.#staging.append(rest)
    this.#longest = Math.max(this.#longest, rendered.length + rest.length)
    this.#waiting++
  }

  async commit(): Promise<Checkpoint> {
    if (this.#waiting > 0) {
      this.#staging.sync()
      await this.#load()
      this.#articles += this.#waiting
      this.#waiting = 0
      this.#longest = USUAL_LINE
      this.#staging.close()
      this.#staging = new Appender(this.#stagingPath, 0, false)
    }
    return { articles: this.#articles }
  }

  async close(): Promise<Checkpoint> {
    const checkpoint = await this.commit()
    for (const [table, column] of INDEXES)
      await this.#connection.run(`CREATE INDEX ${table}_${column} ON ${table} (${column})`)
    await this.#options.finish?.(this.#connection)
    await this.#connection.run('CHECKPOINT')
    this.#connection.closeSync()
    this.#instance.closeSync()
    this.#staging.close()
    rmSync(this.#stagingPath, { force: true })
    return checkpoint
  }

  async #load(): Promise<void> {
    const run = (sql: string) => this.#connection.run(sql)
    await run(`CREATE OR REPLACE TEMP TABLE staged AS SELECT * FROM ${staged(this.#stagingPath, this.#longest)}`)
    await run('BEGIN TRANSACTION')
    const known = await this.#connection.runAndReadAll(
      'SELECT id FROM article WHERE id IN (SELECT id FROM staged) LIMIT 1',
    )
    if (known.currentRowCount > 0) {
      for (const { name } of ALL_TABLES) {
        // An article that is written again keeps what is known of its copies: it is not compared again.
        const again = name === 'copy' ? 'SELECT id FROM staged WHERE len(copy) > 0' : 'SELECT id FROM staged'
        await run(`DELETE FROM ${name} WHERE ${name === 'article' ? 'id' : 'article'} IN (${again})`)
      }
    }
    for (const table of ALL_TABLES) await run(insertOf(table))
    await run('COMMIT')
    await run('DROP TABLE staged')
  }
}

/** Writes every table to a folder, each under its name when it is complete. */
export async function exportTables(
  connection: DuckDBConnection,
  folder: string,
  ending: string,
  options: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const { name } of ALL_TABLES) {
    const path = `${folder}/${name}.${ending}`
    await connection.run(`COPY ${name} TO ${quoted(`${path}.tmp`)} (${options})`)
    renameSync(`${path}.tmp`, path)
  }
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const columnsOf = ({ columns }: Table): string => columns.map(([name, type]) => `"${name}" ${type}`).join(', ')

const createdAs = (table: Table): string =>
  `${table.name} (${table.name === 'article' ? '' : 'article VARCHAR, '}${columnsOf(table)})`

function staged(path: string, longest: number): string {
  const types = ALL_TABLES.map((table) => {
    const row = `STRUCT(${columnsOf(table)})`
    return `"${table.name}": ${quoted(table.name === 'article' ? row : `${row}[]`)}`
  })
  return `read_json(${quoted(path)}, format = 'newline_delimited', maximum_object_size = ${longest}, columns = {id: 'VARCHAR', ${types.join(', ')}})`
}

function insertOf(table: Table): string {
  const fields = table.columns.map(([name]) => `r."${name}"`).join(', ')
  if (table.name === 'article') return `INSERT INTO article SELECT ${fields} FROM (SELECT article AS r FROM staged)`
  return `INSERT INTO ${table.name} SELECT id, ${fields} FROM (SELECT id, unnest("${table.name}") AS r FROM staged)`
}
