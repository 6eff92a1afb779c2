import type { Ends } from './amount.ts'
import type { Reading } from './reading.ts'
import type { CurrencyForm } from './tables.ts'
import type { Candidate, Fields } from './value-kind.ts'

/** What money is given for, behind the amount: *a share*, *per barrel*. */
const PER = new Set(['a', 'an', 'per', 'each', 'every', '/'])

/** Pounds are a weight before *of* or among kilos; *won*, *sol*, *mark* and *real* are words too. */
export function isMoney(reading: Reading, i: number, at: number, to: number): boolean {
  const { lexemes } = reading
  const word = lexemes.lower(to - 1)
  if ((word === 'pounds' || word === 'pound') && to - at === 1) {
    if (lexemes.is(to, 'of') || lexemes.is(to, '(') || lexemes.is(to, 'per')) return false
    const next = lexemes.lower(to)
    return !(next === 'heavier' || next === 'lighter' || next === 'overweight' || next === '-')
  }
  if (word === 'won' && to - at === 1) {
    const tag = reading.tag(at)
    const numeral = reading.numeral(i)
    return (
      numeral !== undefined &&
      numeral.number >= 100 &&
      !(tag === 'VBD' && numeral.magnitude === 1 && numeral.number < 1000)
    )
  }
  if (word === 'mark' || word === 'marks')
    return (reading.numeral(i)?.number ?? 0) >= 100 || lexemes.lower(to - 2) === 'german'
  if (
    word === 'real' ||
    word === 'sol' ||
    word === 'sen' ||
    word === 'lev' ||
    word === 'buck' ||
    word === 'crown' ||
    word === 'som'
  )
    return word === 'real' || word === 'sol' ? to - at > 1 : true
  return true
}

/** The value, with what it is given per, and whether its sign leaves the country open. */
export function moneyOf(
  reading: Reading,
  from: number,
  to: number,
  form: CurrencyForm,
  { number, numberTo }: Ends,
): Candidate {
  let { currency } = form
  let ambiguous = false
  if (form.shared) {
    const { home } = reading
    ambiguous = currency !== home
    if (currency === 'USD' && home !== undefined && DOLLARS.has(home)) currency = home
  }
  const per = perAt(reading, to)
  const fields: Fields = { number, numberTo, currency, ambiguous: ambiguous ? true : undefined, per }
  return { type: 'money', from, to, fields }
}

const DOLLARS = new Set(['AUD', 'CAD', 'NZD', 'SGD'])

function perAt(reading: Reading, at: number): string | undefined {
  const { lexemes } = reading
  const word = lexemes.lower(at)
  if (word === undefined || !PER.has(word) || lexemes.limit[at] !== lexemes.limit[at - 1]) return undefined
  if (word === 'each') return undefined
  const noun = reading.lemma(at + 1)
  if ((word === 'a' || word === 'an') && !RATED.has(noun)) return undefined
  if (!lexemes.isWord(at + 1)) return undefined
  const unit = reading.tables.units.at(lexemes, at + 1)
  return unit && unit.to > at + 2 ? unit.content.unit : noun
}

const RATED = new Set(
  'year month week day hour minute night share barrel tonne ton ounce gallon litre liter pound kilo kilogram kg piece unit head person ticket bottle vote acre hectare square bushel mile game seat pop'.split(
    ' ',
  ),
)
