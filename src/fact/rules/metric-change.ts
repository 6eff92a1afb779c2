import type { Clause, Phrase } from '../../doc/clause.ts'
import type { Value } from '../../doc/value.ts'
import { directionOf } from '../directions.ts'
import { args, factRule, type Proposal } from '../fact-rule.ts'
import type { Filler } from '../filler.ts'
import { basisOf, type Metric, metricOf, metricsOf, periodOf } from '../metric.ts'
import type { Valued, View } from '../view.ts'

/** Of these the object is what changes: *raised prices*; of others the subject. */
const CAUSATIVE = new Set([
  'raise',
  'increase',
  'boost',
  'hike',
  'lift',
  'reduce',
  'cut',
  'lower',
  'slash',
  'trim',
  'improve',
  'expand',
  'double',
  'triple',
  'halve',
  'decrease',
])
const AMOUNTS = ['percent', 'money', 'quantity', 'ratio'] as const

const BEHIND: ReadonlyMap<string, string> = new Map(
  Object.entries({ to: 'to', from: 'from', by: 'amount', '': 'amount' }),
)

/** *grew 7.7 percent*, *rose by 5,000 to 12,000 from 7,000*. */
function amounts(view: View, clause: Clause, changed: Phrase | undefined): Record<string, Filler | undefined> {
  const found: Record<string, Filler | undefined> = {}
  const put = (role: string, valued: Valued | undefined) => {
    if (valued) found[role] ??= { value: valued.value }
  }
  for (const phrase of clause.objects) if (phrase !== changed) put('amount', view.valueIn(phrase, ...AMOUNTS))
  for (const phrase of clause.obliques) {
    const role = BEHIND.get(phrase.preposition)
    if (role !== undefined) put(role, view.valueAt(phrase.head, ...AMOUNTS) ?? view.valueIn(phrase, ...AMOUNTS))
  }
  // what the parse hangs elsewhere: by, to, from and their amounts, and an amount right behind the verb
  put(
    found.to || view.tokens.lower(clause.group.to) === 'to' ? 'to' : 'amount',
    view.valueAt(clause.group.to, ...AMOUNTS),
  )
  for (let i = clause.group.to; i < clause.to; i++) {
    const role = BEHIND.get(view.tokens.lower(i))
    if (role !== undefined && view.clauseAt(i) === clause) put(role, view.valueAt(i + 1, ...AMOUNTS))
  }
  // rose to 5,000: what is reached is no step
  const reached = found.to && 'value' in found.to ? found.to.value : undefined
  if (reached && found.amount && 'value' in found.amount && found.amount.value === reached) found.amount = undefined
  return found
}

function* byVerb(view: View, clause: Clause): Generator<Proposal> {
  const direction = directionOf(clause.lemma)
  if (direction === undefined || clause.kind !== 'verb') return
  const objects = clause.objects.filter((phrase) => !view.valueAt(phrase.head))
  const causative = clause.voice === 'active' && CAUSATIVE.has(clause.lemma) && objects.length > 0
  // declined the offer, declined to sell: what is turned down is no figure
  if (!causative && (objects.length > 0 || view.tokens.lower(clause.group.to) === 'to')) {
    const { amount, to } = amounts(view, clause, objects[0])
    if (!amount && !to) return
  }
  const own: (Metric & { name?: true })[] = causative
    ? objects.flatMap((phrase) => metricOf(view, phrase) ?? [])
    : metricsOf(view, clause)
  if (!causative && own.length === 0) own.push(...clause.subjects.flatMap((phrase) => plainName(view, phrase) ?? []))
  if (own.length === 0) view.declined?.(clause.head, `what “${clause.lemma}” tells of is no figure`)
  const owner = causative && view.agents(clause)[0]
  const agent = owner ? view.mentionAt(owner.head) : undefined
  const basis = basisOf(view.words(clause.from, clause.to))
  for (const metric of own) {
    const { amount, to, from } = amounts(view, clause, causative ? objects[0] : undefined)
    if (!amount && !to && (causative || metric.name || !STRONG.has(clause.lemma))) {
      view.declined?.(clause.head, `no amount stands beside “${clause.lemma}”`)
      continue
    }
    const of = metric.of ?? (agent && { entity: agent.entity })
    const fact = (figures: Record<string, Filler | undefined>, confidence: number): Proposal => ({
      type: 'metric.change',
      arguments: args({ metric: metric.metric, ...figures, of }),
      attributes: { direction, ...(basis && { basis }) },
      at: clause.head,
      evidence: view.span(clause.from, clause.to),
      confidence,
      pattern: 'verb',
    })
    yield fact({ amount, to, from, period: periodOf(view, clause) }, amount || to ? 0.85 : 0.6)
    if (amount && 'value' in amount) for (const more of further(view, clause, amount.value)) yield fact(more, 0.75)
  }
}

/** *by 6.9 percent in 2021, and 7.1 percent in 2022*: further amounts of the same kind, each with its own period. */
function* further(view: View, clause: Clause, first: Value): Generator<Record<string, Filler>> {
  for (let i = clause.head; i < clause.to; i++) {
    const found = view.valueAt(i, first.type)
    if (!found || found.value === first || found.value.start < first.start) continue
    const period = view.tokens.lower(found.to) === 'in' ? view.valueAt(found.to + 1, 'date') : undefined
    if (period && ['and', ','].includes(view.tokens.lower(found.from - 1)))
      yield { amount: { value: found.value }, period: { value: period.value } }
    i = found.to - 1
  }
}

/** Verbs that tell of a change of a figure also where no amount stands. */
const STRONG = new Set([
  'rise',
  'fall',
  'grow',
  'drop',
  'decline',
  'soar',
  'plunge',
  'plummet',
  'surge',
  'double',
  'triple',
  'shrink',
  'tumble',
  'climb',
  'halve',
  'depreciate',
  'slump',
])

/** *Samsung rose 3 percent*: the name stands for its share price. */
function plainName(view: View, phrase: Phrase): (Metric & { name: true }) | undefined {
  const mention = view.nameAt(phrase.head)
  if (!mention || !['organization', 'product', 'place'].includes(mention.entity.type)) return undefined
  return { metric: { span: view.span(phrase.from, phrase.to) }, of: { entity: mention.entity }, name: true }
}

export default factRule({
  name: 'metric-change',
  about: 'A figure rises, falls or stays: by how much, from what, to what, over which period.',
  types: ['metric.change'],

  *find(view) {
    for (const clause of view.clauses) yield* byVerb(view, clause)
  },

  examples: [
    [
      'Kenya’s exports grew 7.7 percent in 2018.',
      { metric: 'exports', amount: '7.7 percent', of: 'Kenya', '@direction': 'up' },
    ],
    [
      'Profit fell to $5 million from $8 million.',
      { metric: 'Profit', to: '$5 million', from: '$8 million', '@direction': 'down' },
    ],
    ['The government raised the tax by 2 percent.', { metric: 'tax', amount: '2 percent', '@direction': 'up' }],
  ],
  not: ['The lenders declined to finance the project.', 'John Smith fell asleep.', 'She raised three children.'],
})
