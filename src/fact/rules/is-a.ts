import { args, factRule, type Proposal } from '../fact-rule.ts'
import { comma, describes, determiner, isPosition, possessive } from '../phrase.ts'
import { headOf } from '../speech.ts'
import type { Mentioned, View } from '../view.ts'

/** *Zed, a food delivery platform*: name, comma, article, noun phrase. */
function classAfter(view: View, name: Mentioned, end: number): Proposal | undefined {
  if (!comma(view, name.to)) return undefined
  const article = view.tokens.lower(name.to + 1)
  if (article !== 'a' && article !== 'an' && article !== 'the') return undefined
  const from = name.to + 2
  let to = from
  while (to < end && describes(view, to)) to++
  if (to === from || view.tags.upos[to - 1] !== 'NOUN') return undefined
  if (name.entity.type === 'person' && isPosition(view, to - 1)) return undefined
  // "According to Acme, the company will …": a bare definite noun behind a name begins the next phrase
  if (article === 'the' && (to - from < 2 || !closed(view, to, end))) return undefined
  return classFact(view, name, from, to, 'after-name', 0.8)
}

const GOES_ON = new Set(['of', 'in', 'that', 'which', 'who', 'owned', 'for', 'at'])

/** Does an apposition end here, or go on with what it is or does? */
const closed = (view: View, to: number, end: number): boolean =>
  to >= end || /^[,.;)]$/.test(view.tokens.text(to)) || GOES_ON.has(view.tokens.lower(to))

/** Nouns that a clause without *that* hangs on: *a sign Acme is ready*. */
const TELLS = /^(?:sign|signal|fact|claim|idea|hope|fear|belief|proof|evidence|action|time|day|way|reason|moment)s?$/
/** Words of a headline in capitals, whose tags are guesses. */
const CAPITALS = /^[\p{Lu}\P{L}]{4,}$/u

/** What taggers take for adverbs before *largest*. */
const RANKS: ReadonlySet<string> = new Set(['second', 'third', 'fourth', 'fifth', 'sixth'])

/** *internet giant Acme*, *broadcaster Zed*, *the capital, Dhaka*: a run of nouns before a name. */
function classBefore(view: View, name: Mentioned, start: number): Proposal | undefined {
  if (name.entity.type === 'group') return undefined
  const parted = view.tokens.text(name.from - 1) === ','
  const to = parted ? name.from - 1 : name.from
  let from = to
  while (from - 1 >= start && describes(view, from - 1) && view.tokens.text(from - 1) !== '-') from--
  if (from === to || view.tags.upos[to - 1] !== 'NOUN' || view.valueAt(to - 1)) return undefined
  if (name.entity.type === 'person' && isPosition(view, to - 1)) return undefined
  if (TELLS.test(view.tokens.lower(to - 1)) || CAPITALS.test(view.words(from, to))) return undefined
  if (RANKS.has(view.tokens.lower(from - 1))) from--
  // the country's largest port, Zed, …
  const owned = possessive(view, from - 1) && to - from > 1
  if (parted && !((determiner(view, from - 1) || owned) && comma(view, name.to))) return undefined
  // the action Acme was taking: the name acts in a clause that hangs on the noun
  const verb = view.parse.head[headOf(view, name.from, name.to)] ?? -1
  if (verb >= name.to && view.parse.head[verb] === to - 1) return undefined
  // Secretary for Culture and Tourism John Smith: the end of a longer title
  if (!parted && to - from === 1 && view.tags.upos[from - 1] === 'CCONJ' && /^\p{Lu}/u.test(view.tokens.text(from)))
    return undefined
  // "in May Jane Roe …" is no class; a place's kind is told with an article
  if (name.entity.type === 'place' && !determiner(view, from - 1) && !owned) return undefined
  return classFact(view, name, from, to, 'before-name', 0.7)
}

const SETTLEMENTS = new Set(['city', 'town', 'village', 'port', 'island', 'province', 'district', 'region', 'suburb'])

/** *the French city of Lyon*: what kind of place it is, where more than the kind is told. */
function kindOfPlace(view: View, name: Mentioned, start: number): Proposal | undefined {
  const noun = name.from - 2
  if (name.entity.type !== 'place' || view.tokens.lower(name.from - 1) !== 'of') return undefined
  if (!SETTLEMENTS.has(view.tokens.lower(noun))) return undefined
  let from = noun
  while (from - 1 >= start && describes(view, from - 1)) from--
  return from < noun && view.tokens.lower(from - 1) === 'the'
    ? classFact(view, name, from, noun + 1, 'kind-of', 0.8)
    : undefined
}

/** *Zed is a trading platform*, *she is one of 17 athletes*. */
function* classCopula(view: View): Generator<Proposal> {
  for (const clause of view.clauses) {
    const { predicate } = clause
    if (clause.kind !== 'copula' || !predicate || view.tags.upos[clause.head] !== 'NOUN') continue
    const opening = view.tokens.lower(predicate.from)
    if (!['a', 'an', 'the', 'one'].includes(opening) || view.valueAt(clause.head)) continue
    for (const subject of clause.subjects) {
      const name = view.mentionAt(subject.head)
      if (!name || (name.entity.type === 'person' && isPosition(view, clause.head))) continue
      const from = opening === 'one' ? predicate.from : predicate.from + 1
      const { modality, polarity } = clause
      yield { ...classFact(view, name, from, predicate.to, 'copula', 0.75), modality, polarity, at: clause.head }
    }
  }
}

function classFact(
  view: View,
  name: Mentioned,
  from: number,
  to: number,
  pattern: string,
  confidence: number,
): Proposal {
  return {
    type: 'entity.is_a',
    arguments: args({ entity: { entity: name.entity }, class: { span: view.span(from, to) } }),
    at: from,
    modality: 'asserted',
    polarity: 'positive',
    evidence: view.span(Math.min(name.from, from), Math.max(name.to, to)),
    confidence,
    pattern,
  }
}

export default factRule({
  name: 'is-a',
  about: 'What a named thing is, told beside its name or by *is*.',
  types: ['entity.is_a'],

  *find(view) {
    for (const name of view.names) {
      const { from: start, to: end } = view.sentenceAt(name.from)
      for (const found of [classAfter(view, name, end), classBefore(view, name, start), kindOfPlace(view, name, start)])
        if (found) yield found
    }
    yield* classCopula(view)
  },

  examples: [
    ['Microsoft, a software company, hired him.', { entity: 'Microsoft', class: 'software company' }],
    [
      'The lawsuit against the technology company Microsoft ended.',
      { entity: 'Microsoft', class: 'technology company' },
    ],
    ['Kenya’s second largest port, London, is closed.', { entity: 'London', class: 'second largest port' }],
    ['He left the French city of Paris.', { entity: 'Paris', class: 'French city' }],
    ['Microsoft is a software company.', { entity: 'Microsoft', class: 'software company' }],
  ],
  not: [
    'He published the plan Microsoft was making.',
    'Microsoft hired him on Monday.',
    'According to Microsoft, the company grew.',
  ],
})
