import { directionOf } from '../directions.ts'
import { args, factRule, type Proposal } from '../fact-rule.ts'
import { basisOf, metricOf, metricsOf, periodOf } from '../metric.ts'
import type { View } from '../view.ts'

const NOUNS: Readonly<Record<string, string>> = {
  rise: 'up',
  increase: 'up',
  growth: 'up',
  gain: 'up',
  jump: 'up',
  surge: 'up',
  hike: 'up',
  expansion: 'up',
  uptick: 'up',
  spike: 'up',
  fall: 'down',
  drop: 'down',
  decline: 'down',
  decrease: 'down',
  cut: 'down',
  reduction: 'down',
  slump: 'down',
  loss: 'down',
  contraction: 'down',
  plunge: 'down',
  dip: 'down',
}
/** Verbs that only tell that a change came about: the noun behind them tells which. */
const UNDERGO: ReadonlySet<string> = new Set(
  'see suffer experience record post register report undergo enjoy witness show'.split(' '),
)

/** *Peru saw a surge of violence*, *prices suffered a sharp drop*. */
function* undergone(view: View): Generator<Proposal> {
  for (const clause of view.clauses) {
    if (!UNDERGO.has(clause.lemma) || clause.kind !== 'verb' || clause.voice === 'passive') continue
    const [object] = clause.objects
    const noun = object ? view.tags.lemma[object.head]! : ''
    // a loss, a cut and a gain are things of their own
    const direction = ['loss', 'cut', 'gain', 'hike', 'reduction'].includes(noun) ? undefined : NOUNS[noun]
    if (!object || direction === undefined || clause.objects.length > 1) continue
    const amount = view.valueIn(object, 'percent', 'money')
    const inside = ['in', 'of'].includes(view.tokens.lower(object.head + 1)) && !view.valueAt(object.head + 2)
    // a 12 percent rise in sales is told without the verb
    if (inside && amount) continue
    const end = object.wide.to
    const [found] = inside
      ? [metricOf(view, { head: lastNoun(view, object.head + 2, end), from: object.head + 2, to: end })]
      : metricsOf(view, clause)
    const [subject] = clause.subjects
    const owner = inside && subject ? view.mentionAt(subject.head, 'organization', 'place') : undefined
    if (!found) continue
    const basis = basisOf(view.words(clause.from, clause.to))
    yield {
      type: 'metric.change',
      arguments: args({
        metric: found.metric,
        amount: amount && { value: amount.value },
        of: found.of ?? (owner && { entity: owner.entity }),
        period: periodOf(view, clause),
      }),
      attributes: { direction, ...(basis && { basis }) },
      at: clause.head,
      evidence: view.span(clause.from, clause.to),
      confidence: 0.75,
      pattern: 'undergone',
    }
  }
}

/** The last noun before a preposition, from token `from`. */
function lastNoun(view: View, from: number, to: number): number {
  let head = from
  for (let i = from; i < to && view.tags.upos[i] !== 'ADP'; i++) if (view.tags.upos[i] === 'NOUN') head = i
  return head
}

/** *…, up 8 percent*, *down 2.1% from 170.83 million bags*, *62.3% more than …*: of the subject of the clause before. */
function* byAdverb(view: View): Generator<Proposal> {
  for (const { value, from, to } of view.values) {
    if (value.type !== 'percent') continue
    const before = view.tokens.lower(from - 1)
    const after = view.tokens.lower(to)
    const direction =
      before === 'up' || before === 'down'
        ? before
        : ['more', 'higher'].includes(after)
          ? 'up'
          : ['less', 'lower', 'fewer'].includes(after)
            ? 'down'
            : undefined
    if (direction === undefined) continue
    const sentence = view.sentenceAt(from)
    const clause = view
      .clausesIn(sentence.from, from)
      .findLast((one) => one.subjects.length > 0 || one.group.from > sentence.from)
    const metric = clause && metricsOf(view, clause)[0]
    if (!clause || !metric || directionOf(clause.lemma) !== undefined) continue
    const basis = basisOf(view.words(from, sentence.to))
    const source = view.tokens.lower(to) === 'from' ? view.valueAt(to + 1, 'quantity', 'money', 'percent') : undefined
    const level = view
      .valuesIn(clause.head + 1, from)
      .find((one) => ['money', 'quantity', 'percent'].includes(one.value.type))
    yield {
      type: 'metric.change',
      arguments: args({
        metric: metric.metric,
        amount: { value },
        from: source && { value: source.value },
        to: level && { value: level.value },
        of: metric.of,
        period: periodOf(view, clause),
      }),
      attributes: { direction, ...(basis && { basis }) },
      at: clause.head,
      evidence: view.span(Math.min(clause.from, from), to),
      confidence: 0.75,
      pattern: 'adverb',
    }
  }
}

/** *a 12 percent rise in sales*, *growth of 5 percent*. */
function* byNoun(view: View): Generator<Proposal> {
  for (const { value, from, to } of view.values) {
    if (value.type !== 'percent') continue
    const noun = view.tokens.lower(to)
    const direction = NOUNS[noun]
    if (direction === undefined || view.tokens.lower(to + 1) !== 'in') continue
    const sentence = view.sentenceAt(from)
    let end = to + 2
    while (end < sentence.to && ['NOUN', 'ADJ', 'PROPN', 'DET', 'PRON', 'PART'].includes(view.tags.upos[end] ?? ''))
      end++
    if (end === to + 2) continue
    const metric = metricOf(view, { head: end - 1, from: to + 2, to: end })
    if (!metric) continue
    const basis = basisOf(view.words(sentence.from, sentence.to))
    yield {
      type: 'metric.change',
      arguments: args({ metric: metric.metric, amount: { value }, of: metric.of }),
      attributes: { direction, ...(basis && { basis }) },
      at: from,
      evidence: view.span(from, end),
      confidence: 0.8,
      pattern: 'noun',
    }
  }
}

export default factRule({
  name: 'metric-comparison',
  about: 'A figure rises or falls, told without its verb: *a 12 percent rise in sales*, *…, up 8 percent*.',
  types: ['metric.change'],

  *find(view) {
    yield* byNoun(view)
    yield* undergone(view)
    yield* byAdverb(view)
  },

  examples: [
    ['The report showed a 12 percent rise in sales.', { metric: 'sales', amount: '12 percent', '@direction': 'up' }],
    ['Kenya saw a surge of violence.', { metric: 'violence', of: 'Kenya', '@direction': 'up' }],
    ['Prices suffered a sharp drop in 2010.', { metric: 'Prices', period: '2010', '@direction': 'down' }],
    [
      'The exports reached $5 million, up 8 percent from last year.',
      { metric: 'exports', amount: '8 percent', '@direction': 'up' },
    ],
  ],
  not: ['He gave up 8 percent of the shares.'],
})
