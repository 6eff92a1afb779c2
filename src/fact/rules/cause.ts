import type { Clause } from '../../doc/clause.ts'
import { args, factRule } from '../fact-rule.ts'
import type { Filler } from '../filler.ts'
import type { View } from '../view.ts'

const BECAUSE = new Set(['because', 'since'])
const DUE = ['because of', 'due to', 'owing to', 'thanks to', 'as a result of', 'on account of']
const BRING = new Set(['cause', 'lead to', 'trigger', 'prompt', 'spark', 'bring about', 'drive', 'fuel'])
/** Of these the effect stands behind a preposition. */
const BRING_WITH: ReadonlyMap<string, string> = new Map(Object.entries({ lead: 'to', result: 'in', contribute: 'to' }))
const TRACE = new Set(['attribute', 'blame', 'ascribe'])

/** The clause's own words without those of the one that hangs on it. */
function without(view: View, clause: Clause, inner: { from: number; to: number }): Filler | undefined {
  if (inner.from > clause.from && inner.from > clause.head) return trimmed(view, clause.from, inner.from)
  if (inner.to < clause.to) return trimmed(view, inner.to, clause.to)
  return undefined
}

function trimmed(view: View, from: number, to: number): Filler | undefined {
  while (from < to && view.tags.upos[from] === 'PUNCT') from++
  while (to > from && view.tags.upos[to - 1] === 'PUNCT') to--
  return from < to ? { span: view.span(from, to) } : undefined
}

export default factRule({
  name: 'cause',
  about: 'One thing brings about another: *because*, *due to*, *led to*, *attributed to*.',
  types: ['cause'],

  *find(view) {
    for (const clause of view.clauses) {
      const evidence = view.span(clause.from, clause.to)
      const fact = (cause: Filler | undefined, effect: Filler | undefined, pattern: string, confidence: number) =>
        cause && effect
          ? [
              {
                type: 'cause' as const,
                arguments: args({ cause, effect }),
                at: clause.head,
                evidence,
                confidence,
                pattern,
              },
            ]
          : []

      const parent = view.parentOf(clause)
      if (parent && clause.relation === 'advcl' && BECAUSE.has(clause.marker)) {
        const cause = trimmed(view, clause.from + 1, clause.to)
        const effect = without(view, parent, clause)
        if (cause && effect) {
          yield {
            type: 'cause',
            arguments: args({ cause, effect }),
            at: parent.head,
            evidence: view.span(parent.from, parent.to),
            confidence: 0.8,
            pattern: 'because',
          }
        }
      }
      // of *because of drought and pests* the first phrase reaches to the end
      for (const reason of view.behind(clause, ...DUE).slice(0, 1)) {
        const opening = { from: reason.from - reason.preposition.split(' ').length, to: reason.wide.to }
        yield* fact(view.fill({ ...reason, to: reason.wide.to }), without(view, clause, opening), 'due-to', 0.75)
      }
      const [subject] = clause.subjects
      const preposition = BRING_WITH.get(clause.lemma)
      if ((BRING.has(clause.lemma) || preposition !== undefined) && clause.voice === 'active' && subject) {
        const target = preposition === undefined ? clause.objects[0] : view.behind(clause, preposition)[0]
        if (target && view.tags.upos[subject.head] !== 'PRON' && !view.mentionAt(subject.head, 'person')) {
          yield* fact(
            view.fill({ ...subject, to: subject.to }),
            view.fill({ ...target, to: target.wide.to }),
            'verb',
            0.7,
          )
        }
      }
      if (BRING.has(clause.lemma) && clause.voice === 'passive' && clause.agents[0] && subject) {
        yield* fact(view.fill(clause.agents[0]), view.fill(subject), 'verb', 0.75)
      }
      if (TRACE.has(clause.lemma)) {
        const effect = clause.voice === 'passive' ? subject : clause.objects[0]
        const source = view.behind(clause, 'to', 'on')[0]
        if (effect && source)
          yield* fact(view.fill({ ...source, to: source.wide.to }), view.fill(effect), 'attributed', 0.8)
      }
    }
  },

  examples: [
    ['The match was cancelled because of heavy rain.', { cause: 'heavy rain', effect: 'The match was cancelled' }],
    ['The storm caused heavy damage.', { cause: 'The storm', effect: 'heavy damage' }],
  ],
  not: ['John Smith led the team.'],
})
