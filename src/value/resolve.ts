import { dayAt, dayOf, isDay, monthOf, type Period } from './calendar.ts'
import { civilOf, onOrAfter, onOrBefore, two } from './days.ts'
import type { Reading } from './reading.ts'
import type { Direction } from './tense.ts'
import type { Stated } from './value-kind.ts'

/** What is written on the other side of publication than its verb says counts this many times as far. */
const AGAINST_VERB_DAY = 2
const AGAINST_VERB_MONTH = 4

/** A date of which only the text's own words are known. */
const unanchored = (iso: string, grain: string): Period => ({ iso, from: undefined, to: undefined, grain })

/** A month whose year is not said: the nearest to publication on the side that the verb tells. */
export function impliedMonth(reading: Reading, i: number, month: number): Period {
  const { anchor } = reading
  if (anchor?.month === undefined) return unanchored(`XXXX-${two(month)}`, 'month')
  const { year, month: now } = anchor
  const direction = reading.direction(i)
  const years = [year, year - 1, year + 1]
  return monthOf(
    nearest(years, direction, AGAINST_VERB_MONTH, (y) => (y - year) * 12 + month - now),
    month,
  )
}

/** A day of the year whose year is not said. */
export function impliedDay(reading: Reading, i: number, month: number, day: number): Period | undefined {
  const { anchor } = reading
  if (!isDay(2000, month, day)) return undefined
  if (anchor?.month === undefined) return unanchored(`XXXX-${two(month)}-${two(day)}`, 'day')
  const { year, month: now } = anchor
  const today = anchor.day === undefined ? 15 : civilOf(anchor.day).day
  const years = [year, year - 1, year + 1].filter((y) => isDay(y, month, day))
  if (years.length === 0) return undefined
  const distance = (y: number): number => (y - year) * 365 + (month - now) * 30.4 + day - today
  return dayOf(nearest(years, reading.direction(i), AGAINST_VERB_DAY, distance), month, day)
}

function nearest(
  years: readonly number[],
  direction: Direction,
  penalty: number,
  distance: (year: number) => number,
): number {
  let best = years[0]!
  let least = Number.POSITIVE_INFINITY
  for (const year of years) {
    const d = distance(year)
    const against = (direction === 'past' && d > 0) || (direction === 'future' && d < 0)
    const cost = Math.abs(d) * (against ? penalty : 1)
    if (cost < least) {
      least = cost
      best = year
    }
  }
  return best
}

/** A weekday: the last one up to the day of publication, or the next one when the verb looks ahead. */
export function impliedWeekday(reading: Reading, i: number, weekday: number): Period {
  const today = reading.anchor?.day
  if (today === undefined) return unanchored(`XXXX-WXX-${weekday}`, 'day')
  return dayAt(reading.direction(i) === 'future' ? onOrAfter(today, weekday) : onOrBefore(today, weekday))
}

/** The same day or month in the year of another period, not behind it: the beginning of a range. */
export function alignedTo(stated: Pick<Stated, 'month' | 'day'>, end: Period): Period | undefined {
  const { month, day } = stated
  const year = Number.parseInt(end.from ?? end.iso, 10)
  if (month === undefined || !Number.isInteger(year)) return undefined
  for (const y of [year, year - 1]) {
    if (day !== undefined && !isDay(y, month, day)) continue
    const period = day === undefined ? monthOf(y, month) : dayOf(y, month, day)
    if (end.to === undefined || period.from! <= end.to) return period
  }
  return undefined
}
