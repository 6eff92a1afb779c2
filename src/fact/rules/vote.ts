import { factRule, type Proposal } from '../fact-rule.ts'
import { agent, behind, framed, frames, object, patient, verbs } from '../frame.ts'
import type { View } from '../view.ts'

const BILL = ['product', 'words'] as const
const BODY = agent('organization', 'place', 'words')

const PASSED = frames([
  {
    verbs: verbs('pass, approve, adopt, ratify'),
    roles: { subject: patient(...BILL), body: BODY, count: behind('by|with', 'quantity') },
    attributes: { outcome: 'passed' },
  },
  {
    verbs: verbs('reject, defeat, vote down'),
    roles: { subject: patient(...BILL), body: BODY, count: behind('by|with', 'quantity') },
    attributes: { outcome: 'rejected' },
  },
])
const WON = frames([
  {
    verbs: verbs('win'),
    roles: {
      subject: agent('person', 'organization'),
      contest: object('words', 'event'),
      count: behind('with|by', 'percent', 'quantity'),
    },
    attributes: { outcome: 'won' },
  },
  {
    verbs: verbs('lose'),
    roles: {
      subject: agent('person', 'organization'),
      contest: object('words', 'event'),
      count: behind('with|by', 'percent', 'quantity'),
    },
    attributes: { outcome: 'lost' },
  },
])

const LAW =
  /\b(?:bills?|laws?|acts?|resolutions?|motions?|amendments?|budgets?|referendum|legislation|treaty|decree|constitution|reforms?)$/i
const CONTEST =
  /\b(?:elections?|votes?|seats?|polls?|presidency|referendum|primary|runoff|run-off|ballot|majority|mayoralty)\b/i

const says = (view: View, proposal: Proposal, role: string, pattern: RegExp): boolean =>
  proposal.arguments.some(({ role: own, filler }) => {
    if (own !== role) return false
    if ('entity' in filler) return pattern.test(filler.entity.name)
    return 'span' in filler && pattern.test(view.tokens.source.slice(filler.span.start, filler.span.end))
  })

export default factRule({
  name: 'vote',
  about: 'An election is won or lost, a bill passed or rejected.',
  types: ['event.vote'],

  *find(view) {
    for (const found of framed(view, 'event.vote', PASSED)) if (says(view, found, 'subject', LAW)) yield found
    for (const found of framed(view, 'event.vote', WON)) {
      if (says(view, found, 'contest', CONTEST))
        yield { ...found, arguments: found.arguments.filter(({ role }) => role !== 'contest') }
    }
  },

  examples: [
    ['Parliament passed the budget bill on Tuesday.', { subject: 'budget bill', '@outcome': 'passed' }],
    ['John Smith won the election in Kenya.', { subject: 'John Smith', '@outcome': 'won' }],
  ],
  not: ['John Smith won a medal.', 'The storm passed.'],
})
