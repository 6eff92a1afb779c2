import type { Failure, RenderedSheet } from './messages.ts'

/** An item that gave no sheet, or not all of its sheets. */
export interface FailedItem extends Failure {
  /** A path, or a path and a line or entry. */
  place: string
}

/** What a run counts; two tallies can be added up. */
export interface Tally {
  articles: number
  failed: number
  copies: number
  tokens: number
  characters: number
  facts: Record<string, number>
  notices: Record<string, number>
  /** The slowest first. */
  slowest: { id: string; milliseconds: number }[]
}

const SLOWEST = 10

export const emptyTally = (): Tally => ({
  articles: 0,
  failed: 0,
  copies: 0,
  tokens: 0,
  characters: 0,
  facts: {},
  notices: {},
  slowest: [],
})

export function countSheet(tally: Tally, sheet: RenderedSheet, milliseconds: number): void {
  tally.articles++
  tally.tokens += sheet.tokens
  tally.characters += sheet.characters
  addCounts(tally.facts, sheet.facts)
  addCounts(tally.notices, sheet.notices)
  addSlowest(tally, [{ id: sheet.id, milliseconds: Math.round(milliseconds * 10) / 10 }])
}

export function addTally(sum: Tally, more: Tally): void {
  sum.articles += more.articles
  sum.failed += more.failed
  sum.copies += more.copies
  sum.tokens += more.tokens
  sum.characters += more.characters
  addCounts(sum.facts, more.facts)
  addCounts(sum.notices, more.notices)
  addSlowest(sum, more.slowest)
}

function addCounts(sum: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count
}

function addSlowest(tally: Tally, more: Tally['slowest']): void {
  const least = tally.slowest.length < SLOWEST ? -1 : tally.slowest.at(-1)!.milliseconds
  const slower = more.filter(({ milliseconds }) => milliseconds > least)
  if (slower.length === 0) return
  tally.slowest = [...tally.slowest, ...slower].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, SLOWEST)
}
