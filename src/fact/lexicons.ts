import type { Resources } from '../stage/resources.ts'
import { AttitudeWords } from './attitude-words.ts'

/** The word lists that fact rules read, loaded once. */
export interface Lexicons {
  /** Head words of posts and occupations, in lower case, singular. */
  positions: ReadonlySet<string>
  /** Verbs that introduce what somebody says or thinks: lemma -> kind. */
  cues: ReadonlyMap<string, string>
  attitudes: AttitudeWords
}

export function loadLexicons(resources: Resources): Lexicons {
  return {
    positions: new Set(resources.lexicon('positions').map((row) => row.head!)),
    cues: new Map(resources.lexicon('cues').map((row) => [row.lemma!, row.kind!])),
    attitudes: new AttitudeWords(resources.lexicon('attitudes')),
  }
}
