// Duckling's, Recognizers' and chrono's times against ours. Each library tells a time in its own shape; all are taken to a
// stretch of days, both ends inclusive, with an hour where one is told. What has no such shape here (hours that span,
// recurrences without a step) is not mapped.

const DAY = 86_400_000
const day = (ms) => new Date(ms).toISOString().slice(0, 10)
const before = (iso) => day(Date.parse(iso.slice(0, 10)) - DAY)
const DAYS = /^\d{4}-\d\d-\d\d$/

/** The days of `2013`, `2013-02` and `2013-02-12`; of a week or quarter that begins there. */
function daysOf(value, grain) {
  const [year, month, date] = value.split('-').map(Number)
  if (month === undefined) return { from: `${value}-01-01`, to: `${value}-12-31` }
  const months = grain === 'quarter' ? 3 : 1
  if (date === undefined) return { from: `${value}-01`, to: day(Date.UTC(year, month - 1 + months, 0)) }
  return { from: value, to: grain === 'week' ? day(Date.UTC(year, month - 1, date + 6)) : value }
}

function clocked(text) {
  const [date, time] = text.split(/[T ]/)
  return { from: date, to: date, clock: time.slice(0, 5) }
}

/** Duckling: a value with its grain, or an interval whose end is exclusive. */
function ofDuckling({ value, grain, from, to_exclusive: end }) {
  if (typeof value === 'string') return [/[T ]/.test(value) ? clocked(value) : daysOf(value, grain)]
  if (!from || !end || /T/.test(from + end)) return []
  return [{ from: daysOf(from, grain).from, to: before(daysOf(end, grain).from) }]
}

/** Recognizers: several readings, any of which will do. */
function ofRecognizers({ values }) {
  return values.flatMap(({ type, value, start, end }) => {
    if (type === 'date' && DAYS.test(value)) return [{ from: value, to: value }]
    if (type === 'datetime' && /\d:\d/.test(value)) return [clocked(value)]
    if (type === 'time') return [{ clock: value.slice(0, 5) }]
    return type === 'daterange' && start && end ? [{ from: start, to: before(end), last: end }] : []
  })
}

/** chrono: an instant, noon standing for no hour, or only some of its fields. */
function ofChrono({ value, to, start_fields: fields, end_fields: endFields, start_certain: certain }) {
  const parts = fields ?? (value && fieldsOf(value))
  if (!parts) return []
  const last = endFields ?? (to && fieldsOf(to))
  const known = certain ? Object.fromEntries(Object.entries(parts).filter(([name]) => certain.includes(name))) : parts
  if (last && (last.hour ?? 12) !== 12) return []
  return [{ fields: known, last: last && dayIn(last) }]
}

function fieldsOf(instant) {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return undefined
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  }
}

const dayIn = ({ year, month, day: date }) =>
  year && month && date
    ? `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
    : undefined

/** Our dates and times by place; a time beside its day is one with it. */
function ourTimes(text, values) {
  const times = []
  for (const { type, start, end, iso, from, to } of values) {
    const own =
      type === 'date'
        ? { start, end, iso, from, to }
        : type === 'time'
          ? { start, end, clock: clockOf(iso) }
          : undefined
    if (!own) continue
    const last = times.at(-1)
    const joined =
      last &&
      (last.clock === undefined) !== (own.clock === undefined) &&
      /^[\s,]*(?:(?:on|at|of|by|from)\s+)?$/i.test(text.slice(last.end, own.start))
    if (joined)
      times[times.length - 1] = {
        ...own,
        ...last,
        end: own.end,
        ...(own.from ? own : { clock: own.clock }),
        start: last.start,
      }
    else times.push(own)
  }
  return times
}

const clockOf = (iso) => /^T(\d\d:\d\d)/.exec(iso ?? '')?.[1] ?? iso

function fits(theirs, ours) {
  if (theirs.fields) return fieldsFit(theirs, ours)
  if (theirs.clock !== undefined && theirs.clock !== ours.clock) return false
  // A time alone is of the day of reference, which we do not add.
  if (ours.from === undefined) return theirs.clock !== undefined
  if (theirs.from === undefined) return true
  return theirs.from === ours.from && (theirs.to === ours.to || theirs.last === ours.to)
}

function fieldsFit({ fields, last }, ours) {
  const told = fields.hour !== undefined && (fields.hour !== 12 || fields.minute > 0)
  const clock = `${String(fields.hour).padStart(2, '0')}:${String(fields.minute ?? 0).padStart(2, '0')}`
  if (told && clock !== ours.clock) return false
  if (ours.from === undefined) return told
  const [year, month, date] = ours.from.split('-').map(Number)
  if (fields.year !== undefined && fields.year !== year) return false
  if (fields.month !== undefined && fields.month !== month) return false
  if (fields.day !== undefined && fields.day !== date) return false
  return last === undefined || last === ours.to
}

const READINGS = { 'duckling-time': ofDuckling, 'recognizers-datetime': ofRecognizers, chrono: ofChrono }

/** Does the suite tell times? */
export const tellsTimes = (suite) => READINGS[suite.replace(/\.dev$/, '')] !== undefined

/** How many inputs have all their times right, of those that can be mapped; what is wrong with the others. */
export function timesOf(suite, gold, values) {
  const readings = READINGS[suite.replace(/\.dev$/, '')]
  let right = 0
  let mapped = 0
  const missed = { missing: 0, value: 0 }
  for (const { id, text, expected = [] } of gold) {
    const each = expected.map((one) => ({ ...one, readings: readings(one) }))
    if (each.length === 0 || each.some((one) => one.readings.length === 0)) continue
    mapped++
    const ours = ourTimes(text, values.get(id) ?? [])
    const faults = each.map(({ start = 0, end = text.length, readings: any }) => {
      const near = ours.filter((one) => one.start < end && start < one.end)
      if (near.length === 0) return 'missing'
      return near.some((one) => any.some((reading) => fits(reading, one))) ? undefined : 'value'
    })
    const fault = faults.find(Boolean)
    if (fault === undefined) right++
    else missed[fault]++
  }
  return { right, mapped, missed: `not found ${missed.missing}, other value ${missed.value}` }
}
