import { mix2, mix3 } from '../base/mix.ts'
import type { Sentence, Tokens } from '../doc/tokens.ts'
import { BESIDE, type Described, LONGEST_WIDTH, SHOUTED, TITLED } from './described.ts'
import { CAPITAL, CAPITALS, IN_ACRONYM, NO_LETTER } from './word-book.ts'

const SEEN_LOWER = 1
const SEEN_CAPITAL_INSIDE = 2
const SEEN_OFTEN = 4
const SEEN_IN_RUN = 8

/** Fills in what the article says of each word at its other places. */
export function lookElsewhere(out: Described, tokens: Tokens, sentences: readonly Sentence[]): void {
  const { flags, lower, place, runFrom, runTo, manner } = out
  const bits = new Uint8Array(out.places)
  const often = new Uint16Array(out.places)
  /** A token of the longest run the word stands in, -1 for none. */
  const best = new Int32Array(out.places).fill(-1)
  // The places of each word with a capital, as chains in the order of the text.
  const first = new Int32Array(out.places).fill(-1)
  const last = new Int32Array(out.places)
  const next = new Int32Array(out.count).fill(-1)
  const acronyms = new Map<string, number>()
  for (const { from, to } of sentences) {
    const loud = (manner[from]! & (TITLED | SHOUTED)) !== 0
    for (let i = from; i < to; i++) {
      if (flags[i]! & NO_LETTER) continue
      const word = place[i]!
      if ((flags[i]! & CAPITAL) === 0) {
        bits[word]! |= SEEN_LOWER
        continue
      }
      often[word]!++
      if (first[word] === -1) first[word] = i
      else next[last[word]!] = i
      last[word] = i
      if (loud) continue
      if (i > from) bits[word]! |= SEEN_CAPITAL_INSIDE
      const length = runTo[i]! - runFrom[i]!
      if (length > 0) bits[word]! |= SEEN_IN_RUN
      const longest = best[word]!
      if (longest < 0 || length > runTo[longest]! - runFrom[longest]!) best[word] = i
      if (i === runFrom[i] && length > 0) nameAcronym(acronyms, tokens, out, i, to)
    }
  }
  for (let word = 0; word < out.places; word++) {
    const seen = bits[word]! | (often[word]! > 2 ? SEEN_OFTEN : 0)
    const longest = best[word]!
    for (let i = first[word]!; i >= 0; i = next[i]!) {
      out.elsewhere[i] = seen
      if (longest >= 0) describeLongest(out, i, longest)
      let n = 0
      for (let other = first[word]!; other >= 0 && n < BESIDE; other = next[other]!) {
        if (other === i) continue
        if (other > 0) out.beside[i * BESIDE + n++] = mix2(1, lower[other - 1]!)
        if (other + 1 < out.count) out.beside[i * BESIDE + n++] = mix2(2, lower[other + 1]!)
      }
      if (flags[i]! & CAPITALS && acronyms.size > 0) out.acronym[i] = acronyms.get(tokens.text(i)) ?? 0
    }
  }
}

function describeLongest({ lower, runFrom, runTo, longest }: Described, i: number, best: number): void {
  const from = runFrom[best]!
  const to = runTo[best]!
  const at = i * LONGEST_WIDTH
  const place = Math.min(best - from, 3) * 4 + Math.min(to - best, 3)
  longest[at] = mix3(1, place, Math.min(to - from, 5))
  longest[at + 1] = mix3(lower[from]!, Math.min(best - from, 2), 2)
  longest[at + 2] = mix3(lower[to]!, Math.min(to - best, 2), 3)
  longest[at + 3] = from > 0 ? mix2(lower[from - 1]!, 4) : 0
}

/** Notes the acronyms that the name which begins with token `from` can have: *World Trade Organization*, WTO. */
function nameAcronym(acronyms: Map<string, number>, tokens: Tokens, out: Described, from: number, to: number): void {
  let initials = ''
  let last = from
  for (let i = from; i < to && i < from + 10; i++) {
    if (out.flags[i]! & CAPITAL) {
      initials += tokens.source[tokens.start[i]!]
      last = i
      if (initials.length >= 2 && i === out.runTo[i]) acronyms.set(initials, out.lower[last]!)
    } else if ((out.flags[i]! & IN_ACRONYM) === 0) break
  }
}
