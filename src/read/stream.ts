import type { Item } from './item.ts'
import type { Limits } from './limits.ts'
import type { FieldMap } from './record.ts'

export interface StreamSource {
  /** The path as the sheet will show it. */
  uri: string
  stem: string
  bytes: AsyncIterable<Uint8Array>
  limits: Limits
  map?: FieldMap | undefined
}

/** A format of files with many articles, which are never read as a whole: a file of `streams/`. */
export interface StreamFormat {
  /** The file's stem; it stands in the sheet. */
  name: string
  /** A sentence for `--help` and the README. */
  about: string
  /** Lower case, without the dot. */
  extensions: readonly string[]
  /** What is in the file, in order; a broken record is an item, a file that cannot be read on throws a ReadError. */
  read(source: StreamSource): AsyncIterable<Item>
}
