import type { Resources } from '../stage/resources.ts'
import type { Before, WordParts } from './word-parts.ts'
import { readWordParts } from './word-parts.ts'

/** What the splitter knows of words, all in lower case. */
export interface SentenceWords {
  starters: ReadonlySet<string>
  speech: ReadonlySet<string>
  abbreviations: ReadonlyMap<string, Before>
}

export function readSentenceWords(resources: Resources, parts: WordParts = readWordParts(resources)): SentenceWords {
  const starters = new Set<string>()
  const speech = new Set<string>()
  for (const { kind, word } of resources.lexicon('sentence-words')) {
    if (kind === 'starter') starters.add(word!)
    else if (kind === 'speech') speech.add(word!)
  }
  return { starters, speech, abbreviations: parts.abbreviations }
}
