import type { Article } from '../doc/article.ts'
import type { ReadOptions } from '../read/files.ts'
import type { RawFile } from '../read/item.ts'
import type { Shared } from '../stage/resources.ts'

// What crosses between the main thread and the workers: plain data only.

/** Handed to a worker when it starts. */
export interface WorkerSetup {
  /** The pipeline's name or path. */
  pipeline: string
  /** What the first worker has read of it; that one has none. */
  shared?: Shared
  /** The names of the sinks to render for. */
  sinks: readonly string[]
  /** How files are read. */
  read: Pick<ReadOptions, 'maxBytes' | 'map'>
  /** One 32-bit integer: the worker counts up before each item, so that the main thread sees which one holds it up. */
  progress: SharedArrayBuffer
}

/** What a worker says when it has loaded the pipeline, or cannot: why. */
export type Started = { ready: Shared } | { refused: string }

/** One item to be thought about. `suffix` is put behind the ids of its articles, when another item has taken them. */
export type Task = ({ article: Article } | { file: RawFile }) & { suffix?: string }

/** A bundle out … */
export interface Bundle {
  tasks: readonly Task[]
}

/** … and an answer for each task back. */
export interface Answers {
  answers: Answer[]
}

export interface Answer {
  sheets: RenderedSheet[]
  failures: Failure[]
  milliseconds: number
}

export interface RenderedSheet {
  id: string
  /** By sink; two sinks that write the same share the bytes. */
  parts: Record<string, Uint8Array>
  tokens: number
  characters: number
  /** How many, by fact type and by notice code. */
  facts: Record<string, number>
  notices: Record<string, number>
  /** Min-hashes of its text. */
  sketch: Uint32Array
}

/** Why an item gave no sheet. */
export interface Failure {
  /** The class of the error: `ReadError`, `StageError`, …, or `Deadline`, `Crash`. */
  kind: string
  reason: string
}
