import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { SetupError } from '../base/errors.ts'
import { quoted } from './sql.ts'

/** The answer to a query; cells are JSON values, large numbers and dates as text. */
export interface Answer {
  columns: string[]
  rows: unknown[][]
}

/** A store that is only read. */
export interface StoreReader {
  /** Throws a SetupError with DuckDB's words for what is no query. */
  ask(sql: string): Promise<Answer>
  /** Writes what a query gives to a file: Parquet, CSV or JSON lines, by its ending. */
  save(sql: string, path: string): Promise<void>
  close(): void
}

const ENDINGS: Readonly<Record<string, string>> = {
  parquet: 'FORMAT parquet',
  csv: 'FORMAT csv, HEADER',
  tsv: "FORMAT csv, HEADER, DELIMITER '\t'",
  json: 'FORMAT json, ARRAY true',
  jsonl: 'FORMAT json',
}

const MEMORY_MB = 1024

/** The store of an output folder, or a store by its own path. Throws a SetupError when there is none, or it is being written. */
export async function readStore(path: string): Promise<StoreReader> {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'store.duckdb') : path
  if (!existsSync(file)) throw new SetupError(`Expected a store of \`factwire run --sink duckdb\`, got none (${file})`)
  await settleStore(file)
  return reader(await opened(file, { access_mode: 'READ_ONLY' }))
}

/**
 * Puts what a run that was broken off left in its log into the file: each reader would read the log again, and DuckDB cannot
 * read one that makes an index while it only reads. A store that cannot be written stays as it is.
 */
export async function settleStore(file: string): Promise<void> {
  if (!existsSync(`${file}.wal`)) return
  try {
    const instance = await DuckDBInstance.create(file, { memory_limit: `${MEMORY_MB}MB` })
    const connection = await instance.connect()
    await connection.run('CHECKPOINT')
    connection.closeSync()
    instance.closeSync()
  } catch {
    // whoever opens it to read is told why
  }
}

/** No store, but a place to ask about files and stores that are attached. */
export async function emptyStore(): Promise<StoreReader> {
  return reader(await opened(':memory:', {}))
}

async function opened(file: string, options: Record<string, string>): Promise<[DuckDBInstance, DuckDBConnection]> {
  try {
    const instance = await DuckDBInstance.create(file, { ...options, memory_limit: `${MEMORY_MB}MB` })
    return [instance, await instance.connect()]
  } catch (cause) {
    throw refusal(cause, 'a store that can be opened', ` (${file})`)
  }
}

function refusal(cause: unknown, expected: string, place = ''): SetupError {
  const { message } = cause as Error
  const [, file = '', holder = 'another process'] =
    /set lock on file "([^"]*)": Conflicting lock is held in (.*?\(PID \d+\))/.exec(message) ?? []
  if (file !== '')
    return new SetupError(`Expected a store that no run writes to: ${holder} has it open (${file})`, { cause })
  return new SetupError(`Expected ${expected}: ${message}${place}`, { cause })
}

function reader([instance, connection]: [DuckDBInstance, DuckDBConnection]): StoreReader {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (cause) {
      throw refusal(cause, 'a query that DuckDB understands')
    }
  }
  return {
    ask: (sql) =>
      guarded(async () => {
        const result = await connection.runAndReadAll(sql)
        return { columns: result.columnNames(), rows: result.getRowsJson() as unknown[][] }
      }),
    save: (sql, path) => {
      const options = ENDINGS[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '']
      if (options === undefined) {
        throw new SetupError(`Expected a file that ends in .${Object.keys(ENDINGS).join(', .')}, got \`${path}\``)
      }
      const query = sql.trim().replace(/;\s*$/, '')
      return guarded(async () => {
        await connection.run(`COPY (${query}) TO ${quoted(path)} (${options})`)
      })
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
