import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from '../base/errors.ts'
import { sha256 } from '../base/hash.ts'
import { Appender } from '../sink/chunk-file.ts'
import type { Checkpoint } from '../sink/sink.ts'
import { NumberMap } from './number-map.ts'
import { addTally, emptyTally, type FailedItem, type Tally } from './tally.ts'

/** What the ledger says about an item that gave sheets: its key, the hash it had, the ids of its articles. */
export type DoneItem = readonly [key: string, hash: string, ...ids: string[]]

/** One line: a batch whose sheets are on disk in every sink. */
export interface BatchLine {
  /** The sinks that have it. */
  sinks: readonly string[]
  /** Counts of this pipeline and version are added up; those of another begin anew. */
  how: string
  done: readonly DoneItem[]
  failed: readonly (FailedItem & { key: string; hash: string })[]
  tally: Tally
  checkpoints: Readonly<Record<string, Checkpoint>>
  /** The sinks were closed behind it: the run had come to its end. */
  closed: boolean
}

/** So many failures are kept with their reasons, for the report; of the others only that there are. All stand in the ledger. */
const LISTED = 100_000

/** Twelve hex digits fit a number exactly; an item is told from another by two such numbers. */
const DIGITS = 12
export const shortHash = (text: string): string => sha256(text).slice(0, DIGITS)
export const numberOf = (hash: string): number => Number.parseInt(hash, 16)

/**
 * What is done: an append-only file of JSON lines outside of every store, each line flushed to disk after the sinks have
 * flushed what it tells of. A line that was cut off by a crash is dropped. Kept in memory as numbers.
 */
export class Ledger {
  readonly #file: Appender
  readonly #done = new NumberMap()
  readonly #failed = new Map<number, number>()
  /** How many articles of an item failed, where it is more than one. */
  readonly #several = new Map<number, number>()
  #setAside = 0
  readonly #owners = new NumberMap()
  readonly #checkpoints = new Map<string, Checkpoint>()
  readonly #sinks = new Set<string>()
  #failures = new Map<string, FailedItem[]>()
  #tally = emptyTally()
  #how = ''
  #closed = true

  private constructor(file: Appender) {
    this.#file = file
  }

  /** Reads the ledger in the folder of a run's state, or begins one. `sinks`: what they have not all got is not done. */
  static async open(folder: string, sinks: readonly string[]): Promise<Ledger> {
    const path = join(folder, 'ledger.jsonl')
    const lines: string[] = []
    let keep = 0
    if (existsSync(path)) {
      for await (const line of wholeLines(path)) {
        lines.push(line)
        keep += Buffer.byteLength(line) + 1
      }
    }
    const ledger = new Ledger(new Appender(path, keep, false))
    for (const line of lines) ledger.#take(parseLine(line, path), sinks)
    return ledger
  }

  /** Did this item, with this content and pipeline, give its sheets to every sink? */
  isDone(key: string, hash: string): boolean {
    return this.#done.get(numberOf(key)) === numberOf(hash)
  }

  /** Was it set aside, with this content and pipeline? */
  hasFailed(key: string, hash: string): boolean {
    return this.#failed.get(numberOf(key)) === numberOf(hash)
  }

  /** The key (as a number) of the item whose article has this id; undefined when it was never written. */
  ownerOf(id: string): number | undefined {
    return this.#owners.get(numberOf(shortHash(id)))
  }

  checkpoint(sink: string): Checkpoint | undefined {
    return this.#checkpoints.get(sink)
  }

  /** Did a run with this sink ever write a line? What lies where the sink writes is its own then. */
  knows(sink: string): boolean {
    return this.#sinks.has(sink)
  }

  /** No run has written a line yet. */
  get isNew(): boolean {
    return this.#sinks.size === 0
  }

  get closed(): boolean {
    return this.#closed
  }

  get tally(): Tally {
    return this.#tally
  }

  /** What is set aside, the first `LISTED` of it. */
  get failures(): FailedItem[] {
    return [...this.#failures.values()].flat()
  }

  /** Returns when the line is on disk. */
  append(line: BatchLine, sinks: readonly string[]): void {
    this.#file.append(Buffer.from(`${JSON.stringify(line)}\n`))
    this.#file.sync()
    this.#take(line, sinks)
  }

  close(): void {
    this.#file.close()
  }

  #take(line: BatchLine, sinks: readonly string[]): void {
    if (line.how !== this.#how) {
      this.#how = line.how
      this.#tally = emptyTally()
    }
    addTally(this.#tally, line.tally)
    for (const sink of line.sinks) this.#sinks.add(sink)
    const complete = sinks.every((sink) => line.sinks.includes(sink))
    for (const [key, hash, ...ids] of line.done) {
      if (complete) this.#done.set(numberOf(key), numberOf(hash))
      this.#forget(key)
      for (const id of ids) this.#owners.set(numberOf(shortHash(id)), numberOf(key))
    }
    for (const { key } of line.failed) this.#forget(key)
    for (const { key, hash, ...failure } of line.failed) this.#fail(key, hash, failure)
    this.#tally.failed = this.#setAside
    for (const [sink, checkpoint] of Object.entries(line.checkpoints)) this.#checkpoints.set(sink, checkpoint)
    this.#closed = line.closed
  }

  #fail(key: string, hash: string, failure: FailedItem): void {
    const item = numberOf(key)
    if (this.#failed.has(item)) this.#several.set(item, (this.#several.get(item) ?? 1) + 1)
    this.#failed.set(item, numberOf(hash))
    this.#setAside++
    const listed = this.#failures.get(key)
    if (listed) listed.push(failure)
    else if (this.#failures.size < LISTED) this.#failures.set(key, [failure])
  }

  #forget(key: string): void {
    const item = numberOf(key)
    if (!this.#failed.delete(item)) return
    this.#setAside -= this.#several.get(item) ?? 1
    this.#several.delete(item)
    this.#failures.delete(key)
  }
}

/** Lines with their line feed; what stands behind the last one was being written when the run was killed. */
async function* wholeLines(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path)
  stream.setEncoding('utf8')
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop()!
    yield* lines
  }
}

function parseLine(line: string, path: string): BatchLine {
  try {
    return JSON.parse(line) as BatchLine
  } catch (cause) {
    throw new SetupError(`Expected the ledger of a run: ${(cause as Error).message} (${path})`, { cause })
  }
}
