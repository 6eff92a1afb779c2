import { args, factRule, type Proposal } from '../fact-rule.ts'
import { agent, type Frame, framed, frames, patient, subject, verbs } from '../frame.ts'
import type { View } from '../view.ts'
import { whenOf } from '../when.ts'

const WHO = agent('organization', 'person', 'place', 'words')
const WHAT = patient('product', 'organization', 'place', 'event', 'words')

const step = (lemmas: string, change: string): Frame => ({
  verbs: verbs(lemmas),
  roles: { agent: WHO, object: WHAT },
  attributes: { change },
  confidence: 0.7,
})

const FRAMES = frames([
  step('launch, unveil, roll out, inaugurate', 'launched'),
  step('release', 'released'),
  step('cancel, call off, scrap', 'cancelled'),
  step('shut down, close down', 'closed'),
  {
    verbs: verbs('debut, premiere'),
    roles: { object: subject('product', 'organization', 'event', 'words') },
    attributes: { change: 'debuted' },
  },
])

const OPENED = frames([
  {
    verbs: ['open'],
    roles: { object: patient('product', 'organization', 'place', 'event', 'words'), agent: WHO },
    attributes: { change: 'opened' },
  },
  {
    verbs: ['open'],
    voice: 'active',
    roles: { object: subject('product', 'organization', 'place', 'event', 'words') },
    attributes: { change: 'opened' },
  },
])
const BUILT =
  /(?:bridge|store|shop|plant|factory|office|branch|museum|hotel|airport|school|hospital|line|railway|road|tunnel|cent(?:er|re)|station|stadium|restaurant|exhibition|theat(?:er|re)|library|port|terminal|market|mall|park|facility|lab|laboratory|campus|embassy|mine|dam)s?$/i

/** Only what can be opened to the public: a bridge, an office; not a door or fire. */
const opens = (view: View, { arguments: filled }: Proposal): boolean =>
  filled.some(({ role, filler }) => {
    if (role !== 'object') return false
    if ('entity' in filler) return true
    return 'span' in filler && BUILT.test(view.tokens.source.slice(filler.span.start, filler.span.end))
  })

/** *The brand made its debut in Oslo*. */
function* debuts(view: View): Generator<Proposal> {
  for (const clause of view.clauses) {
    if (clause.lemma !== 'make' || !clause.objects.some(({ head }) => view.tokens.lower(head) === 'debut')) continue
    for (const phrase of clause.subjects) {
      yield {
        type: 'event.launch',
        arguments: args({ object: view.fill(phrase), place: view.where(clause), date: whenOf(view, clause) }),
        attributes: { change: 'debuted' },
        at: clause.head,
        evidence: view.span(clause.from, clause.to),
        confidence: 0.8,
        pattern: 'debut',
      }
    }
  }
}

export default factRule({
  name: 'launch',
  about: 'Something new is launched, released or opened, or something planned is called off.',
  types: ['event.launch'],

  *find(view) {
    yield* framed(view, 'event.launch', FRAMES, 'verb')
    for (const found of framed(view, 'event.launch', OPENED, 'open')) if (opens(view, found)) yield found
    yield* debuts(view)
  },

  examples: [
    [
      'Microsoft launched a new phone in London on Monday.',
      { agent: 'Microsoft', object: 'new phone', '@change': 'launched' },
    ],
    ['The festival was cancelled.', { object: 'festival', '@change': 'cancelled' }],
  ],
  not: ['Microsoft opened its doors to critics.'],
})
