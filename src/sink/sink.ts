import type { FactSheet } from '../doc/sheet.ts'

/** How far a sink had come when its state was safe on disk; what it needs to go on from there. */
export type Checkpoint = Readonly<Record<string, number>>

/** What a run knows of an article besides its sheet. */
export interface Standing {
  /** It was written before, in this run or another: the older one goes. */
  again?: boolean
  /** The article of which it is a near copy, and the share they have in common (0 to 1). */
  copy?: { of: string; similarity: number }
}

/** An open sink. Any method may throw; the run stops then, and can go on from the last checkpoint. */
export interface SinkWriter {
  /** Takes an article's rendered sheet. */
  write(id: string, rendered: Uint8Array, standing: Standing): void
  /** Returns when everything written so far is on disk and would survive the end of the process. */
  commit(): Promise<Checkpoint>
  /** Finishes the files and lets go of them. Not called when the run failed: `open` copes with what was left. */
  close(): Promise<Checkpoint>
}

export interface OpenSink {
  /** The folder of the run's output; it exists. */
  folder: string
  /** Where the last run was safe; what was written later is taken back. Absent: begins anew. */
  from?: Checkpoint | undefined
}

/** One way of writing sheets: a file of `formats/`. */
export interface Sink {
  /** The file's stem, as `--sink` names it. */
  name: string
  /** A sentence for the help and the README: what it writes, and where. */
  about: string
  /** The file or folder that it writes, within the output folder. */
  output: string
  /** Where it keeps what it goes on from, if that is not the output. */
  kept?: string
  /**
   * What of a sheet is written. Pure: it runs in the threads, so that the main one has only bytes to move. `line` is
   * the sheet as JSON in one line.
   */
  render(sheet: FactSheet, line: string): string
  open(how: OpenSink): Promise<SinkWriter>
}
