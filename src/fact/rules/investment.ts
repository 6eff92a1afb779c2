import { factRule } from '../fact-rule.ts'
import { agent, behind, framed, frames, object, patient, verbs } from '../frame.ts'

const WHO = ['organization', 'person', 'place'] as const
const GIVER = agent(...WHO, 'words')

const FRAMES = frames([
  {
    verbs: verbs('invest, pour, pump, inject'),
    roles: {
      investor: agent(...WHO, 'words'),
      amount: [object('money'), behind('', 'money')],
      recipient: behind('in|into', ...WHO),
      project: behind('in|into', 'words'),
    },
    confidence: 0.8,
  },
  {
    verbs: verbs('fund, finance, sponsor, bankroll'),
    roles: {
      investor: GIVER,
      recipient: patient(...WHO),
      project: patient('words', 'product', 'event'),
      amount: behind('with', 'money'),
    },
    confidence: 0.8,
  },
  {
    verbs: verbs('donate, lend, grant, allocate, earmark, pledge, contribute'),
    roles: {
      investor: GIVER,
      amount: object('money'),
      recipient: behind('to', ...WHO),
      project: behind('to|for|towards', 'words'),
    },
  },
])

export default factRule({
  name: 'investment',
  about: 'Money put into something: investment, funding, loans, grants, aid.',
  types: ['event.investment'],

  *find(view) {
    for (const found of framed(view, 'event.investment', FRAMES)) {
      // contributed to peace: without a sum nothing is invested
      const vague = view.clauseAt(found.at)?.lemma === 'contribute'
      if (!vague || found.arguments.some(({ role }) => role === 'amount')) yield found
    }
  },

  examples: [
    ['Microsoft invested $2 billion in Nokia.', { investor: 'Microsoft', recipient: 'Nokia', amount: '$2 billion' }],
    ['Microsoft financed the new railway.', { investor: 'Microsoft', project: 'new railway' }],
  ],
  not: ['Microsoft invested.', 'Microsoft contributed to peace.'],
})
