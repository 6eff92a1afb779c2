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
  return reader(await opened(file, { access_mode: 'READ_ONLY' }))
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
    throw new SetupError(`Expected a store that can be opened: ${(cause as Error).message} (${file})`, { cause })
  }
}

function reader([instance, connection]: [DuckDBInstance, DuckDBConnection]): StoreReader {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (cause) {
      throw new SetupError(`Expected a query that DuckDB understands: ${(cause as Error).message}`, { cause })
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
