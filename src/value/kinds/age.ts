import { MONTHS, WEEKDAYS } from '../date-words.ts'
import { clean } from '../numeral.ts'
import type { Reading } from '../reading.ts'
import { timeUnitAt } from '../time-units.ts'
import { type Candidate, valueKind } from '../value-kind.ts'

const IN_YEARS: Readonly<Record<string, number>> = {
  year: 1,
  month: 1 / 12,
  week: 7 / 365.25,
  day: 1 / 365.25,
  decade: 10,
  century: 100,
}

export default valueKind({
  name: 'age',
  about: 'How old somebody or something is, in years.',
  onNumeral: true,
  starts: () => [],

  read(reading, i): Candidate | undefined {
    const { lexemes } = reading
    const amount = reading.amount(i)
    if (!amount || amount.number < 0) return undefined
    const unit = timeUnitAt(reading, amount.to)
    const years = unit && IN_YEARS[unit.unit.name]
    if (unit && years !== undefined && unit.between === 0) {
      const to = oldAt(reading, unit.to, i)
      if (to === undefined) return undefined
      const number = clean(amount.number * years)
      return {
        type: 'age',
        from: i,
        to,
        fields: { number, numberTo: amount.numberTo === undefined ? undefined : clean(amount.numberTo * years) },
      }
    }
    if (unit || amount.number > 125 || !Number.isInteger(amount.number) || lexemes.glued(i)) return undefined
    const fields = { number: amount.number, numberTo: amount.numberTo }
    const before = lexemes.lower(i - 1)
    const aged =
      before === 'aged' ||
      ((before === 'of' || before === 'at') && (lexemes.is(i - 2, 'age') || lexemes.is(i - 2, 'ages'))) ||
      before === 'age' ||
      before === 'ages' ||
      (before === 'between' && lexemes.is(i - 2, 'aged')) ||
      (before === 'turned' && amount.first.digits && amount.number > 9)
    if (aged && !lexemes.is(amount.to, '%') && !lexemes.is(amount.to, 'percent'))
      return { type: 'age', from: i, to: amount.to, fields }
    return besideName(reading, i, amount.to) ? { type: 'age', from: i, to: amount.to, fields } : undefined
  },

  examples: [
    ['A 23-year-old won.', { text: '23-year-old', number: 23 }],
    ['She is two years old.', { text: 'two years old', number: 2 }],
    ['He died at the age of 61.', { text: '61', number: 61 }],
    ['Ann Smith, 42, won.', { text: '42', number: 42 }],
    ['Children aged 5 to 11 came.', { text: '5 to 11', number: 5, numberTo: 11 }],
    ['An 18-month-old boy slept.', { text: '18-month-old', number: 1.5 }],
  ],
  not: ['Rooms 41, 42, and 43.', 'They played for 20 years.', 'In May, 42, they say, left.'],
})

/** `-old`, `-olds`, ` old`, ` of age`; the lexeme behind it. */
function oldAt(reading: Reading, i: number, from: number): number | undefined {
  const { lexemes } = reading
  const at = lexemes.is(i, '-') || lexemes.is(i, '–') ? i + 1 : i
  if (at >= lexemes.limit[from]!) return undefined
  if (lexemes.is(at, 'old') || lexemes.is(at, 'olds')) return at + 1
  if (lexemes.is(at, 'of') && lexemes.is(at + 1, 'age')) return at + 2
  const older = ['and', 'or'].includes(lexemes.lower(at)) && ['older', 'younger'].includes(lexemes.lower(at + 1))
  return older ? i : undefined
}

/** `Smith, 42,`: between commas (or brackets) behind a name. */
function besideName(reading: Reading, i: number, to: number): boolean {
  const { lexemes } = reading
  const open = lexemes.lower(i - 1)
  const close = lexemes.lower(to)
  const number = lexemes.lower(i)
  if (!/^\d{1,3}$/.test(number) || to !== i + 1 || lexemes.limit[i - 2] !== lexemes.limit[i]) return false
  const fits = open === ',' ? close === ',' || close === '.' || close === ';' : open === '(' && close === ')'
  if (!fits || !lexemes.isWord(i - 2) || !lexemes.glued(i - 1) !== (open === '(')) return false
  if (lexemes.isNumber(to + 1) || (open === '(' && Number(number) < 10)) return false
  return (
    reading.capital(i - 2) &&
    reading.upos(i - 2) === 'PROPN' &&
    !MONTHS.has(lexemes.lower(i - 2)) &&
    !WEEKDAYS.has(lexemes.lower(i - 2))
  )
}
