import type { ReadError } from '../base/errors.ts'
import type { Article } from '../doc/article.ts'
import type { FieldMap } from './record.ts'

/** A file's text, decoded and not changed since. */
export interface Source {
  /** The path as the sheet will show it. */
  uri: string
  /** The file's stem, for formats that give no id of their own. */
  stem: string
  /** SHA-256 of the bytes. */
  sha256: string
  text: string
  map?: FieldMap
}

/** How one format is read: a file of `formats/`. */
export interface Format {
  /** The file's stem; it stands in the sheet. */
  name: string
  /** A sentence for `--help` and the README. */
  about: string
  /** Lower case, without the dot; `''` is a file without any. */
  extensions: readonly string[]
  /** The name of the encoding that a file declares in its first bytes, read as Latin-1. */
  charset?(head: string): string | undefined
  /** Does a text with one of the extensions have this format? Asked in the order of the catalogue. */
  claims(text: string): boolean
  /**
   * The articles of a file, in order, and an error in the place of each that cannot be read by itself. Throws a ReadError
   * when nothing can be read.
   */
  read(source: Source): Iterable<Article | ReadError>
}
