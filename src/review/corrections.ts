import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { FactwireError } from '../base/errors.ts'
import { makeFolder } from '../base/folder.ts'
import { Correction } from './correction.ts'

const NEWLINE = 10

/**
 * A corrections file: JSON lines that are only ever appended. Each line is on the disk before `append` returns; several
 * processes may append to one file, and each sees the others' lines after `refresh`. A line that a crash has torn is told
 * in `broken` and left alone.
 */
export class Corrections {
  readonly path: string
  /** Lines that are no corrections, with the reason. */
  readonly broken: { line: number; why: string }[] = []
  readonly #byArticle = new Map<string, Correction[]>()
  readonly #ids = new Set<string>()
  #read = 0
  #lines = 0

  constructor(path: string) {
    this.path = path
    this.refresh()
  }

  /** In the order of the file. */
  of(article: string): readonly Correction[] {
    return this.#byArticle.get(article) ?? []
  }

  /** The ids of articles that have corrections. */
  get articles(): string[] {
    return [...this.#byArticle.keys()]
  }

  has(id: string): boolean {
    return this.#ids.has(id)
  }

  /** Reads what has been appended since the last time, by anybody. */
  refresh(): void {
    if (!existsSync(this.path)) return
    const file = openSync(this.path, 'r')
    try {
      const { size } = fstatSync(file)
      if (size < this.#read) throw new FactwireError(`Expected corrections to grow only: ${this.path} has been cut`)
      if (size === this.#read) return
      const bytes = Buffer.alloc(size - this.#read)
      const got = readSync(file, bytes, 0, bytes.length, this.#read)
      // The last line may still be on its way.
      const whole = bytes.subarray(0, bytes.subarray(0, got).lastIndexOf(NEWLINE) + 1)
      this.#read += whole.length
      for (const line of whole.toString('utf8').split('\n').slice(0, -1)) this.#take(line)
    } finally {
      closeSync(file)
    }
  }

  /** Appends one correction; does nothing when it stands there already. Throws a FactwireError when it cannot. */
  append(correction: Correction): void {
    this.refresh()
    if (this.#ids.has(correction.id)) return
    try {
      const isNew = !existsSync(this.path)
      makeFolder(dirname(this.path))
      const file = openSync(this.path, 'a+')
      try {
        // Behind a torn line a new one begins, or both are lost.
        const line = Buffer.from(`${endsTorn(file) ? '\n' : ''}${JSON.stringify(correction)}\n`)
        for (let done = 0; done < line.length; ) done += writeSync(file, line, done)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      if (isNew) syncFolder(dirname(this.path))
    } catch (cause) {
      throw new FactwireError(`Expected to keep a decision: ${(cause as Error).message}`, { cause })
    }
    this.refresh()
  }

  #take(line: string): void {
    this.#lines++
    if (line.trim() === '') return
    const correction = parsed(line)
    if (typeof correction === 'string') {
      this.broken.push({ line: this.#lines, why: correction })
      return
    }
    if (this.#ids.has(correction.id)) return
    this.#ids.add(correction.id)
    const before = this.#byArticle.get(correction.article)
    if (before) before.push(correction)
    else this.#byArticle.set(correction.article, [correction])
  }
}

/** The correction of a line, or why it is none. */
function parsed(line: string): Correction | string {
  try {
    const result = Correction.safeParse(JSON.parse(line))
    return result.success ? result.data : (result.error.issues[0]?.message ?? 'is no correction')
  } catch (error) {
    return (error as Error).message
  }
}

function endsTorn(file: number): boolean {
  const { size } = fstatSync(file)
  if (size === 0) return false
  const last = Buffer.alloc(1)
  readSync(file, last, 0, 1, size - 1)
  return last[0] !== NEWLINE
}

/** A new file is only safe once its folder is. */
function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
