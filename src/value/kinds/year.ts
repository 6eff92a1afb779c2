import { decadeOf, yearOf } from '../calendar.ts'
import { yearAt } from '../date-words.ts'
import { SMALL, TENS } from '../number-words.ts'
import type { Reading } from '../reading.ts'
import { type Candidate, valueKind } from '../value-kind.ts'
import { looksLikeYear } from '../years.ts'

export default valueKind({
  name: 'year',
  about: 'A year of four digits, two years joined (2021-22), or a decade (1990s).',
  onNumeral: true,
  starts: () => ["'", '’', '‘'],

  read(reading, i): Candidate | undefined {
    const { lexemes } = reading
    if (lexemes.isWord(i)) return inWords(reading, i)
    if (!lexemes.isNumber(i)) return shortYear(reading, i)
    if (lexemes.glued(i) && !['(', '-', '–', '/', '"', '“', '‘', "'", '—'].includes(lexemes.lower(i - 1)))
      return undefined
    const decade = decadeAt(reading, i)
    if (decade) return decade
    const year = yearAt(lexemes, i)
    if (year === undefined) return undefined
    if (lexemes.glued(i) && !['(', '—', '"', '“', '–', '-'].includes(lexemes.lower(i - 1))) return undefined
    //  2021-22, 2021/22, 2012/2013
    //      ^^^
    const mark = lexemes.lower(i + 1)
    if (
      (mark === '-' || mark === '/' || mark === '–') &&
      lexemes.glued(i + 1) &&
      lexemes.glued(i + 2) &&
      lexemes.isNumber(i + 2) &&
      !(lexemes.glued(i + 3) && lexemes.isWord(i + 3))
    ) {
      const text = lexemes.lower(i + 2)
      const second = /^\d{2}$/.test(text) ? Math.floor(year / 100) * 100 + Number(text) : yearAt(lexemes, i + 2)
      if (second !== undefined && second > year && second - year < 200 && lexemes.lower(i + 3) !== mark) {
        const [first, last] = [yearOf(year), yearOf(second)]
        return {
          type: 'date',
          from: i,
          to: i + 3,
          fields: { iso: `${first.iso}/${last.iso}`, from: first.from!, to: last.to!, grain: 'year' },
        }
      }
    }
    return looksLikeYear(reading, i, year) ? { type: 'date', from: i, to: i + 1, fields: yearOf(year) } : undefined
  },

  examples: [
    ['It began in 2018.', { text: '2018', iso: '2018', from: '2018-01-01', to: '2018-12-31' }],
    ['The 2021-22 season was long.', { text: '2021-22', iso: '2021/2022' }],
    ['They were big in the 1990s.', { text: '1990s', iso: '199X', from: '1990-01-01', to: '1999-12-31' }],
    ['It began in nineteen eighty-four.', { text: 'nineteen eighty-four', iso: '1984' }],
    ['The riots of ’68 were worse.', { text: '’68', iso: '1968' }],
  ],
  not: [
    'Twenty twenty-dollar bills were found.',
    'The walls are 2000 years old.',
    'It costs $2000.',
    'The Boeing 737 landed.',
    'See iso2022.',
  ],
})

/** `1990s`, `1990’s`, `1970-80s` is left to ranges. */
function decadeAt(reading: Reading, i: number): Candidate | undefined {
  const { lexemes } = reading
  const text = lexemes.lower(i)
  const apostrophe = (lexemes.is(i + 1, "'") || lexemes.is(i + 1, '’')) && lexemes.glued(i + 1) ? i + 2 : i + 1
  if (!lexemes.is(apostrophe, 's') || !lexemes.glued(apostrophe)) return undefined
  if (/^1[5-9]\d0$|^20\d0$/.test(text))
    return { type: 'date', from: i, to: apostrophe + 1, fields: decadeOf(Number(text)) }
  if (/^[2-9]0$/.test(text) && reading.lexemes.is(i - 1, 'the'))
    return { type: 'date', from: i, to: apostrophe + 1, fields: decadeOf(1900 + Number(text)) }
  return undefined
}

/** `’98`, `’90s`. */
function shortYear(reading: Reading, i: number): Candidate | undefined {
  const { lexemes } = reading
  if (lexemes.glued(i) || !lexemes.glued(i + 1) || !/^\d\d$/.test(lexemes.lower(i + 1))) return undefined
  const year = Number(lexemes.lower(i + 1)) + (Number(lexemes.lower(i + 1)) > 40 ? 1900 : 2000)
  if (lexemes.is(i + 2, 's') && lexemes.glued(i + 2))
    return { type: 'date', from: i, to: i + 3, fields: decadeOf(year) }
  return lexemes.glued(i + 2) && lexemes.isWord(i + 2)
    ? undefined
    : { type: 'date', from: i, to: i + 2, fields: yearOf(year) }
}

/** `nineteen eighty-four`, `twenty twelve`: hundreds, and a number of two figures. */
function inWords({ lexemes }: Reading, i: number): Candidate | undefined {
  const hundreds = SMALL.get(lexemes.lower(i)) ?? TENS.get(lexemes.lower(i))
  if (hundreds === undefined || hundreds < 15 || hundreds > 20) return undefined
  const next = lexemes.lower(i + 1)
  const [small, tens] = [SMALL.get(next), TENS.get(next)]
  if (i + 1 >= lexemes.limit[i]! || (tens === undefined && (small ?? 0) < 10)) return undefined
  let to = i + 2
  let rest = tens ?? small!
  if (tens !== undefined) {
    const at = lexemes.is(to, '-') && lexemes.glued(to) && lexemes.glued(to + 1) ? to + 1 : to
    const ones = at < lexemes.limit[i]! ? SMALL.get(lexemes.lower(at)) : undefined
    if (ones !== undefined && ones > 0 && ones < 10) {
      rest += ones
      to = at + 1
    }
  }
  // "twenty twenty-dollar bills", "nineteen fifty-year-olds"
  if (lexemes.is(to, '-') && lexemes.glued(to)) return undefined
  return { type: 'date', from: i, to, fields: yearOf(hundreds * 100 + rest) }
}
