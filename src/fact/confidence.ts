import { z } from 'zod'
import { SetupError } from '../base/errors.ts'
import type { Clause } from '../doc/clause.ts'
import type { Entity, EntityMention } from '../doc/entity.ts'
import type { Span } from '../doc/span.ts'
import { type Qualified, TELLING } from './assemble.ts'
import type { Filler } from './filler.ts'
import { lowest } from './lookup.ts'
import type { View } from './view.ts'

/** Raised when a trait changes its meaning: weights learned with other traits are refused at load. */
export const CONFIDENCE_TRAITS_VERSION = 1

const Card = z.object({
  name: z.string(),
  features: z.number(),
  traits: z.array(z.tuple([z.string(), z.string()])).min(1),
})

/** How much each trait of a proposal speaks for it, in log odds, by the trait's kind and its name. */
export type TraitWeights = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Is told each trait of a proposal that is there, and how much of it. */
export type See = (kind: string, name: string, amount: number) => void

/**
 * Weights by the names of the card, one 32-bit float each, little-endian. Throws a SetupError when they were learned with
 * other traits.
 */
export function readTraitWeights(card: Record<string, unknown>, weights: Buffer): TraitWeights {
  const parsed = Card.safeParse(card)
  if (!parsed.success) throw new SetupError(`${z.prettifyError(parsed.error)} (the model.json of confidence)`)
  const { name, features, traits } = parsed.data
  if (features !== CONFIDENCE_TRAITS_VERSION) {
    throw new SetupError(
      `Expected traits of facts ${CONFIDENCE_TRAITS_VERSION}, got ${features} (model ${name}): train it again`,
    )
  }
  if (weights.byteLength !== 4 * traits.length) {
    throw new SetupError(`Expected ${traits.length} weights, got ${weights.byteLength / 4} (model ${name})`)
  }
  return weighted(traits.map(([kind, trait], i) => [kind, trait, weights.readFloatLE(4 * i)]))
}

/** A weight for each trait, by kind and name. */
export function weighted(traits: readonly (readonly [kind: string, name: string, weight: number])[]): TraitWeights {
  const found = new Map<string, Map<string, number>>()
  for (const [kind, name, weight] of traits) {
    const byName = found.get(kind) ?? new Map<string, number>()
    found.set(kind, byName.set(name, weight))
  }
  return found
}

export const weightOf = (weights: TraitWeights, kind: string, name: string): number => weights.get(kind)?.get(name) ?? 0

/** The classifier of relations says itself how often it is right, measured on passages that it had not seen. */
export const speaksForItself = ({ rule }: Pick<Qualified, 'rule'>): boolean => rule === 'learned'

/** 0 to 1, in hundredths: how many of a hundred facts like this one are right. */
export function confidenceOf(view: View, proposal: Qualified, weights: TraitWeights): number {
  if (speaksForItself(proposal)) return proposal.confidence
  let sum = 0
  traitsOf(view, proposal, (kind, name, amount) => {
    sum += amount * weightOf(weights, kind, name)
  })
  return Math.min(99, Math.max(1, Math.round(100 / (1 + Math.exp(-sum))))) / 100
}

/**
 * What tells a good proposal from a bad one. Amounts lie around 0, so that one measure of caution suits all weights; a
 * trait that the training has not met counts nothing, and what it shares with others still does.
 */
export function traitsOf(view: View, proposal: Qualified, see: See): void {
  const { type, rule, pattern = '', at, modality, polarity, confidence } = proposal
  see('all', '', 1)
  see('type', type, 1)
  see('rule', rule, 1)
  see(rule, pattern, 1)
  see('trust', '', Math.log(confidence / (1 - confidence)) - 1)
  see('modality', modality, 1)
  see('polarity', polarity, 1)

  const clause = view.clauseAt(at)
  const { from, to } = view.sentenceAt(at)
  if (clause?.head === at) see('clause', 'own', 1)
  if (clause) see('clause', 'length', Math.log(1 + clause.to - clause.from) - 2.5)
  see('sentence', 'length', Math.log(1 + to - from) - 3)
  const clauses = lowest(view.clauses, to, headOf) - lowest(view.clauses, from, headOf)
  see('sentence', 'clauses', Math.min(clauses, 8) / 4 - 1)

  const telling = TELLING.get(type)!
  const action = type === 'action'
  let [agents, objects, doubted] = [0, 0, 0]
  for (const { role, filler } of proposal.arguments) {
    const key = telling.has(role)
    if (!key && !action) continue
    const mention = 'entity' in filler ? nearest(filler.entity, view.tokens.start[at]!) : undefined
    if (key && doubtful(view, mention ?? spanOf(filler))) doubted++
    if (!action) continue
    if (role === 'agent') agents++
    else if (role === 'object') objects++
    see(key ? role : 'besides', mention ? mention.kind : 'value' in filler ? 'value' : 'words', 1)
  }
  if (action && agents === 0) see('agent', 'none', 1)
  if (action && objects === 0) see('object', 'none', 1)
  see('doubted', '', doubted)
}

/** The mention of an entity that is nearest to an offset. */
function nearest({ mentions }: Entity, offset: number): EntityMention {
  const next = lowest(mentions, offset, startOf)
  const before = mentions[next - 1]
  const after = mentions[next]
  return !before || (after && after.start - offset < offset - before.start) ? after! : before
}

const startOf = ({ start }: Span): number => start
const headOf = ({ head }: Clause): number => head

const spanOf = (filler: Filler): Span =>
  'value' in filler ? filler.value : 'span' in filler ? filler.span : filler.entity.mentions[0]!

/** Does the parser hang the phrase elsewhere when it reads from the end? */
function doubtful({ tokens, parse: { head, doubted } }: View, span: Span): boolean {
  if (!doubted) return false
  const from = tokens.at(span.start)
  let to = from + 1
  while (to < tokens.count && tokens.start[to]! < span.end) to++
  for (let i = from; i < to; i++) {
    if (doubted[i] === 1 && (head[i]! < from || head[i]! >= to)) return true
  }
  return false
}
