import type { Modality, Polarity, Tense } from '../doc/fact.ts'
import type { FactTypeName } from '../doc/fact-types.ts'
import type { Span } from '../doc/span.ts'
import type { Filler } from './filler.ts'
import type { View } from './view.ts'

/** A fact as a rule proposes it. */
export interface Proposal {
  type: FactTypeName
  arguments: readonly { role: string; filler: Filler }[]
  attributes?: Readonly<Record<string, string>> | undefined
  /** The token whose clause tells modality, polarity and tense, unless they are given here. */
  at: number
  modality?: Modality | undefined
  polarity?: Polarity | undefined
  tense?: Tense | undefined
  /** The shortest stretch of text that carries the fact; widened by the stage to hold its arguments' words. */
  evidence: Span
  /** 0 to 1: how far the rule trusts it, to be weighed against rivals; what the sheet tells is measured (`confidence.ts`). */
  confidence: number
  /** The pattern's name, where a rule has several. */
  pattern?: string | undefined
  /** Proposals of one type that share this state one fact; by default the key arguments tell. */
  same?: string | undefined
  /** Of a statement: where its source and its cue stand; `parts` of its content, where these stand in the middle of it. */
  speech?: { source: Span; cue: Span; parts: readonly Span[] | undefined } | undefined
}

/** What an example expects: role -> the words of its filler (an entity's name, a value's or span's text). */
export type Expected = Readonly<Record<string, string>>

/** One family of facts that shares its grammar. Its file's stem is its name. */
export interface FactRule {
  name: string
  about: string
  types: readonly FactTypeName[]
  /** `found` is what the rules before it in the list propose. */
  find(view: View, found: readonly Proposal[]): Iterable<Proposal>
  /** A text and the facts this rule must find in it, run by the tests. Attributes and modality are given as `@name`. */
  examples: readonly (readonly [string, ...Expected[]])[]
  /** Texts in which this rule must find nothing. */
  not: readonly string[]
}

export const factRule = (rule: FactRule): FactRule => Object.freeze(rule)

/** An argument of a proposal; `undefined` fillers are left out by `args`. */
export function args(fillers: Readonly<Record<string, Filler | readonly Filler[] | undefined>>): Proposal['arguments'] {
  const filled: { role: string; filler: Filler }[] = []
  for (const role of Object.keys(fillers)) {
    const filler = fillers[role] as Filler | readonly Filler[] | undefined
    if (filler === undefined) continue
    if ('length' in filler) for (const one of filler) filled.push({ role, filler: one })
    else filled.push({ role, filler })
  }
  return filled
}
