import { args, factRule, type Proposal } from '../fact-rule.ts'
import { behind, framed, frames, object, subject, verbs } from '../frame.ts'
import { determiner } from '../phrase.ts'
import type { View } from '../view.ts'
import { watchWords } from '../watch.ts'

const FRAMES = frames([
  {
    verbs: verbs('join, leave'),
    roles: { member: subject('person', 'organization', 'place'), group: object('organization') },
    confidence: 0.75,
  },
  {
    verbs: verbs('work, play, serve, teach, sign, coach, sit'),
    roles: { member: subject('person'), group: behind('for|at|with|in|on', 'organization') },
    confidence: 0.75,
  },
  { verbs: verbs('represent'), roles: { member: subject('person'), group: object('organization') }, confidence: 0.6 },
])

const MEMBER = watchWords('member', 'members')

/** *a member of the Socialist Party*, *a Labour Party politician*. */
function* nominal(view: View): Generator<Proposal> {
  for (const i of view.spots(MEMBER)) {
    if (view.tokens.lower(i + 1) !== 'of') continue
    let at = i + 2
    if (determiner(view, at)) at++
    const group = view.nameAt(at)
    const around = view.clauseAt(i)
    const clause = around?.kind === 'copula' && around.predicate?.head === i ? around : undefined
    const member = clause?.subjects[0] ? view.mentionAt(clause.subjects[0].head) : nameBefore(view, i)
    if (group?.entity.type !== 'organization' || !member || member.entity === group.entity) continue
    yield {
      type: 'org.member_of',
      arguments: args({ member: { entity: member.entity }, group: { entity: group.entity } }),
      at: i,
      evidence: view.span(Math.min(member.from, i), group.to),
      confidence: 0.8,
      pattern: 'member-of',
    }
  }
}

/** The name before a comma and an article: *John Smith, a member*. */
function nameBefore(view: View, i: number) {
  let at = i - 1
  while (determiner(view, at) || ['ADJ', 'NOUN'].includes(view.tags.upos[at] ?? '')) at--
  return view.tokens.text(at) === ',' ? view.nameAt(at - 1) : undefined
}

export default factRule({
  name: 'membership',
  about: 'Who belongs to an organization: members, players, employees without a title.',
  types: ['org.member_of'],

  *find(view) {
    yield* framed(view, 'org.member_of', FRAMES, 'verb')
    yield* nominal(view)
  },

  examples: [
    ['John Smith joined Microsoft in 2010.', { member: 'John Smith', group: 'Microsoft' }],
    ['Norway is a member of the World Health Organization.', { member: 'Norway', group: 'World Health Organization' }],
  ],
  not: ['John Smith worked hard.'],
})
