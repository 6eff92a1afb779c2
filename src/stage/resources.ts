import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { bytesOf, sharedCopy } from '../base/bytes.ts'
import { SetupError } from '../base/errors.ts'
import { sha256 } from '../base/hash.ts'
import { parseTsv } from '../base/tsv.ts'

/** What one thread has read and checked, for others to load from. It lies in shared memory: no thread has its own copy. */
export interface Shared {
  /** By path. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** What was made of models, by name. */
  readonly made: ReadonlyMap<string, unknown>
  readonly models: readonly ModelName[]
  readonly hash: string
}

interface ModelName {
  name: string
  sha256: string
}

/**
 * What stages may read at load: lexicons and models, by name, from the folders of the pipeline.
 * A name that starts with `./` or `/` is a path, beside the pipeline file; what is not there by its name is one of those
 * that come with factwire. Everything read goes into `hash`.
 */
export class Resources {
  readonly #folder: string
  readonly #shipped: string
  readonly #hash = createHash('sha256')
  readonly #models: ModelName[] = []
  readonly #shared: Shared | undefined
  readonly #files = new Map<string, Uint8Array>()
  readonly #made = new Map<string, unknown>()

  /**
   * `folder`: where the pipeline file stands; `shared`: what another thread has read of the same pipeline; `shipped`: the
   * folder of the pipelines that come with factwire.
   */
  constructor(folder: string, shared?: Shared, shipped: string = folder) {
    this.#folder = folder
    this.#shipped = shipped
    this.#shared = shared
  }

  /** The path of a file given beside the pipeline (`./mine.tsv`) or by a name under `kind`. */
  path(kind: 'lexicons' | 'models' | 'kb', name: string): string {
    if (name.startsWith('./') || name.startsWith('../') || name.startsWith('/')) return resolve(this.#folder, name)
    const own = join(this.#folder, kind, name)
    return existsSync(own) ? own : join(this.#shipped, kind, name)
  }

  bytes(path: string): Buffer {
    const known = this.#shared?.files.get(path)
    if (known) return bytesOf(known)
    const bytes = Buffer.from(sharedCopy(this.#read(path)))
    this.#files.set(path, bytes)
    return bytes
  }

  /** The rows of `lexicons/<name>.tsv`, or of a table given by path. */
  lexicon(name: string): Record<string, string>[] {
    const path = this.path('lexicons', name.endsWith('.tsv') ? name : `${name}.tsv`)
    return parseTsv(this.bytes(path).toString('utf8'), path)
  }

  /**
   * A model's folder: `model.json` (its text) and `weights.bin`. The hash in `model.json` must be the weights'.
   */
  model(name: string): { card: Record<string, unknown>; weights: Buffer } {
    return this.#model(name, (path) => this.bytes(path))
  }

  /**
   * What `make` makes of a model, in the first thread; the others are given the same and need none of its files. It must be plain
   * data, as it crosses between threads, and what is large of it in shared memory.
   */
  sharedModel<T>(name: string, make: (card: Record<string, unknown>, weights: Buffer) => T): T {
    const known = (this.#shared?.made ?? this.#made).get(name)
    if (known !== undefined) return known as T
    const { card, weights } = this.#model(name, (path) => this.#read(path))
    const made = make(card, weights)
    this.#made.set(name, made)
    return made
  }

  #model(name: string, read: (path: string) => Buffer): { card: Record<string, unknown>; weights: Buffer } {
    const folder = this.path('models', name)
    const file = join(folder, 'model.json')
    const card = JSON.parse(read(file).toString('utf8')) as Record<string, unknown>
    const weights = read(join(folder, 'weights.bin'))
    const hash = this.#shared ? card.sha256 : sha256(weights)
    if (card.sha256 !== hash) {
      throw new SetupError(
        `Expected weights with the hash ${String(card.sha256)}, got ${String(hash)} (${dirname(file)}/weights.bin)`,
      )
    }
    // Two stages may read the same model.
    if (!this.#models.some((model) => model.name === name)) this.#models.push({ name, sha256: String(hash) })
    return { card, weights }
  }

  #read(path: string): Buffer {
    try {
      const data = readFileSync(path)
      this.#hash.update(data)
      return data
    } catch (cause) {
      throw new SetupError(`Expected a readable file (${path})`, { cause })
    }
  }

  add(text: string): void {
    this.#hash.update(text)
  }

  get hash(): string {
    return this.#shared?.hash ?? this.#hash.copy().digest('hex')
  }

  /** Everything read so far, to be handed to other threads. */
  get shared(): Shared {
    return this.#shared ?? { files: this.#files, made: this.#made, models: this.#models, hash: this.hash }
  }

  get models(): readonly ModelName[] {
    return this.#shared?.models ?? this.#models
  }
}
