import type { Reading } from './reading.ts'

/** Words before a number that show a year, also one far back. */
const BEFORE = new Set(
  'in of since by until till from to during before after around early late mid fiscal between year through the late- for and or circa season winter summer spring autumn end-'.split(
    ' ',
  ),
)

const counts = (reading: Reading, i: number): boolean => reading.tag(i) === 'NNS' && !reading.capital(i)

/** Is a bare number of four digits a year, by its neighbours? */
export function looksLikeYear(reading: Reading, i: number, year: number): boolean {
  const { lexemes } = reading
  const before = lexemes.lower(i - 1)
  const next = reading.tag(i + 1)
  if (year < 1900 || year > 2060)
    return (
      BEFORE.has(before) &&
      next !== 'NNS' &&
      next !== 'NN' &&
      before !== 'the' &&
      before !== 'for' &&
      before !== 'to' &&
      year > 1000
    )
  if (['in', 'since', 'during', 'until', 'till', 'fiscal', 'year', 'early', 'late', 'mid'].includes(before)) return true
  if (reading.tables.units.at(lexemes, i + 1) && lexemes.isWord(i + 1) && lexemes.lower(i + 1).length > 1) return false
  // "2009 elections": a round number counts, another is a year.
  return year % 100 !== 0 || !counts(reading, i + 1) || before === 'the' || before === 'of'
}
