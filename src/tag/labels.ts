/** What the tagger tells apart; products and events are told apart later, by their words. */
export const KINDS = ['person', 'organization', 'place', 'group', 'misc'] as const
export type Kind = (typeof KINDS)[number]

// BIOES (Ratinov and Roth 2009): a name is one S, or a B, some I and an E; 0 is outside.
export const OUTSIDE = 0
export const LABELS = 1 + KINDS.length * 4
export const BEGIN = 0
export const INSIDE = 1
export const END = 2
export const SINGLE = 3

export const label = (kind: number, part: number): number => 1 + kind * 4 + part
export const kindOf = (of: number): number => (of - 1) >> 2
export const partOf = (of: number): number => (of - 1) & 3

const opens = (of: number): boolean => of === OUTSIDE || partOf(of) === BEGIN || partOf(of) === SINGLE
const closes = (of: number): boolean => of === OUTSIDE || partOf(of) === END || partOf(of) === SINGLE

/** May label `b` follow label `a`? */
export function follows(a: number, b: number): boolean {
  if (closes(a)) return opens(b)
  return !opens(b) && kindOf(a) === kindOf(b)
}

export const mayStart = opens
export const mayEnd = closes

/** A name as tokens, `from` (inclusive) to `to` (exclusive). */
export interface Found {
  from: number
  to: number
  kind: number
}

/** The names that a sequence of labels spells, beginning at token `from`. */
export function spell(labels: ArrayLike<number>, from: number, count: number): Found[] {
  const found: Found[] = []
  for (let i = 0; i < count; i++) {
    const one = labels[i]!
    if (one === OUTSIDE || !opens(one)) continue
    let end = i
    while (!closes(labels[end]!)) end++
    found.push({ from: from + i, to: from + end + 1, kind: kindOf(one) })
    i = end
  }
  return found
}
