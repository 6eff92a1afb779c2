import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { SetupError } from '../base/errors.ts'
import type { Shared } from '../stage/resources.ts'
import type { Answer, Answers, Failure, Started, Task, WorkerSetup } from './messages.ts'

export interface PoolOptions {
  workers: number
  setup: Omit<WorkerSetup, 'progress' | 'shared'>
  /** An article that takes longer is given up. */
  deadlineMs: number
  /** What a thread runs, for tests. */
  thread?: URL
  /** A thread whose heap grows beyond this many megabytes is ended, and its article given up. */
  heapMb?: number
}

interface Job {
  tasks: readonly Task[]
  done(answers: Answer[]): void
  failed(error: unknown): void
}

/**
 * How much a function is run before V8 optimizes it, in bytes of its code; V8's own is 67,584. Every thread compiles for itself,
 * seconds of it, on cores that have work: waiting longer compiles half as much, and what is hot all the same.
 */
const INTERRUPT_BUDGET = 300_000

/** How often the main thread looks at what the workers are at. */
const TICK_MS = 100

/**
 * Threads that think. A thread that hangs or dies costs its bundle a second try: what stood before and behind the
 * article it was at goes on as it is, that article is tried once more by itself, and set aside when it does it again.
 */
export class Pool {
  readonly #options: PoolOptions
  readonly #queue: Job[] = []
  readonly #threads = new Set<Thread>()
  readonly #watch: NodeJS.Timeout
  #shared: Shared | undefined
  #broken: SetupError | undefined

  /**
   * The first thread reads the pipeline, the others load from what it has read. The main thread loads none: it would hold
   * a copy that it does not use. Throws a SetupError when the pipeline or a thread cannot be started.
   */
  static async open(options: PoolOptions): Promise<{ pool: Pool; shared: Shared }> {
    setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`)
    const pool = new Pool(options)
    try {
      const shared = await new Promise<Shared>((ready, broken) => pool.#start({ ready, broken }))
      for (let i = 1; i < options.workers; i++) pool.#start()
      return { pool, shared }
    } catch (error) {
      await pool.close()
      throw error
    }
  }

  private constructor(options: PoolOptions) {
    this.#options = options
    this.#watch = setInterval(() => {
      for (const thread of this.#threads) if (thread.overdue(options.deadlineMs)) thread.end('Deadline')
    }, TICK_MS)
  }

  /** The answers for a bundle, in its order. Rejects only when no thread can be started. */
  run(tasks: readonly Task[]): Promise<Answer[]> {
    if (tasks.length === 0) return Promise.resolve([])
    return new Promise((done, failed) => {
      this.#queue.push({ tasks, done, failed })
      this.#dispatch()
    })
  }

  async close(): Promise<void> {
    clearInterval(this.#watch)
    await Promise.all([...this.#threads].map((thread) => thread.close()))
    this.#threads.clear()
  }

  #start(first?: { ready(shared: Shared): void; broken(error: SetupError): void }): void {
    const thread = new Thread(this.#options, this.#shared, {
      ready: (shared) => {
        this.#shared ??= shared
        first?.ready(shared)
        this.#dispatch()
      },
      idle: () => this.#dispatch(),
      gone: (job, at, failure) => {
        this.#threads.delete(thread)
        if (!thread.ready) {
          this.#broken = new SetupError(
            failure.kind === 'Setup' ? failure.reason : `Expected a worker thread to start: ${failure.reason}`,
          )
          first?.broken(this.#broken)
          return this.#dispatch()
        }
        this.#start()
        if (job) this.#again(job, at, failure)
      },
    })
    this.#threads.add(thread)
  }

  #dispatch(): void {
    if (this.#broken) {
      for (const job of this.#queue.splice(0)) job.failed(this.#broken)
      return
    }
    for (const thread of this.#threads) {
      if (this.#queue.length === 0) return
      if (thread.free) thread.take(this.#queue.shift()!)
    }
  }

  #again({ tasks, done, failed }: Job, at: number, failure: Failure): void {
    if (tasks.length === 1) {
      done([{ sheets: [], failures: [failure], milliseconds: 0 }])
    } else {
      const parts = [tasks.slice(0, at), tasks.slice(at, at + 1), tasks.slice(at + 1)]
      Promise.all(parts.map((part) => this.run(part))).then((answers) => done(answers.flat()), failed)
    }
    this.#dispatch()
  }
}

/** One worker and the job it is at. */
class Thread {
  readonly #worker: Worker
  readonly #progress = new Int32Array(new SharedArrayBuffer(4))
  readonly #gone: (job: Job | undefined, at: number, failure: Failure) => void
  #job: Job | undefined
  #seen = 0
  #ticks = 0
  #ending: Failure | undefined
  #closing = false
  ready = false

  constructor(
    { setup, thread, heapMb = 512 }: PoolOptions,
    shared: Shared | undefined,
    on: { ready(shared: Shared): void; idle(): void; gone(job: Job | undefined, at: number, failure: Failure): void },
  ) {
    this.#gone = on.gone
    // Of the source, for tests of the build; threads cannot be started from TypeScript.
    const file = thread ?? new URL('./thread.js', import.meta.url)
    this.#worker = new Worker(file, {
      workerData: {
        ...setup,
        ...(shared && { shared }),
        progress: this.#progress.buffer as SharedArrayBuffer,
      } satisfies WorkerSetup,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 16 },
    })
    this.#worker.on('message', (message: Started | Answers) => {
      if ('refused' in message) {
        this.#ending = { kind: 'Setup', reason: message.refused }
      } else if ('ready' in message) {
        this.ready = true
        on.ready(message.ready)
      } else {
        const job = this.#job
        this.#job = undefined
        job?.done(message.answers)
        on.idle()
      }
    })
    this.#worker.on('error', (error) => {
      this.#ending ??= { kind: 'Crash', reason: `A worker thread died of it: ${error.message}` }
    })
    this.#worker.on('exit', (code) => {
      if (this.#closing) return
      const failure = this.#ending ?? { kind: 'Crash', reason: `A worker thread died of it (exit code ${code})` }
      this.#gone(this.#job, Math.max(0, Atomics.load(this.#progress, 0) - 1), failure)
    })
  }

  get free(): boolean {
    return this.ready && this.#job === undefined && this.#ending === undefined
  }

  take(job: Job): void {
    this.#job = job
    this.#seen = 0
    this.#ticks = 0
    this.#worker.postMessage({ tasks: job.tasks })
  }

  /** Has it been at the same article for too long? Asked at every tick. */
  overdue(deadlineMs: number): boolean {
    const at = Atomics.load(this.#progress, 0)
    if (!this.#job || at === 0 || at !== this.#seen) {
      this.#seen = at
      this.#ticks = 0
      return false
    }
    return ++this.#ticks * TICK_MS > deadlineMs
  }

  end(kind: 'Deadline'): void {
    if (this.#ending) return
    this.#ending = { kind, reason: 'Took longer than the deadline of an article (--deadline)' }
    void this.#worker.terminate()
  }

  async close(): Promise<void> {
    this.#closing = true
    await this.#worker.terminate()
  }
}
