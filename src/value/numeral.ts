import { type Lexemes, NUMBER, WORD } from './lexemes.ts'
import { SMALL, sumOfWords, TENS } from './number-words.ts'

/** A number as the text states it, with its magnitude: `1.2bn`, `half a million`, `twenty-three`. */
export interface Numeral {
  /** The first lexeme, a sign included, and the one behind it. */
  from: number
  to: number
  number: number
  /** What the words behind the figure multiply it by: 1e6 in `5 million`. */
  magnitude: number
  /** Only digits, no separator, point, sign or magnitude: may be a year, a day, a house. */
  bare: boolean
  /** Any digit in it? */
  digits: boolean
}

const GLYPHS: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
}
const OF_A_KIND: Readonly<Record<string, number>> = { dozen: 12, score: 20, hundred: 100, couple: 2 }
const SIGNS: Readonly<Record<string, number>> = { '+': 1, '-': -1, '−': -1 }
const DASHES = new Set(['-', '–', '‑'])

/** Magnitudes by their words in lower case (`million`, `crore`, `bn`), and by letters glued to money (`m`, `k`, `b`). */
export interface Magnitudes {
  word: ReadonlyMap<string, number>
  letter: ReadonlyMap<string, number>
}

/** The words that a numeral may begin with; every number, sign and fraction glyph may too. */
export const NUMERAL_WORDS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...TENS.keys(),
  ...Object.keys(GLYPHS),
  ...Object.keys(SIGNS),
  'a',
  'minus',
  'an',
  'half',
  'quarter',
  'dozen',
  'hundred',
  'thousand',
  'million',
  'billion',
  'trillion',
])

/** The number of a NUMBER lexeme; NaN for versions and days (`1.2.3`). */
export function figureAt(lexemes: Lexemes, i: number): number {
  const text = lexemes.lower(i)
  return Number(text.includes(',') ? text.replaceAll(',', '') : text)
}

/** The numeral that begins at a lexeme. `letters`: read `m`, `k` and `b` glued behind as magnitudes, as money does. */
export function readNumeral(
  lexemes: Lexemes,
  at: number,
  magnitudes: Magnitudes,
  letters = false,
): Numeral | undefined {
  const limit = lexemes.limit[at]!
  let from = at
  let i = at
  const word = lexemes.lower(i)
  const sign = SIGNS[word] ?? (word === 'minus' ? -1 : undefined)
  if (word === 'minus') {
    i = lexemes.is(i + 1, '-') ? i + 2 : i + 1
    if (i >= limit || lexemes.kind[i] !== NUMBER) return undefined
  } else if (sign !== undefined) {
    if (lexemes.glued(i) && lexemes.lower(i - 1) !== '(') return undefined
    i++
    if (i >= limit || lexemes.kind[i] !== NUMBER || !lexemes.glued(i)) return undefined
  }
  from = at
  let base: { number: number; to: number; digits: boolean } | undefined
  if (lexemes.kind[i] === NUMBER) base = readDigits(lexemes, i, limit)
  else base = readWords(lexemes, i, limit, magnitudes) ?? readGlyph(lexemes, i)
  if (!base || Number.isNaN(base.number)) return undefined
  const scaled = readMagnitudes(lexemes, base.to, limit, magnitudes, base.digits, letters)
  let { to } = scaled
  let number = base.number * scaled.factor
  const half = readHalf(lexemes, to, limit)
  if (half) {
    //  two and a half million
    //      ^^^^^^^^^^
    number += half.number * scaled.factor
    const behind =
      scaled.factor === 1
        ? readMagnitudes(lexemes, half.to, limit, magnitudes, false, false)
        : { factor: 1, to: half.to }
    number *= behind.factor
    scaled.factor *= behind.factor
    to = behind.to
  }
  if (
    base.digits &&
    scaled.factor === 1000 &&
    to + 1 <= limit &&
    /^\d{3}$/.test(lexemes.lower(to)) &&
    to < limit &&
    lexemes.kind[to] === NUMBER
  ) {
    //  67 thousand 338
    //              ^^^
    number += figureAt(lexemes, to)
    to++
  }
  const plain = base.digits && to === i + 1 && sign === undefined && /^\d+$/.test(lexemes.lower(i))
  return {
    from,
    to,
    number: clean(sign === -1 ? -number : number),
    magnitude: scaled.factor,
    bare: plain,
    digits: base.digits,
  }
}

/** Digits with their fraction: `120 000`, `2 1/2`, `2½`, `1/2`. */
function readDigits(lexemes: Lexemes, i: number, limit: number) {
  let number = figureAt(lexemes, i)
  let to = i + 1
  if (/^\d{1,3}$/.test(lexemes.lower(i))) {
    //  R120 000
    //      ^^^^
    let text = lexemes.lower(i)
    while (
      to < limit &&
      to - i < 6 &&
      lexemes.kind[to] === NUMBER &&
      /^\d{3}$/.test(lexemes.lower(to)) &&
      lexemes.start[to] === lexemes.end[to - 1]! + 1
    ) {
      text += lexemes.lower(to)
      to++
    }
    if (to > i + 1) return { number: Number(text), to, digits: true }
    const fraction = fractionAt(lexemes, to, limit)
    if (fraction) return { number: number + fraction.number, to: fraction.to, digits: true }
    const alone = fractionAt(lexemes, i, limit)
    if (alone) return { number: alone.number, to: alone.to, digits: true }
  }
  const glyph = GLYPHS[lexemes.lower(to)]
  if (glyph !== undefined && to < limit) {
    number += glyph
    to++
  }
  return { number, to, digits: true }
}

function fractionAt(lexemes: Lexemes, i: number, limit: number) {
  if (i + 2 >= limit || lexemes.kind[i] !== NUMBER || lexemes.lower(i + 1) !== '/' || lexemes.kind[i + 2] !== NUMBER)
    return undefined
  if (!lexemes.glued(i + 1) || !lexemes.glued(i + 2) || lexemes.lower(i + 3) === '/') return undefined
  const [over, under] = [figureAt(lexemes, i), figureAt(lexemes, i + 2)]
  return over < under && [2, 3, 4, 5, 6, 8, 16].includes(under) ? { number: over / under, to: i + 3 } : undefined
}

function readGlyph(lexemes: Lexemes, i: number) {
  const number = GLYPHS[lexemes.lower(i)]
  return number === undefined ? undefined : { number, to: i + 1, digits: true }
}

/** Number words up to hundreds; thousands and above follow as magnitudes of what stands before them. */
function readWords(lexemes: Lexemes, i: number, limit: number, magnitudes: Magnitudes) {
  const word = lexemes.lower(i)
  if (word === 'half' || word === 'quarter') {
    //  half a million
    const of = lexemes.lower(i + 1) === 'of' ? i + 2 : i + 1
    const what =
      (lexemes.lower(of) === 'a' || lexemes.lower(of) === 'an') && of + 1 < limit ? lexemes.lower(of + 1) : ''
    const factor = magnitudes.word.get(what) ?? OF_A_KIND[what]
    return factor !== undefined && lexemes.kind[of + 1] === WORD
      ? { number: (word === 'half' ? 0.5 : 0.25) * factor, to: of + 2, digits: false }
      : undefined
  }
  if (word === 'a' || word === 'an') {
    const next = lexemes.lower(i + 1)
    if (i + 1 >= limit) return undefined
    if (next === 'half' || next === 'quarter') return readWords(lexemes, i + 1, limit, magnitudes)
    if (next === 'couple')
      return lexemes.lower(i + 2) === 'of' && i + 2 < limit ? { number: 2, to: i + 3, digits: false } : undefined
    if (next === 'dozen') return { number: 12, to: i + 2, digits: false }
    if (next === 'hundred' || (magnitudes.word.has(next) && next.length > 3))
      return sumOfWords(lexemes, i + 1, limit, 1)
    return undefined
  }
  if (word === 'dozen') return { number: 12, to: i + 1, digits: false }
  if (word === 'hundred' || (magnitudes.word.has(word) && word.length > 3)) return undefined
  return SMALL.has(word) || TENS.has(word) ? sumOfWords(lexemes, i, limit) : undefined
}

function readMagnitudes(
  lexemes: Lexemes,
  at: number,
  limit: number,
  magnitudes: Magnitudes,
  digits: boolean,
  letters: boolean,
) {
  let factor = 1
  let to = at
  for (let read = 0; read < 3; read++) {
    let i = to
    if (DASHES.has(lexemes.lower(i)) && lexemes.glued(i) && lexemes.glued(i + 1)) i++
    if (i >= limit) break
    const word = lexemes.lower(i)
    let found = magnitudes.word.get(word) ?? (word === 'hundred' || word === 'dozen' ? OF_A_KIND[word] : undefined)
    if (found === undefined && letters && digits && read === 0 && lexemes.glued(i)) found = magnitudes.letter.get(word)
    // `bn` and its like abbreviate a magnitude of digits only; `mil` may be a name.
    if (found !== undefined && word.length <= 3 && (!digits || read > 0)) found = undefined
    if (found === undefined) break
    factor *= found
    to = i + 1
    if (
      lexemes.lower(to) === '.' &&
      word.length <= 3 &&
      lexemes.glued(to) &&
      lexemes.kind[to + 1] === WORD &&
      lexemes.text(to + 1) === lexemes.lower(to + 1)
    )
      to++
  }
  return { factor, to }
}

/** `and a half`, `-and-a-half`. */
function readHalf(lexemes: Lexemes, at: number, limit: number) {
  const expect = ['and', 'a', 'half']
  let i = at
  for (const word of expect) {
    if (DASHES.has(lexemes.lower(i)) && lexemes.glued(i)) i++
    if (i >= limit || lexemes.lower(i) !== word) return undefined
    i++
  }
  return { number: 0.5, to: i }
}

/** 0.1 + 0.2 is 0.3 to a reader: fifteen digits are kept. */
export function clean(number: number): number {
  return Number.isInteger(number) ? number : Number.parseFloat(number.toPrecision(15))
}
