import type { Clause, Phrase } from '../../doc/clause.ts'
import { args, factRule, type Proposal } from '../fact-rule.ts'
import { metricOf, metricsOf, periodOf } from '../metric.ts'
import { determiner, possessive } from '../phrase.ts'
import type { Valued, View } from '../view.ts'

const STAND = new Set(
  'reach, hit, total, top, exceed, surpass, average, amount to, stand, amount, come to, remain, cost, weigh, measure, cross, equal, number, contain, cover, span, fetch, generate, earn, owe, record, post, report, register'.split(
    ', ',
  ),
)
const FIGURES = ['money', 'percent', 'quantity', 'ratio'] as const
/** Nouns of a figure that stands before or after its amount without a verb: *a fine of $500*, *$90-million contract*. */
const FIGURE_NOUN =
  /^(?:fine|debt|cost|price|budget|revenue|turnover|profit|loss|income|salary|deficit|surplus|population|rate|fee|loan|grant|bill|bail|bounty|reward|stake|value|valuation|investment|contract|capacity|speed|distance|height|area|length|depth|temperature|magnitude|rent|tax|duty|tariff|compensation|sum|sales|exports|imports|reserves|earnings|capital|funding|damage|damages|worth|toll|economy|project|deal|budget|package|fund|market)s?$/
const SHARED = new Set(['record', 'post', 'report', 'register', 'generate', 'earn', 'owe'])

function fact(
  view: View,
  metric: NonNullable<ReturnType<typeof metricOf>>,
  amount: Valued,
  at: number,
  span: { from: number; to: number },
  clause: Clause | undefined,
  pattern: string,
  confidence: number,
): Proposal {
  return {
    type: 'metric.level',
    arguments: args({
      metric: metric.metric,
      amount: { value: amount.value },
      of: metric.of,
      period: clause && periodOf(view, clause),
    }),
    at,
    evidence: view.span(Math.min(span.from, amount.from), Math.max(span.to, amount.to)),
    confidence,
    pattern,
  }
}

/** The amount a clause puts its subject at. */
function amountOf(view: View, clause: Clause): Valued | undefined {
  if (clause.kind === 'copula') {
    const found = view.valueAt(clause.head, ...FIGURES)
    // the tax is one reason: nothing is counted
    return found && view.tokens.lower(found.from) === 'one' ? undefined : found
  }
  if (!STAND.has(clause.lemma)) return undefined
  for (const phrase of [...clause.objects, ...view.behind(clause, 'at', 'to', '')]) {
    const found = view.valueAt(phrase.head, ...FIGURES)
    if (found) return found
  }
  return view.valueAt(clause.group.to, ...FIGURES)
}

function* byClause(view: View, clause: Clause): Generator<Proposal> {
  const amount = amountOf(view, clause)
  if (!amount) {
    if (STAND.has(clause.lemma)) view.declined?.(clause.head, `no amount stands behind “${clause.lemma}”`)
    return
  }
  const span = { from: clause.from, to: clause.to }
  const metrics = metricsOf(view, clause)
  if (metrics.length === 0) view.declined?.(clause.head, 'its subject is no figure')
  for (const metric of metrics) yield fact(view, metric, amount, clause.head, span, clause, clause.kind, 0.8)
}

const COUNTING = new Set(
  'receive, record, register, have, attract, welcome, employ, operate, produce, sell, collect, obtain, harvest, report, see, host'.split(
    ', ',
  ),
)

/** *the country received 1.1 million visitors*: what is counted is the figure, whose it is the subject. */
function* counted(view: View, clause: Clause): Generator<Proposal> {
  if (!COUNTING.has(clause.lemma)) return
  const subject = clause.subjects[0] && view.mentionAt(clause.subjects[0].head, 'organization', 'place', 'product')
  for (const object of clause.objects) {
    const amount = view.valueAt(object.head, 'quantity')
    if (!subject || !amount?.value.unit) continue
    let noun = amount.to - 1
    while (noun > amount.from && view.tags.upos[noun] !== 'NOUN') noun--
    if (view.tags.upos[noun] !== 'NOUN') continue
    const metric = { metric: { span: view.span(noun, amount.to) }, of: { entity: subject.entity } }
    // the clause is told as an action too: this fact leans on the amount
    yield fact(view, metric, amount, amount.from, { from: clause.from, to: clause.to }, clause, 'counted', 0.6)
  }
}

/** *the company posted a profit of $5 million*, *a fine of R120 000*. */
function* ofAmount(view: View, amount: Valued): Generator<Proposal> {
  const before = amount.from - 1
  if (view.tokens.lower(before) !== 'of' || !FIGURE_NOUN.test(view.tokens.lower(before - 1))) return
  const head = before - 1
  let from = head
  while (from > 0 && ['NOUN', 'ADJ'].includes(view.tags.upos[from - 1] ?? '') && !view.nameAt(from - 1)) from--
  const metric = metricOf(view, { head, from, to: head + 1 })
  if (!metric) return
  const around = view.clauseAt(head)
  const clause = around && SHARED.has(around.lemma) ? around : undefined
  const owner = clause?.subjects[0] && view.mentionAt(clause.subjects[0].head)
  const own = owner ? { ...metric, of: { entity: owner.entity } } : metric
  yield fact(view, own, amount, head, { from, to: amount.to }, clause, 'of-amount', 0.75)
}

/** *the $90-million contract*, *20 percent tariff*. */
function* beforeNoun(view: View, amount: Valued): Generator<Proposal> {
  if (amount.value.type !== 'money') return
  let head = amount.to
  while (
    ['ADJ', 'NOUN'].includes(view.tags.upos[head] ?? '') &&
    ['ADJ', 'NOUN'].includes(view.tags.upos[head + 1] ?? '')
  )
    head++
  if (!FIGURE_NOUN.test(view.tokens.lower(head)) || head >= view.sentenceAt(amount.from).to || head - amount.to > 3)
    return
  const phrase: Pick<Phrase, 'head' | 'from' | 'to'> = { head, from: amount.to, to: head + 1 }
  const metric = metricOf(view, phrase)
  if (
    metric &&
    (determiner(view, amount.from - 1) ||
      possessive(view, amount.from - 1) ||
      amount.from === view.sentenceAt(amount.from).from)
  ) {
    yield fact(view, metric, amount, head, phrase, undefined, 'before-noun', 0.7)
  }
}

const QUAKE = /^(?:earth)?quakes?$|^tremors?$|^aftershocks?$/

/** *a magnitude 5.9 quake*, *a 6.1-magnitude earthquake*. */
function* ofQuake(view: View, { value, from, to }: Valued): Generator<Proposal> {
  const inside =
    view.tokens.lower(from) === 'magnitude' ? from : view.tokens.lower(to - 1) === 'magnitude' ? to - 1 : -1
  if (inside === -1 || !QUAKE.test(view.tokens.lower(to))) return
  yield {
    type: 'metric.level',
    arguments: args({ metric: { span: view.span(inside, inside + 1) }, amount: { value } }),
    at: to,
    modality: 'asserted',
    polarity: 'positive',
    evidence: view.span(from, to + 1),
    confidence: 0.85,
    pattern: 'quake',
  }
}

export default factRule({
  name: 'metric-level',
  about:
    'A figure stands at an amount: *unemployment was 5 percent*, *volume has topped 100 million yuan*, *a fine of $500*.',
  types: ['metric.level'],

  *find(view) {
    for (const clause of view.clauses) {
      yield* byClause(view, clause)
      yield* counted(view, clause)
    }
    for (const valued of view.values) {
      if (!(FIGURES as readonly string[]).includes(valued.value.type)) continue
      yield* ofAmount(view, valued)
      yield* ofQuake(view, valued)
      yield* beforeNoun(view, valued)
    }
  },

  examples: [
    [
      'The unemployment rate was 5 percent in 2019.',
      { metric: 'unemployment rate', amount: '5 percent', period: '2019' },
    ],
    ['Nokia’s daily sales have topped $100 million.', { metric: 'daily sales', amount: '$100 million', of: 'Nokia' }],
    ['A magnitude 5.9 quake hit Kenya.', { metric: 'magnitude', amount: 'magnitude 5.9' }],
    ['She paid a fine of $500.', { metric: 'fine', amount: '$500' }],
  ],
  not: ['The tax was one reason.', 'John Smith was 5 percent behind Anne Brown.'],
})
