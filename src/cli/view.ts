import type { FactSheet } from '../doc/sheet.ts'

export interface ViewOptions {
  /** May the text carry terminal colours? */
  color: boolean
  /** Is it one of several in the same stream? */
  several: boolean
}

/** A way to show a sheet: a file of `views/`. */
export interface View {
  /** The file's stem, and what `--format` calls it. */
  name: string
  /** Of a file it is written to. */
  extension: string
  render(sheet: FactSheet, options: ViewOptions): string
}
