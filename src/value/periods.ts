import { decadeOf, monthOf, type Period, yearOf } from './calendar.ts'
import { dayFirstAt, monthFirstAt, yearTailAt } from './date-parts.ts'
import { monthAt, yearAt } from './date-words.ts'
import { isoOf, two } from './days.ts'
import type { Reading } from './reading.ts'

/** The latest quarter, half or run of months that had begun at publication; the next one when the verb looks ahead. */
export function impliedPeriod(reading: Reading, i: number, make: (year: number) => Period): Period | undefined {
  const { anchor } = reading
  if (!anchor) return undefined
  const now = anchor.day === undefined ? `${anchor.year}-${two(anchor.month ?? 12)}-28` : isoOf(anchor.day)
  const here = make(anchor.year)
  if (reading.direction(i) === 'future') {
    // Results are told after the quarter: the next one only where it is near.
    const next = make(anchor.year + 1)
    return here.to! < now && monthsBetween(now, next.from!) <= NEAR ? next : here
  }
  return here.from! > now ? make(anchor.year - 1) : here
}

/** Months ahead that an announcement still means by *the first quarter*. */
const NEAR = 4

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

/** The month, year or decade that is told from its edge. */
export function periodAt(reading: Reading, i: number): { period: Period; to: number } | undefined {
  const { lexemes, anchor } = reading
  if (monthAt(lexemes, i)) return monthFirstAt(reading, i)
  const year = yearAt(lexemes, i)
  if (year !== undefined) return { period: yearOf(year), to: i + 1 }
  const tens = /^1[5-9]\d0$|^20\d0$/.test(lexemes.lower(i)) && lexemes.is(i + 1, 's') && lexemes.glued(i + 1)
  if (tens) return { period: decadeOf(Number(lexemes.lower(i))), to: i + 2 }
  if (anchor && lexemes.is(i, 'the') && lexemes.is(i + 1, 'year')) return { period: yearOf(anchor.year), to: i + 2 }
  const tail = yearTailAt(reading, i)
  if (tail) return { period: yearOf(tail.year), to: tail.to }
  if (anchor?.month !== undefined && lexemes.is(i + 1, 'month') && (lexemes.is(i, 'this') || lexemes.is(i, 'the')))
    return { period: monthOf(anchor.year, anchor.month), to: i + 2 }
  return dayFirstAt(reading, i)
}
