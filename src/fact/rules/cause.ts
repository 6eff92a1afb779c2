import type { Clause, Phrase } from '../../doc/clause.ts'
import { args, factRule } from '../fact-rule.ts'
import type { Filler } from '../filler.ts'
import { first } from '../lookup.ts'
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

/** A phrase with those that hang on it. */
const widened = ({ head, from, wide }: Phrase): Pick<Phrase, 'head' | 'from' | 'to'> => ({ head, from, to: wide.to })

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
      const reason = first(view.behind(clause, ...DUE))
      if (reason) {
        const opening = { from: reason.from - reason.preposition.split(' ').length, to: reason.wide.to }
        yield* fact(view.fill(widened(reason)), without(view, clause, opening), 'due-to', 0.75)
      }
      const subject = first(clause.subjects)
      const preposition = BRING_WITH.get(clause.lemma)
      if ((BRING.has(clause.lemma) || preposition !== undefined) && clause.voice === 'active' && subject) {
        const target = first(preposition === undefined ? clause.objects : view.behind(clause, preposition))
        if (target && view.tags.upos[subject.head] !== 'PRON' && !view.mentionAt(subject.head, 'person')) {
          yield* fact(view.fill(subject), view.fill(widened(target)), 'verb', 0.7)
        }
      }
      const agent = first(clause.agents)
      if (BRING.has(clause.lemma) && clause.voice === 'passive' && agent && subject) {
        yield* fact(view.fill(agent), view.fill(subject), 'verb', 0.75)
      }
      if (TRACE.has(clause.lemma)) {
        const effect = clause.voice === 'passive' ? subject : first(clause.objects)
        const source = first(view.behind(clause, 'to', 'on'))
        if (effect && source) yield* fact(view.fill(widened(source)), view.fill(effect), 'attributed', 0.8)
      }
    }
  },

  examples: [
    ['The match was cancelled because of heavy rain.', { cause: 'heavy rain', effect: 'The match was cancelled' }],
    ['The storm caused heavy damage.', { cause: 'The storm', effect: 'heavy damage' }],
  ],
  not: ['John Smith led the team.'],
})
