import type { Amount } from './amount.ts'
import type { Reading } from './reading.ts'

/** ISO 8601 designators; `T` units stand behind the T. `decade` and `century` count as 10 and 100 years. */
export const TIME_UNITS: ReadonlyMap<string, { letter: string; clock: boolean; factor: number; name: string }> =
  new Map(
    (
      [
        ['second', 'S', true, 1],
        ['minute', 'M', true, 1],
        ['hour', 'H', true, 1],
        ['day', 'D', false, 1],
        ['night', 'D', false, 1],
        ['week', 'W', false, 1],
        ['fortnight', 'W', false, 2],
        ['month', 'M', false, 1],
        ['quarter', 'M', false, 3],
        ['year', 'Y', false, 1],
        ['decade', 'Y', false, 10],
        ['century', 'Y', false, 100],
      ] as const
    ).flatMap(([name, letter, clock, factor]) => {
      const unit = { letter, clock, factor, name }
      const plural = name === 'century' ? 'centuries' : `${name}s`
      return [[name, unit] as const, [plural, unit] as const]
    }),
  )
const SHORT: ReadonlyMap<string, string> = new Map([
  ['min', 'minute'],
  ['mins', 'minute'],
  ['hr', 'hour'],
  ['hrs', 'hour'],
  ['sec', 'second'],
  ['secs', 'second'],
  ['yr', 'year'],
  ['yrs', 'year'],
  ['ms', 'millisecond'],
  ['yrs.', 'year'],
])
/** Words that stand between a number and its unit of time and change nothing. */
const BETWEEN = new Set(
  'consecutive straight more full whole further additional successive long short extra solid calendar fiscal other last past final next first coming good working business financial trading school'.split(
    ' ',
  ),
)
/** The words that `timeUnitAt` begins with. */
export const UNIT_WORDS: readonly string[] = [...TIME_UNITS.keys(), ...SHORT.keys(), ...BETWEEN]
const DASHES = new Set(['-', '–', '‑'])

export type TimeUnit = { letter: string; clock: boolean; factor: number; name: string }

/** The unit of time behind a number, with the lexeme behind it: `-year`, ` consecutive weeks`, `hrs`. */
export function timeUnitAt(reading: Reading, i: number): { unit: TimeUnit; to: number; between: number } | undefined {
  const { lexemes } = reading
  let at = i
  if (DASHES.has(lexemes.lower(at)) && (lexemes.glued(at) || lexemes.glued(at + 1))) at++
  for (let between = 0; between < 3; between++) {
    const word = lexemes.lower(at)
    if (word === undefined || at >= lexemes.limit[i]!) return undefined
    const unit = TIME_UNITS.get(word) ?? TIME_UNITS.get(SHORT.get(word) ?? '')
    if (unit) return { unit, to: at + 1, between }
    if (!BETWEEN.has(word)) return undefined
    at++
  }
  return undefined
}

/** `P17Y6M`, `PT1H30M`, `P2W`: fractions of years become months, of hours minutes, where they come out even. */
export function isoDuration(number: number, { letter, clock, factor }: TimeUnit): string {
  const count = Number.parseFloat((number * factor).toPrecision(12))
  if (letter === 'Y' && !Number.isInteger(count) && Number.isInteger(count * 12)) {
    const years = Math.floor(count)
    return `P${years > 0 ? `${years}Y` : ''}${Math.round((count - years) * 12)}M`
  }
  if (letter === 'H' && !Number.isInteger(count) && Number.isInteger(count * 60)) {
    const hours = Math.floor(count)
    return `PT${hours > 0 ? `${hours}H` : ''}${Math.round((count - hours) * 60)}M`
  }
  if (letter === 'M' && clock && !Number.isInteger(count) && Number.isInteger(count * 60)) {
    const minutes = Math.floor(count)
    return `PT${minutes > 0 ? `${minutes}M` : ''}${Math.round((count - minutes) * 60)}S`
  }
  return `P${clock ? 'T' : ''}${plain(count)}${letter}`
}

const plain = (count: number): string => (count < 1e15 ? String(count) : BigInt(Math.round(count)).toString())

/** `P5Y` or, of a range, `P5Y/P7Y`. */
export function durationOf(amount: Amount, unit: TimeUnit): string {
  const first = isoDuration(amount.number, unit)
  return amount.numberTo === undefined ? first : `${first}/${isoDuration(amount.numberTo, unit)}`
}
