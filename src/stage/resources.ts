import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { SetupError } from '../base/errors.ts'
import { sha256 } from '../base/hash.ts'
import { parseTsv } from '../base/tsv.ts'

/** What one thread has read and checked, for others to load from. The bytes lie in shared memory: no thread has its own copy. */
export interface Shared {
  /** By path. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly hash: string
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
  readonly #models: { name: string; sha256: string }[] = []
  readonly #shared: Shared | undefined
  readonly #files = new Map<string, Uint8Array>()

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
    if (known) return Buffer.from(known.buffer, known.byteOffset, known.byteLength)
    let data: Buffer
    try {
      data = readFileSync(path)
    } catch (cause) {
      throw new SetupError(`Expected a readable file (${path})`, { cause })
    }
    this.#hash.update(data)
    const bytes = Buffer.from(new SharedArrayBuffer(data.length))
    data.copy(bytes)
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
    const folder = this.path('models', name)
    const file = join(folder, 'model.json')
    const card = JSON.parse(this.bytes(file).toString('utf8')) as Record<string, unknown>
    const weights = this.bytes(join(folder, 'weights.bin'))
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

  add(text: string): void {
    this.#hash.update(text)
  }

  get hash(): string {
    return this.#shared?.hash ?? this.#hash.copy().digest('hex')
  }

  /** Everything read so far, to be handed to other threads. */
  get shared(): Shared {
    return { files: this.#shared?.files ?? this.#files, hash: this.hash }
  }

  get models(): readonly { name: string; sha256: string }[] {
    return this.#models
  }
}
