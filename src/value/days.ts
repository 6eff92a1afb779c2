// Days of the Gregorian calendar as numbers, 0 being 1 January 1970: most dates are a few days from the day of publication,
// and are counted, not looked up. (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms.)

/** Days since 1 January 1970. */
export type Day = number

export interface Civil {
  year: number
  /** 1 to 12. */
  month: number
  day: number
}

export function dayNumber(year: number, month: number, day: number): Day {
  // Years begin in March, so that the leap day is the last.
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468
}

export function civilOf(number: Day): Civil {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  }
}

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1

export const two = (n: number): string => (n < 10 ? `0${n}` : String(n))
export const four = (n: number): string => (n > 999 ? String(n) : String(n).padStart(4, '0'))

/** `2022-07-20`. */
export function isoOf(number: Day): string {
  const { year, month, day } = civilOf(number)
  return `${four(year)}-${two(month)}-${two(day)}`
}

/** The day that `2022-07-20` names. */
export function dayAtIso(iso: string): Day {
  const [year, month, day] = iso.split('-').map(Number)
  return dayNumber(year!, month!, day!)
}

export const onOrBefore = (day: Day, weekday: number): Day => day - ((weekdayOf(day) - weekday + 7) % 7)

export const onOrAfter = (day: Day, weekday: number): Day => day + ((weekday - weekdayOf(day) + 7) % 7)

/** The day of a stated weekday in the week of a day. */
export const inWeekOf = (day: Day, weekday: number): Day => day + weekday - weekdayOf(day)
