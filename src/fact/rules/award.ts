import { factRule, type Proposal } from '../fact-rule.ts'
import { agent, framed, frames, object, patient, verbs } from '../frame.ts'
import type { View } from '../view.ts'

const WHO = ['person', 'organization', 'group', 'place'] as const

const FRAMES = frames([
  {
    verbs: verbs('win, receive, bag, scoop, clinch, earn'),
    roles: { recipient: agent(...WHO), award: object('words', 'product', 'event') },
    confidence: 0.8,
  },
  {
    verbs: verbs('award'),
    voice: 'passive',
    roles: { recipient: patient(...WHO), award: object('words', 'product') },
    confidence: 0.8,
  },
])

/** Head words of what is won for merit; a match or a seat is no award. */
const AWARD = new Set([
  'award',
  'prize',
  'medal',
  'gold',
  'silver',
  'bronze',
  'trophy',
  'title',
  'honour',
  'honor',
  'oscar',
  'grammy',
  'scholarship',
  'cup',
])

const honours = (view: View, proposal: Proposal): boolean =>
  proposal.arguments.some(({ role, filler }) => {
    if (role !== 'award') return false
    const text =
      'span' in filler
        ? view.tokens.source.slice(filler.span.start, filler.span.end)
        : 'entity' in filler
          ? filler.entity.name
          : ''
    return text
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => AWARD.has(word.replace(/s$/, '')))
  })

export default factRule({
  name: 'award',
  about: 'Somebody wins a prize, a medal or a title.',
  types: ['event.award'],

  *find(view) {
    for (const found of framed(view, 'event.award', FRAMES)) if (honours(view, found)) yield found
  },

  examples: [['John Smith won a gold medal in Tokyo.', { recipient: 'John Smith', award: 'gold medal' }]],
  not: ['John Smith won the election.'],
})
