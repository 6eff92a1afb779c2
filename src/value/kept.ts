import type { Bound } from '../doc/value.ts'
import type { Candidate } from './value-kind.ts'

/** A candidate that was kept: lexemes `start` to `end` with its bound words, `from` to `to` without. */
export interface Kept extends Omit<Candidate, 'notice' | 'nothing' | 'certain'> {
  start: number
  end: number
  bound: Bound | undefined
}
