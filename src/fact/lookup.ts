import type { Clause } from '../doc/clause.ts'

/** The item with an index; -1 is that of none. An array asked for its place -1 answers slowly. */
export const at = <T>(items: readonly T[], index = -1): T | undefined => (index < 0 ? undefined : items[index])

/** The first item, where there is one: an array asked beyond its end answers slowly, too. */
export const first = <T>(items: readonly T[]): T | undefined => (items.length === 0 ? undefined : items[0])

/** The index of the first item whose place is not below `place`; the items are sorted by it. */
export function lowest<T>(items: readonly T[], place: number, of: (item: T) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (of(items[middle]!) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The items whose places are `from` to `to`, in order. */
export const between = <T>(items: readonly T[], from: number, to: number, of: (item: T) => number): readonly T[] =>
  items.slice(lowest(items, from, of), lowest(items, to, of))

/** Writes the widest clauses first, so that the narrowest stay; a predicate belongs to its own clause. */
export function innermost(clauses: readonly Clause[], count: number): Int32Array {
  const found = new Int32Array(count).fill(-1)
  const order: number[] = []
  for (let i = 0; i < clauses.length; i++) order.push(i)
  order.sort((a, b) => clauses[b]!.to - clauses[b]!.from - (clauses[a]!.to - clauses[a]!.from))
  for (const i of order) found.fill(i, clauses[i]!.from, clauses[i]!.to)
  for (let i = 0; i < clauses.length; i++) found[clauses[i]!.head] = i
  return found
}
