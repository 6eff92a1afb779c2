import { behindDateline } from './dateline.ts'
import { endOfSource, sourceMarker } from './edges.ts'
import type { Proposal } from './fact-rule.ts'
import type { Quotation } from './quotations.ts'
import { around, finite, headOf, type Speech, type Stretch, speaks } from './speech.ts'
import { statement } from './statement-fact.ts'
import { bothSides } from './tag-lines.ts'
import type { View } from './view.ts'
import { watchWords } from './watch.ts'

// Statements whose source is named without a verb of saying.

const MARKER = watchWords('according', 'per')

/** *According to Acme, prices fell*; *prices fell, according to Acme*. */
export function* accordingTo(view: View): Generator<Proposal> {
  for (const i of view.spots(MARKER)) {
    const marker = sourceMarker(view, i)
    if (!marker) continue
    const sentence = around(view, i)
    const from = i + marker.length
    const to = endOfSource(view, from, sentence.to)
    const head = headOf(view, from, to)
    if (to <= from || !speaks(view, { head })) continue
    const before: Stretch = { from: behindDateline(view, sentence), to: i }
    const after: Stretch = { from: to, to: sentence.to }
    const content = i - sentence.from < 2 || !finite(view, before) ? after : before
    const speech: Speech = {
      speaker: view.fill({ head, from, to }),
      cue: marker.cue,
      from: i,
      to,
      verb: { from: i, to: from },
      source: { from, to },
    }
    // Prices, according to Acme, fell sharply
    const middle = i - sentence.from >= 2 && content === after ? bothSides(view, speech, before, after) : undefined
    const at = headOf(view, content.from, content.to)
    const found = middle ?? statement(view, speech, content, 'indirect', at, 0.8, 'according-to')
    if (found) yield found
  }
}

/** *Roe: ‘I never said so’ to the board*: who speaks, a colon, and the words, as in headlines. */
export function* headed(view: View, quotations: readonly Quotation[]): Generator<Proposal> {
  for (const { from, to } of view.sentences) {
    const colon = colonIn(view, from, to)
    const name = colon === -1 ? undefined : view.namesIn(from, colon).find(({ entity }) => entity.type !== 'place')
    if (!name || colon === -1) continue
    // a headline needs no marks: *Roe: the plan will fail*
    const bare = name.from === from && name.to === colon && finite(view, { from: colon + 1, to })
    const starts = from === 0 || view.tokens.paragraph[from - 1] !== view.tokens.paragraph[from]
    if (!/^["“‘'”]$/.test(view.tokens.text(colon + 1)) && !(bare && starts)) continue
    if (view.tokens.paragraph[from] !== view.tokens.paragraph[to - 1]) continue
    if (name.entity.type !== 'person' && name.entity.type !== 'organization') continue
    const source = { from, to: colon }
    const speech: Speech = {
      speaker: { entity: name.entity },
      cue: ':',
      from,
      to: colon + 1,
      verb: { from: colon, to: colon + 1 },
      source,
    }
    // a quotation may go on behind the sentence
    const whole = quotations.find((one) => one.from === colon + 2)
    const content = { from: colon + 1, to: Math.max(to, whole?.to ?? 0) }
    const found = statement(view, speech, content, 'mixed', headOf(view, content.from, to), 0.8, 'headed')
    if (found) yield found
  }
}

/** The most words before the colon behind a speaker: *Former secretary of state Jane Roe*. */
const LONGEST = 12

/** The colon behind the words that open a sentence, with no verb among them; -1 for none. */
function colonIn(view: View, from: number, to: number): number {
  for (let i = from; i < Math.min(to, from + LONGEST); i++) {
    if (view.tokens.text(i) === ':') return i
    if (view.tags.upos[i] === 'VERB' || view.tags.upos[i] === 'AUX') return -1
  }
  return -1
}
