import type { Clause, Phrase } from '../doc/clause.ts'
import type { Tree } from '../parse/tree.ts'
import type { AttitudeWords } from './attitude-words.ts'
import { trimmed } from './edges.ts'
import { relativeOf, type Stretch } from './speech.ts'
import type { View } from './view.ts'

// Who holds what view of something, beyond saying it: *Acme supports the bill*, *her criticism of the bank*.

/** How a word takes what the attitude is about. */
export interface Attitude {
  word: string
  pos: 'verb' | 'noun' | 'adjective'
  /** `object`, `that`, `to`, `ing`, `passive`, `raised`, or a preposition. */
  form: string
  /** The form of what follows on. */
  next: string
  /** Whose it is; the text may leave that out. */
  source: Stretch | undefined
  cue: Stretch
  contents: Stretch[]
}

interface Complement extends Stretch {
  form: string
}

/**
 * The attitudes of an article outside of what is said in it, sorted by cue. `said`: the contents of its statements; `words`:
 * their cues, and the quotations.
 */
export function attitudesOf(
  view: View,
  tree: Tree,
  known: AttitudeWords,
  said: readonly Stretch[],
  words: readonly Stretch[],
): Attitude[] {
  const covered = new Uint8Array(view.tokens.count)
  for (const stretches of [said, words]) for (const { from, to } of stretches) covered.fill(1, from, to)
  const found = [...attitudesIn(view, tree, known.lists)].filter(
    (one) =>
      covered[one.cue.to - 1] === 0 && tells(view, one, known) && !one.contents.some((part) => alike(part, said)),
  )
  found.sort((a, b) => a.cue.from - b.cue.from || a.contents[0]!.from - b.contents[0]!.from)
  const kept: Attitude[] = []
  for (const one of found) {
    // of *wants to back the bill* the wish is told, and not the backing
    if (covered[one.cue.to - 1] === 1) continue
    for (const { from, to } of one.contents) covered.fill(1, from, to)
    kept.push(one)
  }
  return kept
}

/** Is most of a stretch told already? */
function alike({ from, to }: Stretch, others: readonly Stretch[]): boolean {
  return others.some((one) => {
    const shared = Math.min(one.to, to) - Math.max(one.from, from)
    return shared * 2 >= Math.max(one.to, to) - Math.min(one.from, from)
  })
}

function tells(view: View, { pos, word, form, next, cue }: Attitude, known: AttitudeWords): boolean {
  const reach = known.reach(pos, word, form, next)
  if (reach !== 'main') return reach === 'anywhere'
  const clause = view.clauseAt(cue.to - 1)
  return !clause || (!ASIDE.has(clause.relation) && clause.modality === 'asserted' && clause.tense !== 'future')
}

const ASIDE: ReadonlySet<string> = new Set(['xcomp', 'ccomp', 'acl', 'acl:relcl', 'csubj'])

/** Every attitude that the grammar could give, of words that are `listed`; how they take it tells which are. */
export function* attitudesIn(
  view: View,
  tree: Tree,
  listed: (pos: Attitude['pos'], word: string) => boolean,
): Generator<Attitude> {
  for (const [index, clause] of view.clauses.entries()) {
    if (!listed(clause.kind === 'verb' ? 'verb' : 'adjective', clause.lemma)) continue
    if (clause.kind === 'verb') yield* ofVerb(view, index, clause)
    else yield* ofAdjective(view, index, clause)
  }
  for (let i = 0; i < view.tokens.count; i++) {
    if (view.tags.upos[i] === 'NOUN' && listed('noun', view.tags.lemma[i]!)) yield* ofNoun(view, tree, i)
  }
}

function* ofVerb(view: View, index: number, clause: Clause): Generator<Attitude> {
  const after = complements(view, index, clause)
  const first = after[0]
  const next = after[1] && after[1].from <= first!.to + 2 ? after[1].form : ''
  const attitude = (form: string, source: Stretch | undefined, contents: Stretch[]): Attitude => ({
    word: clause.lemma,
    pos: 'verb',
    form,
    next,
    source,
    cue: clause.group,
    contents,
  })
  if (clause.voice === 'passive') {
    const [about] = clause.subjects
    if (!about || (first && first.form === 'that')) {
      if (first) yield attitude('passive-that', undefined, [rest(view, after)])
      return
    }
    const [by] = clause.agents
    const told = after.find(({ form }) => form === 'to' || form === 'as' || form === 'ing')
    const contents = told ? [plain(about), told] : [plain(about)]
    yield attitude(told ? `passive-${told.form}` : 'passive', by && plain(by), contents)
    return
  }
  const subject = holderOver(view, index)
  const source = relativeOf(view, clause) ?? (subject && plain(subject))
  if (!first) {
    const fronted = clause.objects.find(({ to }) => to <= clause.group.from)
    if (fronted && source) yield attitude('object', source, [plain(fronted)])
    return
  }
  if (first.form === 'to' || first.form === 'predicate') {
    const [raised] = clause.subjects
    if (raised) yield attitude(`raised-${first.form}`, undefined, [plain(raised), first])
  }
  yield attitude(first.form, source, [rest(view, after)])
}

/**
 * Who acts in a clause, or in the nearest clause above it that says so (*she ran, hoping to win*); else the person or
 * organization that acts last before it in the sentence.
 */
function holderOver(view: View, index: number): Phrase | undefined {
  for (let at = index; at >= 0; at = view.clauses[at]!.parent) {
    const [found] = view.agents(view.clauses[at]!)
    if (found) return found
  }
  const { head } = view.clauses[index]!
  const before = view.clausesIn(view.sentenceAt(head).from, head)
  for (let k = before.length - 1; k >= 0; k--) {
    const found = view.agents(before[k]!).find((one) => view.mentionAt(one.head, 'person', 'organization'))
    if (found) return found
  }
  return undefined
}

function* ofAdjective(view: View, index: number, clause: Clause): Generator<Attitude> {
  if (view.tags.upos[clause.head] !== 'ADJ') return
  const after = complements(view, index, clause).filter(({ from }) => from > clause.head)
  const [first] = after
  if (!first) return
  const [subject] = clause.subjects
  yield {
    word: clause.lemma,
    pos: 'adjective',
    form: first.form,
    next: '',
    source: subject && plain(subject),
    cue: { from: clause.group.from, to: clause.head + 1 },
    contents: [rest(view, after)],
  }
}

function* ofNoun(view: View, tree: Tree, noun: number): Generator<Attitude> {
  for (const child of tree.children(noun)) {
    if (child < noun) continue
    const form = nounForm(view, tree, child)
    if (form === undefined) continue
    const source = holderOf(view, tree, noun)
    let from = tree.first[child]!
    if (form !== 'that' && form !== 'to') from = afterPreposition(tree, child, from)
    const content = trimmed(view, { from, to: tree.behind[child]! }, 1)
    if (!content || from <= noun) return
    yield {
      word: view.tags.lemma[noun]!,
      pos: 'noun',
      form,
      next: '',
      source,
      cue: { from: noun, to: noun + 1 },
      contents: [content],
    }
    return
  }
}

function nounForm(view: View, tree: Tree, child: number): string | undefined {
  if (tree.is(child, 'acl') && tree.deprel[child] !== 'acl:relcl') {
    const marker = tree.child(child, 'mark')
    if (marker === -1) return undefined
    return tree.xpos(marker) === 'TO' ? 'to' : 'that'
  }
  if (tree.is(child, 'ccomp')) return 'that'
  if (tree.is(child, 'nmod') && tree.deprel[child] !== 'nmod:poss') return tree.preposition(child) || undefined
  if (tree.is(child, 'acl') && view.tags.xpos[child] === 'TO') return 'to'
  return undefined
}

function afterPreposition(tree: Tree, head: number, from: number): number {
  let start = from
  while (start < head && tree.deprel[start] === 'case') start++
  return start
}

/** Whose view a noun tells: its possessor, or the subject of the verb that has, makes or gives it. */
function holderOf(view: View, tree: Tree, noun: number): Stretch | undefined {
  const own = tree.possessor(noun)
  if (own) return { from: own.from, to: own.to }
  const clause = view.clauseAt(noun)
  const [holder] = clause && tree.head[noun] === clause.head && noun > clause.head ? view.agents(clause) : []
  return holder && { from: holder.from, to: holder.to }
}

const plain = ({ from, to }: Phrase): Stretch => ({ from, to })

/** What stands behind the verb as its complements, in order. */
function complements(view: View, index: number, clause: Clause): Complement[] {
  const found: Complement[] = []
  const edge = clause.group.to
  for (const { from, wide } of clause.objects) if (from >= edge) found.push({ form: 'object', from, to: wide.to })
  if (clause.predicate && clause.predicate.from >= edge && clause.kind === 'verb') {
    found.push({ form: 'predicate', from: clause.predicate.from, to: clause.predicate.wide.to })
  }
  for (const { head, from, wide, preposition } of clause.obliques) {
    if (from >= edge && preposition !== '' && !view.valueAt(head, 'date', 'time')) {
      found.push({ form: preposition, from, to: wide.to })
    }
  }
  for (const child of view.childrenOf(index)) {
    if (child.from < edge) continue
    const form = clauseForm(view, child)
    if (form) found.push({ form, from: child.from, to: child.to })
  }
  return found.sort((a, b) => a.from - b.from)
}

function clauseForm(view: View, { relation, head, group, marker }: Clause): string | undefined {
  if (relation !== 'ccomp' && relation !== 'xcomp' && relation !== 'advcl') return undefined
  const xpos = view.tags.xpos[head]!
  if (relation === 'advcl' && marker !== '' && xpos === 'VBG') return marker
  if (view.tokens.lower(group.from - 1) === 'to' || view.tokens.lower(group.from) === 'to') return 'to'
  if (relation === 'ccomp') return 'that'
  if (relation === 'xcomp') return xpos === 'VBG' ? 'ing' : 'predicate'
  return undefined
}

/** From the first complement to the end of the last that follows on. */
function rest(view: View, [first, ...others]: readonly Complement[]): Stretch {
  let to = first!.to
  for (const other of others) if (other.from <= to + 2 && view.tokens.text(to) !== ',') to = Math.max(to, other.to)
  return { from: first!.from, to: reaching(view, to) }
}

/** *showed Acme | leading the field*: a gerund right behind a complement goes on with it, wherever the parse hangs it. */
function reaching(view: View, end: number): number {
  if (view.tags.xpos[end] !== 'VBG' || view.tags.upos[end - 1] === 'PUNCT') return end
  const { to } = view.sentenceAt(end)
  let i = end
  while (i < to && view.tags.upos[i] !== 'PUNCT') i++
  return i
}
