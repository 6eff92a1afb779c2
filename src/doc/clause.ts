import type { Modality, Polarity, Tense } from './fact.ts'

/**
 * A noun phrase of the parse. `from` (inclusive) to `to` (exclusive) are the tokens of its head with everything that hangs
 * on it, but conjuncts, appositives, relative clauses and punctuation at the edges; `wide` reaches to the end of those
 * that hang on it.
 */
export interface Phrase {
  /** The token of its head. */
  head: number
  from: number
  to: number
  wide: { from: number; to: number }
}

/** A phrase behind a preposition (*in the city*), or an adverbial one without (*Monday*, `preposition: ''`). */
export interface Oblique extends Phrase {
  /** In lower case; several words joined by a blank: `according to`, `because of`. */
  preposition: string
}

/** A phrase behind a preposition. */
export const oblique = ({ head, from, to, wide }: Phrase, preposition: string): Oblique => ({
  head,
  from,
  to,
  wide,
  preposition,
})

/** How a clause hangs on another: Universal Dependencies names; `root` hangs on none. */
export type ClauseRelation =
  | 'root'
  | 'conj'
  | 'ccomp'
  | 'xcomp'
  | 'advcl'
  | 'acl'
  | 'acl:relcl'
  | 'csubj'
  | 'parataxis'
  | 'appos'

/**
 * One predicate with its arguments: who does what, in which voice. Coordination is distributed (*A and B sold C* has two
 * subjects; *A bought and sold* gives two clauses with one subject each), control and raising are resolved (*plans to
 * expand* gives its subject to *expand*), relative pronouns are replaced by what they stand for.
 */
export interface Clause {
  /** The token of the predicate: a verb, or the noun or adjective of a copula. */
  head: number
  kind: 'verb' | 'copula'
  /** In lower case, with the particle: `buy`, `take over`; of a copula its predicate's head. */
  lemma: string
  /** The tokens of the verb with its auxiliaries, particle and negation: first (inclusive) to last (exclusive). */
  group: { from: number; to: number }
  /** The tokens of the whole clause without punctuation at its edges; clauses that hang on it are inside. */
  from: number
  to: number
  relation: ClauseRelation
  /** Index of the clause it hangs on, into the clauses; -1 for a root. */
  parent: number
  /** The conjunction that opens it: `because`, `if`, `that`, `after`; '' when none. */
  marker: string
  voice: 'active' | 'passive'
  tense: Tense
  modality: Modality
  polarity: Polarity
  /** Is it a question? */
  question: boolean
  /** The grammatical subjects: of a passive clause those who undergo. */
  subjects: readonly Phrase[]
  objects: readonly Phrase[]
  indirectObjects: readonly Phrase[]
  /** Who does it in a passive clause: *by Acme*. */
  agents: readonly Phrase[]
  obliques: readonly Oblique[]
  /** Of a copula: the predicate as a phrase. */
  predicate: Phrase | undefined
}
