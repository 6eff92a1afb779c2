import { PARTS } from '../fractions.ts'
import { clean } from '../numeral.ts'
import type { Reading } from '../reading.ts'
import { timeUnitAt } from '../time-units.ts'
import { type Candidate, valueKind } from '../value-kind.ts'

const FOLD = /^(two|three|four|five|six|seven|eight|nine|ten)fold$/
const WORDS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

export default valueKind({
  name: 'ratio',
  about: 'A part of a whole or one number to another: a third, two in five, three to one.',
  onNumeral: true,
  starts: () => ['a', 'half', ...WORDS.map((word) => `${word}fold`)],
  behindArticle: () => PARTS.keys(),

  read(reading, i): Candidate | undefined {
    const { lexemes } = reading
    const word = lexemes.lower(i)
    const fold = FOLD.exec(word)
    if (fold) return ratio(i, i + 1, WORDS.indexOf(fold[1]!) + 2)
    if (word === 'half') return half(reading, i)
    if (word === 'a') {
      const under = PARTS.get(lexemes.lower(i + 1))
      return under !== undefined && isPart(reading, i + 1, i + 2) ? ratio(i, i + 2, 1 / under) : undefined
    }
    const numeral = reading.numeral(i)
    if (!numeral || !Number.isInteger(numeral.number) || numeral.number < 1 || numeral.magnitude > 1) return undefined
    const at = lexemes.is(numeral.to, '-') && lexemes.glued(numeral.to) ? numeral.to + 1 : numeral.to
    //  two-thirds of
    const under = PARTS.get(lexemes.lower(at))
    if (
      under !== undefined &&
      numeral.number < under &&
      (numeral.number === 1 ? isPart(reading, at, at + 1) || at > numeral.to : lexemes.lower(at).endsWith('s'))
    ) {
      return under === 4 && lexemes.lower(at).startsWith('quarter') && isPeriod(reading, i)
        ? undefined
        : ratio(i, at + 1, numeral.number / under)
    }
    //  two in five, one out of ten, 5 of 8 is a count
    const out = lexemes.is(at, 'out') && lexemes.is(at + 1, 'of')
    if (out || lexemes.is(at, 'in')) {
      const next = out ? at + 2 : lexemes.is(at + 1, 'every') ? at + 2 : at + 1
      const whole = reading.numeral(next)
      if (
        !whole ||
        whole.number <= numeral.number ||
        !Number.isInteger(whole.number) ||
        looksLikeYear(whole.number, whole.bare)
      )
        return undefined
      if (!out && numeral.digits && !whole.digits) return undefined
      if (!out && timeUnitAt(reading, whole.to)) return undefined
      return ratio(i, whole.to, numeral.number / whole.number)
    }
    //  three to one, three-to-one
    const to = lexemes.is(at, 'to') ? at + 1 : -1
    const dashed = to > 0 && lexemes.is(to, '-') ? to + 1 : to
    if (to > 0 && (lexemes.is(dashed, 'one') || lexemes.is(dashed, '1')) && numeral.number > 1) {
      return { type: 'ratio', from: i, to: dashed + 1, fields: { number: numeral.number, numberTo: 1 } }
    }
    return undefined
  },

  examples: [
    ['About a third of them left.', { text: 'About a third', number: 0.333333333333333, bound: 'about' }],
    ['Two-thirds of them left.', { text: 'Two-thirds', number: 0.666666666666667 }],
    ['Two in five voters agreed.', { text: 'Two in five', number: 0.4 }],
    ['They won by three to one.', { text: 'three to one', number: 3, numberTo: 1 }],
    ['Half of the house burned.', { text: 'Half', number: 0.5 }],
    ['One in 10 homes was hit.', { text: 'One in 10', number: 0.1 }],
  ],
  not: [
    'The third man left.',
    'A quarter past four.',
    'Two in the house left.',
    'the third quarter',
    'two players in 2018',
  ],
})

const ratio = (from: number, to: number, number: number): Candidate => ({
  type: 'ratio',
  from,
  to,
  fields: { number: clean(number) },
})

const looksLikeYear = (number: number, bare: boolean): boolean => bare && number >= 1900 && number < 2100

/** Is *a third* a part, not the third of a row? */
function isPart(reading: Reading, i: number, to: number): boolean {
  const { lexemes } = reading
  const word = lexemes.lower(i)
  const next = lexemes.lower(to)
  if (next === 'of') return true
  if (word === 'half' || word === 'second') return false
  if (word === 'quarter')
    return (
      next !== 'past' &&
      next !== 'to' &&
      next !== 'century' &&
      next !== '-' &&
      next !== 'final' &&
      next !== 'ended' &&
      !reading.tag(to).startsWith('NN')
    )
  const tag = reading.tag(to)
  return !tag.startsWith('NN') && !tag.startsWith('JJ') && !tag.startsWith('VBG') && next !== '-' && next !== 'one'
}

const isPeriod = (reading: Reading, i: number): boolean =>
  ['first', 'last', 'past', 'consecutive'].includes(reading.lexemes.lower(i - 1))

/** `half of`, `half the`; not `half a million`, `the first half`. */
function half(reading: Reading, i: number): Candidate | undefined {
  const { lexemes } = reading
  const next = lexemes.lower(i + 1)
  if (['first', 'second', 'other', 'last', 'final', 'better'].includes(lexemes.lower(i - 1)) || lexemes.is(i - 1, '-'))
    return undefined
  return next === 'of' ||
    next === 'the' ||
    next === 'its' ||
    next === 'their' ||
    next === 'his' ||
    next === 'her' ||
    next === 'our'
    ? ratio(i, i + 1, 0.5)
    : undefined
}
