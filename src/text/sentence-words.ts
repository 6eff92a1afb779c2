import type { Resources } from '../stage/resources.ts'
import type { Before, WordParts } from './word-parts.ts'
import { readWordParts } from './word-parts.ts'

/** What the splitter knows of words, all in lower case. */
export interface SentenceWords {
  starters: ReadonlySet<string>
  /** Those of them that begin a sentence of a writer without capitals. */
  small: ReadonlySet<string>
  speech: ReadonlySet<string>
  clock: ReadonlySet<string>
  abbreviations: ReadonlyMap<string, ReadonlySet<Before>>
}

export function readSentenceWords(resources: Resources, parts: WordParts = readWordParts(resources)): SentenceWords {
  const rows = resources.lexicon('sentence-words')
  const words = (of: string): ReadonlySet<string> =>
    new Set(rows.filter(({ kind }) => kind === of).map(({ word }) => word!))
  return {
    starters: words('starter'),
    small: words('small'),
    speech: words('speech'),
    clock: words('clock'),
    abbreviations: parts.abbreviations,
  }
}
