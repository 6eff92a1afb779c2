import { args, factRule, type Proposal } from '../fact-rule.ts'
import { agent, behind, framed, frames, patient, verbs } from '../frame.ts'
import { possessive } from '../phrase.ts'
import type { Mentioned, View } from '../view.ts'
import { watchWords } from '../watch.ts'
import { whenNamed } from '../when.ts'

const BUYER = agent('organization', 'person')
const TERMS = { seller: behind('from', 'organization', 'person', 'place'), amount: behind('for|at|in', 'money') }

const FRAMES = frames([
  {
    verbs: verbs('acquire, buy, purchase, take over, buy out, snap up'),
    roles: { buyer: BUYER, target: patient('organization', 'product'), ...TERMS },
    confidence: 0.8,
  },
  { verbs: ['merge'], roles: { buyer: BUYER, target: behind('with|into', 'organization'), ...TERMS } },
])

const NOUN = watchWords('acquisition', 'takeover', 'purchase', 'buyout')

/** *the £63 million acquisition of Newport by Nexperia*, *Nexperia's takeover of Newport*. */
function* nominal(view: View): Generator<Proposal> {
  for (const i of view.spots(NOUN)) {
    const { from: start, to: end } = view.sentenceAt(i)
    const target = nameBehind(view, i, end, 'of')
    let at = i - 1
    while (at > start && view.tags.upos[at] === 'ADJ') at--
    const buyer =
      (target && nameBehind(view, target.to - 1, end, 'by')) ??
      (possessive(view, at)
        ? view.mentionAt(at - 1, 'organization', 'person')
        : view.mentionAt(at, 'organization', 'person'))
    if (!target || !buyer || target.entity === buyer.entity) continue
    const money = view.valuesIn(i - 12, i).find(({ value, to }) => value.type === 'money' && to >= i - 6)
    yield {
      type: 'event.acquisition',
      arguments: args({
        buyer: { entity: buyer.entity },
        target: { entity: target.entity },
        amount: money && { value: money.value },
        date: whenNamed(view, i),
      }),
      at: i,
      evidence: view.span(Math.min(i, buyer.from), Math.max(target.to, buyer.to)),
      confidence: 0.75,
      pattern: 'noun',
    }
  }
}

/** The organization or product behind a preposition that stands within a few words of token `i`. */
function nameBehind(view: View, i: number, end: number, preposition: string): Mentioned | undefined {
  for (let at = i + 1; at < Math.min(end, i + 5); at++) {
    if (view.tokens.lower(at) !== preposition) continue
    for (let k = at + 1; k < Math.min(end, at + 9); k++) {
      const found = view.nameAt(k)
      if (found?.entity.type === 'organization' || found?.entity.type === 'product') return found
      if (view.tags.upos[k] === 'VERB') return undefined
    }
  }
  return undefined
}

export default factRule({
  name: 'acquisition',
  about: 'One organization buys another, or they merge.',
  types: ['event.acquisition'],

  *find(view) {
    yield* framed(view, 'event.acquisition', FRAMES, 'verb')
    yield* nominal(view)
  },

  examples: [
    ['Microsoft bought Nokia for $3.5 billion.', { buyer: 'Microsoft', target: 'Nokia', amount: '$3.5 billion' }],
    [
      'The retailer Tesco will be acquired by Microsoft.',
      { buyer: 'Microsoft', target: 'Tesco', '@modality': 'planned' },
    ],
  ],
  not: ['Microsoft bought time.', 'Nokia buys steel from Microsoft.'],
})
