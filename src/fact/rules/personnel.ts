import { factRule } from '../fact-rule.ts'
import { agent, behind, framed, frames, object, patient, verbs } from '../frame.ts'

const SEAT = { organization: behind('of|at|from|in|by|to', 'organization'), place: behind('of|in', 'place') }

const FRAMES = frames([
  {
    verbs: verbs('appoint, name, nominate, hire, promote, install'),
    roles: { person: patient('person'), title: behind('as|to', 'words'), ...SEAT },
    attributes: { change: 'appointed' },
    confidence: 0.8,
  },
  {
    verbs: verbs('elect, reelect, re-elect'),
    roles: { person: patient('person'), title: behind('as|to', 'words'), ...SEAT },
    attributes: { change: 'elected' },
  },
  {
    verbs: verbs('resign, step down, quit, step aside'),
    roles: {
      person: agent('person'),
      title: [object('words'), behind('as|from', 'words')],
      organization: [object('organization'), behind('from|at|of', 'organization')],
    },
    attributes: { change: 'resigned' },
    confidence: 0.8,
  },
  {
    verbs: verbs('dismiss, fire, sack, oust, remove, depose'),
    roles: { person: patient('person'), title: behind('as|from', 'words'), ...SEAT },
    attributes: { change: 'dismissed' },
  },
  {
    verbs: ['retire'],
    roles: { person: agent('person'), title: behind('as', 'words'), organization: behind('from', 'organization') },
    attributes: { change: 'retired' },
  },
  {
    verbs: verbs('replace, succeed'),
    roles: { person: patient('person'), title: behind('as', 'words'), organization: behind('at|of', 'organization') },
    attributes: { change: 'replaced' },
  },
  {
    verbs: verbs('join'),
    roles: { person: agent('person'), organization: object('organization'), title: behind('as', 'words') },
    attributes: { change: 'appointed' },
    confidence: 0.7,
  },
])

export default factRule({
  name: 'personnel',
  about: 'Somebody takes up a post or leaves it.',
  types: ['event.personnel'],
  find: (view) => framed(view, 'event.personnel', FRAMES),
  examples: [
    [
      'Microsoft appointed Jane Roe as finance director.',
      { person: 'Jane Roe', title: 'finance director', '@change': 'appointed' },
    ],
    ['John Smith resigned as chairman.', { person: 'John Smith', title: 'chairman', '@change': 'resigned' }],
  ],
  not: ['John Smith resigned himself to waiting.'],
})
