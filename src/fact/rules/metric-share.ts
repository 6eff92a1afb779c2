import { args, factRule } from '../fact-rule.ts'
import { metricOf, periodOf, phraseBefore } from '../metric.ts'
import type { View } from '../view.ts'

const MAKE_UP = new Set(['account', 'account for', 'make up', 'represent', 'constitute', 'comprise', 'form'])

/** Over a relative pronoun that the parse has not resolved: *the industry, which accounted for …*. */
function nounBefore(view: View, i: number) {
  let to = i
  while (['which', 'that', 'who', ','].includes(view.tokens.lower(to - 1))) to--
  return phraseBefore(view, to)
}

export default factRule({
  name: 'metric-share',
  about: 'A part makes up so much of a whole: *services accounted for nearly 70 percent of output*.',
  types: ['metric.share'],

  *find(view) {
    for (const clause of view.clauses) {
      if (!MAKE_UP.has(clause.lemma)) continue
      const phrases = [...clause.objects, ...view.behind(clause, 'for')]
      const phrase = phrases.find((one) => view.valueIn(one, 'percent', 'ratio'))
      const amount = phrase && view.valueIn(phrase, 'percent', 'ratio')
      const part =
        clause.subjects.find(({ head }) => view.tags.upos[head] !== 'PRON') ?? nounBefore(view, clause.group.from)
      if (!amount || !part) {
        view.declined?.(clause.head, amount ? 'nobody tells what the share is of' : 'no percentage stands beside it')
        continue
      }
      // the whole stands behind "of": nearly 70 percent of its economic output
      let whole: ReturnType<typeof view.fill> | undefined
      if (view.tokens.lower(amount.to) === 'of') {
        let end = amount.to + 1
        while (
          end < view.sentenceAt(amount.to).to &&
          !view.valueAt(end, 'date') &&
          ['NOUN', 'ADJ', 'PROPN', 'DET', 'PRON', 'PART', 'NUM'].includes(view.tags.upos[end] ?? '')
        )
          end++
        if (end > amount.to + 1) whole = view.fill({ head: end - 1, from: amount.to + 1, to: end })
      }
      const split = metricOf(view, part)
      yield {
        type: 'metric.share',
        arguments: args({
          part: split?.metric ?? view.fill(part),
          amount: { value: amount.value },
          whole,
          period: periodOf(view, clause),
        }),
        at: clause.head,
        evidence: view.span(clause.from, clause.to),
        confidence: 0.85,
      }
    }
  },

  examples: [
    [
      'Services accounted for nearly 70 percent of economic output last year.',
      { part: 'Services', amount: 'nearly 70 percent', whole: 'economic output' },
    ],
  ],
  not: ['He accounted for his absence.'],
})
