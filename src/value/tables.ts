import { SetupError } from '../base/errors.ts'
import type { Resources } from '../stage/resources.ts'
import type { Magnitudes } from './numeral.ts'
import { Phrases } from './phrases.ts'

/** A currency's form: what it multiplies (`cents`: 0.01), and whether the bare sign is shared by countries. */
export interface CurrencyForm {
  currency: string
  factor: number
  shared: boolean
}

export interface UnitForm {
  /** UCUM, or the singular where UCUM has none. */
  unit: string
  /** `length`, `mass`, …: values of one dimension may be equivalents. */
  dimension: string
}

export interface HolidayForm {
  /** `12-25`, `easter-2`, `11-4-4` (month, weekday, which one; -1 is the last), or `none`. */
  rule: string
  name: string
}

/** The lexicons of values, read once. */
export interface Tables {
  magnitudes: Magnitudes
  /** Before the number: `US$`, `Rs`. */
  prefixes: Phrases<CurrencyForm>
  /** Behind the number: `yuan`, `Danish crowns`. */
  suffixes: Phrases<CurrencyForm>
  units: Phrases<UnitForm>
  holidays: Phrases<HolidayForm>
  dimensionOf: ReadonlyMap<string, string>
}

/** Reads the tables. Throws a SetupError that names a row that cannot be right. */
export function loadTables(resources: Resources): Tables {
  const word = new Map<string, number>()
  const letter = new Map<string, number>()
  for (const { form, factor, glued } of resources.lexicon('magnitudes')) {
    ;(glued === 'yes' ? letter : word).set(form!, positive(factor!, 'magnitudes', form!))
  }
  const prefixes = new Phrases<CurrencyForm>()
  const suffixes = new Phrases<CurrencyForm>()
  for (const { form, currency, place, factor, shared } of resources.lexicon('currencies')) {
    const content = { currency: currency!, factor: positive(factor!, 'currencies', form!), shared: shared === 'yes' }
    if (place === 'before' || place === 'both') prefixes.add(form!, content)
    if (place === 'behind' || place === 'both') suffixes.add(form!, content)
  }
  const units = new Phrases<UnitForm>()
  const dimensionOf = new Map<string, string>()
  for (const { form, unit, dimension } of resources.lexicon('units')) {
    units.add(form!, { unit: unit!, dimension: dimension! })
    dimensionOf.set(unit!, dimension!)
  }
  const holidays = new Phrases<HolidayForm>()
  for (const { form, rule, name } of resources.lexicon('holidays')) holidays.add(form!, { rule: rule!, name: name! })
  return { magnitudes: { word, letter }, prefixes, suffixes, units, holidays, dimensionOf }
}

/** The words that stand in the tables. */
export function wordsOf({ magnitudes, prefixes, suffixes, units, holidays }: Tables): string[] {
  return [
    ...magnitudes.word.keys(),
    ...[prefixes, suffixes, units, holidays].flatMap((phrases: Phrases<unknown>) => [...phrases.firsts()]),
  ]
}

function positive(cell: string, lexicon: string, form: string): number {
  const number = Number(cell)
  if (!(number > 0))
    throw new SetupError(`Expected a positive factor for \`${form}\`, got \`${cell}\` (${lexicon}.tsv)`)
  return number
}
