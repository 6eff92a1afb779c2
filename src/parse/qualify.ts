import type { Clause, Phrase } from '../doc/clause.ts'
import type { Modality, Polarity, Tense } from '../doc/fact.ts'
import type { Draft } from './clause-draft.ts'
import type { Effect, Governor, Governors } from './governors.ts'
import type { Tree } from './tree.ts'

export type Grammar = Pick<Clause, 'voice' | 'tense' | 'modality' | 'polarity' | 'question'>

export interface Lexicons {
  governors: Governors
  /** Nouns and pronouns that can intend something. */
  agents: ReadonlySet<string>
  /** Verbs that nobody plans. */
  undergone: ReadonlySet<string>
}

const CONDITION = new Set(['if', 'unless', 'whether', 'in case', 'provided', 'provided that', 'as if', 'lest', 'once'])
const RANK: Readonly<Record<Modality, number>> = { asserted: 0, planned: 1, expected: 2 }

const weaker = (a: Modality, b: Modality): Modality => (RANK[a] >= RANK[b] ? a : b)
const times = (a: Polarity, b: Polarity): Polarity => (a === b ? 'positive' : 'negative')

/** Voice, tense, modality and polarity of a clause, from its own words and what governs it. */
export function qualify(
  tree: Tree,
  clause: Draft,
  parent: Draft | undefined,
  above: Grammar | undefined,
  lexicons: Lexicons,
  asked: (token: number) => boolean,
): Grammar {
  const { group, relation, marker } = clause
  const own: Grammar = {
    voice: group.passive ? 'passive' : 'active',
    tense: group.tense,
    modality: resolve(tree, clause, group.modality, lexicons),
    polarity: marker === 'without' ? times(group.polarity, 'negative') : group.polarity,
    question: false,
  }
  if (relation === 'root' && group.form === 'bare' && clause.kind === 'verb' && clause.subjects.length === 0) {
    // *See page 3*: a command.
    own.modality = weaker(own.modality, 'expected')
  }
  if (CONDITION.has(marker)) own.modality = weaker(own.modality, 'expected')
  if (!parent || !above || relation === 'root' || relation === 'parataxis') return question(own, clause, asked)
  if (relation === 'conj') return coordinate(tree, own, clause, parent, above)
  if (relation === 'acl:relcl' || (relation === 'advcl' && group.finite)) return own

  const governor = governorOf(tree, clause, parent, lexicons.governors)
  if (group.finite && relation !== 'xcomp') {
    if (!governor || relation !== 'ccomp') return own
    const effect = resolve(tree, clause, governor.that, lexicons)
    own.modality = weaker(own.modality, effect)
    own.polarity = times(own.polarity, governor.polarity)
    return own
  }
  return govern(tree, own, clause, parent, above, governor, lexicons)
}

/** A clause without tense of its own: to-infinitive, participle, gerund. */
function govern(
  tree: Tree,
  own: Grammar,
  clause: Draft,
  parent: Draft,
  above: Grammar,
  governor: Governor | undefined,
  lexicons: Lexicons,
): Grammar {
  const { group, relation } = clause
  // *to build a road*, *money to build a road*; but *the first to build one* did so.
  const purpose = group.form === 'infinitive' && (relation === 'advcl' || (relation === 'acl' && !ranked(tree, clause)))
  const effect: Effect = governor?.infinitive ?? (purpose ? 'planned' : 'asserted')
  const transparent = relation === 'xcomp' || relation === 'acl'
  let modality = resolve(tree, clause, effect, lexicons)
  // A participle on a noun tells what is so, whatever is planned with the noun.
  if (!(relation === 'acl' && group.form !== 'infinitive') && relation !== 'csubj') {
    modality = weaker(modality, above.modality)
  }
  let polarity = own.polarity
  if (governor) polarity = times(polarity, governor.polarity)
  if (relation === 'xcomp') polarity = times(polarity, above.polarity)
  else if (relation === 'acl' && group.form === 'infinitive') {
    const noun = tree.head[clause.head]!
    if (parent.objects.some(({ head }) => head === noun)) {
      polarity = times(polarity, above.polarity)
      const verb = lexicons.governors.get('verb', parent.lemma)
      if (verb?.polarity === 'negative') polarity = times(polarity, 'negative')
    }
  }
  let tense: Tense = above.tense
  if (effect !== 'asserted') tense = 'future'
  else if (group.form === 'participle' && !transparent) tense = 'past'
  else if (relation === 'acl' && group.form === 'participle') tense = 'past'
  return { voice: own.voice, tense, modality, polarity, question: own.question }
}

/** Hangs the clause on *the first*, *the only one*, *the latest*? */
function ranked(tree: Tree, { head }: Draft): boolean {
  const noun = tree.head[head]!
  if (noun < 0 || RANKED.has(tree.lower(noun)) || tree.xpos(noun) === 'JJS') return true
  return [...tree.children(noun)].some((child) => RANKED.has(tree.lower(child)) || tree.xpos(child) === 'JJS')
}

const RANKED = new Set(['first', 'second', 'third', 'last', 'only', 'next', 'latest', 'one'])

/** *was arrested and charged*, *will buy and sell*: a verb without auxiliary shares those of the first. */
function coordinate(tree: Tree, own: Grammar, clause: Draft, parent: Draft, above: Grammar): Grammar {
  const { group } = clause
  const chained = tree.child(clause.head, 'aux') !== -1 || tree.child(clause.head, 'cop') !== -1
  const ownSubject = tree.children(clause.head).some((child) => tree.is(child, 'nsubj'))
  const participle = participleLike(tree, clause)
  // *two were killed and ten injured*
  const gapped = ownSubject && participle && above.voice === 'passive' && cannotStandAlone(tree, clause)
  const shares = !chained && (!ownSubject || gapped)
  const { question } = above
  own.question = question
  if (!shares) {
    if (question) own.modality = weaker(own.modality, 'expected')
    return own
  }
  if (!group.finite || (participle && above.voice === 'passive')) {
    const passive = participle && above.voice === 'passive'
    if (passive) group.passive = true
    return {
      voice: passive ? 'passive' : group.form === 'participle' && parent.group.passive ? own.voice : 'active',
      tense: above.tense,
      modality: weaker(own.modality, above.modality),
      polarity: group.polarity === 'negative' ? 'negative' : above.polarity,
      question,
    }
  }
  return own
}

const TRANSITIVE = new Set(
  'injure wound kill hurt arrest detain damage destroy displace evacuate hospitalize rescue release charge'.split(' '),
)

const cannotStandAlone = (tree: Tree, { head }: Draft): boolean =>
  tree.xpos(head) === 'VBN' || TRANSITIVE.has(tree.lemma(head))

/** Can the verb be a participle that shares an auxiliary? Regular ones are often tagged as past tense. */
function participleLike(tree: Tree, { head, objects, predicate }: Draft): boolean {
  if (objects.length > 0 || predicate) return false
  return tree.xpos(head) === 'VBN' || (tree.xpos(head) === 'VBD' && tree.lower(head).endsWith('ed'))
}

function question(own: Grammar, clause: Draft, asked: (token: number) => boolean): Grammar {
  if (!asked(clause.head)) return own
  own.question = true
  own.modality = weaker(own.modality, 'expected')
  return own
}

/** The word that decides: the noun an infinitive hangs on, the adjective or noun of a copula, the verb. */
function governorOf(tree: Tree, clause: Draft, parent: Draft, governors: Governors): Governor | undefined {
  const word = tree.head[clause.head]!
  if (clause.relation === 'acl' || word !== parent.head) {
    if (tree.upos(word) === 'ADJ') return governors.get('adjective', tree.lemma(word))
    return clause.group.form === 'infinitive' || clause.relation !== 'acl'
      ? governors.get('noun', tree.lemma(word))
      : undefined
  }
  if (clause.relation === 'advcl' && !(parent.kind === 'copula' && clause.group.form === 'infinitive')) {
    // *is expected to rise* is an `advcl` in some trees.
    return clause.group.form === 'infinitive' && parent.group.passive ? governors.get('verb', parent.lemma) : undefined
  }
  if (parent.kind === 'verb') return governors.get('verb', parent.lemma)
  const kind = tree.upos(parent.head) === 'NOUN' ? 'noun' : 'adjective'
  return governors.get(kind, tree.lower(parent.head)) ?? governors.get(kind, tree.lemma(parent.head))
}

/** `will` of an agent is a plan, of anything else a forecast; of a passive without agent a plan, as somebody does it. */
function resolve(tree: Tree, clause: Draft, effect: Effect, { agents, undergone }: Lexicons): Modality {
  if (effect !== 'will') return effect
  if (undergone.has(tree.lemma(clause.head))) return 'expected'
  if (clause.group.passive) return 'planned'
  return clause.subjects.some((subject) => intends(tree, subject, agents)) ? 'planned' : 'expected'
}

const intends = (tree: Tree, { head }: Phrase, agents: ReadonlySet<string>): boolean =>
  tree.upos(head) === 'PROPN' || agents.has(tree.lemma(head)) || agents.has(tree.lower(head))
