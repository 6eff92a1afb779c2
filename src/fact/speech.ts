import type { Clause, Phrase } from '../doc/clause.ts'
import { behindDateline } from './dateline.ts'
import { sourceMarker, trimmed } from './edges.ts'
import type { Filler } from './filler.ts'
import type { View } from './view.ts'

/** Who speaks, by which verb; `from` to `to` are the tokens of the speaker and the verb. */
export interface Speech {
  speaker: Filler
  cue: string
  from: number
  to: number
  /** The verb's own tokens. */
  verb: Stretch
  /** The speaker's own tokens. */
  source: Stretch
}

/** Tokens `from` (inclusive) to `to` (exclusive). */
export interface Stretch {
  from: number
  to: number
}

const PERSONAL = /^(?:he|she|they|it)$/

/** A name, a person's pronoun, or words that can speak: no relative pronoun, no mark. */
export const speaks = (view: View, { head }: Pick<Phrase, 'head'>): boolean =>
  view.mentionAt(head) !== undefined ||
  PERSONAL.test(view.tokens.lower(head)) ||
  (/\p{L}/u.test(view.tokens.text(head)) && ['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET'].includes(view.tags.upos[head] ?? ''))

/** The clause as speech: its verb is a cue, and somebody is there to speak. */
export function speechOf(view: View, clause: Clause): Speech | undefined {
  if (clause.kind !== 'verb' || !view.cues.has(clause.lemma)) return undefined
  const subject = view.agents(clause).find((phrase) => speaks(view, phrase))
  const speaker =
    inverted(view, clause) ?? (subject && lastName(view, clause, subject)) ?? subject ?? nameBeside(view, clause)
  if (!speaker) return undefined
  return {
    speaker: view.fill(speaker),
    cue: clause.lemma,
    from: Math.min(speaker.from, clause.group.from),
    to: Math.max(speaker.to, clause.group.to),
    verb: clause.group,
    source: relativeOf(view, clause) ?? { from: speaker.from, to: speaker.to },
  }
}

const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'that'])

/** *the lawyer, who said …*: the pronoun that stands for the speaker right before the verb, as *he* would. */
export function relativeOf(view: View, { relation, from, group }: Clause): Stretch | undefined {
  if (relation !== 'acl:relcl') return undefined
  for (let i = group.from - 1; i >= from - 1 && i >= group.from - 3; i--) {
    if (RELATIVE.has(view.tokens.lower(i))) return { from: i, to: i + 1 }
    if (view.tags.upos[i] !== 'ADV') return undefined
  }
  return undefined
}

/** *…, said several observers.*: what stands between a comma, the verb and the end of its part of the sentence speaks. */
function inverted(
  view: View,
  { group, objects, lemma, head }: Clause,
): Pick<Phrase, 'head' | 'from' | 'to'> | undefined {
  if (view.cues.get(lemma) !== 'say' || view.tokens.text(group.from - 1) !== ',') return undefined
  const object = objects.find(({ from }) => from === group.to)
  const sentence = view.sentenceAt(head)
  if (!object || !speaks(view, object) || !sentenceBefore(view, sentence.from, group.from)) return undefined
  const closes = object.to >= sentence.to - 1 || view.tags.upos[object.to] === 'PUNCT'
  return closes ? object : undefined
}

/** May tokens `from` to `to` be a clause? */
function sentenceBefore(view: View, from: number, to: number): boolean {
  if (to - from < 4) return false
  for (let i = from; i < to; i++) if (view.tags.upos[i] === 'VERB' || view.tags.upos[i] === 'AUX') return true
  return false
}

/** *…, the figures show, Roe said*: where a comma cuts the subject, the name right before the verb speaks. */
function lastName(view: View, clause: Clause, subject: Phrase): Pick<Phrase, 'head' | 'from' | 'to'> | undefined {
  const name = view.mentionAt(clause.group.from - 1)
  if (!name || name.to !== clause.group.from || name.from <= subject.head || subject.from >= clause.group.from)
    return undefined
  // Tuesday in Oslo, former president Jane Roe said …: what is no speaker gives way
  const strange = view.valueAt(subject.head) ?? view.mentionAt(subject.head, 'place')
  if (strange && (name.entity.type === 'person' || name.entity.type === 'organization'))
    return { head: name.to - 1, from: name.from, to: name.to }
  const cut = view.tokens.text(name.from - 1) === ','
  return cut && finite(view, { from: view.sentenceAt(name.from).from, to: name.from })
    ? { head: name.to - 1, from: name.from, to: name.to }
    : undefined
}

/** Verbs whose object is the one spoken to. */
export const ADDRESSING: ReadonlySet<string> = new Set([
  'tell',
  'ask',
  'inform',
  'remind',
  'assure',
  'warn',
  'urge',
  'notify',
])

/** Where the parse gives no subject: the name right behind the verb (*said Jane Roe*), or the last one before it. */
function nameBeside(view: View, clause: Clause): Pick<Phrase, 'head' | 'from' | 'to'> | undefined {
  const { from, to } = clause.group
  const sentence = view.sentenceAt(from)
  // whom somebody tells something stands there too
  const tells = ADDRESSING.has(clause.lemma)
  for (let i = to; !tells && i < Math.min(sentence.to, to + 5); i++) {
    const name = view.nameAt(i)
    if (name?.entity.type === 'person' || name?.entity.type === 'organization')
      return { head: name.to - 1, from: name.from, to: name.to }
    if (!['DET', 'NOUN', 'PROPN', 'ADJ'].includes(view.tags.upos[i] ?? '')) break
  }
  if (!['VBD', 'VBZ', 'VBP'].includes(view.tags.xpos[clause.head] ?? '')) return undefined
  for (let i = from - 1; i >= sentence.from; i--) {
    // “…,” a narrator in the film asks: the words between the quotation and the verb
    if (/^["”»]$/.test(view.tokens.text(i))) {
      const words = { from: i + 1, to: from }
      if (from - i < 2 || from - i > 15 || view.tokens.text(from - 1) === ',') return undefined
      let head = words.from
      while (head + 1 < from && ['DET', 'ADJ', 'NOUN', 'PROPN'].includes(view.tags.upos[head + 1] ?? '')) head++
      return { head, from: words.from, to: words.to }
    }
    const found = view.mentionAt(i)
    if (found?.entity.type === 'person' || found?.entity.type === 'organization')
      return { head: found.to - 1, from: found.from, to: found.to }
    if (FINITE.has(view.tags.xpos[i] ?? '')) return undefined
  }
  return undefined
}

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

/** Does the stretch hold a finite verb? */
export function finite(view: View, { from, to }: Stretch): boolean {
  for (let i = from; i < to; i++) if (FINITE.has(view.tags.xpos[i] ?? '')) return true
  return false
}

/** Kinds of cues that take whole clauses; of others only a clause the parse gives is taken. */
const SAYING = new Set(['say', 'claim', 'confirm', 'deny', 'warn', 'forecast', 'show'])

/** Nobody says more in one breath: what is longer is a table or a list, whatever stops it lacks. */
const BREATH = 400

/** The sentence of a token, as far as one breath reaches from there. */
export function around(view: View, i: number): Stretch {
  const { from, to } = view.sentenceAt(i)
  return { from: Math.max(from, i - BREATH), to: Math.min(to, i + BREATH) }
}

/** Does the lemma take whole clauses as what is said? */
export const isSaying = (view: View, lemma: string): boolean => SAYING.has(view.cues.get(lemma) ?? '')

/**
 * What is said, without quotation marks: the rest of the sentence behind the verb (over the addressee and *that*), or what
 * stands before a speaker and a verb that end the sentence: *it would close, the company said on Monday*.
 */
export function contentOf(view: View, index: number, speech: Speech): Stretch | undefined {
  const clause = view.clauses[index]!
  const sentence = around(view, clause.head)
  const after = behindVerb(view, index, speech, sentence.to)
  const before = { from: behindDateline(view, sentence), to: speech.from - 1 }
  const closes = view.tokens.text(speech.from - 1) === ',' && before.to > before.from
  const behind = speech.source.from >= speech.verb.to
  const takesThing = !ADDRESSING.has(clause.lemma) && clause.objects.some((one) => one.from === speech.verb.to)
  if (
    closes &&
    (behind || !takesThing) &&
    (behind || !(after && finite(view, after))) &&
    sentenceBefore(view, before.from, before.to)
  )
    return before
  if (!after || after.to <= after.from || view.tokens.text(speech.verb.to) === ',') return undefined
  const kind = view.cues.get(speech.cue)!
  if (kind === 'go-on') return undefined
  const complement = view.childrenOf(index).find((one) => one.relation === 'ccomp' && one.from >= speech.verb.to)
  const saying = SAYING.has(kind)
  // reported no arrests on Monday, although …: the verb tells a thing, and no clause
  if (!complement && takesThing && !PLAIN.has(clause.lemma)) return undefined
  if (complement) return { from: Math.min(after.from, complement.from), to: saying ? after.to : complement.to }
  return saying && finite(view, after) && opensClause(view, after.from) ? after : undefined
}

/** Verbs that take what is said, and nobody it is said to, as their object. */
const PLAIN: ReadonlySet<string> = new Set([
  'say',
  'add',
  'think',
  'believe',
  'argue',
  'claim',
  'insist',
  'suggest',
  'note',
])

/** May a clause begin here? Not with a preposition or a verb: *said in a statement*. */
function opensClause(view: View, i: number): boolean {
  return !['ADP', 'VERB', 'PUNCT', 'CCONJ'].includes(view.tags.upos[i] ?? '') || view.tokens.lower(i) === 'that'
}

function behindVerb(view: View, index: number, speech: Speech, end: number): Stretch | undefined {
  const clause = view.clauses[index]!
  let from = speech.verb.to
  if (speech.from >= speech.verb.from && speech.to > from) from = speech.to
  // over the addressee: told reporters in Paris (that) …; said of no such verb
  const addressees = PLAIN.has(clause.lemma) ? clause.indirectObjects : [...clause.indirectObjects, ...clause.objects]
  for (const phrase of addressees) {
    if (phrase.from <= from + 1 && phrase.to > from && phrase.to < end && !finite(view, phrase)) from = phrase.to
  }
  for (let i = from; i < Math.min(end, from + 12); i++) {
    if (view.tokens.lower(i) === 'that' && (i === from || !finite(view, { from, to: i })))
      return trimmed(view, { from: i + 1, to: until(view, index, i, end) })
  }
  // over the time and the place: said on Monday …
  for (const phrase of clause.obliques) {
    const opening = phrase.preposition === '' ? phrase.from : phrase.from - 1
    if (opening === from && phrase.to < end && view.valueAt(phrase.head, 'date', 'time')) from = phrase.to
  }
  return trimmed(view, { from, to: until(view, index, from, end) })
}

/** Where what is said ends: at a second verb of the speaker's own, with a clause that is itself inside another, or with the sentence. */
function until(view: View, index: number, from: number, last: number): number {
  const own = view.clauses[index]!
  const inner = own.relation === 'acl:relcl' || (own.relation === 'advcl' && own.marker !== '')
  const end = inner && own.to > from ? Math.min(last, own.to) : last
  const aside = CONTRASTS.has(view.tokens.lower(view.sentenceAt(own.head).from))
  for (const { head, group, lemma, relation, subjects } of view.clausesIn(from, end)) {
    // While some say it fell, others deny it: the main clause is the paper's
    if (aside && relation !== 'ccomp' && relation !== 'advcl' && head > from + 2) {
      const comma = subjects.findLast((one) => one.from > from + 1 && view.tokens.text(one.from - 1) === ',')
      if (comma) return comma.from - 1
    }
    // …, while others say that it rose
    const contrast = group.from > from + 2 && view.cues.has(lemma) ? contrastBefore(view, subjects, from) : -1
    if (contrast > from) return contrast
    // …, an aide said: that speaker's sentence holds this one
    const speaker = group.to >= end - 2 && view.cues.has(lemma) ? subjects[0] : undefined
    if (speaker && speaker.from > from + 2 && view.tokens.text(speaker.from - 1) === ',') return speaker.from - 1
    // …, adding that
    const goesOn = view.tags.xpos[head] === 'VBG' && view.cues.has(lemma) && group.from === head
    if (goesOn && head > from + 2 && view.tokens.text(head - 1) === ',') return head
  }
  for (let i = from + 3; i < end - 1; i++) {
    // …, according to analysts
    if (view.tags.upos[i] === 'PUNCT' && view.tokens.text(i) === ',' && sourceMarker(view, i + 1)?.length === 2)
      return i
  }
  for (const one of view.childrenOf(index)) {
    if (one.relation === 'conj' && one.group.from > from && view.cues.has(one.lemma)) return one.from
  }
  return end
}

const CONTRASTS: ReadonlySet<string> = new Set(['while', 'although', 'though', 'whereas'])

/** *…, while others*: the comma before a subject that is set against the speaker; -1 for none. */
function contrastBefore(view: View, subjects: Clause['subjects'], from: number): number {
  for (const subject of subjects) {
    const word = subject.from - 1
    if (word > from && CONTRASTS.has(view.tokens.lower(word)) && view.tokens.text(word - 1) === ',') return word - 1
  }
  return -1
}

/** The head of a stretch: the predicate or name in it that hangs on nothing inside; without one its last noun. */
export function headOf(view: View, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const governor = view.parse.head[i]!
    if (view.tags.upos[i] !== 'PUNCT' && (governor < from || governor >= to)) return i
  }
  return Math.max(from, to - 1)
}
