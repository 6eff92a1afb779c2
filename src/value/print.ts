import type { Bound, Value } from '../doc/value.ts'

/** What a bound is called before an amount. */
export const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  about: 'about',
  'about-below': 'nearly',
  'about-above': 'just over',
  above: 'more than',
  below: 'less than',
  'at-least': 'at least',
  'at-most': 'up to',
}
/** UCUM codes that nobody reads as they stand. */
const UNITS: Readonly<Record<string, string>> = {
  '[mi_i]': 'miles',
  '[ft_i]': 'feet',
  '[in_i]': 'inches',
  '[yd_i]': 'yards',
  '[nmi_i]': 'nautical miles',
  '[acr_us]': 'acres',
  '[sft_i]': 'square feet',
  '[smi_us]': 'square miles',
  '[lb_av]': 'lb',
  '[oz_av]': 'oz',
  '[gal_us]': 'gallons',
  '[bbl_us]': 'barrels',
  '[bbl_us]/d': 'barrels per day',
  '[mi_i]/h': 'mph',
  '[kn_i]': 'knots',
  '[HP]': 'hp',
  '[psi]': 'psi',
  Cel: '°C',
  '[degF]': '°F',
  t: 'tonnes',
  m2: 'm²',
  km2: 'km²',
  m3: 'm³',
  '{rpm}': 'rpm',
}
const SCALES: readonly [number, string][] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
]

/**
 * A value in few words, for glosses: `7.7%`, `CNY 100 million`, `nearly 70%`, `2018-01/2018-06`. Amounts of money, shares,
 * measures and days are read back as the same value. A value without a number is what the text says.
 */
export function printValue(value: Omit<Value, 'id' | 'start' | 'end'>): string {
  const { type, bound } = value
  const core = type === 'date' ? (value.iso ?? value.text) : (value.iso ?? printAmount(value))
  return bound === undefined || type === 'date' || core === value.text ? core : `${BOUND_WORDS[bound]} ${core}`
}

function printAmount(value: Omit<Value, 'id' | 'start' | 'end'>): string {
  const { type, number, numberTo, currency, unit, per, text } = value
  if (number === undefined) return text
  const amount = numberTo === undefined ? printNumber(number) : `${printNumber(number)} to ${printNumber(numberTo)}`
  const rate = per === undefined ? '' : ` per ${per}`
  switch (type) {
    case 'money':
      return `${currency} ${amount}${rate}`
    case 'percent':
      return unit === 'pp' ? `${amount} percentage points` : unit === 'bp' ? `${amount} basis points` : `${amount}%`
    case 'age':
      return `${amount} years old`
    case 'ratio':
      return numberTo === undefined ? amount : `${printNumber(number)} to ${printNumber(numberTo)}`
    default:
      return unit === undefined ? amount : `${amount} ${UNITS[unit] ?? unit}${rate}`
  }
}

/** `14.7 million`, `1,500`, `0.25`: with a scale where that is short and exact. */
export function printNumber(number: number): string {
  for (const [scale, word] of SCALES) {
    const part = number / scale
    if (Math.abs(part) >= 1 && part * scale === number && Number(part.toFixed(3)) === part && Math.abs(part) < 1e6)
      return `${grouped(part)} ${word}`
  }
  return grouped(number)
}

/** With commas between thousands; whatever the machine's locale. */
export function grouped(number: number): string {
  const text = String(number)
  const digits = /^(-?\d+)(\.\d+)?$/.exec(text)
  if (!digits) return text
  const [, whole = '', fraction = ''] = digits
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + fraction
}
