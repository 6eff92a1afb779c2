import { join } from 'node:path'
import { FactwireError, SetupError, SinkError } from '../base/errors.ts'
import { type ItemOptions, itemsOf } from '../read/items.ts'
import { LIMITS } from '../read/limits.ts'
import { SINKS } from '../sink/formats.ts'
import type { Checkpoint, Sink, SinkWriter } from '../sink/sink.ts'
import { bundlesOf, type Entry, type EntryBundle, suffixOf } from './bundles.ts'
import { Copies } from './copies.ts'
import { holdFolder } from './hold.ts'
import { type BatchLine, type DoneItem, Ledger, numberOf } from './ledger.ts'
import type { Answer, RenderedSheet, Task } from './messages.ts'
import { checkOutput } from './output.ts'
import { Pool, type PoolOptions } from './pool.ts'
import { type Outcome, readAhead, readAheadUnordered } from './read-ahead.ts'
import { countSheet, emptyTally, type FailedItem, type Tally } from './tally.ts'

export interface BatchOptions extends ItemOptions {
  /** The output folder. */
  to: string
  pipeline: string
  /** Names of sinks; each writes into the output folder. */
  sinks: readonly string[]
  /** Threads that think; 0 thinks in this one, without a deadline. */
  workers: number
  deadlineMs: number
  /** factwire's own version: another one reads everything anew. */
  version: string
  unordered?: boolean
  retryFailed?: boolean
  /** Finishes what is in flight, and stops. */
  signal?: AbortSignal | undefined
  onProgress?(progress: Progress): void
  /** What a worker runs, for tests. */
  thread?: URL
}

export interface Progress {
  /** Of this run. */
  written: number
  failed: number
  tokens: number
  /** Items that the ledger knows. */
  passedOver: number
}

export interface BatchResult {
  /** Over all runs into the folder with this pipeline and version. */
  total: Tally
  /** The first of what is set aside; `total.failed` counts it. */
  failures: FailedItem[]
  run: Progress
  /** It was stopped before the end of the input. */
  stopped: boolean
}

const STATE = '.factwire'
/** As errors name what lies there. */
const LEDGER = 'ledger'

/**
 * Reads everything in `inputs` and writes its sheets into every sink. What the ledger of the output folder knows is passed
 * over. Throws a SetupError before the first article, a SinkError when a sink cannot write: then the run can be taken up.
 */
export async function runBatch(inputs: readonly string[], options: BatchOptions): Promise<BatchResult> {
  const sinks = options.sinks.map(sinkNamed)
  const setup = {
    pipeline: options.pipeline,
    sinks: options.sinks,
    read: { maxBytes: (options.limits ?? LIMITS).fileBytes, ...(options.map && { map: options.map }) },
  }
  const { think, hash, close } = await thinkers(setup, options)
  let ledger: Ledger | undefined
  let letGo: (() => void) | undefined
  try {
    const state = join(options.to, STATE)
    letGo = holdFolder(state)
    ledger = await guarded(LEDGER, () => Ledger.open(state, options.sinks))
    const reading = [options.format, Object.entries(options.map ?? {})]
    const how = [hash, options.version, JSON.stringify(reading)].join(' ')
    checkOutput(options.to, sinks, ledger)
    const writing = new Writing(sinks, ledger, state, how, options)
    await writing.begin()
    const bundles = bundlesOf(itemsOf(inputs, { ...options, except: options.to }), {
      ledger,
      how,
      retryFailed: options.retryFailed === true,
      signal: options.signal,
    })
    const ahead = options.unordered ? readAheadUnordered : readAhead
    const work = ({ entries }: EntryBundle) => think(entries.flatMap(({ task }) => (task ? [task] : [])))
    const outcomes = ahead(bundles, work, Math.max(1, options.workers) * 2 + 1)
    for await (const outcome of outcomes) await writing.take(outcome, think)
    // What the last steps of the sinks need, cores and memory, is free before they begin.
    await close()
    const stopped = options.signal?.aborted === true
    await writing.finish(stopped)
    return { total: ledger.tally, failures: ledger.failures, run: writing.progress, stopped }
  } finally {
    await close()
    ledger?.close()
    letGo?.()
  }
}

type Think = (tasks: readonly Task[]) => Promise<Answer[]>

async function thinkers(
  setup: PoolOptions['setup'],
  { workers, deadlineMs, thread }: BatchOptions,
): Promise<{ think: Think; hash: string; close(): Promise<void> }> {
  if (workers === 0) {
    // With threads, this one need not hold the stages' code.
    const { makeWork } = await import('./work.ts')
    const { work, shared } = await makeWork(setup)
    return { think: async (tasks) => tasks.map(work), hash: shared.hash, close: async () => {} }
  }
  const { pool, shared } = await Pool.open({ workers, setup, deadlineMs, ...(thread && { thread }) })
  return { think: (tasks) => pool.run(tasks), hash: shared.hash, close: () => pool.close() }
}

function sinkNamed(name: string): Sink {
  const sink = SINKS.find((known) => known.name === name)
  if (sink) return sink
  throw new SetupError(`Expected a sink (${SINKS.map((known) => known.name).join(', ')}), got \`${name}\``)
}

/** The main thread's part behind the workers: ids, copies, sinks, counts, commits. */
class Writing {
  readonly progress: Progress = { written: 0, failed: 0, tokens: 0, passedOver: 0 }
  readonly #sinks: readonly Sink[]
  readonly #ledger: Ledger
  readonly #state: string
  readonly #options: BatchOptions
  readonly #how: string
  /** Ids of this run that are not in the ledger yet. */
  readonly #fresh = new Map<string, number>()
  #writers: { sink: Sink; writer: SinkWriter }[] | undefined
  #copies: Copies | undefined
  #tally = emptyTally()
  #done: DoneItem[] = []
  #failed: (FailedItem & { key: string; hash: string })[] = []

  constructor(sinks: readonly Sink[], ledger: Ledger, state: string, how: string, options: BatchOptions) {
    this.#sinks = sinks
    this.#ledger = ledger
    this.#state = state
    this.#how = how
    this.#options = options
  }

  /** Notes whose files there will be before there are any: what lies in their places without a note is somebody else's. */
  async begin(): Promise<void> {
    if (!this.#sinks.every(({ name }) => this.#ledger.knows(name))) await this.#append({}, false)
  }

  async take(outcome: Outcome<EntryBundle, Answer[]>, think: Think): Promise<void> {
    if ('error' in outcome) throw outcome.error
    const { entries, commit } = outcome.input
    let at = 0
    for (const entry of entries) {
      if (entry.state === 'task') await this.#takeAnswer(entry, outcome.result[at++]!, think)
      else if (entry.error) this.#fail(entry, { kind: entry.error.name, reason: entry.error.message })
      else this.progress.passedOver++
    }
    if (commit) await this.#commit(false)
    this.#options.onProgress?.(this.progress)
  }

  /** Commits what is left. A run that came to its end closes its sinks, and says so in the ledger. */
  async finish(stopped: boolean): Promise<void> {
    await this.#commit(false)
    if (stopped || (this.#writers === undefined && this.#ledger.closed)) return
    await this.#open()
    const checkpoints: Record<string, Checkpoint> = {}
    for (const { sink, writer } of this.#writers!) {
      checkpoints[sink.name] = await guarded(sink.name, () => writer.close())
    }
    await guarded(LEDGER, () => this.#copies!.close())
    await this.#append(checkpoints, true)
  }

  async #takeAnswer(entry: Entry, answer: Answer, think: Think): Promise<void> {
    const taken = answer.sheets.some(({ id }) => (this.#ownerOf(id) ?? numberOf(entry.key)) !== numberOf(entry.key))
    if (taken && entry.task?.suffix === undefined) {
      // Only the file itself told its ids, and another article has one of them.
      const [again] = await think([{ ...entry.task!, suffix: suffixOf(entry.key) }])
      return this.#takeAnswer({ ...entry, task: { ...entry.task!, suffix: suffixOf(entry.key) } }, again!, think)
    }
    for (const failure of answer.failures) this.#fail(entry, failure)
    if (answer.sheets.length === 0) return
    for (const sheet of answer.sheets) await this.#write(entry, sheet, answer.milliseconds / answer.sheets.length)
    this.#done.push([entry.key, entry.hash, ...answer.sheets.map(({ id }) => id)])
  }

  async #write(entry: Entry, sheet: RenderedSheet, milliseconds: number): Promise<void> {
    await this.#open()
    const again = this.#ownerOf(sheet.id) !== undefined
    const copy = again ? undefined : await guarded(LEDGER, () => this.#copies!.add(sheet.id, sheet.sketch))
    for (const { sink, writer } of this.#writers!) {
      const part = sheet.parts[sink.name]!
      await guarded(sink.name, async () => writer.write(sheet.id, part, { again, ...(copy && { copy }) }))
    }
    this.#fresh.set(sheet.id, numberOf(entry.key))
    countSheet(this.#tally, sheet, milliseconds)
    if (copy) this.#tally.copies++
    this.progress.written++
    this.progress.tokens += sheet.tokens
  }

  #fail({ place, key, hash }: Entry, failure: { kind: string; reason: string }): void {
    this.#failed.push({ key, hash, place, ...failure })
    this.progress.failed++
  }

  #ownerOf(id: string): number | undefined {
    return this.#fresh.get(id) ?? this.#ledger.ownerOf(id)
  }

  async #open(): Promise<void> {
    if (this.#writers) return
    const writers = []
    for (const sink of this.#sinks) {
      const from = this.#ledger.checkpoint(sink.name)
      writers.push({ sink, writer: await guarded(sink.name, () => sink.open({ folder: this.#options.to, from })) })
    }
    const known = this.#ledger.checkpoint('copies')
    this.#copies = await guarded(LEDGER, () => new Copies(this.#state, this.#options.to, known))
    this.#writers = writers
  }

  async #commit(closed: boolean): Promise<void> {
    if (this.#done.length === 0 && this.#failed.length === 0) return
    const checkpoints: Record<string, Checkpoint> = {}
    for (const { sink, writer } of this.#writers ?? []) {
      checkpoints[sink.name] = await guarded(sink.name, () => writer.commit())
    }
    if (this.#copies) checkpoints.copies = await guarded(LEDGER, () => this.#copies!.commit())
    await this.#append(checkpoints, closed)
  }

  async #append(checkpoints: BatchLine['checkpoints'], closed: boolean): Promise<void> {
    const { sinks } = this.#options
    const [done, failed, tally] = [this.#done, this.#failed, this.#tally]
    const line = { sinks, how: this.#how, done, failed, tally, checkpoints, closed }
    await guarded(LEDGER, () => this.#ledger.append(line, sinks))
    this.#done = []
    this.#failed = []
    this.#tally = emptyTally()
    this.#fresh.clear()
  }
}

/** What cannot be written is an error of its sink; the ledger and the copies are written like one. */
async function guarded<T>(sink: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw cause instanceof FactwireError ? cause : new SinkError(sink, cause)
  }
}
