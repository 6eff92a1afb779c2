import type { ReadError } from '../base/errors.ts'
import type { Limits } from './limits.ts'

/** An archive or a compressed file: from the disk where it lies there, else as a stream. */
export interface ContainerSource {
  /** As the sheet will show it. */
  uri: string
  /** Its file name: the uri, or what is left of it when a compression around it is taken off. */
  name: string
  /** Where it lies, if it does. */
  path?: string | undefined
  bytes(): AsyncIterable<Uint8Array>
  limits: Limits
}

/** What lies in it: its name, and its bytes, to be read before the next entry is asked for. */
export type Entry = { name: string } & ({ bytes: AsyncIterable<Uint8Array> } | { error: ReadError })

/** A way of packing files: a file of `containers/`. */
export interface Container {
  /** The file's stem. */
  name: string
  /** A sentence for the README. */
  about: string
  /** Lower case, without the dot. */
  extensions: readonly string[]
  /** The entries in order; a bad one is an entry with an error, an archive that cannot be read on throws a ReadError. */
  open(source: ContainerSource): AsyncIterable<Entry>
}
