import type { Clause, Phrase } from '../doc/clause.ts'
import type { Filler } from './filler.ts'
import { determiner, possessive } from './phrase.ts'
import { finite } from './speech.ts'
import type { View } from './view.ts'
import { whenOf } from './when.ts'

/** A figure's own words, and whose figure it is. */
export interface Metric {
  metric: Filler
  of: Filler | undefined
}

const OWNERSHIP = new Set(['of', 'in', 'at', 'for', 'from', 'by'])

/**
 * Splits a noun phrase into the figure and its owner: *Lima's retail sales* and *retail sales of consumer goods in
 * Lima* are both *retail sales …* of Lima. `undefined` when nothing but a name or a pronoun is left.
 */
export function metricOf(view: View, phrase: Pick<Phrase, 'head' | 'from' | 'to'>): Metric | undefined {
  if (view.mentionAt(phrase.head) || view.valueAt(phrase.head) || view.tags.upos[phrase.head] === 'PRON')
    return undefined
  let { from, to } = phrase
  let of: Filler | undefined
  for (let i = from; i < phrase.head; i++) if (view.tokens.text(i) === ',' && i < phrase.head - 6) from = i + 1
  for (let i = from; i < phrase.head; i++) {
    const owner = view.mentionAt(i)
    const end = owner
      ? possessive(view, owner.to)
        ? owner.to + 1
        : owner.mention.kind === 'pronoun'
          ? owner.to
          : -1
      : -1
    if (owner && end > 0 && end <= phrase.head) {
      of = { entity: owner.entity }
      from = end
    }
  }
  for (let i = phrase.head + 1; i < to; i++) {
    if (!OWNERSHIP.has(view.tokens.lower(i))) continue
    let at = i + 1
    while (at < to && determiner(view, at)) at++
    const owner = view.mentionAt(at)
    if (!owner || owner.to < to) continue
    of ??= { entity: owner.entity }
    to = i
  }
  while (from < phrase.head && determiner(view, from)) from++
  to = view.withoutTail(phrase.head, to)
  if (from >= to || to - from > LONGEST || finite(view, { from, to })) return undefined
  return { metric: { span: view.span(from, to) }, of }
}

/** A figure's words are few; what is longer is a misread clause. */
const LONGEST = 16

const BASIS: readonly (readonly [RegExp, string])[] = [
  [
    /\byear[- ]on[- ]year\b|\byear[- ]over[- ]year\b|\byoy\b|\b(?:from|than|over|on) (?:a|the) (?:year (?:earlier|ago|before)|previous year)\b|\bsame (?:period|month|quarter|time)\b.*\b(?:last|previous) year\b|\bon[- ]year\b|\bannually\b|\bcompared (?:to|with) last year\b/i,
    'year-on-year',
  ],
  [
    /\bquarter[- ](?:on|over)[- ]quarter\b|\bqoq\b|\b(?:from|than|over) the (?:previous|prior|last) quarter\b|\bon[- ]quarter\b/i,
    'quarter-on-quarter',
  ],
  [
    /\bmonth[- ](?:on|over)[- ]month\b|\bmom\b|\b(?:from|than|over) (?:a month earlier|the (?:previous|prior|last) month)\b|\bon[- ]month\b/i,
    'month-on-month',
  ],
  [/\bweek[- ](?:on|over)[- ]week\b|\b(?:from|than) (?:a week earlier|the previous week)\b/i, 'week-on-week'],
]

/** What a change is measured against, where the words of the clause tell it. */
export function basisOf(words: string): string | undefined {
  return BASIS.find(([pattern]) => pattern.test(words))?.[1]
}

/** The period a clause speaks of, not the one it compares with. */
export const periodOf = (view: View, clause: Clause): Filler | undefined => whenOf(view, clause)

const OF_PHRASE = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'PRON', 'ADP', 'NUM', 'PART'])

/**
 * The noun phrase that stands right before token `to`, for where the parse gives no subject: back to a verb, a comma or
 * the sentence's start, without a preposition in front.
 */
export function phraseBefore(view: View, to: number): Pick<Phrase, 'head' | 'from' | 'to'> | undefined {
  const { from: floor } = view.sentenceAt(to)
  let from = to
  while (from > floor && OF_PHRASE.has(view.tags.upos[from - 1] ?? '') && view.tokens.lower(from - 1) !== 'that') from--
  while (from < to && view.tags.upos[from] === 'ADP') from++
  let head = from
  for (let i = from; i < to && view.tags.upos[i] !== 'ADP'; i++)
    if (view.tags.upos[i] === 'NOUN' || view.tags.upos[i] === 'PROPN') head = i
  return head < to && view.tags.upos[head] === 'NOUN' ? { head, from, to } : undefined
}

/** The subjects as figures; where none is one, the phrase before the verb. */
export function metricsOf(view: View, clause: Clause): Metric[] {
  const found = clause.subjects.flatMap((phrase) => metricOf(view, phrase) ?? [])
  if (found.length > 0 || clause.subjects.some(({ head }) => view.mentionAt(head))) return found
  const before = phraseBefore(view, clause.group.from)
  const metric = before && metricOf(view, before)
  return metric ? [metric] : []
}
