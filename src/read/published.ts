import type { Published } from '../doc/article.ts'

/** A date as read, and what is odd about it (`published/…`). */
export interface ReadDate {
  published: Published | null
  oddity?: { code: string; detail: string }
}

/** Nobody needs more to state a date. */
const MAX_LENGTH = 100

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(?<year>\\d{4})'

// Published: | Updated on
const LEAD = /^(?:(?:first )?(?:published|posted|updated|last updated|last modified)(?: on| at)?:? *)/i
// Thursday, | Thu
const WEEKDAY = /^(?<weekday>sun|mon|tue|wed|thu|fri|sat)(?:day|sday|nesday|rsday|urday|s|rs|r)?\.?,? +/i

/** How the date itself is written; what follows it is a time or nothing. */
const DATES: readonly RegExp[] = [
  // 2018-08-23 | 2018/08/23 | 2018.08.23
  /^(?<year>\d{4})(?<by>[-/.])(?<month>\d{1,2})\k<by>(?<day>\d{1,2})(?!\d)/,
  // 20180823
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
  // 2018-08
  /^(?<year>\d{4})[-/](?<month>\d{1,2})(?!\d)/,
  // August 23, 2018
  new RegExp(`^${MONTH} ${DAY},? ${YEAR}(?!\\d)`, 'i'),
  // 23 August 2018 | 23rd of August, 2018 | 23-Aug-2018
  new RegExp(`^${DAY}(?: of)?[ -]${MONTH}[ ,-]{1,2}${YEAR}(?!\\d)`, 'i'),
  // August 2018
  new RegExp(`^${MONTH},? ${YEAR}(?!\\d)`, 'i'),
  // 23/08/2018 | 23.8.2018
  /^(?<first>\d{1,2})(?<by>[-/.])(?<second>\d{1,2})\k<by>(?<year>\d{4})(?!\d)/,
  // 2018
  /^(?<year>\d{4})(?!\d)/,
]

//  - 01:00 | T01:00:00Z | , 1:00 p.m. EST | at 9 am
const TIME =
  /^(?:T|,? (?:- |– |\| |at )?)(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?)?(?: ?(?<half>[ap])\.?m\.?)?(?: ?(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[A-Z]{2,5}))?(?: ?\([A-Z]{2,5}\))?$/i

/**
 * Reads the date of publication as newspapers state it, and keeps its precision: no day is made up for `July 2022`.
 *
 * A numeric zone (`+08:00`, `Z`) stays in `iso`; a named one (EST) is in `text` only. Of `05/06/2018` only the year is
 * certain. `null` with an oddity when it cannot be read.
 */
export function readPublished(stated: string): ReadDate {
  const text = stated.trim()
  if (text === '') return { published: null }
  if (text.length > MAX_LENGTH) return unreadable(text)
  const plain = text.replace(/\s+/g, ' ').replace(LEAD, '')
  const weekday = WEEKDAY.exec(plain)
  const rest = weekday ? plain.slice(weekday[0].length) : plain
  for (const pattern of DATES) {
    const date = pattern.exec(rest)
    if (!date) continue
    const day = calendarDay(date.groups!)
    const tail = rest.slice(date[0].length).replace(/[ .,]+$/, '')
    const time = tail === '' ? undefined : timeOf(tail)
    if (!day || time === null) continue
    const withTime = time !== undefined && day.grain === 'day'
    const published: Published = {
      iso: withTime ? day.iso + time.iso : day.iso,
      grain: withTime ? time.grain : day.grain,
      text,
    }
    return { published, ...oddityOf(day, weekday?.groups?.weekday, text) }
  }
  return unreadable(text)
}

function unreadable(text: string): ReadDate {
  return { published: null, oddity: { code: 'published/unreadable', detail: text.slice(0, MAX_LENGTH) } }
}

interface Day {
  iso: string
  grain: 'year' | 'month' | 'day'
  ambiguous?: true
}

function calendarDay(groups: Record<string, string | undefined>): Day | undefined {
  const { year } = groups
  if (year === undefined || Number(year) < 1500 || Number(year) > 2199) return undefined
  let month = monthOf(groups.month)
  let day = groups.day === undefined ? undefined : Number(groups.day)
  if (groups.first !== undefined) {
    const [a, b] = [Number(groups.first), Number(groups.second)]
    if (a <= 12 && b <= 12 && a !== b) return { iso: year, grain: 'year', ambiguous: true }
    ;[day, month] = a > 12 || a === b ? [a, b] : [b, a]
  }
  if (month === undefined) return { iso: year, grain: 'year' }
  if (month < 1 || month > 12) return undefined
  const upToMonth = `${year}-${two(month)}`
  if (day === undefined) return { iso: upToMonth, grain: 'month' }
  if (day < 1 || day > new Date(Date.UTC(Number(year), month, 0)).getUTCDate()) return undefined
  return { iso: `${upToMonth}-${two(day)}`, grain: 'day' }
}

/** `null`: there is something behind the date that is no time. */
function timeOf(tail: string): { iso: string; grain: 'hour' | 'minute' | 'second' } | null {
  const groups = TIME.exec(tail)?.groups
  if (!groups?.hour) return null
  const { half, minute, second, zone } = groups
  if (minute === undefined && half === undefined) return null
  const stated = Number(groups.hour)
  if (half !== undefined && (stated < 1 || stated > 12)) return null
  const hour = half === undefined ? stated : (stated % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (hour > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return null
  const clock = [two(hour), minute, second].filter((part) => part !== undefined).join(':')
  return { iso: `T${clock}${isoZone(zone)}`, grain: second ? 'second' : minute ? 'minute' : 'hour' }
}

function isoZone(zone: string | undefined): string {
  if (zone === undefined) return ''
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 'Z'
  return /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : ''
}

function oddityOf(day: Day, weekday: string | undefined, text: string): Pick<ReadDate, 'oddity'> {
  if (day.ambiguous) return { oddity: { code: 'published/day-or-month-first', detail: text } }
  if (weekday === undefined || day.grain !== 'day') return {}
  const real = WEEKDAYS[new Date(`${day.iso}T00:00:00Z`).getUTCDay()]
  return real === weekday.toLowerCase() ? {} : { oddity: { code: 'published/other-weekday', detail: text } }
}

function monthOf(month: string | undefined): number | undefined {
  if (month === undefined) return undefined
  return /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
}

const two = (n: number): string => String(n).padStart(2, '0')
