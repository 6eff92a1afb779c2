import { trimmed } from './edges.ts'
import type { Proposal } from './fact-rule.ts'
import { args } from './fact-rule.ts'
import { marked } from './quotations.ts'
import type { Speech, Stretch } from './speech.ts'
import type { View } from './view.ts'

/** A statement as a fact; nothing where too few words are left. */
export function statement(
  view: View,
  speech: Speech,
  content: Stretch,
  how: 'direct' | 'indirect' | 'mixed',
  at: number,
  confidence: number,
  pattern: string,
): Proposal | undefined {
  const { from, to } = how === 'direct' ? content : marked(view, trimmed(view, content) ?? { from: 0, to: 0 })
  if (to - from < 2) return undefined
  return {
    type: 'statement',
    arguments: args({ speaker: speech.speaker, content: { span: view.span(from, to) } }),
    attributes: { speech: how, cue: speech.cue },
    at,
    modality: 'asserted',
    polarity: 'positive',
    evidence: view.span(Math.min(from, speech.from), Math.max(to, speech.to)),
    confidence,
    pattern,
    speech: {
      source: view.span(speech.source.from, speech.source.to),
      cue: view.span(speech.verb.from, speech.verb.to),
      parts: undefined,
    },
  }
}
