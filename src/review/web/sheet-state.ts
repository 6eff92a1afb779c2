import type { Entity } from '../../doc/entity.ts'
import type { Fact } from '../../doc/fact.ts'
import type { FactSheet } from '../../doc/sheet.ts'
import { bySpan, type Span } from '../../doc/span.ts'
import type { FactDraft } from '../correction.ts'
import type { DeskSheet } from '../store.ts'
import type { Lights } from './article.tsx'
import { fillerAt, wordsOfFact } from './look.ts'

export type Tab = 'facts' | 'entities' | 'values' | 'decisions'
export interface Selected {
  tab: 'facts' | 'entities' | 'values'
  id: string
}

/** A fact that is being written; `of` is the fact it changes. */
export interface Writing {
  of: string | undefined
  draft: FactDraft
}

/** The facts as they stand and those taken out, in the order of the text. */
export function shownFacts({ sheet, rejected }: DeskSheet): Fact[] {
  return [...sheet.facts, ...rejected].sort((a, b) => bySpan(a.evidence[0]!, b.evidence[0]!))
}

export function lightsOf(
  sheet: FactSheet,
  facts: readonly Fact[],
  {
    selected,
    hovered,
    writing,
  }: { selected: Selected | undefined; hovered: Selected | undefined; writing: Writing | undefined },
): Lights {
  if (writing) return { ...wordsOfFact(writing.draft, sheet) }
  const lights: Record<string, readonly Span[]> = {}
  for (const [one, suffix] of [
    [selected, ''],
    [hovered, '-hint'],
  ] as const) {
    if (!one) continue
    const spans = spansOf(one, sheet, facts)
    for (const [name, words] of Object.entries(spans)) lights[name + suffix] = words
  }
  return lights
}

function spansOf({ tab, id }: Selected, sheet: FactSheet, facts: readonly Fact[]): Lights {
  if (tab === 'facts') {
    const fact = facts.find((one) => one.id === id)
    return fact ? { ...wordsOfFact(fact, sheet) } : {}
  }
  if (tab === 'entities') return { found: entityOf(sheet, id)?.mentions ?? [] }
  return { found: sheet.values.filter((value) => value.id === id) }
}

export const entityOf = ({ entities }: FactSheet, id: string): Entity | undefined =>
  entities.find((one) => one.id === id)

export function draftOf({ id: _, gloss: __, confidence: ___, rule: ____, key: _____, ...draft }: Fact): FactDraft {
  return draft
}

/** A fact about the selected words, to begin with: an action whose evidence is the sentence's words that were selected. */
export function newDraft(span: Span, sheet: FactSheet): FactDraft {
  const text = sheet.article.text.slice(span.start, span.end)
  const first = sheet.entities
    .flatMap(({ mentions }) => mentions)
    .filter(({ start, end }) => start >= span.start && end <= span.end)
    .sort(bySpan)[0]
  return {
    type: 'action',
    arguments: [first ? fillerAt('agent', first, sheet) : { role: 'object', ...span, text }],
    attributes: {},
    modality: 'asserted',
    polarity: 'positive',
    tense: 'past',
    evidence: [{ ...span, text }],
  }
}
