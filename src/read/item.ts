import type { ReadError } from '../base/errors.ts'
import type { Article } from '../doc/article.ts'

/** The bytes of a file that holds articles, or of an entry of an archive; whoever has time reads it. */
export interface RawFile {
  /** As the sheet will show it. */
  uri: string
  /** Its ending tells the format, its stem the id. @default uri */
  name?: string
  bytes: Uint8Array
  /** The id of its article, where it is not the file's stem. */
  id?: string
  /** The name of its format, where the ending does not tell it. */
  format?: string
}

/** One thing found in the input. `place` tells it from all others: a path, or a path and a line or entry. */
export type Item = { place: string } & (
  | { article: Article }
  | { file: RawFile }
  /** What cannot be read is an item too: it goes into the report, and the run goes on. */
  | { error: ReadError }
)
