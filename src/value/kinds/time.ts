import type { Reading } from '../reading.ts'
import { type Candidate, valueKind } from '../value-kind.ts'

const ZONES = new Set([
  'gmt',
  'utc',
  'est',
  'edt',
  'cst',
  'cdt',
  'mst',
  'mdt',
  'pst',
  'pdt',
  'et',
  'pt',
  'ct',
  'bst',
  'cet',
  'cest',
  'ist',
  'jst',
  'sgt',
  'hkt',
  'aest',
  'eat',
  'wib',
  'msk',
  'eastern',
])
const HALF: ReadonlyMap<string, number> = new Map([
  ['am', 0],
  ['a.m.', 0],
  ['a.m', 0],
  ['pm', 12],
  ['p.m.', 12],
  ['p.m', 12],
])
const two = (n: number): string => String(n).padStart(2, '0')

export default valueKind({
  name: 'time',
  about: 'A time of day.',
  onNumeral: true,
  starts: () => ['noon', 'midnight', 'midday'],

  read(reading, i): Candidate | undefined {
    const { lexemes } = reading
    const word = lexemes.lower(i)
    const time = (to: number, iso: string): Candidate => ({
      type: 'time',
      from: i,
      to: zoneEnd(reading, to),
      fields: { iso },
    })
    if (word === 'noon' || word === 'midday') return time(i + 1, 'T12:00')
    if (word === 'midnight') return time(i + 1, 'T00:00')
    if (lexemes.glued(i) && !['(', '[', '"', '“', '-', '–', '—'].includes(lexemes.lower(i - 1))) return undefined
    const clock = clockAt(reading, i)
    if (clock) {
      const half = halfAt(reading, clock.to)
      if (half && clock.hour <= 12) return time(half.to, `T${two((clock.hour % 12) + half.plus)}:${two(clock.minute)}`)
      if (!clock.colon)
        return hoursMark(reading, clock.to) ? time(clock.to + 1, `T${two(clock.hour)}:${two(clock.minute)}`) : undefined
      return looksLikeClock(reading, i, clock.to)
        ? time(hoursMark(reading, clock.to) ? clock.to + 1 : clock.to, `T${two(clock.hour)}:${two(clock.minute)}`)
        : undefined
    }
    const numeral = reading.numeral(i)
    if (
      !numeral ||
      !Number.isInteger(numeral.number) ||
      numeral.number < 0 ||
      numeral.number > 24 ||
      numeral.magnitude > 1
    )
      return undefined
    const half = halfAt(reading, numeral.to)
    if (half && numeral.number >= 1 && numeral.number <= 12)
      return time(half.to, `T${two((numeral.number % 12) + half.plus)}:00`)
    if (
      lexemes.is(numeral.to, 'o') &&
      (lexemes.is(numeral.to + 1, '’') || lexemes.is(numeral.to + 1, "'")) &&
      lexemes.is(numeral.to + 2, 'clock')
    ) {
      return time(numeral.to + 3, `T${two(numeral.number)}:00`)
    }
    return undefined
  },

  examples: [
    ['They met at 5 p.m. in the hall.', { text: '5 p.m.', iso: 'T17:00' }],
    ['They met at 16:00.', { text: '16:00', iso: 'T16:00' }],
    ['They met at 9.30am.', { text: '9.30am', iso: 'T09:30' }],
    ['They met at noon.', { text: 'noon', iso: 'T12:00' }],
    ['They met at 0600 hours.', { text: '0600 hours', iso: 'T06:00' }],
    ['They met at 12:15 a.m. GMT.', { text: '12:15 a.m. GMT', iso: 'T00:15' }],
  ],
  not: ['He ran 2:05:11.', 'The ratio is 5 to 1.', 'They won 5.', 'I am 5.'],
})

/** `16:00`, `9.30`, `0600`. */
function clockAt(
  reading: Reading,
  i: number,
): { hour: number; minute: number; to: number; colon: boolean } | undefined {
  const { lexemes } = reading
  if (!lexemes.isNumber(i)) return undefined
  const text = lexemes.lower(i)
  const compact = /^(\d{1,2})\.(\d\d)$/.exec(text) ?? /^(\d\d)(\d\d)$/.exec(text)
  if (compact) return valid(Number(compact[1]), Number(compact[2]), i + 1, false)
  if (!/^\d{1,2}$/.test(text) || !lexemes.is(i + 1, ':') || !lexemes.glued(i + 1) || !lexemes.glued(i + 2))
    return undefined
  if (!/^\d\d$/.test(lexemes.lower(i + 2))) return undefined
  if (lexemes.is(i + 3, ':') && lexemes.glued(i + 3) && lexemes.isNumber(i + 4)) return undefined
  return valid(Number(text), Number(lexemes.lower(i + 2)), i + 3, true)
}

function valid(hour: number, minute: number, to: number, colon: boolean) {
  return hour <= 24 && minute < 60 ? { hour: hour % 24, minute, to, colon } : undefined
}

function halfAt(reading: Reading, i: number): { plus: number; to: number } | undefined {
  const { lexemes } = reading
  const plus = HALF.get(lexemes.lower(i))
  if (plus === undefined || lexemes.limit[i] !== lexemes.limit[i - 1]) return undefined
  // "5 am" in capitals or small: "I am" has no number before.
  return { plus, to: i + 1 }
}

const hoursMark = ({ lexemes }: Reading, i: number): boolean =>
  ['hours', 'hrs', 'h', 'hr'].includes(lexemes.lower(i)) && lexemes.limit[i] === lexemes.limit[i - 1]

/** A bare `16:00` is a time unless it is a score or a verse. */
function looksLikeClock(reading: Reading, i: number, to: number): boolean {
  const { lexemes } = reading
  const before = lexemes.lower(i - 1)
  return (
    (/^\d\d$/.test(lexemes.lower(i)) && !lexemes.isNumber(i - 1)) ||
    [
      'at',
      'by',
      'from',
      'until',
      'till',
      'to',
      'before',
      'after',
      'between',
      'and',
      'around',
      'about',
      '-',
      '–',
      'since',
      '(',
    ].includes(before) ||
    ZONES.has(lexemes.lower(to)) ||
    hoursMark(reading, to)
  )
}

function zoneEnd(reading: Reading, to: number): number {
  const { lexemes } = reading
  const bracket = lexemes.is(to, '(') ? to + 1 : to
  if (
    !ZONES.has(lexemes.lower(bracket)) ||
    !reading.capital(bracket) ||
    lexemes.limit[bracket] !== lexemes.limit[to - 1]
  )
    return to
  if (bracket > to) return to
  return bracket + 1
}
