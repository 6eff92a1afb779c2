import { args, factRule } from '../fact-rule.ts'
import { modifier } from '../phrase.ts'
import type { Mentioned, View } from '../view.ts'

/** The nationality in front of token `head` in its noun phrase: *a retired American attorney*. */
function nationality(view: View, from: number, head: number): Mentioned | undefined {
  for (let i = head - 1; i >= from; i--) {
    const found = view.nameAt(i)
    if (found) return found.entity.type === 'group' ? found : undefined
  }
  return undefined
}

export default factRule({
  name: 'citizenship',
  about: 'Somebody’s nationality: *is a French mathematician*, *Swedish businessman Christer Berg*.',
  types: ['person.citizen_of'],

  *find(view) {
    const fact = (person: Mentioned, group: Mentioned, pattern: string, confidence: number) => ({
      type: 'person.citizen_of' as const,
      arguments: args({ person: { entity: person.entity }, place: { entity: group.entity } }),
      at: group.from,
      modality: 'asserted' as const,
      polarity: 'positive' as const,
      evidence: view.span(Math.min(person.from, group.from), Math.max(person.to, group.to)),
      confidence,
      pattern,
    })
    for (const clause of view.clauses) {
      const { predicate } = clause
      const person =
        clause.kind === 'copula' && clause.subjects[0] ? view.mentionAt(clause.subjects[0].head, 'person') : undefined
      const group = person && predicate && nationality(view, predicate.from, predicate.head)
      if (person && group) yield fact(person, group, 'copula', 0.85)
    }
    for (const name of view.names) {
      if (name.entity.type !== 'person') continue
      let from = name.from
      while (from > 0 && modifier(view, from - 1) && !view.nameAt(from - 1)) from--
      const group = view.nameAt(from - 1)
      if (group?.entity.type === 'group' && name.from - from > 0 && name.from - from < 5)
        yield fact(name, group, 'before-name', 0.8)
    }
  },

  examples: [
    ['John Smith is a Canadian writer.', { person: 'John Smith', place: 'Canadian' }],
    ['They hired French engineer Anne Martin.', { person: 'Anne Martin', place: 'French' }],
  ],
  not: ['The Canadian team met John Smith.'],
})
