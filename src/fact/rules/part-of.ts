import { args, factRule, type Proposal } from '../fact-rule.ts'
import { comma, determiner } from '../phrase.ts'
import type { Mentioned, View } from '../view.ts'
import { watchWords } from '../watch.ts'

const INCLUDE = watchWords(
  ...['includes', 'include', 'including', 'comprises', 'comprise', 'comprising', 'covers', 'spans'],
)
/** Names of what lies in itself, or is no place of its own. */
const isPlace = (found: Mentioned | undefined): found is Mentioned => found?.entity.type === 'place'

function proposal(
  view: View,
  part: Mentioned,
  whole: Mentioned,
  pattern: string,
  confidence: number,
): Proposal | undefined {
  if (part.entity === whole.entity) return undefined
  return {
    type: 'place.part_of',
    arguments: args({ part: { entity: part.entity }, whole: { entity: whole.entity } }),
    at: part.from,
    modality: 'asserted',
    polarity: 'positive',
    tense: 'present',
    evidence: view.span(Math.min(part.from, whole.from), Math.max(part.to, whole.to)),
    confidence,
    pattern,
  }
}

/** *Houston, Texas*: a name, a comma, a wider name, and then no list that goes on. */
function afterComma(view: View, part: Mentioned): Proposal | undefined {
  if (view.tokens.text(part.to) !== ',') return undefined
  const whole = view.nameAt(part.to + 1)
  if (!isPlace(whole) || whole.from !== part.to + 1) return undefined
  if (rank(part) >= rank(whole)) return undefined
  // "Paris, London and Rome" is a list: a list's last comma or "and" follows
  const next = view.tokens.lower(whole.to)
  if (next === 'and' || next === 'or' || next === '&') return undefined
  if (
    ['and', ','].includes(view.tokens.lower(part.from - 1)) &&
    isPlace(view.nameAt(part.from - 2)) &&
    rank(view.nameAt(part.from - 2)!) >= rank(whole)
  ) {
    return undefined
  }
  return proposal(view, part, whole, 'comma', 0.9)
}

/** How wide a kind of place is; places of unknown kind count as towns. */
function rank(place: Mentioned): number {
  switch (place.entity.subtype) {
    case 'continent':
      return 5
    case 'country':
      return 4
    case 'state':
    case 'province':
    case 'region':
      return 3
    case 'facility':
    case 'address':
      return 1
    default:
      return 2
  }
}

/** *Lima in Peru*, *Mombasa, in Kenya*: only where the first is plainly the narrower. */
function inWhole(view: View, part: Mentioned): Proposal | undefined {
  let i = part.to
  if (view.tokens.text(i) === ',') i++
  if (view.tokens.lower(i) !== 'in' && view.tokens.lower(i) !== 'of') return undefined
  let at = i + 1
  // in western China; in the town of Lima
  while (determiner(view, at) || (['ADJ', 'NOUN'].includes(view.tags.upos[at] ?? '') && !view.nameAt(at) && at < i + 5))
    at++
  if (view.tokens.lower(at) === 'of' && at > i + 1) at++
  const whole = view.nameAt(at)
  if (!isPlace(whole) || rank(part) >= rank(whole)) return undefined
  return proposal(view, part, whole, 'preposition', 0.75)
}

/** *the delta region, which includes neighbouring Jiangsu and Anhui*. */
function* included(view: View, i: number, end: number): Generator<Proposal> {
  let back = i - 1
  while (
    back > i - 4 &&
    (view.tokens.lower(back) === 'which' || comma(view, back) || view.tokens.lower(back) === 'that')
  )
    back--
  const whole = view.mentionAt(back, 'place')
  if (!whole) return
  for (let at = i + 1; at < end; ) {
    const part = view.nameAt(at)
    if (isPlace(part)) {
      const found = proposal(view, part, whole, 'includes', 0.85)
      if (found) yield { ...found, evidence: view.span(whole.from, part.to) }
      at = part.to
    } else if (
      comma(view, at) ||
      ['and', 'neighboring', 'neighbouring', 'the', 'nearby', 'as', 'well'].includes(view.tokens.lower(at))
    )
      at++
    else return
  }
}

export default factRule({
  name: 'part-of',
  about: 'A place lies in another, as addresses and lists of parts say it.',
  types: ['place.part_of'],

  *find(view) {
    for (const name of view.names) {
      if (!isPlace(name)) continue
      const found = afterComma(view, name) ?? inWhole(view, name)
      if (found) yield found
    }
    for (const i of view.spots(INCLUDE)) yield* included(view, i, view.sentenceAt(i).to)
  },

  examples: [
    ['A fire broke out in Houston, Texas, on Monday.', { part: 'Houston', whole: 'Texas' }],
    ['He was born in Mombasa in Kenya.', { part: 'Mombasa', whole: 'Kenya' }],
    [
      'They toured Europe, which includes France and Spain.',
      { part: 'France', whole: 'Europe' },
      { part: 'Spain', whole: 'Europe' },
    ],
  ],
  not: ['They visited Paris, London and Rome.', 'Trade between France and Germany grew.'],
})
