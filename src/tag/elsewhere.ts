import { mix2, mix3 } from '../base/mix.ts'
import type { Sentence, Tokens } from '../doc/tokens.ts'
import { BESIDE, CAPITAL, CAPITALS, type Described, LONGEST_WIDTH, NO_LETTER, SHOUTED, TITLED } from './described.ts'

const SEEN_LOWER = 1
const SEEN_CAPITAL_INSIDE = 2
const SEEN_OFTEN = 4
const SEEN_IN_RUN = 8

interface Places {
  at: number[]
  bits: number
  /** A token of the longest run the word stands in, -1 for none. */
  best: number
}

/** Fills in what the article says of each word at its other places. */
export function lookElsewhere(out: Described, tokens: Tokens, sentences: readonly Sentence[]): void {
  const { capital, lower, runFrom, runTo, manner } = out
  const places = new Map<number, Places>()
  const acronyms = new Map<string, number>()
  for (const { from, to } of sentences) {
    const loud = (manner[from]! & (TITLED | SHOUTED)) !== 0
    for (let i = from; i < to; i++) {
      if (capital[i]! & NO_LETTER) continue
      const word = lower[i]!
      let seen = places.get(word)
      if (!seen) {
        seen = { at: [], bits: 0, best: -1 }
        places.set(word, seen)
      }
      if ((capital[i]! & CAPITAL) === 0) {
        seen.bits |= SEEN_LOWER
        continue
      }
      seen.at.push(i)
      if (loud) continue
      if (i > from) seen.bits |= SEEN_CAPITAL_INSIDE
      const length = runTo[i]! - runFrom[i]!
      if (length > 0) seen.bits |= SEEN_IN_RUN
      if (seen.best < 0 || length > runTo[seen.best]! - runFrom[seen.best]!) seen.best = i
      if (i === runFrom[i] && length > 0) nameAcronym(acronyms, tokens, out, i, to)
    }
  }
  for (const { at, bits, best } of places.values()) {
    const seen = bits | (at.length > 2 ? SEEN_OFTEN : 0)
    for (const i of at) {
      out.elsewhere[i] = seen
      if (best >= 0) {
        const from = runFrom[best]!
        const to = runTo[best]!
        const base = i * LONGEST_WIDTH
        const place = Math.min(best - from, 3) * 4 + Math.min(to - best, 3)
        out.longest[base] = mix3(1, place, Math.min(to - from, 5))
        out.longest[base + 1] = mix3(lower[from]!, Math.min(best - from, 2), 2)
        out.longest[base + 2] = mix3(lower[to]!, Math.min(to - best, 2), 3)
        out.longest[base + 3] = from > 0 ? mix2(lower[from - 1]!, 4) : 0
      }
      let n = 0
      for (const other of at) {
        if (n >= BESIDE) break
        if (other === i) continue
        if (other > 0) out.beside[i * BESIDE + n++] = mix2(1, lower[other - 1]!)
        if (other + 1 < out.count) out.beside[i * BESIDE + n++] = mix2(2, lower[other + 1]!)
      }
      if (capital[i]! & CAPITALS && acronyms.size > 0) out.acronym[i] = acronyms.get(tokens.text(i)) ?? 0
    }
  }
}

/** Notes the acronyms that the name which begins with token `from` can have: *World Trade Organization*, WTO. */
function nameAcronym(acronyms: Map<string, number>, tokens: Tokens, out: Described, from: number, to: number): void {
  let initials = ''
  let last = from
  for (let i = from; i < to && i < from + 10; i++) {
    if (out.capital[i]! & CAPITAL) {
      initials += tokens.source[tokens.start[i]!]
      last = i
      if (initials.length >= 2 && i === out.runTo[i]) acronyms.set(initials, out.lower[last]!)
    } else if (!/^(?:of|for|the|and|on|in|to|&|-|de|du|la|des)$/.test(tokens.text(i))) break
  }
}
