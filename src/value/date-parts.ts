import { dayOf, isDay, monthOf, type Period } from './calendar.ts'
import { dayNumberAt, monthAt, weekdayAt, yearAt } from './date-words.ts'
import type { Reading } from './reading.ts'
import { impliedDay, impliedMonth } from './resolve.ts'
import type { Stated } from './value-kind.ts'

/** A date as it stands in the text, and the lexeme behind it. */
export interface DateAt {
  period: Period
  to: number
  stated: Stated | undefined
}

/** A date that states its year. */
const dateAt = (period: Period, to: number): DateAt => ({ period, to, stated: undefined })

/** `this year`, `last year`, `2019`, `of 2019` behind a month, day, quarter or season: which year it is. */
export function yearTailAt(reading: Reading, i: number): { year: number; to: number } | undefined {
  const { lexemes, anchor } = reading
  if (lexemes.limit[i] !== lexemes.limit[i - 1]) return undefined
  let at = i
  if (lexemes.is(at, 'of') || lexemes.is(at, ',') || lexemes.is(at, 'in')) at++
  const stated = yearAt(lexemes, at)
  if (stated !== undefined && !lexemes.glued(at) && !(lexemes.is(i, ',') && countedAt(reading, at + 1)))
    return { year: stated, to: at + 1 }
  if (lexemes.is(i, ',') || !anchor) return undefined
  if (lexemes.is(at, 'fiscal') && yearAt(lexemes, at + 1) !== undefined)
    return { year: yearAt(lexemes, at + 1)!, to: at + 2 }
  if (lexemes.is(at, 'the') && lexemes.is(at + 1, 'year'))
    return lexemes.is(i, 'of') ? { year: anchor.year, to: at + 2 } : undefined
  const the = lexemes.is(at, 'the') ? at + 1 : at
  if (!lexemes.is(the + 1, 'year')) return undefined
  const step = YEAR_STEPS[lexemes.lower(the)]
  return step === undefined ? undefined : { year: anchor.year + step, to: the + 2 }
}

const YEAR_STEPS: Readonly<Record<string, number>> = {
  this: 0,
  current: 0,
  last: -1,
  previous: -1,
  past: -1,
  next: 1,
  coming: 1,
}

const countedAt = (reading: Reading, i: number): boolean => reading.tag(i) === 'NNS' && !reading.lexemes.glued(i)

/** `July 26`, `July 26, 2022`, `July 26-28`, `July 2022`, `July last year`, `July`; from the month's name on. */
export function monthFirstAt(reading: Reading, i: number): DateAt | undefined {
  const { lexemes } = reading
  const named = monthAt(lexemes, i)
  if (!named || named.to > lexemes.limit[i]!) return undefined
  const { month } = named
  const start = lexemes.is(named.to, 'the') ? named.to + 1 : named.to
  const first = dayNumberAt(lexemes, start)
  if (first && !clockBehind(reading, first.to)) {
    const last = dayRangeEnd(reading, first.to, first.day)
    const behind = last?.to ?? first.to
    const tail = yearTailAt(reading, behind)
    return days(reading, i, month, first.day, last?.day, tail?.year, tail?.to ?? behind)
  }
  const tail = yearTailAt(reading, named.to)
  if (tail) return dateAt(monthOf(tail.year, month), tail.to)
  if (!named.full) return undefined
  return {
    period: impliedMonth(reading, i, month),
    to: named.to,
    stated: { month, day: undefined, weekday: undefined },
  }
}

/** `26 July 2022`, `26th of July`, `26-28 July`; from the day on. */
export function dayFirstAt(reading: Reading, i: number): DateAt | undefined {
  const { lexemes } = reading
  const first = dayNumberAt(lexemes, i)
  if (!first) return undefined
  const last = dayRangeEnd(reading, first.to, first.day)
  let at = last?.to ?? first.to
  if (lexemes.is(at, 'of')) at++
  if (lexemes.is(at, '-')) at++
  const named = monthAt(lexemes, at)
  if (!named || named.to > lexemes.limit[i]!) return undefined
  const dash = lexemes.is(named.to, '-') && lexemes.glued(named.to) ? named.to + 1 : named.to
  const glued = dash > named.to ? yearAt(lexemes, dash) : undefined
  const tail = glued === undefined ? yearTailAt(reading, named.to) : { year: glued, to: dash + 1 }
  return days(reading, i, named.month, first.day, last?.day, tail?.year, tail?.to ?? named.to)
}

function days(
  reading: Reading,
  i: number,
  month: number,
  day: number,
  last: number | undefined,
  year: number | undefined,
  to: number,
): DateAt | undefined {
  if (year !== undefined) {
    if (!isDay(year, month, day)) return undefined
    return dateAt(until(dayOf(year, month, day), last), to)
  }
  const period = impliedDay(reading, i, month, day)
  const stated = last === undefined ? { month, day, weekday: undefined } : undefined
  return period && { period: until(period, last), to, stated }
}

/** A range of days in one month. */
function until(first: Period, day: number | undefined): Period {
  if (day === undefined) return first
  const end = `${first.iso.slice(0, -2)}${String(day).padStart(2, '0')}`
  return { iso: `${first.iso}/${end}`, from: first.from, to: first.from && end, grain: 'day' }
}

function dayRangeEnd(reading: Reading, i: number, first: number): { day: number; to: number } | undefined {
  const { lexemes } = reading
  const dash = (lexemes.is(i, '-') || lexemes.is(i, '–')) && lexemes.glued(i) === lexemes.glued(i + 1)
  if (!dash && !lexemes.is(i, 'to')) return undefined
  const last = dayNumberAt(lexemes, i + 1)
  return last && last.day > first ? last : undefined
}

const clockBehind = ({ lexemes }: Reading, i: number): boolean =>
  lexemes.is(i, ':') && lexemes.glued(i) && lexemes.isNumber(i + 1) && lexemes.glued(i + 1)

/** `2022-07-26`, `07/26/2022`, `26/07/2022`, `26.07.2022`. The order of day and month is read where only one can be. */
export function numericAt(reading: Reading, i: number): DateAt | undefined {
  const { lexemes } = reading
  if (!lexemes.isNumber(i) || (lexemes.glued(i) && lexemes.lower(i - 1) !== '(')) return undefined
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(lexemes.lower(i))
  if (dotted) return numeric(Number(dotted[1]), Number(dotted[2]), Number(dotted[3]), i + 1, 'day')
  const mark = lexemes.lower(i + 1)
  if ((mark !== '-' && mark !== '/') || lexemes.lower(i + 3) !== mark || i + 4 >= lexemes.limit[i]!) return undefined
  for (let k = 1; k < 5; k++) if (!lexemes.glued(i + k)) return undefined
  const parts = [lexemes.lower(i), lexemes.lower(i + 2), lexemes.lower(i + 4)]
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined
  const [a, b, c] = parts.map(Number) as [number, number, number]
  if (parts[0]!.length === 4) return isDay(a, b, c) ? dateAt(dayOf(a, b, c), i + 5) : undefined
  if (parts[2]!.length !== 4 && parts[2]!.length !== 2) return undefined
  return numeric(a, b, parts[2]!.length === 2 ? 2000 + c : c, i + 5, dayFirst(reading) ? 'day' : 'month')
}

function numeric(a: number, b: number, year: number, to: number, first: 'day' | 'month'): DateAt | undefined {
  const [day, month] = first === 'day' ? [a, b] : [b, a]
  if (isDay(year, month, day)) return dateAt(dayOf(year, month, day), to)
  return isDay(year, day, month) ? dateAt(dayOf(year, day, month), to) : undefined
}

/** Writers outside the United States put the day first. */
function dayFirst(reading: Reading): boolean {
  return reading.home !== undefined && reading.home !== 'USD'
}

/** `Thursday, August 23, 2018`, `Monday 25 July`, `Tuesday (July 19)`: the weekday only repeats what the day says. */
export function weekdayDateAt(reading: Reading, i: number): DateAt | undefined {
  const { lexemes } = reading
  const named = weekdayAt(lexemes, i)
  if (!named || named.plural) return undefined
  let at = named.to
  const bracket = lexemes.is(at, '(')
  if (bracket || lexemes.is(at, ',')) at++
  if (lexemes.is(at, 'the')) at++
  const date = monthAt(lexemes, at) ? monthFirstAt(reading, at) : dayFirstAt(reading, at)
  if (date?.period.grain !== 'day') return undefined
  if (!bracket) return date
  return lexemes.is(date.to, ')') ? { period: date.period, to: date.to + 1, stated: date.stated } : undefined
}
