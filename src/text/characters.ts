/** What a character is to the scanner. */
export const SPACE = 0
export const UPPER = 1
/** Lower-case letters, and letters of scripts without case. */
export const LOWER = 2
export const DIGIT = 3
/** What belongs to the character before it: combining marks, joiners, soft hyphens, variation selectors. */
export const MARK = 4
export const PUNCTUATION = 5
export const SYMBOL = 6
/** A currency sign. */
export const CURRENCY = 7

const classes = new Uint8Array(0x10000)
const done = new Uint8Array(0x100)

/** Half of a pair that `classAt` looks up whole. */
const PAIRED = 8

/**
 * The class of the character at `i`. Both halves of a pair outside the basic plane have its class; white space takes in
 * zero-width spaces, byte order marks, control characters and the marks of writing direction, which print nothing.
 */
export function classAt(text: string, i: number): number {
  if (i >= text.length) return SPACE
  const code = text.charCodeAt(i)
  if (done[code >> 8] === 0) fill(code >> 8)
  const found = classes[code]!
  return found === PAIRED ? pairedClass(text, i, code) : found
}

function fill(page: number): void {
  for (let code = page << 8; code < (page + 1) << 8; code++) classes[code] = classify(code)
  done[page] = 1
}

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return PAIRED
  return classOf(String.fromCharCode(code))
}

function classOf(char: string): number {
  if (/[\u00ad\u200c\u200d]|\p{M}|\p{Emoji_Modifier}/u.test(char)) return MARK
  if (/\s|\p{C}|\p{Z}/u.test(char)) return SPACE
  if (/\p{Lu}|\p{Lt}/u.test(char)) return UPPER
  if (/\p{L}/u.test(char)) return LOWER
  if (/\p{N}/u.test(char)) return DIGIT
  if (/\p{Sc}/u.test(char)) return CURRENCY
  return /\p{P}/u.test(char) ? PUNCTUATION : SYMBOL
}

function pairedClass(text: string, i: number, code: number): number {
  const first = code < 0xdc00 ? i : i - 1
  const point = text.codePointAt(first)
  // Half a pair alone is printed as a replacement sign.
  if (point === undefined || point < 0x10000) return SYMBOL
  return classOf(String.fromCodePoint(point))
}

export const isLetter = (kind: number): boolean => kind === UPPER || kind === LOWER

/** Letters, digits and what hangs on them. */
export const isWord = (kind: number): boolean => kind >= UPPER && kind <= MARK
