import { factRule } from '../fact-rule.ts'
import { agent, behind, framed, frames, object, patient, verbs } from '../frame.ts'

const WHO = ['organization', 'person', 'place'] as const
const FRAMES = frames([
  {
    verbs: verbs('sell, export, supply, ship'),
    roles: {
      seller: agent(...WHO),
      goods: patient('words', 'product'),
      buyer: behind('to', ...WHO),
      amount: behind('for|at', 'money'),
    },
  },
  {
    verbs: verbs('import, order'),
    roles: {
      buyer: agent(...WHO),
      goods: patient('words', 'product'),
      seller: behind('from', ...WHO),
      amount: behind('for|at', 'money'),
    },
  },
  {
    verbs: verbs('buy, purchase'),
    roles: {
      buyer: agent(...WHO),
      goods: patient('words'),
      seller: behind('from', ...WHO),
      amount: behind('for|at', 'money'),
    },
    confidence: 0.65,
  },
  {
    verbs: verbs('spend'),
    roles: { buyer: agent(...WHO), amount: object('money'), goods: behind('on', 'words', 'product') },
    confidence: 0.6,
  },
])

export default factRule({
  name: 'trade',
  about: 'Goods or services are sold, ordered, imported or exported.',
  types: ['event.trade'],

  *find(view) {
    for (const found of framed(view, 'event.trade', FRAMES))
      if (found.arguments.some(({ role }) => role === 'goods')) yield found
  },

  examples: [['Microsoft sold phones to Vodafone.', { seller: 'Microsoft', goods: 'phones', buyer: 'Vodafone' }]],
  not: ['The book sold well.'],
})
