import type { Sentence } from '../doc/tokens.ts'

/** The longest stretch that is parsed as one tree; the time for a token grows with its sentence's length. */
export const LONGEST = 200

/**
 * Cuts sentences over `longest` tokens, which are tables and lists more often than sentences, at the last punctuation
 * mark in the second half of what fits, else where no more fits. Each part gets a tree of its own.
 */
export function cutLong(
  sentences: readonly Sentence[],
  xpos: readonly string[],
  longest = LONGEST,
): { parts: readonly Pick<Sentence, 'from' | 'to'>[]; long: readonly Sentence[] } {
  const long = sentences.filter(({ from, to }) => to - from > longest)
  if (long.length === 0) return { parts: sentences, long }
  const parts: { from: number; to: number }[] = []
  for (const { from, to } of sentences) {
    let start = from
    while (to - start > longest) {
      const end = lastMark(xpos, start + (longest >> 1), start + longest)
      parts.push({ from: start, to: end })
      start = end
    }
    parts.push({ from: start, to })
  }
  return { parts, long }
}

const MARKS = new Set([',', ':', '.', 'NFP', '-RRB-'])

function lastMark(xpos: readonly string[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (MARKS.has(xpos[i]!)) return i + 1
  return to
}
