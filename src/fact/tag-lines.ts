import { behindDateline } from './dateline.ts'
import { trimmed } from './edges.ts'
import type { Proposal } from './fact-rule.ts'
import type { Filler } from './filler.ts'
import { type Quotation, quotationAt } from './quotations.ts'
import { ADDRESSING, around, finite, headOf, isSaying, type Speech, type Stretch, speaks } from './speech.ts'
import { statement } from './statement-fact.ts'
import type { View } from './view.ts'

// What is said around a speaker and a verb between commas, where the grammar gives the verb nothing: no parse of the verb is asked.

const IN_PHRASE: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART'])
const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'VBN'])
/** The most words a speaker before the verb has: *the chief executive of Acme* is cut at its preposition. */
const LONGEST = 8

/**
 * *Sales fell, said Jane Roe, the head of Acme*; *the bigger risk, she said, is a clash*; *…, adding that it would close*.
 * `spent`: the verbs that have their statement; `sayings`: the statements found so far.
 */
export function* tagLines(
  view: View,
  quotations: readonly Quotation[],
  spent: ReadonlySet<number>,
  sayings: readonly Proposal[],
): Generator<Proposal> {
  const spoken = new Map<number, Proposal>()
  for (const one of sayings) {
    if (one.speech) spoken.set(view.sentenceAt(view.tokens.at(one.speech.cue.start)).from, one)
  }
  for (let i = 2; i < view.tokens.count - 1; i++) {
    const xpos = view.tags.xpos[i]!
    if (!xpos.startsWith('VB') || spent.has(i)) continue
    const cue = view.tags.lemma[i]!
    if (!isSaying(view, cue) || quotationAt(view, quotations, i)) continue
    const found =
      xpos === 'VBG'
        ? adding(view, i, cue, spoken.get(view.sentenceAt(i).from))
        : FINITE.has(xpos)
          ? between(view, i, cue)
          : undefined
    if (found) yield found
  }
}

/** The verb behind the speaker or before it, cut off by a comma from what is said. */
function between(view: View, verb: number, cue: string): Proposal | undefined {
  const sentence = around(view, verb)
  const ahead = speakerBefore(view, verb, sentence.from)
  const behind = ahead || ADDRESSING.has(cue) ? undefined : speakerBehind(view, verb, sentence.to)
  const source = ahead ?? behind
  if (!source) return undefined
  const opens = Math.min(source.from, verb)
  const closes = Math.max(source.to, verb + 1)
  const before: Stretch = { from: behindDateline(view, sentence), to: opens - 1 }
  if (before.to - before.from < 2) return undefined
  const speech: Speech = {
    speaker: view.fill({ head: nameOrHead(view, source), from: source.from, to: source.to }),
    cue,
    from: opens,
    to: closes,
    verb: { from: verb, to: verb + 1 },
    source,
  }
  const whole = finite(view, before)
  if (!whole) return ahead ? bothSides(view, speech, before, { from: closes, to: sentence.to }) : undefined
  // what follows the verb is no part of what is said, and holds no verb of its own: *said on Monday*
  if (ahead && view.tags.upos[closes] !== 'PUNCT' && finite(view, { from: closes, to: sentence.to })) return undefined
  return statement(view, speech, before, 'indirect', verb, 0.75, 'tag-line')
}

/** What is said on both sides of the speaker: *the bigger risk, she said, is a clash*. */
export function bothSides(view: View, speech: Speech, before: Stretch, after: Stretch): Proposal | undefined {
  const first = trimmed(view, before, 1)
  const second = view.tokens.text(after.from) === ',' ? trimmed(view, after) : undefined
  if (!first || !second || !finite(view, second)) return undefined
  const whole = { from: first.from, to: second.to }
  const found = statement(view, speech, whole, 'indirect', speech.verb.from, 0.75, 'around')
  const parts = [view.span(first.from, first.to), view.span(second.from, second.to)]
  if (found?.speech) found.speech.parts = parts
  return found
}

/** *…, adding that small donors object*: the speaker of the sentence goes on. */
function adding(view: View, verb: number, cue: string, spoken: Proposal | undefined): Proposal | undefined {
  const sentence = around(view, verb)
  if (view.tokens.text(verb - 1) !== ',') return undefined
  const said = view.tokens.lower(verb + 1) === 'that'
  const content = trimmed(view, { from: verb + (said ? 2 : 1), to: sentence.to })
  if (!content || !finite(view, content) || view.tags.upos[content.from] === 'ADP') return undefined
  const source = speakerOfSentence(view, sentence.from, verb, spoken)
  if (!source) return undefined
  const speech: Speech = {
    speaker: source.speaker,
    cue,
    from: verb,
    to: verb + 1,
    verb: { from: verb, to: verb + 1 },
    source,
  }
  return statement(view, speech, content, 'indirect', headOf(view, content.from, content.to), 0.7, 'adding')
}

const speakerAt = (speaker: Filler, { from, to }: Stretch) => ({ speaker, from, to })

function speakerOfSentence(
  view: View,
  from: number,
  verb: number,
  before: Proposal | undefined,
): (Stretch & Pick<Speech, 'speaker'>) | undefined {
  const speaker = before?.arguments.find(({ role }) => role === 'speaker')?.filler
  if (before?.speech && speaker && view.tokens.at(before.speech.cue.start) < verb)
    return speakerAt(speaker, view.stretch(before.speech.source))
  for (const clause of view.clausesIn(from, verb)) {
    const subject = view.agents(clause).find(({ head }) => view.mentionAt(head, 'person', 'organization'))
    if (subject) return speakerAt(view.fill(subject), subject)
  }
  return undefined
}

/** What stands between a comma and the verb, where it can speak. */
function speakerBefore(view: View, verb: number, first: number): Stretch | undefined {
  let to = verb
  while (to > first && view.tags.upos[to - 1] === 'ADV') to--
  // her top aide, Tad Doe, said
  const apposed = view.tokens.text(to - 1) === ','
  if (apposed) to--
  let from = phraseFrom(view, to, first)
  if (from === to || view.tokens.text(from - 1) !== ',') return undefined
  if (apposed) {
    if (view.nameAt(from)?.from !== from || view.nameAt(to - 1)?.from !== from) return undefined
    const title = phraseFrom(view, from - 1, first)
    if (title === from - 1 || view.tokens.text(title - 1) !== ',') return undefined
    from = title
  }
  return speaks(view, { head: nameOrHead(view, { from, to }) }) ? { from, to } : undefined
}

/** Where the words of a phrase that ends at token `to` begin. */
function phraseFrom(view: View, to: number, first: number): number {
  let from = to
  while (from > first && to - from < LONGEST) {
    // chairman and chief executive Jane Roe
    const joined = view.tags.upos[from - 1] === 'CCONJ' && view.nameAt(to - 1) && inPhrase(view, from - 2)
    if (!joined && !inPhrase(view, from - 1)) break
    from--
  }
  return from
}

/** What stands behind *, said*, with its titles, up to a mark, a preposition or a verb. */
function speakerBehind(view: View, verb: number, end: number): Stretch | undefined {
  if (view.tokens.text(verb - 1) !== ',') return undefined
  const from = verb + 1
  let to = from
  while (to < end && (inPhrase(view, to) || (view.tags.upos[to] === 'CCONJ' && inPhrase(view, to + 1)))) to++
  if (to === from || !speaks(view, { head: nameOrHead(view, { from, to }) })) return undefined
  return to >= end - 1 || ['PUNCT', 'ADP', 'PRON'].includes(view.tags.upos[to] ?? '') ? { from, to } : undefined
}

const inPhrase = (view: View, i: number): boolean =>
  IN_PHRASE.has(view.tags.upos[i] ?? '') || view.nameAt(i) !== undefined

/** The last name in the stretch that somebody bears, else its last word. */
function nameOrHead(view: View, { from, to }: Stretch): number {
  for (let i = to - 1; i >= from; i--) if (view.mentionAt(i, 'person', 'organization')) return i
  return to - 1
}
