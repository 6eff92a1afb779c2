import type { View } from './view.ts'

// Where what is said, and who says it, begin and end.

interface Stretch {
  from: number
  to: number
}

/** Without marks and coordinators at the edges; nothing where fewer than `least` tokens are left. */
export function trimmed(view: View, { from, to }: Stretch, least = 2): Stretch | undefined {
  while (from < to && view.tags.upos[from] === 'PUNCT') from++
  while (to > from && (view.tags.upos[to - 1] === 'PUNCT' || view.tags.upos[to - 1] === 'CCONJ')) {
    // an abbreviation in brackets ends with them: the World Bank (WB)
    if (view.tokens.text(to - 1) === ')' && bracketed(view, from, to - 1)) break
    to--
  }
  return to - from >= least ? { from, to } : undefined
}

const BRACKET = 12

/** Does a bracket that closes at token `close` open behind token `from`? */
function bracketed(view: View, from: number, close: number): boolean {
  for (let i = close - 1; i >= Math.max(from, close - BRACKET); i--) if (view.tokens.text(i) === '(') return true
  return false
}

/** *according to* and its like at token `i`: how many tokens it has. */
export function sourceMarker(view: View, i: number): { cue: string; length: number } | undefined {
  const word = view.tokens.lower(i)
  if (word === 'according' && view.tokens.lower(i + 1) === 'to') return { cue: 'according to', length: 2 }
  if (word === 'per' && i === view.sentenceAt(i).from) return { cue: 'per', length: 1 }
  return undefined
}

/** The source ends at a comma, a mark, or a verb of its own. */
export function endOfSource(view: View, from: number, end: number): number {
  let to = from
  while (
    to < end &&
    (!/^[,.;:)–—]$/.test(view.tokens.text(to)) || (view.tokens.text(to) === ')' && bracketed(view, from, to))) &&
    !['VBD', 'VBZ', 'VBP'].includes(view.tags.xpos[to] ?? '')
  )
    to++
  return to
}
