import { Temporal } from 'temporal-polyfill/full'
import type { Published } from '../doc/article.ts'
import { civilOf, type Day, dayNumber, four, isoOf, two, weekdayOf } from './days.ts'

/** The date of publication, to which relative dates are resolved, as precisely as it is known. */
export interface Anchor {
  year: number
  /** 1 to 12; undefined when only the year is known. */
  month: number | undefined
  /** Undefined when only the month is known. */
  day: Day | undefined
}

export function anchorOf(published: Published | null): Anchor | undefined {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(published?.iso ?? '')
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (parts[3] === undefined) return { year, month: parts[2] === undefined ? undefined : month, day: undefined }
  return { year, month, day: dayNumber(year, month, Math.min(day, daysIn(year, month))) }
}

/** A stretch of days with its EDTF expression; both ends are inclusive. */
export interface Period {
  iso: string
  /** Undefined where it has no days of its own. */
  from: string | undefined
  to: string | undefined
  grain: string
}

const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : DAYS_IN[month - 1]!

export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

export function dayOf(year: number, month: number, day: number): Period {
  const iso = `${four(year)}-${two(month)}-${two(day)}`
  return { iso, from: iso, to: iso, grain: 'day' }
}

export function dayAt(day: Day): Period {
  const iso = isoOf(day)
  return { iso, from: iso, to: iso, grain: 'day' }
}

/** Months are counted on over the ends of years: month 13 is next January. */
export function monthOf(year: number, month: number): Period {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((((month - 1) % 12) + 12) % 12) + 1
  const iso = `${four(y)}-${two(m)}`
  return { iso, from: `${iso}-01`, to: `${iso}-${two(daysIn(y, m))}`, grain: 'month' }
}

export function yearOf(year: number): Period {
  return { iso: four(year), from: `${four(year)}-01-01`, to: `${four(year)}-12-31`, grain: 'year' }
}

/** A year that may lie before the first, with its sign as EDTF writes it: `-0043`. */
export function yearInEra(year: number): Period {
  if (year >= 0) return yearOf(year)
  const iso = `-${four(-year)}`
  return { iso, from: `${iso}-01-01`, to: `${iso}-12-31`, grain: 'year' }
}

/** A year or month of the Islamic calendar of Umm al-Qura, by which its newspapers go. */
export function hijriPeriod(year: number, month?: number): Period {
  const first = Temporal.PlainDate.from({ year, month: month ?? 1, day: 1, calendar: 'islamic-umalqura' })
  const next = month === undefined ? first.add({ years: 1 }) : first.add({ months: 1 })
  const from = first.withCalendar('iso8601').toString()
  const to = next.subtract({ days: 1 }).withCalendar('iso8601').toString()
  return { iso: `${from}/${to}`, from, to, grain: month === undefined ? 'year' : 'month' }
}

/** The 1990s: `199X`. */
export function decadeOf(year: number): Period {
  const tens = Math.floor(year / 10)
  return { iso: `${String(tens).padStart(3, '0')}X`, from: `${tens}0-01-01`, to: `${tens}9-12-31`, grain: 'decade' }
}

/** The 20th century: `19XX`, 1900 to 1999 as EDTF has it. */
export function centuryOf(ordinal: number): Period {
  const hundreds = two(ordinal - 1)
  return { iso: `${hundreds}XX`, from: `${hundreds}00-01-01`, to: `${hundreds}99-12-31`, grain: 'century' }
}

/** Months `first` to `last` of a year; `grain` names what they make. */
export function monthsOf(year: number, first: number, last: number, grain: string): Period {
  const from = monthOf(year, first)
  const to = monthOf(year, last)
  return { iso: `${from.iso}/${to.iso}`, from: from.from!, to: to.to!, grain }
}

export const quarterOf = (year: number, quarter: number): Period => {
  const turned = year + Math.floor((quarter - 1) / 4)
  const q = ((((quarter - 1) % 4) + 4) % 4) + 1
  return monthsOf(turned, q * 3 - 2, q * 3, 'quarter')
}
export const halfOf = (year: number, half: number): Period => monthsOf(year, half * 6 - 5, half * 6, 'half-year')

/** Seasons as EDTF numbers them, 21 spring to 24 winter; they have no days of their own. */
export function seasonOf(year: number, season: number): Period {
  return { iso: `${four(year)}-${season}`, from: undefined, to: undefined, grain: 'season' }
}

/** The ISO week, Monday to Sunday, that a day lies in. */
export function weekOf(day: Day): Period {
  const monday = day - weekdayOf(day) + 1
  // A week is of the year that its Thursday is of.
  const { year } = civilOf(monday + 3)
  const week = Math.floor((monday + 3 - dayNumber(year, 1, 1)) / 7) + 1
  return { iso: `${four(year)}-W${two(week)}`, from: isoOf(monday), to: isoOf(monday + 6), grain: 'week' }
}

/** Saturday and Sunday of the week that a day lies in. */
export function weekendOf(day: Day): Period {
  const saturday = day + 6 - weekdayOf(day)
  const [from, to] = [isoOf(saturday), isoOf(saturday + 1)]
  return { iso: `${from}/${to}`, from, to, grain: 'weekend' }
}

/** From the beginning of one period to the end of another. */
export function spanOf(first: Period, last: Period): Period {
  const iso = `${first.iso.split('/')[0]}/${last.iso.split('/').at(-1)}`
  return { iso, from: first.from, to: last.to, grain: last.grain }
}

export type StepUnit = 'day' | 'week' | 'month' | 'year'

/** The day, week, month or year that lies `count` of them from the anchor. */
export function stepFrom(anchor: Anchor, unit: StepUnit, count: number): Period | undefined {
  if (unit === 'year') return yearOf(anchor.year + count)
  if (unit === 'month') return anchor.month === undefined ? undefined : monthOf(anchor.year, anchor.month + count)
  if (anchor.day === undefined || Math.abs(count) > 1e6) return undefined
  return unit === 'day' ? dayAt(anchor.day + count) : weekOf(anchor.day + 7 * count)
}

/** Easter Sunday of the Western churches (the Gregorian computus of Meeus, Jones and Butcher). */
export function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1)
}

/** The nth weekday (1 Monday) of a month; -1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = dayNumber(year, month, 1)
  const early = first + ((weekday - weekdayOf(first) + 7) % 7)
  if (nth > 0) return early + 7 * (nth - 1)
  return civilOf(early + 28).month === month ? early + 28 : early + 21
}

/** The same day of the month or year before; the last of its month where that is shorter. */
export function monthsBefore(day: Day, months: number): string {
  return Temporal.PlainDate.from(isoOf(day)).subtract({ months }).toString()
}
