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
  /** Does a text with one of the extensions have this format? Asked in the order of the catalogue. */
  claims(text: string): boolean
  /** The articles of a file, in order. Throws a ReadError when there is none to be read. */
  read(source: Source): Iterable<Article>
}
