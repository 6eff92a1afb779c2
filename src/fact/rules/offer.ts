import { args, factRule, type Proposal } from '../fact-rule.ts'
import { agent, framed, frames, patient, verbs } from '../frame.ts'
import { comma, describes, determiner } from '../phrase.ts'
import type { View } from '../view.ts'
import { watchWords } from '../watch.ts'

const FRAMES = frames([
  {
    verbs: verbs('provide, offer, produce, manufacture, operate, make'),
    roles: { organization: agent('organization'), product: patient('product', 'words') },
    confidence: 0.65,
  },
])
const MAKER = watchWords(
  ...'maker manufacturer producer provider operator supplier developer publisher distributor'
    .split(' ')
    .flatMap((word) => [word, `${word}s`]),
)
/** Words that are made but are no goods: *make a decision*, *provide details*. */
const ABSTRACT =
  /(?:decision|statement|progress|effort|way|use|sense|comment|call|point|mistake|change|difference|attempt|detail|information|evidence|example|opportunity|help|support|case|profit|loss|money|offer|announcement|contribution|visit|debut|appearance|return|move|step|payment)s?$/i

/** *Acme, a maker of rockets*. */
function* maker(view: View): Generator<Proposal> {
  for (const i of view.spots(MAKER)) {
    if (view.tokens.lower(i + 1) !== 'of') continue
    const { to: end } = view.sentenceAt(i)
    let at = i - 1
    while (describes(view, at)) at--
    if (!determiner(view, at) || !comma(view, at - 1)) continue
    const organization = view.mentionAt(at - 2, 'organization')
    let to = i + 2
    while (to < end && describes(view, to)) to++
    if (!organization || to === i + 2) {
      view.declined?.(i, organization ? 'no goods stand behind it' : 'no organization stands before it')
      continue
    }
    yield {
      type: 'org.offers',
      arguments: args({ organization: { entity: organization.entity }, product: { span: view.span(i + 2, to) } }),
      at: i,
      modality: 'asserted',
      polarity: 'positive',
      evidence: view.span(organization.from, to),
      confidence: 0.8,
      pattern: 'maker',
    }
  }
}

const isGoods = (view: View, { arguments: filled }: Proposal): boolean =>
  filled.some(({ role, filler }) => {
    if (role !== 'product') return false
    return !('span' in filler) || !ABSTRACT.test(view.tokens.source.slice(filler.span.start, filler.span.end))
  })

export default factRule({
  name: 'offer',
  about: 'What an organization makes, provides, sells or operates.',
  types: ['org.offers'],

  *find(view) {
    for (const found of framed(view, 'org.offers', FRAMES, 'verb')) if (isGoods(view, found)) yield found
    yield* maker(view)
  },

  examples: [
    ['Microsoft produces mobile phones.', { organization: 'Microsoft', product: 'mobile phones' }],
    ['Microsoft, a maker of mobile phones, grew.', { organization: 'Microsoft', product: 'mobile phones' }],
  ],
  not: ['Microsoft made a decision.'],
})
