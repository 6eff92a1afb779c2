import * as fs from 'node:fs'
import { dirname } from 'node:path'
import { createGunzip, gzipSync } from 'node:zlib'
import { SetupError } from '../base/errors.ts'
import { makeFolder } from '../base/folder.ts'
import type { Checkpoint, SinkWriter, Standing } from './sink.ts'

export interface ChunkFileOptions {
  path: string
  from?: Checkpoint | undefined
  /** Stands on top of the file, once. */
  header?: string
  /** Stands at its end, once; a file that goes on is cut before it. */
  footer?: string
  /** Each commit makes one gzip member. */
  gzip?: boolean
}

/** At most so many bytes wait to be written in one piece; a dozen files are open at a time. */
const BUFFERED = 1 << 18

/**
 * A file of chunks, one an article, in the order of writing. A list beside it (`.chunks`) says whose chunk is how long,
 * so that an article that is written again can be replaced: its older chunk is left out at `close`.
 *
 * It survives being killed at any moment: what was written behind the last checkpoint is cut off by `openChunkFile`.
 */
export class ChunkFile implements SinkWriter {
  readonly #options: ChunkFileOptions
  readonly #data: Appender
  readonly #index: Appender
  #again: boolean

  constructor(options: ChunkFileOptions) {
    this.#options = options
    const from = settled(options.path, options.from)
    this.#data = new Appender(options.path, from?.bytes ?? 0, options.gzip === true)
    this.#index = new Appender(`${options.path}.chunks`, from?.index ?? 0, false)
    this.#again = from?.again === 1
    if (!from && options.header) this.write('', Buffer.from(options.header), {})
  }

  write(id: string, rendered: Uint8Array, { again = false }: Standing): void {
    this.#again ||= again
    this.#data.append(rendered)
    this.#index.append(Buffer.from(`${rendered.length}\t${JSON.stringify(id)}\n`))
  }

  async commit(): Promise<Checkpoint> {
    return { bytes: this.#data.sync(), index: this.#index.sync(), ...(this.#again && { again: 1 }) }
  }

  async close(): Promise<Checkpoint> {
    const before = await this.commit()
    const after = this.#again ? await this.#compact(before) : before
    if (this.#options.footer) fs.appendFileSync(this.#options.path, this.#options.footer)
    this.#data.close()
    this.#index.close()
    return after
  }

  /**
   * Writes the file anew with the last chunk of every article. The new files are complete before a note of them
   * (`.compacted`) is, and the note is there before they take their places: whoever comes next finishes that.
   */
  async #compact(was: Checkpoint): Promise<Checkpoint> {
    const { path, gzip = false } = this.#options
    const entries = fs.readFileSync(`${path}.chunks`, 'utf8').split('\n').slice(0, -1).map(entryOf)
    const last = new Map(entries.map(({ id }, i) => [id, i]))
    fs.rmSync(`${path}.new`, { force: true })
    fs.rmSync(`${path}.chunks.new`, { force: true })
    const data = new Appender(`${path}.new`, 0, gzip)
    const index = new Appender(`${path}.chunks.new`, 0, false)
    const read = chunkReader(path, gzip)
    for (const [i, { id, length, line }] of entries.entries()) {
      const chunk = await read(length)
      if (last.get(id) !== i) continue
      data.append(chunk)
      index.append(Buffer.from(line))
    }
    const now = { bytes: data.sync(), index: index.sync() }
    data.close()
    index.close()
    replaceFile(`${path}.compacted`, JSON.stringify({ was: was.bytes, ...now }))
    settled(path, was)
    return now
  }
}

/** Finishes what a compaction left, and gives the checkpoint that fits the file as it is. */
function settled(path: string, from: Checkpoint | undefined): Checkpoint | undefined {
  const note = `${path}.compacted`
  if (!fs.existsSync(note)) return from
  const { was, ...now } = JSON.parse(fs.readFileSync(note, 'utf8')) as Record<'was' | 'bytes' | 'index', number>
  if (from?.bytes !== was && from?.bytes !== now.bytes) {
    fs.rmSync(note)
    return from
  }
  for (const file of [path, `${path}.chunks`]) if (fs.existsSync(`${file}.new`)) fs.renameSync(`${file}.new`, file)
  syncFolder(path)
  return now
}

function entryOf(line: string): { id: string; length: number; line: string } {
  const tab = line.indexOf('\t')
  return { length: Number(line.slice(0, tab)), id: JSON.parse(line.slice(tab + 1)) as string, line: `${line}\n` }
}

/** Reads a file front to back, so many bytes at a time. */
function chunkReader(path: string, gzip: boolean): (length: number) => Promise<Buffer> {
  const stream: AsyncIterable<Buffer> = gzip
    ? fs.createReadStream(path).pipe(createGunzip())
    : fs.createReadStream(path)
  const source = stream[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return async (length) => {
    while (rest.length < length) {
      const { value, done } = await source.next()
      if (done) throw new Error(`${path} is shorter than its list of chunks says`)
      rest = Buffer.concat([rest, value])
    }
    const chunk = rest.subarray(0, length)
    rest = rest.subarray(length)
    return chunk
  }
}

/** Writes behind what is there already; nothing is safe before `sync`. */
export class Appender {
  readonly #file: number
  readonly #gzip: boolean
  #bytes: number
  /** Copied in here: a small piece would keep the whole answer that it was cut from. */
  #buffer = Buffer.alloc(0)
  #waiting = 0

  /** What stands behind `keep` bytes is cut off. Throws when there is less. */
  constructor(path: string, keep: number, gzip: boolean) {
    makeFolder(dirname(path))
    this.#gzip = gzip
    this.#file = fs.openSync(path, keep === 0 ? 'w' : 'r+')
    this.#bytes = keep
    const { size } = fs.fstatSync(this.#file)
    if (size < keep)
      throw new SetupError(
        `Expected at least the ${keep} bytes that an earlier run wrote, got ${size}: was it changed? (${path})`,
      )
    if (size > keep) fs.ftruncateSync(this.#file, keep)
  }

  append(bytes: Uint8Array): void {
    // A gzip member is as long as what is between two commits, so that it is the same in every run.
    if (!this.#gzip && this.#waiting + bytes.length > BUFFERED) {
      this.flush()
      if (bytes.length > BUFFERED) {
        this.#write(bytes)
        return
      }
    }
    const needed = this.#waiting + bytes.length
    if (needed > this.#buffer.length) this.#grow(needed)
    this.#buffer.set(bytes, this.#waiting)
    this.#waiting = needed
  }

  /** Returns the length of the file, all of it on disk. */
  sync(): number {
    this.flush()
    fs.fsyncSync(this.#file)
    return this.#bytes
  }

  close(): void {
    fs.closeSync(this.#file)
  }

  /** Everything appended is in the file, for whoever reads it while the machine runs. */
  flush(): void {
    if (this.#waiting === 0) return
    const whole = this.#buffer.subarray(0, this.#waiting)
    this.#write(this.#gzip ? gzipSync(whole, { level: 6 }) : whole)
    this.#waiting = 0
  }

  #write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) {
      done += fs.writeSync(this.#file, bytes, done, bytes.length - done, this.#bytes + done)
    }
    this.#bytes += bytes.length
  }

  #grow(needed: number): void {
    const buffer = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#buffer.length))
    buffer.set(this.#buffer.subarray(0, this.#waiting))
    this.#buffer = buffer
  }
}

/** Puts a whole file in its place, or leaves the old one. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const file = fs.openSync(`${path}.tmp`, 'w')
  try {
    fs.writeFileSync(file, content)
    fs.fsyncSync(file)
  } finally {
    fs.closeSync(file)
  }
  fs.renameSync(`${path}.tmp`, path)
  syncFolder(path)
}

/** A name is on disk when its folder is. */
function syncFolder(path: string): void {
  const folder = fs.openSync(dirname(path), 'r')
  try {
    fs.fsyncSync(folder)
  } finally {
    fs.closeSync(folder)
  }
}
