import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Appender } from '../sink/chunk-file.ts'
import type { Checkpoint, Standing } from '../sink/sink.ts'
import { NearCopies } from './near-copies.ts'
import { SKETCH } from './sketch.ts'

const SKETCH_BYTES = SKETCH * 4

/** The near copies of a run: kept beside the ledger, so that a run that goes on knows the articles of the one before. */
export class Copies {
  readonly #near = new NearCopies()
  readonly #ids: string[] = []
  readonly #sketches: Appender
  readonly #list: Appender

  /** `state`: the folder of the ledger; `folder`: where `copies.jsonl` is to be. */
  constructor(state: string, folder: string, from: Checkpoint | undefined) {
    const path = join(state, 'sketches.bin')
    const known = from?.sketches ?? 0
    if (known > 0 && existsSync(path)) this.#read(readFileSync(path).subarray(0, known))
    this.#sketches = new Appender(path, known, false)
    this.#list = new Appender(join(folder, 'copies.jsonl'), from?.list ?? 0, false)
  }

  /** Remembers an article; tells which earlier one it is a near copy of. */
  add(id: string, sketch: Uint32Array): Standing['copy'] {
    const record = Buffer.alloc(SKETCH_BYTES + 2 + Buffer.byteLength(id))
    for (let k = 0; k < SKETCH; k++) record.writeUInt32LE(sketch[k]!, k * 4)
    record.writeUInt16LE(record.length - SKETCH_BYTES - 2, SKETCH_BYTES)
    record.write(id, SKETCH_BYTES + 2)
    this.#sketches.append(record)
    const near = this.#near.add(sketch)
    this.#ids.push(id)
    if (!near) return undefined
    const copy = { of: this.#ids[near.index]!, similarity: near.similarity }
    this.#list.append(Buffer.from(`${JSON.stringify({ id, ...copy })}\n`))
    return copy
  }

  commit(): Checkpoint {
    return { sketches: this.#sketches.sync(), list: this.#list.sync() }
  }

  close(): void {
    this.#sketches.close()
    this.#list.close()
  }

  #read(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) {
      const sketch = Uint32Array.from({ length: SKETCH }, (_, k) => bytes.readUInt32LE(at + k * 4))
      const length = bytes.readUInt16LE(at + SKETCH_BYTES)
      const from = at + SKETCH_BYTES + 2
      this.#near.add(sketch)
      this.#ids.push(bytes.toString('utf8', from, from + length))
      at = from + length
    }
  }
}
