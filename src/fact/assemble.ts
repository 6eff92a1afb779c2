import type { Entity } from '../doc/entity.ts'
import type { Argument, Attribution, Fact, Modality, Polarity, Quote, Tense } from '../doc/fact.ts'
import { FACT_TYPES, type FactType, violations } from '../doc/fact-types.ts'
import { factKeys } from '../doc/key.ts'
import { bySpan, type Span } from '../doc/span.ts'
import type { Value } from '../doc/value.ts'
import type { Proposal } from './fact-rule.ts'
import type { Filler } from './filler.ts'
import { gloss } from './gloss.ts'
import { Inside } from './inside.ts'

/** A proposal with its grammar answered and its rule named. */
export interface Qualified extends Proposal {
  rule: string
  modality: Modality
  polarity: Polarity
  tense: Tense
  /** Where the token `at` begins: what lies inside a statement's content there is part of it. */
  anchor: number
}

/** A statement's content, and who speaks there. */
interface Spoken {
  proposal: Qualified
  id: string
  speaker: Filler
  content: Span
}

const NOTHING: Readonly<Record<string, string>> = {}

/** What is wrong with a proposal as a fact, or nothing. */
export function refusal(proposal: Proposal): string | undefined {
  const roles: string[] = []
  for (const { role } of proposal.arguments) roles.push(role)
  return violations(proposal.type, roles, proposal.attributes ?? NOTHING)[0]
}

export const fillerId = (filler: Filler): string =>
  'entity' in filler
    ? filler.entity.id
    : 'value' in filler
      ? filler.value.id
      : `${filler.span.start}-${filler.span.end}`

const argumentsOf = (proposal: Proposal): string =>
  proposal.arguments
    .map(({ role, filler }) => `${role}=${fillerId(filler)}`)
    .sort()
    .join(' ')

/** The roles of a type that tell one fact from another. */
export const TELLING: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(FACT_TYPES as Readonly<Record<string, FactType>>).map(([type, { key, atLeast }]) => [
    type,
    new Set([...key, ...(atLeast ?? []).flatMap(({ roles }) => roles)]),
  ]),
)

/** The key arguments alone: two proposals that share them state one fact. */
function identity(proposal: Proposal): string {
  if (proposal.same !== undefined) return `${proposal.type} ${proposal.same}`
  const among = TELLING.get(proposal.type)!
  const key: string[] = []
  for (const { role, filler } of proposal.arguments) if (among.has(role)) key.push(`${role}=${fillerId(filler)}`)
  const { predicate = '', action = '', change = '' } = proposal.attributes ?? NOTHING
  return `${proposal.type} ${key.sort().join(' ')} ${predicate} ${action} ${change}`
}

/**
 * One proposal for each fact: of those that share type and key arguments, the one with the most arguments, then the most
 * confident, then the earliest.
 */
export function distinct<P extends Proposal>(proposals: readonly P[], dropped?: (loser: P, winner: P) => void): P[] {
  const best = new Map<string, P>()
  for (const proposal of proposals) {
    const id = identity(proposal)
    const rival = best.get(id)
    if (!rival || better(proposal, rival)) {
      if (rival) dropped?.(rival, proposal)
      best.set(id, proposal)
    } else dropped?.(proposal, rival)
  }
  return [...best.values()]
}

const better = (a: Proposal, b: Proposal): boolean =>
  a.arguments.length - b.arguments.length > 0 ||
  (a.arguments.length === b.arguments.length && a.confidence > b.confidence)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Proposals as the facts they become stand on the sheet: by evidence, then type, then arguments. */
export const inOrder = (proposals: readonly Qualified[]): Qualified[] =>
  [...proposals].sort(
    (a, b) =>
      bySpan(a.evidence, b.evidence) || compareText(a.type, b.type) || compareText(argumentsOf(a), argumentsOf(b)),
  )

/** Facts in their order, with ids, attribution, gloss and key. */
export function assemble(
  text: string,
  proposals: readonly Qualified[],
  entities: readonly Entity[],
  values: readonly Value[],
): Fact[] {
  const ordered = inOrder(proposals)
  const spoken: Spoken[] = []
  for (const [index, proposal] of ordered.entries()) {
    if (proposal.type !== 'statement') continue
    const content = proposal.arguments.find(({ role }) => role === 'content')?.filler
    const speaker = proposal.arguments.find(({ role }) => role === 'speaker')?.filler
    if (content && 'span' in content && speaker)
      spoken.push({ proposal, id: `F${index + 1}`, speaker, content: content.span })
  }

  const inside = new Inside(spoken, ({ content }) => content)
  const drafts: Fact[] = []
  for (const proposal of ordered) {
    const filled: Argument[] = []
    for (const { role, filler } of proposal.arguments) filled.push(argumentOf(text, role, filler))
    const words = (role: string): string | undefined => {
      let found: string | undefined
      for (const one of proposal.arguments) {
        if (one.role !== role) continue
        const own = wordsOf(text, one.filler)
        found = found === undefined ? own : `${found}, ${own}`
      }
      return found
    }
    const inner = inside.innermost(proposal.anchor, (one) => one.proposal !== proposal)
    const attributes = proposal.attributes ?? NOTHING
    drafts.push({
      id: `F${drafts.length + 1}`,
      type: proposal.type,
      arguments: filled,
      attributes,
      modality: proposal.modality,
      polarity: proposal.polarity,
      tense: proposal.tense,
      attribution: inner && { speaker: speakerOf(text, inner.speaker), statement: inner.id },
      evidence: [quoteOf(text, proposal.evidence)],
      gloss: gloss(proposal.type, words, attributes),
      confidence: proposal.confidence,
      rule: proposal.pattern ? `${proposal.rule}/${proposal.pattern}` : proposal.rule,
      key: '',
    })
  }
  const keys = factKeys(drafts, entities, values)
  for (const draft of drafts) draft.key = keys.get(draft.id)!
  return drafts
}

const quoteOf = (text: string, { start, end }: Span): Quote => ({ start, end, text: text.slice(start, end) })

function argumentOf(text: string, role: string, filler: Filler): Argument {
  if ('entity' in filler) return { role, entity: filler.entity.id }
  if ('value' in filler) return { role, value: filler.value.id }
  const { start, end } = filler.span
  return { role, start, end, text: text.slice(start, end) }
}

function wordsOf(text: string, filler: Filler): string {
  if ('entity' in filler) return filler.entity.name
  if ('value' in filler) return filler.value.text
  return text.slice(filler.span.start, filler.span.end)
}

function speakerOf(text: string, filler: Filler): Attribution['speaker'] {
  if ('entity' in filler) return filler.entity.id
  return quoteOf(text, 'span' in filler ? filler.span : filler.value)
}
