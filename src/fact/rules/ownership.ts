import { args, factRule, type Proposal } from '../fact-rule.ts'
import { agent, framed, frames, patient, verbs } from '../frame.ts'
import { comma, describes, determiner, modifier, possessive } from '../phrase.ts'
import type { Mentioned, View } from '../view.ts'
import { watchWords } from '../watch.ts'

/** Nouns that make their bearer part of another: *its financial arm Zed Finance*. */
const UNIT = new Set([
  'arm',
  'unit',
  'subsidiary',
  'division',
  'affiliate',
  'branch',
  'wing',
  'department',
  'faculty',
  'bureau',
  'armed',
])
/** Nouns of what is owned: *its Zed supermarket chain*. */
const OWNED = new Set([
  'brand',
  'chain',
  'platform',
  'app',
  'store',
  'stores',
  'service',
  'newspaper',
  'network',
  'subsidiary',
  'label',
  'studio',
  'website',
])

const OWN = frames([
  {
    verbs: verbs('own'),
    roles: { organization: patient('organization', 'product'), owner: agent('organization', 'person', 'place') },
    confidence: 0.85,
  },
])

/** *its financial arm Zed Finance*, *Acme's Zed brand*, *Acme unit Zed*. */
function belonging(view: View, name: Mentioned, start: number, end: number): Proposal | undefined {
  if (name.entity.type !== 'organization' && name.entity.type !== 'product') return undefined
  let from = name.from
  while (from - 1 >= start && modifier(view, from - 1) && !view.nameAt(from - 1)) from--
  const owner = view.mentionAt(possessive(view, from - 1) ? from - 2 : from - 1, 'organization', 'person')
  if (!owner || owner.entity === name.entity) return undefined
  const owns = possessive(view, from - 1) || owner.mention.kind === 'pronoun'
  const noun = view.tokens.lower(name.from - 1)
  let type: 'org.unit_of' | 'org.owned_by' | undefined
  if (from < name.from && UNIT.has(noun)) type = 'org.unit_of'
  else if (owns) {
    let after = name.to
    while (after < end && modifier(view, after) && !view.nameAt(after)) after++
    if (after > name.to && OWNED.has(view.tokens.lower(after - 1))) type = 'org.owned_by'
    else if (from < name.from && OWNED.has(noun)) type = 'org.owned_by'
  }
  if (!type) return undefined
  const unit = type === 'org.unit_of'
  return {
    type,
    arguments: args({ organization: { entity: name.entity }, [unit ? 'parent' : 'owner']: { entity: owner.entity } }),
    at: name.from,
    modality: 'asserted',
    polarity: 'positive',
    evidence: view.span(owner.from, name.to),
    confidence: 0.85,
    pattern: unit ? 'unit' : 'possessive',
  }
}

/** *Zed, a Dutch subsidiary of Acme*. */
function unitAfter(view: View, name: Mentioned, end: number): Proposal | undefined {
  if (name.entity.type !== 'organization' || !comma(view, name.to) || !determiner(view, name.to + 1)) return undefined
  let at = name.to + 2
  while (at < end && describes(view, at)) at++
  if (!UNIT.has(view.tokens.lower(at - 1)) || !['of', 'at', 'within'].includes(view.tokens.lower(at))) return undefined
  for (let i = at + 1; i < Math.min(end, at + 5); i++) {
    const parent = view.nameAt(i)
    if (parent?.entity.type !== 'organization') continue
    return {
      type: 'org.unit_of',
      arguments: args({ organization: { entity: name.entity }, parent: { entity: parent.entity } }),
      at: at - 1,
      modality: 'asserted',
      polarity: 'positive',
      evidence: view.span(name.from, parent.to),
      confidence: 0.85,
      pattern: 'unit-of',
    }
  }
  return undefined
}

const OWNED_BY = watchWords('owned')

/** *Zed, a platform owned by Acme*, *the London-based Acme* are facts of participles beside a name. */
function* participles(view: View): Generator<Proposal> {
  for (const i of view.spots(OWNED_BY)) {
    if (view.tokens.lower(i + 1) === 'by') {
      let at = i + 2
      if (determiner(view, at)) at++
      const owner = view.mentionAt(at)
      const owned = owner && nearestNameBefore(view, i, view.sentenceAt(i).from)
      if (owner && owned && owned.entity !== owner.entity) {
        yield {
          type: 'org.owned_by',
          arguments: args({ organization: { entity: owned.entity }, owner: { entity: owner.entity } }),
          at: i,
          evidence: view.span(owned.from, owner.to),
          confidence: 0.85,
          pattern: 'owned-by',
        }
      }
    }
  }
}

/** The last organization or product before token `i`, in its sentence. */
function nearestNameBefore(view: View, i: number, start: number): Mentioned | undefined {
  for (let at = i - 1; at >= start; at--) {
    const name = view.nameAt(at)
    if (name && (name.entity.type === 'organization' || name.entity.type === 'product')) return name
  }
  return undefined
}

export default factRule({
  name: 'ownership',
  about: 'Whose unit, brand or property an organization is.',
  types: ['org.unit_of', 'org.owned_by'],

  *find(view) {
    for (const name of view.names) {
      const { from: start, to: end } = view.sentenceAt(name.from)
      for (const found of [unitAfter(view, name, end), belonging(view, name, start, end)]) if (found) yield found
    }
    yield* participles(view)
    yield* framed(view, 'org.owned_by', OWN, 'verb')
  },

  examples: [
    ['Microsoft and its cloud unit Azure Networks agreed.', { organization: 'Azure Networks', parent: 'Microsoft' }],
    ['Instagram, a platform owned by Facebook, grew.', { organization: 'Instagram', owner: 'Facebook' }],
  ],
  not: ['Microsoft hired him on Monday.'],
})
