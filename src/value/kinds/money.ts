import { type Amount, afterJoin, changes, type Ends, rangeOf, readAmount, single } from '../amount.ts'
import { isMoney, moneyOf } from '../currency.ts'
import { clean, readNumeral } from '../numeral.ts'
import type { Reading } from '../reading.ts'
import type { CurrencyForm } from '../tables.ts'
import { type Candidate, candidate, valueKind } from '../value-kind.ts'

const VAGUE = new Set(['millions', 'billions', 'thousands', 'hundreds', 'trillions', 'tens', 'crores', 'lakhs'])

const FEW = new Set(['several', 'few', 'many'])
/** Codes that are words too: `COP26`, `TOP 10`. */
const WORDS = new Set(['COP', 'TOP', 'ALL', 'CUP', 'MOP', 'TRY', 'SOS', 'GEL', 'LAK', 'BAM', 'Q', 'L', 'K', 'P', 'N'])

export default valueKind({
  name: 'money',
  about: 'An amount of money, its currency told by a sign, a code or a name, before the number or behind.',
  onNumeral: true,
  starts: ({ prefixes }) => [...[...prefixes.firsts()].map((form) => form.toLowerCase()), ...VAGUE, ...FEW],

  read(reading, i): Candidate | undefined {
    const { lexemes, tables } = reading
    if (VAGUE.has(lexemes.lower(i)) || FEW.has(lexemes.lower(i))) return vague(reading, i)
    const prefix = tables.prefixes.at(lexemes, i)
    if (prefix && !(lexemes.glued(i) && lexemes.isWord(i) && lexemes.isNumber(i - 1))) {
      const found = behindSign(reading, i, prefix.to, prefix.content)
      if (found) return found
    }
    return beforeName(reading, i)
  },

  examples: [
    ['It cost $14.7 million.', { text: '$14.7 million', number: 14700000, currency: 'USD' }],
    ['It cost €3bn.', { text: '€3bn', number: 3e9, currency: 'EUR' }],
    ['It cost Rs 2 crore.', { text: 'Rs 2 crore', number: 2e7, currency: 'INR' }],
    ['It cost ₹1.5 lakh crore.', { text: '₹1.5 lakh crore', number: 1.5e12, currency: 'INR' }],
    [
      'It cost about 100 million yuan.',
      { text: 'about 100 million yuan', number: 1e8, currency: 'CNY', bound: 'about' },
    ],
    ['A R120 000 car was sold.', { text: 'R120 000', number: 120000, currency: 'ZAR' }],
    ['It cost NT$1.2 trillion.', { text: 'NT$1.2 trillion', number: 1.2e12, currency: 'TWD' }],
    ['It cost 50 cents.', { text: '50 cents', number: 0.5, currency: 'USD' }],
    ['They raised $5-$7 million.', { text: '$5-$7 million', number: 5e6, numberTo: 7e6, currency: 'USD' }],
    ['It cost half a million dollars.', { text: 'half a million dollars', number: 500000, currency: 'USD' }],
    ['He owes 7.5 million Danish crowns.', { text: '7.5 million Danish crowns', number: 7500000, currency: 'DKK' }],
    ['Oil costs $70 a barrel.', { text: '$70', number: 70, per: 'barrel' }],
    ['A $90-million contract was signed.', { text: '$90-million', number: 9e7 }],
    ['He paid dlrs 5 million.', { text: 'dlrs 5 million', number: 5e6, currency: 'USD' }],
    ['The fee is US$75m.', { text: 'US$75m', number: 7.5e7, currency: 'USD' }],
  ],
  not: ['He won the match.', 'They sold 5 pounds of meat.', 'It is 5 R long.', 'Five won the race.'],
})

/** `$5`, `US$5-7 million`, `$5-$7 million`. */
function behindSign(reading: Reading, i: number, at: number, form: CurrencyForm): Candidate | undefined {
  const { lexemes, tables } = reading
  const number = lexemes.is(at, '.') && lexemes.glued(at) ? at + 1 : at
  if (number >= lexemes.limit[i]! || !startsNumber(reading, number)) return undefined
  const oneLetter = lexemes.end[at - 1]! - lexemes.start[i]! === 1 && lexemes.isWord(i)
  if (oneLetter && (!lexemes.glued(number) || lexemes.glued(i))) return undefined
  let amount = readAmount(lexemes, number, tables.magnitudes, true)
  if (!amount || amount.number < 0) return undefined
  if (amount.number < 1000 && amount.first.bare && WORDS.has(lexemes.text(i))) return undefined
  // "$5 or two": an "or" or "to" joins amounts of the same sign only where figures stand on both sides.
  if (amount.numberTo !== undefined && !amount.last.digits) amount = single(amount.first, amount.from)
  let { to } = amount
  let ends: Ends = { number: amount.number, numberTo: amount.numberTo }
  if (amount.numberTo === undefined) {
    //  $5-$7 million
    //    ^^^^^^^^^^^
    const next = afterJoin(lexemes, i, to)
    const second = next === undefined ? undefined : tables.prefixes.at(lexemes, next)
    if (next !== undefined && second && second.content.currency === form.currency) {
      const last = readNumeral(lexemes, second.to, tables.magnitudes, true)
      const range = last && rangeOf(amount.first, last)
      // What rises from $5 to $7 million rises from five million, and is two amounts.
      if (range && lexemes.is(to, 'to') && changes(lexemes, i - 1)) ends = { number: range.number, numberTo: undefined }
      else if (last && range) {
        ends = range
        to = last.to
      }
    }
  }
  return moneyOf(reading, i, to, form, ends)
}

function startsNumber(reading: Reading, i: number): boolean {
  const { lexemes } = reading
  return lexemes.isNumber(i) || (lexemes.isWord(i) && reading.numeral(i) !== undefined && !lexemes.glued(i))
}

/** `5 million yuan`, `20p`, `336-million-ringgit`, `5 to 7 euros`. */
function beforeName(reading: Reading, i: number): Candidate | undefined {
  const { lexemes, tables } = reading
  const amount = reading.amount(i)
  if (!amount) return undefined
  let at = amount.to
  if (lexemes.is(at, '-') && lexemes.glued(at) && lexemes.glued(at + 1)) at++
  if (at >= lexemes.limit[i]!) return undefined
  const named = tables.suffixes.at(lexemes, at)
  if (named) {
    const oneLetter = named.to - at === 1 && lexemes.isWord(at) && lexemes.lower(at).length === 1
    if (oneLetter && !lexemes.glued(at)) return undefined
    if (
      lexemes.isWord(at) &&
      lexemes.glued(at) &&
      named.content.factor === 1 &&
      lexemes.lower(at - 1) !== '-' &&
      lexemes.text(at) !== lexemes.text(at).toUpperCase()
    )
      return undefined
    if (!isMoney(reading, i, at, named.to)) return undefined
    return moneyOf(reading, i, named.to, named.content, scaled(amount, named.content.factor))
  }
  // "20m euros": letters are magnitudes once a currency stands behind them.
  const letters = readAmount(lexemes, i, tables.magnitudes, true)
  const behind = letters && letters.to > amount.to ? tables.suffixes.at(lexemes, letters.to) : undefined
  return letters && behind && !lexemes.glued(letters.to)
    ? moneyOf(reading, i, behind.to, behind.content, scaled(letters, behind.content.factor))
    : undefined
}

function scaled(amount: Amount, factor: number): Ends {
  const { number, numberTo } = amount
  return { number: clean(number * factor), numberTo: numberTo === undefined ? undefined : clean(numberTo * factor) }
}

/** `billions of pesos`, `several thousand dollars`: no number, and a notice. */
function vague(reading: Reading, i: number): Candidate | undefined {
  const { lexemes, tables } = reading
  let at = i
  if (FEW.has(lexemes.lower(at))) {
    if (!tables.magnitudes.word.has(lexemes.lower(++at)) && !lexemes.is(at, 'hundred')) return undefined
    at++
  } else {
    for (let step = 0; step < 3 && VAGUE.has(lexemes.lower(at)) && lexemes.is(at + 1, 'of'); step++) at += 2
  }
  const named = at === i ? undefined : tables.suffixes.at(lexemes, at)
  if (!named || at >= lexemes.limit[i]!) return undefined
  return candidate('money', i, named.to, { currency: named.content.currency }, { notice: 'value/vague' })
}
