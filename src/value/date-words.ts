import type { Lexemes } from './lexemes.ts'

const numbered = (forms: string): ReadonlyMap<string, number> =>
  new Map(forms.split(' ').flatMap((group, i) => group.split('/').map((form) => [form, i + 1] as const)))

/** Lower case; abbreviations without their point. */
export const MONTHS = numbered(
  'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
)
/** Full names alone may stand without a day or year. */
const FULL_MONTHS = new Set(
  'january february march april may june july august september october november december'.split(' '),
)
/** Monday is 1. */
export const WEEKDAYS = numbered(
  'monday/mon/mondays tuesday/tue/tues/tuesdays wednesday/wed/wednesdays thursday/thu/thur/thurs/thursdays friday/fri/fridays saturday/sat/saturdays sunday/sun/sundays',
)
export const ORDINALS = numbered(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first',
)
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
])
const SUFFIXES = new Set(['st', 'nd', 'rd', 'th'])

/** A month's name at a lexeme, capitalised as names are: its number, and the lexeme behind it and its point. */
export function monthAt(lexemes: Lexemes, i: number): { month: number; to: number; full: boolean } | undefined {
  const lower = lexemes.lower(i)
  const month = lower === undefined ? undefined : MONTHS.get(lower)
  if (month === undefined) return undefined
  const c = lexemes.source.charCodeAt(lexemes.start[i]!)
  if (c >= 97) return undefined
  const full = FULL_MONTHS.has(lower!)
  const to = !full && lexemes.is(i + 1, '.') && lexemes.glued(i + 1) ? i + 2 : i + 1
  return { month, to, full }
}

/** A weekday's name at a lexeme, capitalised: 1 is Monday. */
export function weekdayAt(lexemes: Lexemes, i: number): { weekday: number; to: number; plural: boolean } | undefined {
  const lower = lexemes.lower(i)
  const weekday = lower === undefined ? undefined : WEEKDAYS.get(lower)
  if (weekday === undefined || lexemes.source.charCodeAt(lexemes.start[i]!) >= 97) return undefined
  const full = lower!.endsWith('day') || lower!.endsWith('days')
  const to = !full && lexemes.is(i + 1, '.') && lexemes.glued(i + 1) ? i + 2 : i + 1
  return { weekday, to, plural: lower!.endsWith('days') }
}

/** A day of the month: `5`, `5th`, `05`. */
export function dayNumberAt(lexemes: Lexemes, i: number): { day: number; to: number; ordinal: boolean } | undefined {
  if (!lexemes.isNumber(i) || !/^\d{1,2}$/.test(lexemes.lower(i))) return undefined
  const day = Number(lexemes.lower(i))
  if (day < 1 || day > 31) return undefined
  const ordinal = lexemes.glued(i + 1) && SUFFIXES.has(lexemes.lower(i + 1))
  if (!ordinal && lexemes.glued(i + 1) && lexemes.isWord(i + 1)) return undefined
  return { day, to: ordinal ? i + 2 : i + 1, ordinal }
}

/** An ordinal: `second`, `2nd`, `twenty-first`. */
export function ordinalAt(lexemes: Lexemes, i: number): { number: number; to: number } | undefined {
  const lower = lexemes.lower(i)
  if (lower === undefined) return undefined
  const word = ORDINALS.get(lower)
  if (word !== undefined) return { number: word, to: i + 1 }
  if (lexemes.isNumber(i) && /^\d{1,9}$/.test(lower) && lexemes.glued(i + 1) && SUFFIXES.has(lexemes.lower(i + 1))) {
    return { number: Number(lower), to: i + 2 }
  }
  return undefined
}

/** A year of four digits. */
export function yearAt(lexemes: Lexemes, i: number): number | undefined {
  if (!lexemes.isNumber(i) || !/^[12]\d{3}$/.test(lexemes.lower(i))) return undefined
  if (lexemes.glued(i + 1) && lexemes.isWord(i + 1)) return undefined
  const year = Number(lexemes.lower(i))
  return year < 2100 ? year : undefined
}

const DAY_PARTS = new Set(['morning', 'afternoon', 'evening', 'night', 'noon', 'lunchtime'])

/** Behind `morning`, `night`, … that belongs to the day before it. */
export function dayPartEnd(lexemes: Lexemes, to: number): number {
  return DAY_PARTS.has(lexemes.lower(to)) && lexemes.limit[to] === lexemes.limit[to - 1] ? to + 1 : to
}
