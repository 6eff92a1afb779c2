import { PARTS } from '../fractions.ts'
import { clean } from '../numeral.ts'
import type { Reading } from '../reading.ts'
import { type Candidate, type Fields, valueKind } from '../value-kind.ts'

const PERCENT = new Set(['%', '％', 'percent', 'pc', 'pct', 'percents'])

export default valueKind({
  name: 'percent',
  about: 'A share in hundredths; percentage points and basis points.',
  onNumeral: true,
  starts: () => [],

  read(reading, i): Candidate | undefined {
    const amount = reading.amount(i)
    if (!amount) return undefined
    const unit = percentAt(reading, amount.to)
    if (!unit) return partOfPercent(reading, i)
    if (unit.to > reading.lexemes.limit[i]!) return undefined
    const fields: Fields = { number: amount.number }
    if (amount.numberTo !== undefined) fields.numberTo = amount.numberTo
    if (unit.unit !== undefined) fields.unit = unit.unit
    return { type: 'percent', from: i, to: unit.to, fields }
  },

  examples: [
    ['Sales rose 7.7 percent.', { text: '7.7 percent', number: 7.7 }],
    ['It made up nearly 70 percent.', { text: 'nearly 70 percent', number: 70, bound: 'about-below' }],
    ['It rose 3.5pc.', { text: '3.5pc', number: 3.5 }],
    ['It rose 6.9 per cent.', { text: '6.9 per cent', number: 6.9 }],
    ['A 5% stake was sold.', { text: '5%', number: 5 }],
    ['It rose by 25 basis points.', { text: '25 basis points', number: 25, unit: 'bp' }],
    ['It fell two percentage points.', { text: 'two percentage points', number: 2, unit: 'pp' }],
    ['It lost between 5 and 10 percent.', { text: '5 and 10 percent', number: 5, numberTo: 10 }],
    ['It lost 5% to 10%.', { text: '5% to 10%', number: 5, numberTo: 10 }],
    ['A change of -8% was seen.', { text: '-8%', number: -8 }],
    ['It fell one-tenth of 1 percent.', { text: 'one-tenth of 1 percent', number: 0.1 }],
    ['The 1.7 percent sales drop hurt.', { text: '1.7 percent', number: 1.7 }],
    ['Two-thirds voted, a 60-percent turnout.', { text: '60-percent', number: 60 }],
  ],
  not: ['Percent is a word.', 'He has 5 PCs.', 'Ten points were scored.'],
})

/** `one-tenth of 1 percent`, `a hundredth of a percentage point`. */
function partOfPercent(reading: Reading, i: number): Candidate | undefined {
  const { lexemes } = reading
  const over = reading.numeral(i)
  if (!over) return undefined
  const at = lexemes.is(over.to, '-') ? over.to + 1 : over.to
  const under = PARTS.get(lexemes.lower(at))
  if (under === undefined || !lexemes.is(at + 1, 'of')) return undefined
  const whole = lexemes.is(at + 2, 'a') ? { number: 1, to: at + 3 } : reading.numeral(at + 2)
  const unit = whole && percentAt(reading, whole.to)
  if (!whole || !unit || unit.to > lexemes.limit[i]!) return undefined
  const fields: Fields = { number: clean((over.number / under) * whole.number) }
  if (unit.unit !== undefined) fields.unit = unit.unit
  return { type: 'percent', from: i, to: unit.to, fields }
}

function percentAt(reading: Reading, i: number): { unit?: string; to: number } | undefined {
  const { lexemes } = reading
  const at = (lexemes.is(i, '-') || lexemes.is(i, '–')) && (lexemes.glued(i) || lexemes.glued(i + 1)) ? i + 1 : i
  const word = lexemes.lower(at)
  if (word === undefined) return undefined
  const next = lexemes.is(at + 1, '-') ? at + 2 : at + 1
  if (PERCENT.has(word)) {
    return lexemes.is(next, 'point') || lexemes.is(next, 'points') ? { unit: 'pp', to: next + 1 } : { to: at + 1 }
  }
  if (word === 'per' && lexemes.is(next, 'cent')) {
    const points = lexemes.is(next + 1, 'point') || lexemes.is(next + 1, 'points')
    return points ? { unit: 'pp', to: next + 2 } : { to: next + 1 }
  }
  if (word === 'percentage' && (lexemes.is(next, 'point') || lexemes.is(next, 'points')))
    return { unit: 'pp', to: next + 1 }
  if (word === 'basis' && (lexemes.is(next, 'point') || lexemes.is(next, 'points'))) return { unit: 'bp', to: next + 1 }
  if (word === 'bps' || word === 'bp') return { unit: 'bp', to: at + 1 }
  return word === 'pp' || word === 'ppt' || word === 'ppts' ? { unit: 'pp', to: at + 1 } : undefined
}
