import { behindDateline } from './dateline.ts'
import { endOfSource, sourceMarker } from './edges.ts'
import type { Proposal } from './fact-rule.ts'
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
export function* headed(view: View): Generator<Proposal> {
  for (const { from, to } of view.sentences) {
    const name = view.nameAt(from)
    if (name?.from !== from || view.tokens.text(name.to) !== ':') continue
    if (
      !/^["“‘']$/.test(view.tokens.text(name.to + 1)) ||
      view.tokens.paragraph[from] !== view.tokens.paragraph[to - 1]
    )
      continue
    if (name.entity.type !== 'person' && name.entity.type !== 'organization') continue
    const source = { from, to: name.to }
    const speech: Speech = {
      speaker: { entity: name.entity },
      cue: ':',
      from,
      to: name.to + 1,
      verb: { from: name.to, to: name.to + 1 },
      source,
    }
    const content = { from: name.to + 1, to }
    const found = statement(view, speech, content, 'mixed', headOf(view, content.from, to), 0.8, 'headed')
    if (found) yield found
  }
}
