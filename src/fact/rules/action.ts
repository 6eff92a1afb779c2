import type { Clause, Phrase } from '../../doc/clause.ts'
import { factRule, type Proposal } from '../fact-rule.ts'
import type { Filler } from '../filler.ts'
import type { View } from '../view.ts'
import { whenOf } from '../when.ts'

/** Verbs that say nothing done, or that other rules read. */
const LIGHT = new Set([
  'be',
  'have',
  'do',
  'seem',
  'appear',
  'become',
  'remain',
  'say',
  'tell',
  'add',
  'note',
  'state',
  'claim',
  'argue',
  'explain',
  'know',
  'think',
  'believe',
  'feel',
  'want',
  'need',
  'like',
  'mean',
  'let',
  'get',
  'try',
  'keep',
  'go',
])
/** Their own complement is the action: *plans to expand* is *expand*, planned. */
const RAISING = new Set([
  'plan',
  'aim',
  'intend',
  'expect',
  'vow',
  'pledge',
  'promise',
  'hope',
  'continue',
  'begin',
  'start',
  'agree',
  'decide',
  'want',
  'fail',
  'refuse',
  'manage',
  'seek',
  'try',
  'attempt',
  'set',
])

const sameEntity = (one: Filler, other: Filler): boolean =>
  'entity' in one && 'entity' in other && one.entity === other.entity
const isName = (filler: Filler): boolean => 'entity' in filler
/** An entity, or words that carry a value or a name: *a growing number of towns in Peru*. */
const useful = (view: View, phrase: Phrase): boolean =>
  Boolean(view.mentionAt(phrase.head) || view.valueIn(phrase)) || view.namesIn(phrase.from, phrase.to).length > 0
const PREPOSITION = /^[a-z]+$/

/** Why a clause is no action, whoever stands in it. */
function unfit(view: View, index: number, clause: Clause): string | undefined {
  if (clause.kind !== 'verb') return 'a copula does nothing'
  if (clause.question) return 'a question tells nothing'
  if (LIGHT.has(clause.lemma)) return 'its verb alone tells of nothing done'
  if (!view.tags.xpos[clause.head]!.startsWith('VB')) return 'its predicate is no verb'
  if (doubtful(view, clause)) return 'its verb may be none'
  if (!RAISING.has(clause.lemma)) return undefined
  const complement = view.childrenOf(index).some((one) => one.relation === 'xcomp' && one.kind === 'verb')
  return complement ? 'the verb below it is the action' : undefined
}

/** Is the verb none: part of an amount or a name, or a word of a headline in capitals, whose tags are guesses? */
const doubtful = (view: View, { head }: Clause): boolean =>
  view.valueAt(head) !== undefined ||
  view.nameAt(head) !== undefined ||
  (CAPITALS.test(view.tokens.text(head)) && CAPITALS.test(view.tokens.text(view.sentenceAt(head).from)))

const CAPITALS = /^\p{Lu}[\p{Lu}.’']+$/u

/** The action of a clause, or why there is none. */
function actionOf(view: View, clause: Clause): Proposal | string {
  const filled: { role: string; filler: Filler }[] = []
  const add = (role: string, phrases: readonly Phrase[]) => {
    for (const phrase of phrases) {
      const mention = view.mentionAt(phrase.head)
      if (!mention && view.tags.upos[phrase.head] === 'PRON') continue
      if (role === 'agent' && view.valueAt(phrase.head, 'money', 'percent', 'date', 'duration')) continue
      // documents challenging the bill: what hangs on a noun is told by its own clause
      const inside = phrase.head < clause.from && clause.head < phrase.to
      const filler = view.fill(inside ? { head: phrase.head, from: phrase.from, to: clause.from } : phrase)
      const twice = 'entity' in filler && filled.some((one) => one.role === role && sameEntity(one.filler, filler))
      if (!twice) filled.push({ role, filler })
    }
  }
  const agents = view.agents(clause)
  const patients = view.patients(clause)
  const named =
    [...agents, ...patients].some((phrase) => useful(view, phrase)) ||
    clause.indirectObjects.some((phrase) => view.mentionAt(phrase.head))
  if (!named) return 'no name and no value is in who does it or in what it is done to'
  add('agent', agents)
  add('object', patients)
  const date = whenOf(view, clause)
  const place = view.where(clause)
  for (const oblique of clause.obliques) {
    if (!PREPOSITION.test(oblique.preposition) || filled.some((one) => one.role === oblique.preposition)) continue
    const filler = view.fill(oblique)
    if ('value' in filler && (filler.value.type === 'date' || filler.value.type === 'time')) continue
    if (
      place &&
      'entity' in filler &&
      'entity' in place &&
      filler.entity === place.entity &&
      oblique.preposition === 'in'
    )
      continue
    add(oblique.preposition, [oblique])
  }
  if (date) filled.push({ role: 'date', filler: date })
  if (place) filled.push({ role: 'place', filler: place })
  if (!filled.some(({ role }) => role === 'agent' || role === 'object'))
    return 'who does it and what it is done to are amounts or pronouns'
  // somebody who does what is left out, or told in a clause of its own, does nothing yet
  if (filled.length === 1 && filled[0]!.role === 'agent') return 'nothing is told but who does it'
  const strong =
    filled.some(({ role, filler }) => role === 'agent' && isName(filler)) &&
    filled.some(({ role }) => role === 'object')
  return {
    type: 'action',
    arguments: filled,
    attributes: { predicate: clause.lemma },
    at: clause.head,
    evidence: view.span(clause.from, clause.to),
    confidence: strong ? 0.7 : 0.6,
  }
}

export default factRule({
  name: 'action',
  about: 'Who does what: clauses whose agent or object is an entity or carries a value, and that no other rule took.',
  types: ['action'],

  *find(view) {
    for (const [index, clause] of view.clauses.entries()) {
      const found = unfit(view, index, clause) ?? actionOf(view, clause)
      if (typeof found === 'string') view.declined?.(clause.head, found)
      else yield found
    }
  },

  examples: [
    [
      'Microsoft will expand its factory.',
      { agent: 'Microsoft', object: 'its factory', '@predicate': 'expand', '@modality': 'planned' },
    ],
    [
      'Lawyers representing Microsoft challenged the plan.',
      { agent: 'Lawyers', object: 'Microsoft', '@predicate': 'represent' },
    ],
    ['John Smith carried the flag.', { agent: 'John Smith', object: 'the flag', '@predicate': 'carry' }],
  ],
  not: ['It rained all night.', 'Microsoft agreed.'],
})
