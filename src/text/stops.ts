import { classAt, DIGIT, isLetter, isWord, LOWER, SPACE, UPPER } from './characters.ts'
import type { WordParts } from './word-parts.ts'

/** What stands behind a stop, white space left out. */
function nextKind(text: string, i: number): { kind: number; char: string } {
  let at = i
  while (at < text.length && at - i < 8 && classAt(text, at) === SPACE) at++
  return { kind: classAt(text, at), char: text[at] ?? '' }
}

/**
 * Where the token from `start` ends when the stop at `dot` belongs to it: behind an abbreviation, an initial or letters
 * with stops (*U.S.*); 0 when the stop stands alone.
 */
export function stopBelongs(text: string, start: number, dot: number, to: number, parts: WordParts): number {
  // *etc...*: the dots are one mark.
  if (text[dot + 1] === '.') return 0
  const single = isLetter(classAt(text, start)) && dot === start + 1
  if (single) {
    const end = lettersWithStops(text, start, to)
    if (end > dot + 1) return end
  }
  const word = text.slice(start, Math.min(dot, start + 16))
  const whole = parts.dotted.get(word.toLowerCase())?.find((form) => {
    const end = start + form.length
    return text.slice(start, end).toLowerCase() === form && !isWord(classAt(text, end))
  })
  if (whole !== undefined) {
    const end = start + whole.length
    return text[end] === '.' ? end + 1 : end
  }
  const before = parts.abbreviations.get(word)
  if (before !== undefined && dot - start <= 16) {
    const next = nextKind(text, dot + 1)
    if (before.has('any') || before.has('word')) return dot + 1
    if (before.has('number') && (next.kind === DIGIT || next.char === '#')) return dot + 1
    if (before.has('name') && (next.kind === UPPER || (dot + 1 < to && isLetter(next.kind)))) return dot + 1
    if (before.has('maybe') && (next.kind === LOWER || next.kind === DIGIT || next.char === ',')) return dot + 1
  }
  return single && isInitial(text, start, dot) ? dot + 1 : 0
}

//  U.S.A. or a.m or J.K.
//  single letters with stops between them; the last stop may be missing
function lettersWithStops(text: string, start: number, to: number): number {
  let i = start
  let end = start
  while (i < to && isLetter(classAt(text, i)) && text[i + 1] === '.') {
    i += 2
    end = i
  }
  if (i < to && i > start && isLetter(classAt(text, i)) && !isWord(classAt(text, i + 1)) && text[i + 1] !== '-')
    return i + 1
  return end
}

/** One capital and a stop before a capitalised word or another stop: *J. Smith*, *S.Korea*; not *you and I. Then*. */
function isInitial(text: string, start: number, dot: number): boolean {
  if (classAt(text, start) !== UPPER) return false
  const next = nextKind(text, dot + 1)
  // U. S. exports
  if (next.kind === LOWER) return /(?:^|[^\p{L}\p{N}])\p{Lu}\. $/u.test(text.slice(Math.max(0, start - 4), start))
  if (next.kind !== UPPER && next.char !== ',') return false
  if (text[start] !== 'I') return next.kind === UPPER
  let at = start - 1
  while (at > 0 && classAt(text, at) === SPACE) at--
  while (at > 0 && isWord(classAt(text, at - 1))) at--
  return at >= 0 && classAt(text, at) === UPPER
}
