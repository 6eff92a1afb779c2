import { NUMERAL_WORDS } from '../numeral.ts'
import type { Reading } from '../reading.ts'
import { durationOf, isoDuration, TIME_UNITS, timeUnitAt, UNIT_WORDS } from '../time-units.ts'
import { type Candidate, valueKind } from '../value-kind.ts'

const VAGUE = new Set(['several', 'few', 'many', 'some'])
const LEADING = new Set([
  'past',
  'last',
  'next',
  'first',
  'coming',
  'previous',
  'preceding',
  'following',
  'final',
  'recent',
])

export default valueKind({
  name: 'duration',
  about: 'How long something takes: an amount of time.',
  onNumeral: true,
  starts: () => ['a', 'an', 'the', 'half', 'several', 'few', ...LEADING],
  behindArticle: () => [...UNIT_WORDS, ...VAGUE, ...LEADING, ...NUMERAL_WORDS],

  read(reading, i): Candidate | undefined {
    const { lexemes } = reading
    const amount = reading.amount(i)
    if (amount) return counted(reading, i, i)
    const word = lexemes.lower(i)
    //  the past three months
    //          ^
    if (word === 'the' && reading.numeral(i + 1)) return counted(reading, i, i + 1, true)
    if (word === 'the' && LEADING.has(lexemes.lower(i + 1)))
      return reading.numeral(i + 2) ? counted(reading, i, i + 2) : vague(reading, i, i + 2)
    if (LEADING.has(word)) return reading.numeral(i + 1) ? counted(reading, i, i + 1) : undefined
    if (word === 'a' || word === 'an' || word === 'half') return single(reading, i) ?? vague(reading, i, i)
    return vague(reading, i, i)
  },

  examples: [
    ['They waited two years.', { text: 'two years', iso: 'P2Y' }],
    ['A five-day visit began.', { text: 'five-day', iso: 'P5D' }],
    ['It took an hour.', { text: 'an hour', iso: 'PT1H' }],
    ['He served 17-and-a-half years.', { text: '17-and-a-half years', iso: 'P17Y6M' }],
    ['It rose for three consecutive weeks.', { text: 'three consecutive weeks', iso: 'P3W' }],
    ['They ran for 2 hours, 30 minutes.', { text: '2 hours, 30 minutes', iso: 'PT2H30M' }],
    ['It takes five to seven days.', { text: 'five to seven days', iso: 'P5D/P7D' }],
    ['It rained in the past three months.', { text: 'the past three months', iso: 'P3M' }],
    ['They waited for half an hour.', { text: 'half an hour', iso: 'PT30M' }],
    ['It lasted more than two decades.', { text: 'more than two decades', iso: 'P20Y', bound: 'above' }],
  ],
  not: ['Two players left.', 'A second team came.', 'It costs $5 a day.', 'He is two years old.'],
})

/** A number and its unit, with smaller units behind: `two hours and 30 minutes`. */
function counted(reading: Reading, from: number, i: number, plural = false): Candidate | undefined {
  const { lexemes } = reading
  const amount = reading.amount(i)
  const found = amount && timeUnitAt(reading, amount.to)
  if (!amount || !found || found.unit.name === 'quarter') return undefined
  // "the nine months" is one phrase, "the five-day visit" is not.
  if (plural && !lexemes.lower(found.to - 1).endsWith('s')) return undefined
  let { to } = found
  const { unit } = found
  const behind = lexemes.is(to, '-') ? to + 1 : to
  if (behind < lexemes.limit[i]! && ['olds', 'old'].includes(lexemes.lower(behind))) return undefined
  if (to < lexemes.limit[i]! && ['ago', 'old', 'earlier', 'later', 'hence'].includes(lexemes.lower(to)))
    return undefined
  let iso = durationOf(amount, unit)
  if (amount.numberTo === undefined) {
    //  2 hours, 30 minutes
    //         ^^^^^^^^^^^^
    for (let part = 0; part < 3; part++) {
      let at = to
      if (lexemes.is(at, ',')) at++
      if (lexemes.is(at, 'and')) at++
      const half = lexemes.is(at, 'a') && lexemes.is(at + 1, 'half')
      if (half && at > to && part === 0)
        return { type: 'duration', from, to: at + 2, fields: { iso: isoDuration(amount.number + 0.5, unit) } }
      const next = at < lexemes.limit[i]! ? reading.numeral(at) : undefined
      const smaller = next && timeUnitAt(reading, next.to)
      if (!next || !smaller || !fits(unit.name, smaller.unit.name)) break
      const added = isoDuration(next.number, smaller.unit)
      iso = join(iso, added)
      to = smaller.to
      if (smaller.unit.name === 'second') break
    }
  }
  return { type: 'duration', from, to, fields: { iso } }
}

const ORDER = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'decade', 'century']
const fits = (larger: string, smaller: string): boolean =>
  ORDER.indexOf(smaller) < ORDER.indexOf(larger) && ORDER.indexOf(larger) - ORDER.indexOf(smaller) <= 3

/** `P1Y` and `P6M` make `P1Y6M`. */
function join(first: string, second: string): string {
  if (!second.startsWith('PT')) return first + second.slice(1)
  return first.includes('T') ? first + second.slice(2) : first + second.slice(1)
}

/** `a year`, `an hour`, `half a century`, `a year and a half`. */
function single(reading: Reading, i: number): Candidate | undefined {
  const { lexemes } = reading
  let at = i
  let number = 1
  if (lexemes.is(i, 'half')) {
    if (!lexemes.is(i + 1, 'a') && !lexemes.is(i + 1, 'an')) return undefined
    number = 0.5
    at++
  } else if (lexemes.is(i + 1, 'half')) {
    number = 0.5
    at++
  }
  const found = timeUnitAt(reading, at + 1)
  if (
    !found ||
    found.unit.name === 'quarter' ||
    found.unit.name === 'night' ||
    lexemes.lower(found.to - 1).endsWith('s')
  )
    return undefined
  // "a second team": an ordinal. "100 a day", "$5 a year": a rate.
  if (found.unit.name === 'second' || (number === 1 && perBefore(reading, i))) return undefined
  if (['ago', 'old', 'earlier', 'later'].includes(lexemes.lower(found.to))) return undefined
  if (found.between > 0 && !['full', 'whole', 'further', 'long'].includes(lexemes.lower(found.to - 2))) return undefined
  if (reading.tag(found.to).startsWith('NN') && number === 1 && !lexemes.isNumber(found.to)) return undefined
  let { to } = found
  if (number === 1 && lexemes.is(to, 'and') && lexemes.is(to + 1, 'a') && lexemes.is(to + 2, 'half')) {
    number = 1.5
    to += 3
  }
  return { type: 'duration', from: i, to, fields: { iso: isoDuration(number, found.unit) } }
}

function perBefore(reading: Reading, i: number): boolean {
  const { lexemes } = reading
  const before = lexemes.lower(i - 1)
  if (before === undefined || lexemes.limit[i - 1] !== lexemes.limit[i]) return false
  if (['once', 'twice', 'thrice', 'times', '%', 'percent'].includes(before)) return true
  if (lexemes.isNumber(i - 1)) return true
  return reading.tag(i - 1) === 'NNS' && !['takes', 'lasts'].includes(before)
}

/** `several years`, `a few days`: the number is not said. */
function vague(reading: Reading, from: number, i: number): Candidate | undefined {
  const { lexemes } = reading
  const at = lexemes.is(i, 'a') ? i + 1 : i
  if (!VAGUE.has(lexemes.lower(at))) return undefined
  const unit = TIME_UNITS.get(lexemes.lower(at + 1))
  if (!unit || !lexemes.lower(at + 1).endsWith('s')) return undefined
  if (['ago', 'earlier', 'later'].includes(lexemes.lower(at + 2))) return undefined
  return { type: 'duration', from, to: at + 2, fields: { iso: `P${unit.clock ? 'T' : ''}X${unit.letter}` } }
}
