import { Temporal } from 'temporal-polyfill'
import type { Published } from '../doc/article.ts'

/** The date of publication, to which relative dates are resolved, as precisely as it is known. */
export interface Anchor {
  year: number
  /** 1 to 12; undefined when only the year is known. */
  month: number | undefined
  /** Undefined when only the month is known. */
  day: Temporal.PlainDate | undefined
}

export function anchorOf(published: Published | null): Anchor | undefined {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(published?.iso ?? '')
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (parts[3] === undefined) return { year, month: parts[2] === undefined ? undefined : month, day: undefined }
  return { year, month, day: Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' }) }
}

/** A stretch of days with its EDTF expression; both ends are inclusive. */
export interface Period {
  iso: string
  from?: string
  to?: string
  grain: string
}

const two = (n: number): string => String(n).padStart(2, '0')
const four = (n: number): string => String(n).padStart(4, '0')

export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()

export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

export function dayOf(year: number, month: number, day: number): Period {
  const iso = `${four(year)}-${two(month)}-${two(day)}`
  return { iso, from: iso, to: iso, grain: 'day' }
}

export function dayAt(date: Temporal.PlainDate): Period {
  return dayOf(date.year, date.month, date.day)
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
  return { iso: `${four(year)}-${season}`, grain: 'season' }
}

/** The ISO week, Monday to Sunday, that a day lies in. */
export function weekOf(date: Temporal.PlainDate): Period {
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  return {
    iso: `${four(date.yearOfWeek!)}-W${two(date.weekOfYear!)}`,
    from: monday.toString(),
    to: monday.add({ days: 6 }).toString(),
    grain: 'week',
  }
}

/** Saturday and Sunday of the week that a day lies in. */
export function weekendOf(date: Temporal.PlainDate): Period {
  const saturday = date.add({ days: 6 - date.dayOfWeek })
  const [from, to] = [saturday.toString(), saturday.add({ days: 1 }).toString()]
  return { iso: `${from}/${to}`, from, to, grain: 'weekend' }
}

/** From the beginning of one period to the end of another. */
export function spanOf(first: Period, last: Period): Period {
  const iso = `${first.iso.split('/')[0]}/${last.iso.split('/').at(-1)}`
  return {
    iso,
    ...(first.from !== undefined && { from: first.from }),
    ...(last.to !== undefined && { to: last.to }),
    grain: last.grain,
  }
}

export type StepUnit = 'day' | 'week' | 'month' | 'year'

/** The day, week, month or year that lies `count` of them from the anchor. */
export function stepFrom(anchor: Anchor, unit: StepUnit, count: number): Period | undefined {
  if (unit === 'year') return yearOf(anchor.year + count)
  if (unit === 'month') return anchor.month === undefined ? undefined : monthOf(anchor.year, anchor.month + count)
  if (!anchor.day || Math.abs(count) > 1e6) return undefined
  return unit === 'day' ? dayAt(anchor.day.add({ days: count })) : weekOf(anchor.day.add({ days: 7 * count }))
}

/** Easter Sunday of the Western churches (the Gregorian computus of Meeus, Jones and Butcher). */
export function easterOf(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

/** The nth weekday (1 Monday) of a month; -1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const early = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 })
  if (nth > 0) return early.add({ days: 7 * (nth - 1) })
  const late = early.add({ days: 28 })
  return late.month === month ? late : early.add({ days: 21 })
}

export const plainDate = (year: number, month: number, day: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day })
