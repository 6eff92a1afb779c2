import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { ReadError, SetupError } from '../base/errors.ts'
import { FactSheet, SCHEMA } from '../doc/sheet.ts'

/** Where the JSON of a sheet stands: bytes of a file. */
export interface Place {
  file: number
  offset: number
  length: number
}

export interface SheetFile {
  /** Relative to the folder. */
  path: string
  size: number
  modifiedMs: number
}

const NEWLINE = 10
const CHUNK = 1 << 22

/**
 * The sheets of a run: a folder of `.json` (a sheet each) and `.jsonl` (a sheet a line) files, at any depth, or one such
 * file. Throws a SetupError when there is none.
 */
export class SheetFiles {
  readonly root: string
  /** Or is it one file? */
  readonly folder: boolean
  readonly files: readonly SheetFile[]

  constructor(out: string) {
    const stats = statSync(out, { throwIfNoEntry: false })
    if (!stats) throw new SetupError(`Expected a folder of fact sheets, got none: ${out}`)
    this.folder = stats.isDirectory()
    const paths = this.folder ? sheetPaths(out) : ['']
    this.root = out
    this.files = paths.map((path) => {
      const { size, mtimeMs } = statSync(join(out, path))
      return { path, size, modifiedMs: mtimeMs }
    })
    if (this.files.length === 0) {
      throw new SetupError(`Expected fact sheets in ${out}: a run writes them with \`--sink jsonl\` or \`--sink json\``)
    }
  }

  /** Every sheet with its place, in the order of the paths; what is JSON but no fact sheet is passed over. */
  *walk(): Generator<{ sheet: FactSheet; place: Place }> {
    for (let file = 0; file < this.files.length; file++) {
      const { path } = this.files[file]!
      if (path.endsWith('.jsonl') || (path === '' && this.root.endsWith('.jsonl'))) {
        for (const { line, offset } of linesOf(this.#absolute(file))) {
          const sheet = sheetIn(line.toString('utf8'))
          if (sheet) yield { sheet, place: { file, offset, length: line.length } }
        }
      } else {
        const text = readFileSync(this.#absolute(file), 'utf8')
        const sheet = sheetIn(text)
        if (sheet) yield { sheet, place: { file, offset: 0, length: 0 } }
      }
    }
  }

  /** The sheet as it is now, checked. Throws a ReadError when it is gone, or is no sheet any more. */
  read({ file, offset, length }: Place): FactSheet {
    const path = this.#absolute(file)
    const name = this.files[file]!.path || path
    try {
      const text = length === 0 ? readFileSync(path, 'utf8') : readPart(path, offset, length)
      const checked = FactSheet.safeParse(JSON.parse(text))
      if (checked.success) return checked.data
      const { path: at, message } = checked.error.issues[0]!
      throw new ReadError(`Expected a fact sheet: ${at.join('.')}: ${message}`, { file: name })
    } catch (cause) {
      if (cause instanceof ReadError) throw cause
      throw new ReadError(`Expected a fact sheet: ${(cause as Error).message}`, { file: name, cause })
    }
  }

  #absolute(file: number): string {
    return join(this.root, this.files[file]!.path)
  }
}

/** Hidden files, and those of other commands (ledgers, corrections), are no sheets. */
function sheetPaths(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.jsonl?$/.test(entry.name) && !/^(?:\.|corrections)/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('.'))
    .sort()
}

/** Cheap: the contract is checked when the sheet is opened. */
function sheetIn(json: string): FactSheet | undefined {
  try {
    const found: unknown = JSON.parse(json)
    if (typeof found !== 'object' || found === null) return undefined
    return (found as { schema?: unknown }).schema === SCHEMA ? (found as FactSheet) : undefined
  } catch {
    return undefined
  }
}

function* linesOf(path: string): Generator<{ line: Buffer; offset: number }> {
  const file = openSync(path, 'r')
  try {
    let rest = Buffer.alloc(0)
    let offset = 0
    for (;;) {
      const chunk = Buffer.alloc(CHUNK)
      const got = readSync(file, chunk, 0, CHUNK, offset + rest.length)
      const bytes = Buffer.concat([rest, chunk.subarray(0, got)])
      let from = 0
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
        if (end > from) yield { line: bytes.subarray(from, end), offset: offset + from }
        from = end + 1
      }
      rest = bytes.subarray(from)
      offset += from
      if (got === 0) break
    }
    if (rest.length > 0) yield { line: rest, offset }
  } finally {
    closeSync(file)
  }
}

function readPart(path: string, offset: number, length: number): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(length)
    readSync(file, bytes, 0, length, offset)
    return bytes.toString('utf8')
  } finally {
    closeSync(file)
  }
}
