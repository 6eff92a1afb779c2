import type { Entity, EntityType, MentionKind } from '../doc/entity.ts'
import type { Sentence } from '../doc/tokens.ts'
import { type Tree, universal } from '../parse/tree.ts'
import type { Knowledge } from './knowledge.ts'
import { findQuotes } from './quotes.ts'

/** How a phrase is worded: a pronoun, or what its noun stands behind. */
export const WORDINGS = [
  'i',
  'we',
  'you',
  'he',
  'she',
  'it',
  'they',
  'this',
  'name',
  'the',
  'that',
  'owned',
  'a',
  'bare',
  'some',
  'both',
] as const
export type Wording = (typeof WORDINGS)[number]

/** What a phrase is known to be, as far as a pronoun asks. */
export const NATURES = ['', 'person', 'male', 'female', 'thing', 'people'] as const
export type Nature = (typeof NATURES)[number]

/** A phrase that may mean something that the text also means elsewhere. */
export interface Spot {
  /** Tokens: `from` inclusive, `to` exclusive. */
  from: number
  to: number
  head: number
  kind: MentionKind
  wording: Wording
  nature: Nature
  /** 0: not told, 1: singular, 2: plural. */
  number: 0 | 1 | 2
  /** Index into the entities, -1 for none. */
  entity: number
  entityType: EntityType | ''
  /** The lemma of its head in lower case. */
  word: string
  /** The words of its head's modifiers in lower case. */
  modifiers: readonly string[]
  /** Its words in lower case, without article and possessive. */
  text: string
  sentence: number
  quote: number
}

const PRONOUNS = new Map<string, Wording>()
for (const line of [
  'i: i me my mine myself',
  'we: we us our ours ourselves let’s',
  'you: you your yours yourself yourselves ya',
  'he: he him his himself',
  'she: she her hers herself',
  'it: it its itself',
  'they: they them their theirs themselves themself',
]) {
  const [wording, words] = line.split(': ')
  for (const word of words!.split(' ')) PRONOUNS.set(word, wording as Wording)
}
const POINTING = new Set(['this', 'that', 'these', 'those'])
const NATURE_OF: Partial<Record<Wording, Nature>> = {
  i: 'person',
  we: 'people',
  you: 'person',
  he: 'male',
  she: 'female',
  it: 'thing',
}
/** Relations of a token that heads no phrase of its own. */
const INNER = new Set(
  'compound flat fixed goeswith nummod det case cc mark punct aux cop advmod amod discourse expl'.split(' '),
)
/** What hangs on a head and is no part of its phrase. */
const OUTER = new Set(
  'case mark cop nsubj csubj aux expl advcl discourse vocative dislocated cc punct conj parataxis list orphan obl ccomp reparandum dep'.split(
    ' ',
  ),
)
const OWNER = new Set(["'s", '’s', "'", '’'])
const IDLE_MARKS = new Set([',', '.', ';', ':', '!', '?', '-', '–', '—'])
const MODIFIERS = new Set(['amod', 'compound', 'nummod', 'nmod', 'acl', 'nmod:poss', 'flat'])

/** Every phrase of an article that may mean something, by where it begins, the longer first. */
export function findSpots(
  tree: Tree,
  sentences: readonly Sentence[],
  entities: readonly Entity[],
  knowledge: Knowledge,
): Spot[] {
  const quotes = findQuotes(tree.tokens)
  const named = namedHeads(tree, entities)
  const spots: Spot[] = []
  sentences.forEach(({ from, to }, sentence) => {
    for (let i = from; i < to; i++) {
      const about = { sentence, quote: quotes[i]! }
      const own = named.get(i)
      const spot = spotAt(tree, i, own, entities, knowledge)
      if (!spot) continue
      const made = { ...spot, ...about }
      spots.push(made)
      const both = coordination(tree, made)
      if (both) spots.push(both)
    }
  })
  return spots.sort((a, b) => a.from - b.from || b.to - a.to)
}

interface NamedHead {
  entity: number
  kind: MentionKind
  from: number
  to: number
}

/** Token -> the mention of an entity that it heads. */
function namedHeads(tree: Tree, entities: readonly Entity[]): Map<number, NamedHead> {
  const heads = new Map<number, NamedHead>()
  const { tokens } = tree
  entities.forEach(({ mentions }, entity) => {
    for (const { start, end, kind } of mentions) {
      const from = tokens.at(start)
      let to = from
      while (to < tokens.count && tokens.start[to]! < end) to++
      heads.set(headOf(tree, from, to), { entity, kind, from, to })
    }
  })
  return heads
}

function headOf(tree: Tree, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const head = tree.head[i]!
    if ((head < from || head >= to) && tree.deprel[i] !== 'punct') return i
  }
  return to - 1
}

type Bare = Omit<Spot, 'sentence' | 'quote'>

function spotAt(
  tree: Tree,
  i: number,
  named: NamedHead | undefined,
  entities: readonly Entity[],
  knowledge: Knowledge,
): Bare | undefined {
  const word = tree.lower(i)
  const entity = named?.entity ?? -1
  const entityType = named ? entities[entity]!.type : ''
  const pronoun = pronounAt(tree, i)
  if (pronoun) {
    return {
      from: i,
      to: i + 1,
      head: i,
      kind: 'pronoun',
      wording: pronoun,
      nature: NATURE_OF[pronoun] ?? '',
      number: pronoun === 'you' ? 0 : /^(?:we|they)$/.test(pronoun) || /^th(?:e|o)se$/.test(word) ? 2 : 1,
      entity,
      entityType,
      word,
      modifiers: [],
      text: word,
    }
  }
  const upos = tree.upos(i)
  if (!named) {
    if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'NUM') return undefined
    if (INNER.has(universal(tree.deprel[i]!))) return undefined
  }
  let { from, to } = extent(tree, i)
  if (named) {
    from = Math.min(from, named.from)
    to = Math.max(to, named.to)
  }
  const wording = wordingOf(tree, i, from, named)
  const noun = tree.lemma(i).toLowerCase()
  return {
    from,
    to,
    head: i,
    kind: named?.kind ?? 'nominal',
    wording,
    nature: natureOf(noun, named && entities[entity]!, knowledge),
    number: tree.xpos(i).endsWith('S') ? 2 : entityType === 'organization' || entityType === 'group' ? 0 : 1,
    entity,
    entityType,
    word: noun,
    modifiers: modifiersOf(tree, i),
    text: plainText(tree, from, to),
  }
}

function pronounAt(tree: Tree, i: number): Wording | undefined {
  const xpos = tree.xpos(i)
  if (xpos.startsWith('PRP')) return PRONOUNS.get(tree.lower(i))
  if (xpos !== 'DT' || !POINTING.has(tree.lower(i))) return undefined
  return /^(?:nsubj|obj|iobj|obl|nmod|root|conj|ccomp)/.test(tree.deprel[i]!) ? 'this' : undefined
}

/** The widest phrase of a head, the possessive behind it taken in. */
function extent(tree: Tree, head: number): { from: number; to: number } {
  let from = head
  let to = head + 1
  for (const child of tree.children(head)) {
    const relation = tree.deprel[child]!
    if (relation === 'case' && child > head && OWNER.has(tree.lower(child))) to = Math.max(to, child + 1)
    if (OUTER.has(universal(relation))) continue
    from = Math.min(from, tree.first[child]!)
    to = Math.max(to, tree.behind[child]!)
  }
  while (to > head + 1 && IDLE_MARKS.has(tree.lower(to - 1))) to--
  return { from, to }
}

/** *Ann Lee and Bob Ray*, as one that *they* may mean. */
function coordination(tree: Tree, spot: Spot): Spot | undefined {
  if (tree.is(spot.head, 'conj')) return undefined
  let to = spot.to
  let isNominal = false
  for (const child of tree.children(spot.head)) {
    if (!tree.is(child, 'conj') || !/^(?:NOUN|PROPN|PRON)$/.test(tree.upos(child))) continue
    isNominal = true
    to = Math.max(to, tree.behind[child]!)
  }
  if (!isNominal) return undefined
  while (to > spot.head + 1 && IDLE_MARKS.has(tree.lower(to - 1))) to--
  const text = plainText(tree, spot.from, to)
  return { ...spot, to, kind: 'nominal', wording: 'both', number: 2, entity: -1, entityType: '', text }
}

function wordingOf(tree: Tree, head: number, from: number, named: NamedHead | undefined): Wording {
  if (named?.kind === 'name') return 'name'
  const first = tree.lower(from)
  if (first === 'the') return 'the'
  if (POINTING.has(first)) return 'that'
  if (first === 'a' || first === 'an') return 'a'
  if (tree.child(head, 'nmod:poss') !== -1) return 'owned'
  if (tree.upos(head) === 'PROPN') return 'name'
  return tree.child(head, 'nummod') !== -1 || tree.child(head, 'det') !== -1 ? 'some' : 'bare'
}

function natureOf(noun: string, entity: Entity | undefined, { nominals, givenNames }: Knowledge): Nature {
  if (entity) {
    if (entity.type === 'group') return 'people'
    if (entity.type !== 'person') return 'thing'
    for (const { kind, text } of entity.mentions) {
      const pronoun = kind === 'pronoun' ? PRONOUNS.get(text.toLowerCase()) : undefined
      if (pronoun === 'he') return 'male'
      if (pronoun === 'she') return 'female'
    }
    return givenNames.get(entity.name.split(' ')[0]!.toLowerCase()) || 'person'
  }
  const senses = nominals.get(noun)
  if (!senses) return ''
  const person = senses.find(({ type }) => type === 'person')
  return person ? person.gender || 'person' : 'thing'
}

function modifiersOf(tree: Tree, head: number): string[] {
  const found: string[] = []
  for (const child of tree.children(head)) if (MODIFIERS.has(tree.deprel[child]!)) found.push(tree.lower(child))
  return found
}

function plainText(tree: Tree, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) {
    const word = tree.lower(i)
    if (i === from && /^(?:the|a|an|this|that|these|those)$/.test(word)) continue
    if (i === to - 1 && OWNER.has(word)) continue
    text += text === '' ? word : ` ${word}`
  }
  return text
}
