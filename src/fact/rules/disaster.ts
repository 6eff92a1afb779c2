import { isDisaster } from '../disasters.ts'
import { args, factRule } from '../fact-rule.ts'
import { first } from '../lookup.ts'
import { whenOf } from '../when.ts'

const HAPPEN = new Set([
  'hit',
  'strike',
  'break out',
  'occur',
  'happen',
  'erupt',
  'take place',
  'rock',
  'devastate',
  'batter',
  'destroy',
  'sweep',
  'sweep through',
  'kill',
  'injure',
  'ravage',
  'damage',
  'gut',
])

export default factRule({
  name: 'disaster',
  about: 'An accident, a storm, a quake, a fire or an outbreak that happened.',
  types: ['event.disaster'],

  *find(view) {
    for (const clause of view.clauses) {
      if (clause.kind !== 'verb' || !HAPPEN.has(clause.lemma)) continue
      for (const phrase of [...clause.subjects, ...clause.agents]) {
        if (!isDisaster(view.tokens.lower(phrase.head))) continue
        const patient = first(view.patients(clause))
        const hit = patient && view.mentionAt(patient.head, 'place')
        yield {
          type: 'event.disaster',
          arguments: args({
            disaster: view.fill(phrase),
            place: hit ? { entity: hit.entity } : view.where(clause),
            date: whenOf(view, clause),
          }),
          at: clause.head,
          evidence: view.span(clause.from, clause.to),
          confidence: 0.75,
        }
      }
    }
  },

  examples: [['A fire broke out in Lisbon on Friday.', { disaster: 'A fire', place: 'Lisbon', date: 'Friday' }]],
  not: ['The new law took effect on Friday.'],
})
