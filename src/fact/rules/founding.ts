import { args, factRule, type Proposal } from '../fact-rule.ts'
import { agent, behind, framed, frames, patient, subject, verbs } from '../frame.ts'
import { possessive } from '../phrase.ts'
import type { Mentioned, View } from '../view.ts'
import { watchWords } from '../watch.ts'

const FOUNDED = frames([
  {
    verbs: verbs('found, co-found, cofound, establish, start, set up, create, form'),
    roles: {
      organization: patient('organization'),
      founder: agent('person', 'organization'),
      date: behind('in|on|since|', 'date'),
      place: behind('in|at', 'place'),
    },
    confidence: 0.8,
  },
])
const BASED = frames([
  {
    verbs: verbs('base, headquarter'),
    voice: 'passive',
    roles: { organization: subject('organization'), place: behind('in|at', 'place') },
    confidence: 0.85,
  },
])

const FOUNDER = watchWords('founder', 'founders', 'co-founder', 'co-founders', 'cofounder', 'cofounders')
const SEAT = watchWords('based', 'headquartered', 'headquarters')

/** *Acme founder Jane Roe*, *Jane Roe, co-founder and CEO of Acme*, *(co-founder, Acme)*. */
function* founders(view: View): Generator<Proposal> {
  for (const i of view.spots(FOUNDER)) {
    const { from: start, to: end } = view.sentenceAt(i)
    const organization = nearest(view, i, end, ['organization', 'product'], 8) ?? behindOwner(view, i, start)
    const person = nameBeside(view, i, start, end)
    if (!organization || !person) continue
    yield {
      type: 'org.founded',
      arguments: args({ organization: { entity: organization.entity }, founder: { entity: person.entity } }),
      at: i,
      modality: 'asserted',
      polarity: 'positive',
      tense: 'past',
      evidence: view.span(Math.min(i, organization.from, person.from), Math.max(i + 1, organization.to, person.to)),
      confidence: 0.8,
      pattern: 'founder',
    }
  }
}

/** The name behind *of* or a comma, over other titles: *co-founder and CEO of Acme*. */
function nearest(view: View, i: number, end: number, types: readonly string[], reach: number): Mentioned | undefined {
  for (let at = i + 1; at < Math.min(end, i + reach); at++) {
    const found = view.nameAt(at)
    if (found) return types.includes(found.entity.type) ? found : undefined
    if (/^[.;:]$/.test(view.tokens.text(at)) || view.tags.upos[at] === 'VERB') return undefined
  }
  return undefined
}

/** *Acme founder*, *Acme's founder*, *its founder*. */
function behindOwner(view: View, i: number, start: number): Mentioned | undefined {
  let at = i - 1
  while (at > start && ['NOUN', 'ADJ', 'CCONJ', 'SYM'].includes(view.tags.upos[at] ?? '') && !view.mentionAt(at)) at--
  return view.mentionAt(possessive(view, at) ? at - 1 : at, 'organization', 'product')
}

/** The person right behind the word, or before it over a comma, a bracket or *is*. */
function nameBeside(view: View, i: number, start: number, end: number): Mentioned | undefined {
  const next = nearest(view, i, end, ['person'], 6)
  if (next) return next
  for (let at = i - 1; at >= Math.max(start, i - 6); at--) {
    const found = view.mentionAt(at, 'person')
    if (found) return found
  }
  return undefined
}

const seat = (
  view: View,
  organization: Mentioned,
  place: Mentioned,
  at: number,
  confidence: number,
  pattern: string,
): Proposal => ({
  type: 'org.based_in',
  arguments: args({ organization: { entity: organization.entity }, place: { entity: place.entity } }),
  at,
  evidence: view.span(Math.min(organization.from, place.from), Math.max(organization.to, place.to)),
  confidence,
  pattern,
})

/** *Acme, headquartered in Oslo*, *its headquarters in Oslo*. */
function* seats(view: View): Generator<Proposal> {
  for (const i of view.spots(SEAT)) {
    const participle = view.tokens.lower(i) !== 'headquarters'
    const before = view.nameAt(i - 1)
    if (!participle && view.tokens.lower(i + 1) === 'of' && before?.entity.type === 'place') {
      // the Oslo headquarters of Acme
      const whose = nearest(view, i + 1, view.sentenceAt(i).to, ['organization', 'product'], 6)
      if (whose) yield seat(view, whose, before, i, 0.75, 'headquarters')
      continue
    }
    if (!['in', 'at', 'near'].includes(view.tokens.lower(i + 1))) continue
    const { from: start, to: end } = view.sentenceAt(i)
    const place = nearest(view, i + 1, end, ['place'], 5)
    let organization: Mentioned | undefined
    for (let at = i - 1; at >= Math.max(start, i - 8) && !organization; at--)
      organization = view.mentionAt(at, 'organization')
    if (!place || !organization) continue
    yield seat(view, organization, place, i, participle ? 0.8 : 0.7, participle ? 'participle' : 'headquarters')
  }
}

export default factRule({
  name: 'founding',
  about: 'Who founded an organization, when and where; and where it has its seat.',
  types: ['org.founded', 'org.based_in'],

  *find(view) {
    yield* framed(view, 'org.founded', FOUNDED, 'verb')
    yield* framed(view, 'org.based_in', BASED, 'verb')
    yield* founders(view)
    yield* seats(view)
    for (let i = 0; i < view.tokens.count; i++) {
      // Seoul-based Acme; the London-based bank, Acme
      const own = view.nameAt(i)
      const joined = own !== undefined && view.tokens.lower(i).endsWith('-based')
      if (!joined && view.tokens.lower(i) !== 'based') continue
      const place = joined ? own : view.tokens.text(i - 1) === '-' ? view.nameAt(i - 2) : undefined
      if (place?.entity.type !== 'place') continue
      const end = view.sentenceAt(i).to
      for (let at = i + 1; at < Math.min(end, i + 7); at++) {
        const organization = view.mentionAt(at, 'organization')
        if (!organization) continue
        yield {
          type: 'org.based_in',
          arguments: args({ organization: { entity: organization.entity }, place: { entity: place.entity } }),
          at: i,
          modality: 'asserted',
          polarity: 'positive',
          evidence: view.span(place.from, organization.to),
          confidence: 0.9,
          pattern: 'compound',
        }
        break
      }
    }
  },

  examples: [
    [
      'Microsoft was founded by Bill Gates in 1975.',
      { organization: 'Microsoft', founder: 'Bill Gates', date: '1975' },
    ],
    ['The London-based Vodafone hired him.', { organization: 'Vodafone', place: 'London' }],
  ],
  not: ['The film is based on a novel.'],
})
