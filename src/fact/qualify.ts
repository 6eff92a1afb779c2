import type { Modality, Polarity, Tense } from '../doc/fact.ts'
import type { View } from './view.ts'

/** What the grammar says at a token. */
export interface Grammar {
  modality: Modality
  polarity: Polarity
  tense: Tense
}

const PLAIN: Grammar = { modality: 'asserted', polarity: 'positive', tense: 'present' }

/** Modality, polarity and tense of the innermost clause around a token. */
export function grammarAt(view: View, token: number): Grammar {
  const inner = view.clauseAt(token)
  return inner ? { modality: inner.modality, polarity: inner.polarity, tense: inner.tense } : PLAIN
}
