import { existsSync, rmSync } from 'node:fs'
import { Appender } from './chunk-file.ts'
import { columnsOf, quoted } from './sql.ts'
import type { Table } from './tables.ts'

/** DuckDB reads no longer line than it is told of. */
const USUAL_LINE = 4 << 20
/** What DuckDB reads at once: it holds all rows of it several times over, so that long articles are parted. */
const FILE_BYTES = 2 << 20
const LINE_FEED = 10

/**
 * Rows of a table that wait for being loaded: files with lines of JSON, one or several an article. What is left of an earlier run
 * is dropped.
 */
export class Staging {
  readonly table: Table
  readonly #path: string
  #file: Appender
  /** Number of the last file. */
  #last = 0
  /** In it. */
  #bytes = 0
  #longest = USUAL_LINE
  #empty = true

  /** `path`: of the files, without their number and ending. */
  constructor(table: Table, path: string) {
    this.table = table
    this.#path = path
    for (let i = 1; existsSync(this.#name(i)); i++) rmSync(this.#name(i))
    this.#file = this.#begin(0)
  }

  append(lines: Uint8Array): void {
    if (lines.length === 0) return
    if (this.#bytes > 0 && this.#bytes + lines.length > FILE_BYTES) {
      this.flush()
      this.#file.close()
      this.#file = this.#begin(this.#last + 1)
    }
    this.#file.append(lines)
    this.#bytes += lines.length
    if (lines.length > this.#longest) this.#longest = Math.max(this.#longest, longestLine(lines))
    this.#empty = false
  }

  get empty(): boolean {
    return this.#empty
  }

  /** Everything appended is in the files. */
  flush(): void {
    // Not to disk: a run that is taken up again begins these files anew.
    this.#file.flush()
  }

  /** What is read from the files: `article`, the id, and unless they are left out, `rows`. */
  source(withRows = true): string {
    const files = Array.from({ length: this.#last + 1 }, (_, i) => quoted(this.#name(i)))
    const rows = withRows ? `, rows: ${quoted(`STRUCT(${columnsOf(this.table)})[]`)}` : ''
    return `read_json([${files}], format = 'newline_delimited', maximum_object_size = ${this.#longest}, columns = {article: 'VARCHAR'${rows}})`
  }

  /** The files are gone, and the first is there again, empty. */
  clear(): void {
    if (this.#empty) return
    this.remove()
    this.#file = this.#begin(0)
    this.#longest = USUAL_LINE
    this.#empty = true
  }

  remove(): void {
    this.#file.close()
    for (let i = 0; i <= this.#last; i++) rmSync(this.#name(i), { force: true })
  }

  #begin(number: number): Appender {
    this.#last = number
    this.#bytes = 0
    return new Appender(this.#name(number), 0, false)
  }

  #name(number: number): string {
    return `${this.#path}.${number}.jsonl`
  }
}

function longestLine(lines: Uint8Array): number {
  let longest = 0
  for (let from = 0; from < lines.length; ) {
    const to = lines.indexOf(LINE_FEED, from) + 1
    longest = Math.max(longest, to - from)
    from = to
  }
  return longest
}
