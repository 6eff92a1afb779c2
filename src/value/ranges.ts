import type { Bound } from '../doc/value.ts'
import { changes } from './amount.ts'
import type { Period } from './calendar.ts'
import { spanOf } from './calendar.ts'
import { dayAtIso, isoOf, onOrBefore } from './days.ts'
import type { Kept } from './kept.ts'
import type { Reading } from './reading.ts'
import { alignedTo } from './resolve.ts'
import type { Fields } from './value-kind.ts'

const DATE_JOINS = new Set(['to', 'until', 'till', 'through', '-', '–', '—'])
/** A range does not end in something vaguer than it begins with. */
const GRAINS = ['day', 'week', 'month', 'season', 'quarter', 'half-year', 'year', 'decade']
const JOINS = new Set(['to', '-', '–', '—'])

/** Two values that are the ends of one: *5% to 10%*, *May 19 to June 15*, *between 2 km and 5 km*. */
export function joinRange(reading: Reading, first: Kept, second: Kept): Kept | undefined {
  if (first.type !== second.type || second.start !== second.from || second.start - first.end !== 1) return undefined
  const { lexemes } = reading
  const join = lexemes.lower(first.end)
  if (lexemes.limit[first.from] !== lexemes.limit[second.from]) return undefined
  const between = lexemes.is(first.from - 1, 'between') && join === 'and'
  if (first.type === 'date') return DATE_JOINS.has(join) || between ? dates(first, second) : undefined
  if (!between && !JOINS.has(join)) return undefined
  // "rose from 5% to 10%" states two figures.
  if (join === 'to' && changes(lexemes, first.start - 1)) return undefined
  const { fields: a } = first
  const { fields: b } = second
  if (first.type === 'quantity' && join === 'to' && b.unit === undefined) return undefined
  if (a.number === undefined || b.number === undefined || a.numberTo !== undefined || b.numberTo !== undefined)
    return undefined
  if (
    a.unit !== b.unit ||
    a.currency !== b.currency ||
    a.number >= b.number ||
    !['percent', 'quantity', 'money', 'age'].includes(first.type)
  )
    return undefined
  const { currency, ambiguous, unit, per } = b
  return joined(
    first,
    second,
    { number: a.number, numberTo: b.number, currency, ambiguous, unit, per },
    second.bound ?? first.bound,
  )
}

function dates(first: Kept, second: Kept): Kept | undefined {
  const end = second.fields as Period
  let begin = first.fields as Period
  if (begin.iso === undefined || end.iso === undefined || begin.iso.includes('/') || end.iso.includes('/'))
    return undefined
  if (begin.from === undefined || end.to === undefined) return undefined
  if ((first.stated?.weekday === undefined) !== (second.stated?.weekday === undefined)) return undefined
  if (GRAINS.indexOf(end.grain) > GRAINS.indexOf(begin.grain)) return undefined
  if (first.stated && !second.stated?.weekday) begin = alignedTo(first.stated, end) ?? begin
  if (begin.from! > end.to && first.stated?.weekday !== undefined) {
    const day = isoOf(onOrBefore(dayAtIso(end.from!), first.stated.weekday))
    begin = { iso: day, from: day, to: day, grain: 'day' }
  }
  if (begin.from! > end.to) return undefined
  return joined(first, second, spanOf(begin, end), undefined)
}

/** The value from the beginning of the first to the end of the second. */
const joined = (first: Kept, second: Kept, fields: Fields, bound: Bound | undefined): Kept => ({
  type: first.type,
  from: first.from,
  to: second.to,
  fields,
  stated: first.stated,
  start: first.start,
  end: second.end,
  bound,
})
