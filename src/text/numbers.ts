import { classAt, DIGIT, isLetter, isWord, MARK } from './characters.ts'
import { isApostrophe } from './contractions.ts'
import type { WordParts } from './word-parts.ts'

const digits = (text: string, i: number, to: number): number => {
  let end = i
  while (end < to && (classAt(text, end) === DIGIT || (end > i && classAt(text, end) === MARK))) end++
  return end
}

/**
 * The end of the number at `i`: `9.30`, `1,234.5`, `1,00,000`, `10:30`, `9/11`, `2018-08-23`, `555-0199`, `.5`. A range
 * (*5-6*) is two numbers.
 */
export function numberEnd(text: string, i: number, to: number): number {
  let end = digits(text, i, to)
  for (;;) {
    const char = text[end]
    if (end + 1 >= to || classAt(text, end + 1) !== DIGIT) return end
    const next = digits(text, end + 1, to)
    const length = next - end - 1
    if (char === ',' ? length === 3 || length === 2 : char === '.' || char === '/' || (char === ':' && length === 2)) {
      end = next
    } else if (char === '-' && (isDate(text, i, end, next, to) || isTelephone(text, i, end, length))) end = next
    else return end
  }
}

//  2018-08-23
//      ^^^ year, hyphen, month; then month, hyphen, day
function isDate(text: string, i: number, end: number, next: number, to: number): boolean {
  if (next - end !== 3) return false
  if (end - i === 4) return text[next] === '-' && digits(text, next + 1, to) === next + 3
  return end - i === 7 && text[i + 4] === '-'
}

//  713-555-0199
//      ^^^ three digits, then four
function isTelephone(text: string, i: number, end: number, length: number): boolean {
  if (length === 4) return end - i === 3 || (end - i === 7 && (text[i + 3] === '-' || text[i + 3] === '/'))
  return false
}

/** Do the letters at `i`, behind a number, name a unit, a scale or a part of the day: *3bn*, *9.30am*? */
export function unitFollows(text: string, i: number, to: number, { units }: WordParts): boolean {
  if (!isLetter(classAt(text, i))) return false
  let end = i
  while (end < to && end - i <= 9 && isWord(classAt(text, end))) end++
  if (end - i > 9) return false
  const letters = text.slice(i, end)
  if (end - i === 1) {
    // *5 m.p.h.* or *4 p.m.*, but not the plural *4's*.
    if (units.has(letters)) return !isApostrophe(text[end] ?? '')
    return text[end] === '.' && /^[ap]\.m/i.test(text.slice(i, i + 3))
  }
  return units.has(letters) || units.has(letters.toLowerCase())
}
