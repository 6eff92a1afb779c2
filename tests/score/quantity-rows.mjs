// Our values in the conventions of CQE's NewsQuant: every amount is a quantity with one number (or a range) and the
// name of its unit in the singular; dates, times of day and ordinals are none.

export const UNIT_NAMES = {
  km: 'kilometre',
  m: 'metre',
  cm: 'centimetre',
  mm: 'millimetre',
  um: 'micrometre',
  nm: 'nanometre',
  '[mi_i]': 'mile',
  '[ft_i]': 'foot',
  '[in_i]': 'inch',
  '[yd_i]': 'yard',
  '[nmi_i]': 'nautical mile',
  '[ly]': 'light year',
  kg: 'kilogram',
  g: 'gram',
  mg: 'milligram',
  ug: 'microgram',
  t: 'ton',
  '[lb_av]': 'pound-mass',
  '[oz_av]': 'ounce',
  '[oz_tr]': 'ounce',
  '[stone_av]': 'stone',
  '[car_m]': 'carat',
  ha: 'hectare',
  '[acr_us]': 'acre',
  m2: 'square metre',
  km2: 'square kilometre',
  '[sft_i]': 'square foot',
  '[smi_us]': 'square mile',
  '[syd_i]': 'square yard',
  l: 'litre',
  ml: 'millilitre',
  '[gal_us]': 'gallon',
  '[bbl_us]': 'barrel',
  m3: 'cubic metre',
  cm3: 'cubic centimetre',
  '[cft_i]': 'cubic foot',
  '[mi_i]/h': 'mile per hour',
  'km/h': 'kilometre per hour',
  'm/s': 'metre per second',
  '[kn_i]': 'knot',
  Cel: 'celsius',
  '[degF]': 'fahrenheit',
  K: 'kelvin',
  deg: 'degree',
  W: 'watt',
  kW: 'kilowatt',
  MW: 'megawatt',
  GW: 'gigawatt',
  TW: 'terawatt',
  '[HP]': 'horsepower',
  'kW.h': 'kilowatt hour',
  'MW.h': 'megawatt hour',
  'GW.h': 'gigawatt hour',
  J: 'joule',
  MJ: 'megajoule',
  '[lbf_av].[ft_i]': 'pound-foot',
  'N.m': 'newton metre',
  V: 'volt',
  kV: 'kilovolt',
  EV: 'exavolt',
  A: 'ampere',
  mA: 'milliampere',
  'mA.h': 'milliampere hour',
  Hz: 'hertz',
  kHz: 'kilohertz',
  MHz: 'megahertz',
  GHz: 'gigahertz',
  '{rpm}': 'revolutions per minute',
  N: 'newton',
  Pa: 'pascal',
  MPa: 'megapascal',
  GPa: 'gigapascal',
  '[psi]': 'pound per square inch',
  dB: 'decibel',
  By: 'byte',
  MBy: 'megabyte',
  GBy: 'gigabyte',
  TBy: 'terabyte',
  kBy: 'kilobyte',
  'Mbit/s': 'megabit per second',
  'Gbit/s': 'gigabit per second',
  '[mi_i]/[gal_us]': 'mile per gallon',
  'g/km': 'gram per kilometre',
  '[bbl_us]/d': 'barrel per day',
  'M[Btu]': 'mega british thermal unit',
  '[ppm]': 'part per million',
  MP: 'megapixel',
  px: 'pixel',
  R: 'roentgen',
  Sv: 'sievert',
  cal: 'calorie',
  kcal: 'kilocalorie',
  pp: 'percentage point',
  bp: 'basis point',
  person: 'people',
}
const CURRENCIES = {
  USD: 'dollar',
  EUR: 'euro',
  GBP: 'pound sterling',
  JPY: 'japanese yen',
  CNY: 'yuan',
  INR: 'indian rupee',
  CAD: 'canadian dollar',
  AUD: 'australian dollar',
  NZD: 'new zealand dollar',
  HKD: 'hong kong dollar',
  SGD: 'Singaporean dollar',
  CHF: 'swiss franc',
  DKK: 'danish krone',
  SEK: 'swedish krona',
  NOK: 'norwegian krone',
  ILS: 'shekel',
  MYR: 'malaysian ringgit',
  HRK: 'croatian kuna',
  KRW: 'won',
  ZAR: 'south african rand',
  XBT: 'bitcoin',
}
const PER = { mmbtu: 'mega british thermal unit', h: 'hour' }
const TIME_WORDS = /(second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur(?:y|ies))s?\b/i
const SIZE = {
  second: 'PT1S',
  minute: 'PT1M',
  hour: 'PT1H',
  day: 'P1D',
  night: 'P1D',
  week: 'P1W',
  fortnight: 'P2W',
  month: 'P1M',
  quarter: 'P3M',
  year: 'P1Y',
  decade: 'P10Y',
  century: 'P100Y',
}
const SECONDS = { Y: 31556952, M: 2629746, W: 604800, D: 86400, TH: 3600, TM: 60, TS: 1 }

/** The rows of one document's values. */
export function quantityRows(text, values) {
  return movesJoined(text, values).flatMap((value) => {
    const row = rowOf(value)
    return row ? [row].flat() : []
  })

  function rowOf(value) {
    const { type, number, numberTo } = value
    if (type === 'duration' || type === 'set' || (type === 'date' && /\b(?:ago|later|earlier)$/i.test(value.text)))
      return timeRow(value)
    if (!['money', 'percent', 'quantity', 'ratio', 'age'].includes(type) || number === undefined) return undefined
    const cents = type === 'money' && /\b(?:cents?|pence|penny)$|\dp$|¢$/i.test(value.text)
    const scale = cents ? 100 : 1
    const amount = numberTo === undefined ? round(number * scale) : [round(number * scale), round(numberTo * scale)]
    return { value: amount, normalized_unit: unitOf(value, cents) }
  }

  function unitOf(value, cents) {
    const per = perOf(value)
    switch (value.type) {
      case 'money':
        return `${cents ? 'cent' : (CURRENCIES[value.currency] ?? value.currency)}${per}`
      case 'percent':
        return value.unit === undefined ? 'percentage' : UNIT_NAMES[value.unit]
      case 'age':
        return 'year of age'
      case 'ratio':
        return '% -'
      default:
        if (value.unit === undefined) return '-'
        return `${UNIT_NAMES[value.unit] ?? countedWords(value)}${per}`
    }
  }

  /** The set names what is counted by its whole phrase: *tall green house*. */
  function countedWords(value) {
    const words = value.text.replace(
      /^.*?[\d½¼¾](?:[\d.,]*)(?:[ -]?(?:million|billion|thousand|bn|mn|m|k)\b)?[\s-]*/i,
      '',
    )
    const phrase =
      words === value.text
        ? value.text.replace(
            /^(?:\w+ (?=\w+ ))?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|one|a|an|twenty|thirty|forty|fifty|sixty|dozen|hundred|thousand|million)(?:-\w+)?[\s-]+/i,
            '',
          )
        : words
    const list = phrase.split(/\s+/).filter((word) => word !== 'and')
    return value.unit === 'time' ? 'count' : [...list.slice(0, -1), value.unit].join(' ')
  }

  function perOf(value) {
    return value.per === undefined ? '' : ` per ${UNIT_NAMES[value.per] ?? PER[value.per] ?? value.per}`
  }

  function timeRow(value) {
    const word = TIME_WORDS.exec(value.text)?.[1]?.toLowerCase().replace('centuries', 'century')
    if (!word) return undefined
    if (value.type === 'date') {
      const count = countIn(value.text)
      return count === undefined ? undefined : { value: count, normalized_unit: word }
    }
    //  3 years, 2 months
    const parts = [...value.text.matchAll(/(\d+(?:\.\d+)?)\s+(second|minute|hour|day|week|month|year)s?\b/gi)]
    if (parts.length > 1 && !value.iso.includes('/'))
      return parts.map(([, number, unit]) => ({ value: Number(number), normalized_unit: unit.toLowerCase() }))
    const ends = value.iso.split('/').map((iso) => round(seconds(iso) / seconds(SIZE[word])))
    return ends.some(Number.isNaN) ||
      (/^(?:an?|the|half)\s/i.test(value.text) &&
        !/\d|two|three|four|five|six|seven|eight|nine|ten|twelve|past|last|next/i.test(value.text))
      ? undefined
      : { value: ends.length > 1 ? ends : ends[0], normalized_unit: word }
  }
}

/** What moves from one figure to another is one range there: *fell from 4.8 percent to 4.7 percent*. */
function movesJoined(text, values) {
  const joined = []
  for (const value of values) {
    const before = joined.at(-1)
    const moved =
      before &&
      before.type === value.type &&
      ['money', 'percent', 'quantity'].includes(value.type) &&
      before.numberTo === undefined &&
      value.numberTo === undefined &&
      (before.unit === value.unit || before.unit === undefined || value.unit === undefined) &&
      before.currency === value.currency &&
      /^\s+(?:up |down )?to\s+$/.test(text.slice(before.end, value.start)) &&
      /\bfrom\s+$/.test(text.slice(0, before.start))
    if (moved)
      joined[joined.length - 1] = {
        ...before,
        ...value,
        start: before.start,
        number: before.number,
        numberTo: value.number,
        unit: value.unit ?? before.unit,
      }
    else joined.push(value)
  }
  return joined
}

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

function countIn(text) {
  const digits = /\d+(?:\.\d+)?/.exec(text)
  if (digits) return Number(digits[0])
  const at = WORDS.indexOf(text.toLowerCase().split(/[\s-]/)[0])
  return at > 0 ? at : undefined
}

/** How long an ISO 8601 duration is; months and years as they are on the average. */
export function seconds(iso) {
  let sum = 0
  const [date, time = ''] = iso.slice(1).split('T')
  for (const [, n, unit] of date.matchAll(/([\d.]+)([YMWD])/g)) sum += Number(n) * SECONDS[unit]
  for (const [, n, unit] of time.matchAll(/([\d.]+)([HMS])/g)) sum += Number(n) * SECONDS[`T${unit}`]
  return sum === 0 ? Number.NaN : sum
}

const round = (number) => Number.parseFloat(number.toPrecision(12))
