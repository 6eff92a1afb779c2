import type { Sentence } from '../doc/tokens.ts'
import type { Described } from './described.ts'
import { HAS_CAPITAL } from './word-book.ts'

/** Tokens in a row, `from` (inclusive) to `to` (exclusive) within one sentence, among which a name may stand. */
export interface Stretch {
  from: number
  to: number
  sentence: Sentence
}

/** So many tokens before and behind a word with a capital may belong to its name; so many between two of them are no gap. */
const BEFORE = 1
const BEHIND = 2
const BETWEEN = 3

/**
 * The stretches of an article: a name has a capital, and two words in three are too far from any to belong to one. Names are
 * looked for in stretches only.
 */
export function stretchesOf({ flags }: Pick<Described, 'flags'>, sentences: readonly Sentence[]): Stretch[] {
  const found: Stretch[] = []
  for (const sentence of sentences) {
    let from = -1
    let last = -1
    for (let i = sentence.from; i < sentence.to; i++) {
      if ((flags[i]! & HAS_CAPITAL) === 0) continue
      if (from >= 0 && i - last > BETWEEN + 1) {
        found.push({ from, to: last + BEHIND + 1, sentence })
        from = -1
      }
      if (from < 0) from = Math.max(i - BEFORE, sentence.from)
      last = i
    }
    if (from >= 0) found.push({ from, to: Math.min(last + BEHIND + 1, sentence.to), sentence })
  }
  return found
}
