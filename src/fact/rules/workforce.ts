import { factRule } from '../fact-rule.ts'
import { agent, framed, frames, object, patient, verbs } from '../frame.ts'

const FRAMES = frames([
  {
    verbs: verbs('lay off, cut, fire, shed, axe, slash, dismiss'),
    roles: { organization: agent('organization'), count: patient('quantity') },
    attributes: { change: 'cut' },
  },
  {
    verbs: verbs('hire, recruit, employ'),
    roles: { organization: agent('organization'), count: object('quantity') },
    attributes: { change: 'hired' },
  },
])
const STAFF = /^(?:job|worker|employee|staff|position|people|person|post|driver|pilot|teacher|nurse|miner|engineer)/

export default factRule({
  name: 'workforce',
  about: 'An organization hires people or cuts jobs.',
  types: ['event.workforce'],

  *find(view) {
    for (const found of framed(view, 'event.workforce', FRAMES)) {
      const count = found.arguments.find(({ role }) => role === 'count')?.filler
      if (count && 'value' in count && STAFF.test(count.value.unit ?? '')) yield found
    }
  },

  examples: [
    [
      'Microsoft will cut 5,000 jobs.',
      { organization: 'Microsoft', count: '5,000 jobs', '@change': 'cut', '@modality': 'planned' },
    ],
  ],
  not: ['Microsoft cut 5 percent of costs.'],
})
