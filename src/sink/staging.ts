import { rmSync } from 'node:fs'
import { Appender } from './chunk-file.ts'
import { columnsOf, quoted } from './sql.ts'
import type { Table } from './tables.ts'

/** DuckDB sets memory aside for the longest line that it is told of. */
const USUAL_LINE = 4 << 20

/** Rows of a table that wait for being loaded: a file with a line of JSON an article. What is left of an earlier run is dropped. */
export class Staging {
  readonly table: Table
  readonly #path: string
  #file: Appender
  #longest = USUAL_LINE
  #empty = true

  constructor(table: Table, path: string) {
    this.table = table
    this.#path = path
    this.#file = new Appender(path, 0, false)
  }

  append(line: Uint8Array): void {
    if (line.length === 0) return
    this.#file.append(line)
    this.#longest = Math.max(this.#longest, line.length)
    this.#empty = false
  }

  get empty(): boolean {
    return this.#empty
  }

  /** Everything appended is in the file. */
  flush(): void {
    // Not to disk: a run that is taken up again begins these files anew.
    this.#file.flush()
  }

  /** What is read from the file: `article`, the id, and unless they are left out, `rows`. */
  source(withRows = true): string {
    const rows = withRows ? `, rows: ${quoted(`STRUCT(${columnsOf(this.table)})[]`)}` : ''
    return `read_json(${quoted(this.#path)}, format = 'newline_delimited', maximum_object_size = ${this.#longest}, columns = {article: 'VARCHAR'${rows}})`
  }

  /** The file is empty again. */
  clear(): void {
    if (this.#empty) return
    this.#file.close()
    this.#file = new Appender(this.#path, 0, false)
    this.#longest = USUAL_LINE
    this.#empty = true
  }

  remove(): void {
    this.#file.close()
    rmSync(this.#path, { force: true })
  }
}
