import { factRule } from '../fact-rule.ts'
import { agent, behind, framed, frames, object, verbs } from '../frame.ts'

const WHO = ['person', 'organization', 'place', 'group'] as const

const FRAMES = frames([
  {
    verbs: verbs('meet'),
    roles: {
      participant: agent('person', 'organization'),
      other: [object('person', 'organization'), behind('with', ...WHO, 'words')],
    },
    confidence: 0.75,
  },
  {
    verbs: verbs('visit, host, welcome'),
    roles: {
      participant: agent('person', 'organization'),
      other: object('person', 'organization'),
      place: object('place'),
    },
    confidence: 0.75,
  },
  {
    verbs: verbs('receive'),
    roles: { participant: agent('person', 'organization'), other: object('person') },
    confidence: 0.75,
  },
  {
    verbs: verbs('talk, speak, confer, hold talks'),
    roles: { participant: agent('person', 'organization'), other: behind('with|to', ...WHO) },
    confidence: 0.7,
  },
  {
    verbs: verbs('travel, arrive, fly'),
    roles: { participant: agent('person'), place: behind('to|in', 'place') },
    confidence: 0.65,
  },
])

export default factRule({
  name: 'meeting',
  about: 'People meet, talk, or visit a place.',
  types: ['event.meeting'],

  *find(view) {
    for (const found of framed(view, 'event.meeting', FRAMES)) {
      // the Acme plant: the name only tells which thing is met
      const other = view.clauseAt(found.at)?.objects[0]
      const name = other && view.nameAt(other.head)
      if (name && view.tags.upos[name.to] === 'NOUN' && view.tokens.spaced(name.to)) continue
      // the one met is a participant like the one who meets
      yield {
        ...found,
        arguments: found.arguments.map(({ role, filler }) => ({
          role: role === 'other' ? 'participant' : role,
          filler,
        })),
      }
    }
  },

  examples: [
    ['John Smith met Anne Brown in Paris.', { participant: 'John Smith', place: 'Paris' }],
    ['John Smith met with senior officials.', { participant: 'senior officials' }],
    ['John Smith visited Kenya.', { participant: 'John Smith', place: 'Kenya' }],
  ],
  not: ['The targets were met.', 'Microsoft received World Bank approval.'],
})
