import type { View } from './view.ts'

const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD'])
const DASH = /^(?:[—–-]|--)$/

/** Where a sentence begins behind its dateline: *OSLO, June 3 (Acme News) — Prices fell*. */
export function behindDateline(view: View, { from, to }: { from: number; to: number }): number {
  if (!/^\p{Lu}{3}/u.test(view.tokens.text(from))) return from
  for (let i = from + 1; i < Math.min(to, from + 14); i++) {
    if (DASH.test(view.tokens.text(i))) return i + 1
    if (FINITE.has(view.tags.xpos[i] ?? '')) return from
  }
  return from
}
