import type { EntityType, MentionKind, NameMention } from '../doc/entity.ts'
import type { Span } from '../doc/span.ts'
import type { Gender } from './knowledge.ts'

/** A name where it stands, trimmed to itself: no title, article or possessive. Tokens `from` to `to`, exclusive. */
export interface Named extends Span {
  from: number
  to: number
  form: string
  /** As `nameWords` gives them. */
  words: readonly string[]
  type: EntityType
  subtype: string | undefined
  /** The sex that a title before the name tells. */
  gender: Gender
  source: NameMention['source']
  score: number
}

/** A place in the text that means a figure: tokens `from` to `to`, exclusive. */
export interface Reference {
  from: number
  to: number
  kind: MentionKind
}

/** Somebody or something of the article, while it is found out who all means it. */
export interface Figure {
  type: EntityType
  subtype: string | undefined
  name: string
  /** Sorted by span. */
  names: readonly Named[]
  /** The words of all its names. */
  words: ReadonlySet<string>
  gender: Gender
  /** Class nouns that the text calls it by (*the lender*, *minister*), as lemmas. */
  nouns: Set<string>
  /** Words that stood before those nouns. */
  modifiers: Set<string>
  references: Reference[]
}
