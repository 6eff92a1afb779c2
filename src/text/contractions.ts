import { classAt, DIGIT, isWord } from './characters.ts'

/** Straight, curly, and the accents that stand in for them. */
export const isApostrophe = (char: string): boolean =>
  char === "'" || char === '’' || char === '‘' || char === '`' || char === '´' || char === 'ʼ' || char === '＇'

/**
 * What the apostrophe at `i` does in the word from `start`: 1 when a suffix begins with it (`Acme` `’s`), 2 when one
 * begins before it (`did` `n’t`), 0 when it stands inside a name (*O’Brien*), -1 when the word ends before it.
 */
export function contractionAt(text: string, start: number, i: number, to: number): -1 | 0 | 1 | 2 {
  if (i + 1 >= to || !isWord(classAt(text, i + 1))) return -1
  let end = i + 1
  while (end < to && end - i <= 3 && isWord(classAt(text, end))) end++
  if (end - i > 3) return 0
  const tail = text.slice(i + 1, end).toLowerCase()
  if (tail === 't' && i - start >= 2 && (text.charCodeAt(i - 1) | 32) === 110) return 2
  if (tail === 's' || tail === 're' || tail === 've' || tail === 'll' || tail === 'd' || tail === 'm') return 1
  return 0
}

/** Is the number from `start` to `end`, with an apostrophe and an s behind it, a decade: *80's*, *1960's*? */
export function decade(text: string, start: number, end: number, to: number): boolean {
  const digits = end - start
  if ((digits !== 2 && digits !== 4) || text[end - 1] !== '0' || classAt(text, start) !== DIGIT) return false
  return text[end + 1] === 's' && (end + 2 >= to || !isWord(classAt(text, end + 2)))
}
