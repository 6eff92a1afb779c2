import type { Lexemes } from './lexemes.ts'

export const SMALL = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
)
export const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
)
const DASHES = new Set(['-', '–', '‑'])

function words(list: string): Map<string, number> {
  return new Map(list.split(' ').map((word, i) => [word, i]))
}

/** `one hundred and twenty-three thousand four hundred`: read once from left to right. */
export function sumOfWords(lexemes: Lexemes, at: number, limit: number, start = 0) {
  let total = 0
  let group = start
  let i = at
  let last = Number.POSITIVE_INFINITY
  let ended = at
  let figures = start > 0 ? 1 : 0
  while (i < limit) {
    let k = i
    if (
      lexemes.lower(k) === 'and' &&
      i > at &&
      (lexemes.lower(i - 1) === 'hundred' || lexemes.lower(i - 1) === 'thousand' || lexemes.lower(i - 1) === 'million')
    )
      k++
    else if (DASHES.has(lexemes.lower(k)) && lexemes.glued(k) && lexemes.glued(k + 1)) k++
    if (k >= limit) break
    const small = SMALL.get(lexemes.lower(k))
    const tens = TENS.get(lexemes.lower(k))
    if (small !== undefined && figures === 0) {
      group += small
      figures = small < 10 ? 1 : 2
    } else if (small !== undefined && small > 0 && small < 10 && figures === 3) {
      group += small
      figures = 1
    } else if (tens !== undefined && figures === 0) {
      group += tens
      figures = 3
    } else if (lexemes.lower(k) === 'hundred' && group > 0 && group < 100) {
      group *= 100
      figures = 0
    } else if (lexemes.lower(k) === 'dozen' && group > 0 && group < 100) {
      group *= 12
      figures = 1
    } else if (lexemes.lower(k) === 'thousand' && group > 0 && last > 1000 && more(lexemes, k, limit)) {
      total += group * 1000
      group = 0
      figures = 0
      last = 1000
    } else break
    i = k + 1
    ended = i
  }
  // "a million": the magnitude is read behind.
  return ended > at || start > 0 ? { number: total + group, to: ended, digits: false } : undefined
}

/** Do number words go on behind a thousand? Otherwise it is read as a magnitude. */
function more(lexemes: Lexemes, i: number, limit: number): boolean {
  const next = lexemes.lower(i + 1) === 'and' ? i + 2 : i + 1
  return next < limit && (SMALL.has(lexemes.lower(next)) || TENS.has(lexemes.lower(next)))
}
