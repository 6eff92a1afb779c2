import type { Parse, Sentence, Tags, Tokens } from '../doc/tokens.ts'

/** Mends what the parser gets wrong by kind, one kind after the other. */
export function repair(
  parse: Parse,
  tokens: Tokens,
  tags: Pick<Tags, 'upos' | 'xpos' | 'lemma'>,
  sentences: readonly Pick<Sentence, 'from' | 'to'>[],
): Parse {
  const joined = joinNeighbours(parse, tags, sentences)
  return hangDates(freeNames(headTitledNames(joined, tags), tags, tokens), tags)
}

/** Relations that a verb has once. */
const ONCE = new Set(['nsubj', 'nsubj:pass', 'obj'])
const NOMINAL = new Set(['NOUN', 'PROPN'])

/**
 * Two nouns side by side are one compound, never coordinated: what joins *retail* and *sales* in *retail sales* would be a
 * comma or an *and* between them. Where the parser says `conj` of neighbours, or makes both the subject or the object of one
 * verb, the second becomes the head of the first.
 */
export function joinNeighbours(
  { head, deprel }: Parse,
  { upos }: Pick<Tags, 'upos'>,
  sentences: readonly Pick<Sentence, 'from' | 'to'>[],
): Parse {
  const heads = head.slice()
  const relations = [...deprel]
  for (const { from, to } of sentences) {
    for (let i = from + 1; i < to; i++) {
      const first = i - 1
      const joined = relations[i] === 'conj' && heads[i] === first
      const doubled = heads[i] === heads[first] && relations[i] === relations[first] && ONCE.has(relations[i]!)
      if (!joined && !doubled) continue
      if (!NOMINAL.has(upos[i]!) || !NOMINAL.has(upos[first]!)) continue
      heads[i] = heads[first]!
      relations[i] = relations[first]!
      heads[first] = i
      relations[first] = 'compound'
      for (let k = from; k < to; k++) if (heads[k] === first && k !== i) heads[k] = i
    }
  }
  return { head: heads, deprel: relations }
}

/** Letters that belong to a currency sign rather than name somebody: *US $5 million*. */
const PREFIX = /^\p{Lu}{1,3}$/u

/**
 * A name in front of a sum of money has it or owes it, and is no kind of money: *fined Acme $5 million*. Where the parser
 * makes it a compound of the sign, it becomes what the verb is about.
 */
export function freeNames({ head, deprel }: Parse, { upos, xpos }: Pick<Tags, 'upos' | 'xpos'>, tokens: Tokens): Parse {
  const heads = head.slice()
  const relations = [...deprel]
  for (let name = 0; name + 1 < head.length; name++) {
    const sign = name + 1
    if (relations[name] !== 'compound' || heads[name] !== sign || upos[name] !== 'PROPN' || xpos[sign] !== '$') continue
    const verb = heads[sign]!
    if (relations[sign] !== 'obj' || verb > name || PREFIX.test(tokens.text(name))) continue
    for (let k = verb + 1; k < name; k++) if (heads[k] === sign) heads[k] = name
    heads[name] = verb
    relations[name] = 'iobj'
  }
  return { head: heads, deprel: relations }
}

/** What stays on a title when the name beside it becomes the head. */
const OF_TITLES = new Set(['amod', 'compound', 'det', 'nmod:poss', 'nummod', 'advmod'])

/**
 * A title right in front of a name, without an article of its own, describes it: *former president Smith*. Where the parser
 * makes the name an apposition of the title, as it would be behind a comma, the name becomes the head.
 */
export function headTitledNames({ head, deprel }: Parse, { upos }: Pick<Tags, 'upos'>): Parse {
  const heads = head.slice()
  const relations = [...deprel]
  for (let name = 1; name < head.length; name++) {
    const title = heads[name]!
    if (relations[name] !== 'appos' || title !== name - 1 || upos[name] !== 'PROPN' || upos[title] !== 'NOUN') continue
    if (hasArticle(heads, relations, title)) continue
    for (let k = 0; k < heads.length; k++) {
      if (heads[k] === title && k !== name && !OF_TITLES.has(relations[k]!)) heads[k] = name
    }
    heads[name] = heads[title]!
    relations[name] = relations[title]!
    heads[title] = name
    relations[title] = 'nmod:desc'
  }
  return { head: heads, deprel: relations }
}

function hasArticle(heads: Int32Array, relations: readonly string[], noun: number): boolean {
  for (let k = Math.max(0, noun - 6); k < noun; k++) if (heads[k] === noun && relations[k] === 'det') return true
  return false
}

const DAYS =
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'
const DATED = new Set(DAYS.split(' '))
const YEAR = /^(?:1[89]|20)\d\d$/
/** These name no day of their own: nothing is called after them. */
const RELATIVE = new Set(['yesterday', 'today', 'tomorrow', 'tonight'])
/** What a noun can be to the verb whose time is told. */
const VERBAL = new Set(['nsubj', 'nsubj:pass', 'obj', 'obl', 'obl:agent', 'iobj'])

/**
 * A weekday, a month or a year behind a name says when something was done, not which bearer of the name did it: *was founded
 * by Gates in 1975*, *the court yesterday fined*. Where the parser hangs it on the name, it goes to the verb that the name
 * hangs on.
 */
export function hangDates({ head, deprel }: Parse, { upos, lemma }: Pick<Tags, 'upos' | 'lemma'>): Parse {
  const heads = head.slice()
  const relations = [...deprel]
  for (let i = 1; i < head.length; i++) {
    const noun = head[i]!
    if (noun === -1 || noun > i || !VERBAL.has(relations[noun]!)) continue
    const above = heads[noun]!
    if (above === -1 || upos[above] !== 'VERB') continue
    const word = lemma[i]!.toLowerCase()
    const relation = relations[i]!
    const relative = RELATIVE.has(word) && (relation === 'appos' || relation.startsWith('nmod'))
    const dated = relation === 'nmod' && upos[noun] === 'PROPN' && (DATED.has(word) || YEAR.test(word))
    if (!relative && !dated) continue
    heads[i] = above
    relations[i] = relative ? 'obl:unmarked' : 'obl'
  }
  return { head: heads, deprel: relations }
}
