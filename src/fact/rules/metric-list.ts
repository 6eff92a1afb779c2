import type { Value } from '../../doc/value.ts'
import { args, factRule, type Proposal } from '../fact-rule.ts'
import { type Metric, metricOf, metricsOf } from '../metric.ts'
import type { Mentioned, View } from '../view.ts'

const CHANGE = /^(?:rise|increase|growth|gain|jump|surge|fall|drop|decline|decrease)s?$/

/** The figure that a list in this sentence is about: its subject's, without *the rise in*; else the one before it. */
function figureOf(view: View, sentence: number, before: Metric | undefined): Metric | undefined {
  const { from, to } = view.sentences[sentence]!
  const clause = view.clausesIn(from, to).find((one) => metricsOf(view, one).length > 0)
  const subject = clause?.subjects.find((phrase) => metricOf(view, phrase))
  if (subject && CHANGE.test(view.tokens.lower(subject.head)) && view.tokens.lower(subject.head + 1) === 'in') {
    const inner = metricOf(view, { head: subject.to - 1, from: subject.head + 2, to: subject.to })
    if (inner) return inner
  }
  return (clause && metricsOf(view, clause)[0]) ?? before
}

/** The figures in brackets behind a name: one with a sign (*+8%*), or two (*1,220 to 1,551*). */
function figuresBehind(
  view: View,
  name: Mentioned,
): { one?: Value; from?: Value; to?: Value; end: number } | undefined {
  if (view.tokens.text(name.to) !== '(') return undefined
  let close = name.to + 1
  while (close < view.sentenceAt(name.from).to && view.tokens.text(close) !== ')') close++
  const inside = view
    .valuesIn(name.to + 1, close)
    .filter(({ value }) => ['percent', 'quantity', 'money'].includes(value.type))
  const [first, second] = inside
  if (!first || inside.length > 2) return undefined
  const sign = view.tokens.source.slice(view.tokens.end[name.to], first.value.end).trim()[0] ?? ''
  if (second && ['to', '–', '-'].includes(view.tokens.lower(second.from - 1)))
    return { from: first.value, to: second.value, end: close }
  if (first.value.numberTo !== undefined && / to /.test(first.value.text)) return { one: first.value, end: close }
  return /[+\-−–]/.test(sign) ? { one: first.value, end: close } : undefined
}

const signed = (view: View, value: Value): string => {
  const before = view.tokens.source.slice(Math.max(0, value.start - 1), value.start + 1)
  return /[-−–]/.test(before) ? 'down' : 'up'
}

export default factRule({
  name: 'metric-list',
  about: 'Figures listed in brackets behind names: *Nicaragua (+8%)*, *Cases in Lima (1,220 to 1,551)*.',
  types: ['metric.change'],

  *find(view) {
    let figure: Metric | undefined
    let next = 0
    for (const index of view.sentences.keys()) {
      const { from, to } = view.sentences[index]!
      const listed = view.namesIn(from, to).filter((name) => figuresBehind(view, name))
      if (listed.length === 0) continue
      for (; next <= index; next++) figure = figureOf(view, next, figure)
      if (!figure) continue
      for (const name of listed) {
        const found = figuresBehind(view, name)!
        const { one, from: start, to: end } = found
        const direction = one ? signed(view, one) : (end?.number ?? 0) >= (start?.number ?? 0) ? 'up' : 'down'
        const proposal: Proposal = {
          type: 'metric.change',
          arguments: args({
            metric: figure.metric,
            amount: one && { value: one },
            from: start && { value: start },
            to: end && { value: end },
            of: { entity: name.entity },
          }),
          attributes: { direction },
          at: name.from,
          modality: 'asserted',
          polarity: 'positive',
          tense: 'past',
          evidence: view.span(name.from, Math.min(found.end + 1, to)),
          confidence: 0.7,
        }
        yield proposal
      }
    }
  },

  examples: [
    [
      'Sales rose in Kenya (+8%) and Norway (-3%).',
      { metric: 'Sales', of: 'Kenya', amount: '+8%', '@direction': 'up' },
      { of: 'Norway', '@direction': 'down' },
    ],
  ],
  not: ['John Smith (42) met Anne Brown.'],
})
