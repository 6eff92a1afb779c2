import type { Quotation } from './quotations.ts'
import type { Beside } from './quoted-speech.ts'
import type { Speech } from './speech.ts'
import type { View } from './view.ts'

// Who speaks a quotation, by the words right beside its marks: no parse is asked.

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'i', 'we'])
const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP'])
const IN_PHRASE: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM'])
const MARKS = /^(?:["“”„«»'’]|``|'')$/
/** The most words a speaker without a name has beside a quotation: *the 43-year-old lawyer*. */
const LONGEST = 6

/**
 * *“…,” she barked*, *“…,” notes Jane Roe*, *Roe replied: “…”*: who stands beside the verb beside the marks, whatever the
 * tags make of them. Behind a comma or a stop that is no full one any verb speaks.
 */
export function adjacentTo(view: View, quotation: Quotation): Beside | undefined {
  let i = quotation.to
  while (MARKS.test(view.tokens.text(i))) i++
  const { to: end } = view.sentenceAt(quotation.to - 1)
  const last = Math.min(view.tokens.count, Math.max(end, i + LONGEST))
  const open = /^[,!?]$/.test(view.tokens.text(quotation.to - 1))
  if (open && view.tokens.paragraph[i] === view.tokens.paragraph[quotation.to - 1]) {
    const subject = speakerFrom(view, i, last)
    if (subject) {
      const verb = view.tags.upos[subject.to] === 'ADV' ? subject.to + 1 : subject.to
      const cue = cueAt(view, verb, true)
      if (cue) return spoken(view, subject, verb, cue)
      const far = view.tokens.text(subject.to) === ',' ? behindApposition(view, subject.to + 1, end) : -1
      if (far !== -1) return spoken(view, subject, far, cueAt(view, far, false)!)
    }
    const cue = cueAt(view, i, true)
    const behind = cue && speakerFrom(view, i + 1, last)
    if (behind) return spoken(view, behind, i, cue)
  }
  return ahead(view, quotation)
}

/** The most words between a speaker’s name and the verb: *“…,” Jane Roe, the head of Acme in Peru, said*. */
const APPOSED = 24

/** The verb of saying behind the comma that closes what tells who the speaker is; -1 where a verb or a mark comes first. */
function behindApposition(view: View, from: number, end: number): number {
  for (let i = from; i < Math.min(end, from + APPOSED); i++) {
    if (MARKS.test(view.tokens.text(i)) && view.tags.xpos[i] !== 'POS') return -1
    if (view.tokens.text(i - 1) === ',' && cueAt(view, i, false)) return i
  }
  return -1
}

/** *…, adding: “…”*: the participle right before a quotation, whose speaker is the one before. */
export function goingOn(view: View, quotation: Quotation, last: Speech): Beside | undefined {
  const mark = quotation.from - 2
  const verb = mark - 1
  if (!/^[:,]$/.test(view.tokens.text(mark)) || view.tags.xpos[verb] !== 'VBG') return undefined
  const cue = view.tags.lemma[verb]!
  if (!view.cues.has(cue) || view.sentenceAt(verb) !== view.sentenceAt(last.verb.from)) return undefined
  const { speaker, source } = last
  const speech = { speaker, cue, from: verb, to: verb + 1, verb: { from: verb, to: verb + 1 }, source }
  return { speech, at: verb }
}

/** *Roe replied: “…”*, *Continued Roe: “…”*. */
function ahead(view: View, quotation: Quotation): Beside | undefined {
  const mark = quotation.from - 2
  if (!/^[:,]$/.test(view.tokens.text(mark)) || mark < 2) return undefined
  const { from } = view.sentenceAt(mark)
  const cue = cueAt(view, mark - 1, false)
  const name = view.nameAt(mark - 1)
  if (cue && mark - 1 > from) {
    const subject = view.mentionAt(mark - 2, 'person', 'organization')
    if (subject && subject.to === mark - 1) {
      return spoken(view, { head: subject.to - 1, from: subject.from, to: subject.to }, mark - 1, cue)
    }
  } else if (name && name.to === mark && name.from > from) {
    const behind = cueAt(view, name.from - 1, false)
    if (behind) return spoken(view, { head: name.to - 1, from: name.from, to: name.to }, name.from - 1, behind)
  }
  return undefined
}

/** A name, a pronoun or a short noun phrase that begins at token `i`. */
function speakerFrom(view: View, i: number, end: number): { head: number; from: number; to: number } | undefined {
  const name = view.nameAt(i)
  if (name?.from === i) return { head: name.to - 1, from: i, to: name.to }
  if (PRONOUNS.has(view.tokens.lower(i))) return { head: i, from: i, to: i + 1 }
  let to = i
  while (to < Math.min(end, i + LONGEST) && IN_PHRASE.has(view.tags.upos[to] ?? '')) {
    // a title before a name, and the name itself: *Senator Jane Roe*
    const inner = view.nameAt(to)
    if (inner) return { head: inner.to - 1, from: i, to: inner.to }
    to++
  }
  const head = to - 1
  return to > i && view.tags.upos[head] === 'NOUN' && view.tags.upos[i] === 'DET' ? { head, from: i, to } : undefined
}

/** The lemma of token `i` as a word of saying; with `any`, of whatever verb stands there. */
function cueAt(view: View, i: number, any: boolean): string | undefined {
  const lemma = view.tags.lemma[i] ?? ''
  const lower = view.tokens.lower(i)
  for (const one of [lemma, lower.replace(/e?d$/, ''), lower.replace(/d$/, ''), lower.replace(/s$/, '')]) {
    if (view.cues.has(one) && (one !== lower || FINITE.has(view.tags.xpos[i] ?? ''))) return one
  }
  return any && FINITE.has(view.tags.xpos[i] ?? '') && view.tags.upos[i] === 'VERB' ? lemma : undefined
}

function spoken(view: View, subject: { head: number; from: number; to: number }, verb: number, cue: string): Beside {
  const speech: Speech = {
    speaker: view.fill(subject),
    cue,
    from: Math.min(subject.from, verb),
    to: Math.max(subject.to, verb + 1),
    verb: { from: verb, to: verb + 1 },
    source: { from: subject.from, to: subject.to },
  }
  return { speech, at: verb }
}
