import { classAt, MARK, PUNCTUATION, SPACE } from './characters.ts'

/** Hyphens; dashes stand between phrases. */
export const isHyphen = (char: string): boolean => char === '-' || char === '‐' || char === '‑'

/** Marks that are one token however often they are repeated. */
const REPEATED = new Set('-=*_<>~+#$|/\\^"—–\'’‘')
const ENDS = '.!?…'

const isEmoji = (text: string, i: number): boolean => /^\p{Extended_Pictographic}/u.test(text.slice(i, i + 2))
const isFlag = (text: string, i: number): boolean => /^\p{Regional_Indicator}/u.test(text.slice(i, i + 2))

/** The end of the mark at `i`: a run of stops, of dashes, an emoticon, an emoji with what hangs on it, or one character. */
export function markEnd(text: string, i: number, runStart: number, to: number, printed: boolean): number {
  const char = text[i]!
  if (ENDS.includes(char)) {
    let end = i + 1
    while (end < to && ENDS.includes(text[end]!)) end++
    return end
  }
  if (i === runStart || classAt(text, i - 1) === PUNCTUATION) {
    const end = emoticonEnd(text, i, to)
    if (end > i) return end
  }
  if (REPEATED.has(char)) {
    let end = i + 1
    while (end < to && text[end] === char) end++
    return end
  }
  if (!printed || text.charCodeAt(i) < 0x80) return i + 1
  return symbolEnd(text, i, to)
}

//  :-)  ;)  =(  :D
function emoticonEnd(text: string, i: number, to: number): number {
  if (!':;=8'.includes(text[i]!)) return i
  let at = i + 1
  if ("-o'^".includes(text[at] ?? '!')) at++
  if (at >= to || !')(DPp]['.includes(text[at]!)) return i
  while (at < to && ')('.includes(text[at]!)) at++
  if (text[at - 1] !== ')' && text[at - 1] !== '(') at++
  return at >= to || classAt(text, at) === SPACE || classAt(text, at) === PUNCTUATION ? at : i
}

function symbolEnd(text: string, i: number, to: number): number {
  const pair = text.codePointAt(i)! > 0xffff ? 2 : 1
  let end = Math.min(i + pair, to)
  if (text[i] === '°' && /^[CF](?![\p{L}\d])/u.test(text.slice(i + 1, i + 3))) return i + 2
  if (isFlag(text, i)) return isFlag(text, end) && end + 2 <= to ? end + 2 : end
  if (pair === 1 && !isEmoji(text, i)) return marksEnd(text, end, to)
  for (;;) {
    end = marksEnd(text, end, to)
    // Joined by U+200D: a family of emoji is one token.
    if (text.charCodeAt(end - 1) !== 0x200d || end >= to || !isEmoji(text, end)) return end
    end = Math.min(end + (text.codePointAt(end)! > 0xffff ? 2 : 1), to)
  }
}

function marksEnd(text: string, i: number, to: number): number {
  let end = i
  while (end < to && classAt(text, end) === MARK) end++
  return end
}
