import type { Clause } from '../doc/clause.ts'
import type { Quotation } from './quotations.ts'
import { type Speech, speaks, speechOf } from './speech.ts'
import type { View } from './view.ts'

// Who speaks a quotation, by what stands beside it.

/** Tokens within which a quotation's cue is looked for. */
const REACH = 40

export interface Beside {
  speech: Speech
  /** The token of the cue. */
  at: number
}

/** Does a colon stand right before the quotation, if need be at the end of the paragraph above? */
const introduces = (view: View, quotation: Quotation): boolean => view.tokens.text(quotation.from - 2) === ':'

/** The cue clause nearest to a quotation, outside every quotation, in its paragraph. */
export function cueBeside(view: View, quotation: Quotation, quotations: readonly Quotation[]): Beside | undefined {
  let best: { speech: Speech; clause: Clause; distance: number } | undefined
  for (const clause of view.clausesIn(quotation.from - REACH, quotation.to + REACH)) {
    const { head } = clause
    const paragraph = view.tokens.paragraph[quotation.from]!
    const above = view.tokens.paragraph[head] === paragraph - 1 && introduces(view, quotation)
    if (view.tokens.paragraph[head] !== paragraph && !above) continue
    if (quotations.some((one) => one.from <= head && head < one.to)) continue
    const speech = speechOf(view, clause)
    if (!speech) continue
    const inFront = head < quotation.from
    const distance = inFront
      ? quotation.from - clause.group.to
      : Math.min(speech.from, clause.group.from) - quotation.to
    if (distance > 14 || distance < -1) continue
    // a sentence's end between them parts them, unless the quotation ends it
    if (inFront && view.sentenceAt(head) !== view.sentenceAt(quotation.from) && !introduces(view, quotation)) continue
    if (!inFront && view.sentenceAt(head) !== view.sentenceAt(quotation.to - 1) && distance > 1) continue
    // a stop inside the marks ends the sentence: what follows speaks of the next one
    if (!inFront && view.tokens.text(quotation.to - 1) === '.') continue
    // of two cues before a colon the one right before it introduces
    const near = inFront && introduces(view, quotation) ? distance - REACH : distance
    if (!best || near < best.distance) best = { speech, clause, distance: near }
  }
  return best && { speech: best.speech, at: best.clause.head }
}

/** *Roe turned to the crowd: “…”*: whatever the verb is, who acts before the colon speaks. */
export function introducedBy(view: View, quotation: Quotation): Beside | undefined {
  if (!introduces(view, quotation)) return undefined
  const colon = quotation.from - 2
  const { from } = view.sentenceAt(colon)
  const clause = view.clausesIn(from, colon).findLast((one) => one.relation === 'root' || one.relation === 'conj')
  const subject = clause && view.agents(clause)[0]
  const mention = subject && view.mentionAt(subject.head, 'person', 'organization')
  if (!clause || !subject || !mention || !speaks(view, subject)) return undefined
  const speech: Speech = {
    speaker: { entity: mention.entity },
    cue: clause.lemma,
    from: Math.min(subject.from, clause.group.from),
    to: Math.max(subject.to, clause.group.to),
    verb: clause.group,
    source: subject,
  }
  return { speech, at: clause.head }
}

/** *“…” — Jane Roe*: the name behind a dash signs. */
export function signedBy(view: View, quotation: Quotation): Beside | undefined {
  const dash = quotation.to + 1
  if (!/^[―—–-]$/.test(view.tokens.text(dash))) return undefined
  const name = view.nameAt(dash + 1)
  if (name?.entity.type !== 'person' || name.from !== dash + 1) return undefined
  const speech: Speech = {
    speaker: { entity: name.entity },
    cue: view.tokens.text(dash),
    from: dash,
    to: name.to,
    verb: { from: dash, to: dash + 1 },
    source: name,
  }
  return { speech, at: quotation.from }
}
