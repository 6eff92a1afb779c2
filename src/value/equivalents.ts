import type { Value } from '../doc/value.ts'
import type { Kept } from './kept.ts'
import type { Reading } from './reading.ts'

/** What may stand between an amount and the same amount in another currency or unit. */
const BETWEEN = new Set([
  '(',
  ',',
  'or',
  'about',
  'equivalent',
  'to',
  'the',
  'of',
  '[',
  'around',
  'roughly',
  'approximately',
  'i.e.',
  'worth',
  '/',
  'nearly',
  'some',
  '≈',
  '=',
  '~',
  '-',
  '–',
  'equal',
  'is',
  'almost',
  'at',
  'exchange',
])
const OPENING = new Set(['(', 'or', 'about', 'equivalent', '[', '/', '≈', '='])
const FAR = 4

/**
 * Links amounts that say the same twice: *100 million yuan ($14.7 million)*, *80 kilometres, or 50 miles*. The second
 * takes the bound of the first, when it has none of its own.
 */
export function linkEquivalents(reading: Reading, kept: readonly Kept[], values: Value[]): void {
  for (let k = 1; k < kept.length; k++) {
    const [first, second] = [values[k - 1]!, values[k]!]
    if (first.type !== second.type || !alike(reading, first, second)) continue
    if (!joined(reading, kept[k - 1]!.end, kept[k]!.start)) continue
    first.equivalents = [...(first.equivalents ?? []), second.id]
    second.equivalents = [first.id]
    if (second.bound === undefined && first.bound !== undefined) second.bound = first.bound
    else if (first.bound === undefined && second.bound !== undefined && second.bound !== 'about')
      first.bound = second.bound
  }
}

function alike({ tables }: Reading, first: Value, second: Value): boolean {
  if (first.type === 'money') return first.currency !== second.currency
  if (first.type !== 'quantity' || first.unit === undefined || second.unit === undefined || first.unit === second.unit)
    return false
  const dimension = tables.dimensionOf.get(first.unit)
  return dimension !== undefined && dimension === tables.dimensionOf.get(second.unit)
}

function joined({ lexemes }: Reading, from: number, to: number): boolean {
  if (to <= from || to - from > FAR || lexemes.limit[from] !== lexemes.limit[to]) return false
  let opened = false
  for (let i = from; i < to; i++) {
    if (!BETWEEN.has(lexemes.lower(i))) return false
    opened ||= OPENING.has(lexemes.lower(i))
  }
  return opened
}
