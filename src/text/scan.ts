import { addressEnd, domainEnd, handleEnd, signedCurrencyEnd } from './addresses.ts'
import {
  CURRENCY,
  classAt,
  DIGIT,
  isLetter,
  isWord,
  LOWER,
  MARK,
  PUNCTUATION,
  SPACE,
  SYMBOL,
  UPPER,
} from './characters.ts'
import { contractionAt, decade, isApostrophe } from './contractions.ts'
import { isHyphen, markEnd } from './marks.ts'
import { numberEnd, unitFollows } from './numbers.ts'
import { stopBelongs } from './stops.ts'
import type { WordParts } from './word-parts.ts'

/** Takes a token's place. */
export type Add = (start: number, end: number) => void

/**
 * Cuts `text` from `from` to `to` into tokens as Universal Dependencies' English treebanks do: hyphens and slashes stand
 * alone, contractions and possessives are cut off (`did` `n't`, `Acme` `’s`), numbers are cut from signs and units
 * (`US$` `9.1` `bn`), and addresses, abbreviations with their stop, dates and times of digits are held together.
 *
 * One pass: a look ahead is bounded, or is over what is then taken.
 */
export function scan(text: string, from: number, to: number, parts: WordParts, add: Add): void {
  let i = from
  while (i < to) {
    if (classAt(text, i) === SPACE) {
      i++
      continue
    }
    // The run of characters up to the next white space: most are letters alone.
    let end = i
    let seen = 0
    let kind = classAt(text, i)
    do {
      seen |= 1 << kind
      end++
      kind = end < to ? classAt(text, end) : SPACE
    } while (kind !== SPACE)
    if ((seen & ~LETTERS) === 0) {
      letters(text, i, end, parts, add)
      i = end
    } else i = run(text, i, end, parts, add)
  }
}

/** In front of a stop these make it the sentence's: *(type 2).10*. */
const CLOSED = /[\p{L}\p{N}\p{M})\]"'”’»]/u

const LETTERS = (1 << UPPER) | (1 << LOWER) | (1 << MARK)

/** Letters alone, which may still be two words: `cannot`. */
function letters(text: string, start: number, end: number, { contractions }: WordParts, add: Add): void {
  if (end - start <= 6 && end - start >= 5) {
    const cut = contractions.get(text.slice(start, end).toLowerCase())
    if (cut !== undefined) {
      add(start, start + cut)
      add(start + cut, end)
      return
    }
  }
  if (end > start) add(start, end)
}

function run(text: string, start: number, to: number, parts: WordParts, add: Add): number {
  let i = start
  // Behind an address, as in front of the run, an apostrophe begins what is cut off: `Booking.com` `’s`.
  let cut = start
  let hasMail = false
  for (let at = start; at < to && !hasMail; at++) hasMail = text.charCodeAt(at) === 64
  while (i < to) {
    const kind = classAt(text, i)
    if (isWord(kind)) {
      // An address begins where a word does.
      const end = hasMail || to - i > 6 ? addressEnd(text, i, to, hasMail) : i
      if (end > i) {
        add(i, end)
        i = end
      } else i = word(text, i, to, start, parts, add)
      cut = i
      continue
    }
    const char = text[i]!
    if ((char === '@' || char === '#') && (i === start || !isWord(classAt(text, i - 1)))) {
      const end = handleEnd(text, i, to)
      if (end > i) {
        add(i, end)
        i = end
        continue
      }
    }
    if (isApostrophe(char) && (i === cut || !isWord(classAt(text, i - 1)))) {
      const end = clippedEnd(text, i, to, parts)
      if (end > i) {
        add(i, end)
        i = end
        continue
      }
    }
    if (char === '.' && classAt(text, i + 1) === DIGIT && (i === start || !CLOSED.test(text[i - 1]!))) {
      i = word(text, i, to, start, parts, add)
      continue
    }
    const end = markEnd(text, i, start, to, kind === SYMBOL || kind === PUNCTUATION || kind === CURRENCY)
    add(i, end)
    i = end
  }
  return to
}

/** A word that begins with an apostrophe: `'em`, `'90s`, or a suffix that stands alone: `'s`. */
function clippedEnd(text: string, i: number, to: number, { clipped }: WordParts): number {
  let end = i + 1
  while (end < to && end - i < 8 && isWord(classAt(text, end))) end++
  if (end === i + 1) return i
  const tail = text.slice(i + 1, end).toLowerCase()
  if (/^(?:\d\ds?|s|ll|re|ve|d|m)$/.test(tail)) return end
  if (clipped.has(`'${tail}'`) && end < to && isApostrophe(text[end]!)) return end + 1
  return clipped.has(`'${tail}`) ? end : i
}

/**
 * One word from `start`, with what is joined to it; whatever is cut off inside it is added too. Returns where the next
 * token begins. `runStart` is where the characters without white space begin.
 */
function word(text: string, start: number, to: number, runStart: number, parts: WordParts, add: Add): number {
  let i = start
  if (text[i] === '.' || classAt(text, i) === DIGIT) {
    const end = numberEnd(text, i, to)
    // Of the digits of a name (`3D`, `1990s`) the word goes on.
    if (end >= to || !isWord(classAt(text, end)) || unitFollows(text, end, to, parts)) {
      if (isApostrophe(text[end] ?? '') && decade(text, start, end, to)) {
        add(start, end + 2)
        return end + 2
      }
      add(start, end)
      return end
    }
    i = end
  }
  while (i < to) {
    const kind = classAt(text, i)
    const char = text[i]!
    if (isWord(kind)) {
      if (kind === DIGIT && i > start && currencyBefore(text, start, i, to, parts)) {
        add(start, i)
        return i
      }
      i++
      continue
    }
    if (char === '_') i++
    else if (char === '.') {
      const end = domainEnd(text, i, to, parts)
      if (end > 0) {
        add(start, end)
        return end
      }
      const stop = stopBelongs(text, start, i, to, parts)
      if (stop === 0) break
      add(start, stop)
      return stop
    } else if (isApostrophe(char)) {
      const cut = contractionAt(text, start, i, to)
      if (cut < 0) break
      if (cut > 0) {
        const begin = cut === 1 ? i : i - 1
        let end = i + 1
        while (end < to && isWord(classAt(text, end))) end++
        if (begin > start) add(start, begin)
        add(begin, end)
        return end
      }
      i++
    } else if (kind === CURRENCY) {
      const end = signedCurrencyEnd(text, start, i)
      if (end === start) break
      add(start, end)
      return end
    } else if (joins(text, start, i, to, runStart, parts)) i++
    else break
  }
  letters(text, start, i, parts, add)
  return i
}

/** Does a hyphen, slash or ampersand at `i` hold its two sides together? */
function joins(text: string, start: number, i: number, to: number, runStart: number, parts: WordParts): boolean {
  if (i + 1 >= to) return text[i] === '/' && parts.slashed.has(text.slice(start, i + 1).toLowerCase())
  const before = classAt(text, i - 1)
  const after = classAt(text, i + 1)
  const char = text[i]!
  if (char === '&') return before === UPPER && after === UPPER && i - start <= 3
  if (char === '/') {
    if (i - start > 1 || !isLetter(after)) return false
    let end = i + 1
    while (end < to && isWord(classAt(text, end))) end++
    return parts.slashed.has(text.slice(start, end).toLowerCase())
  }
  // A name behind the prefix has to be found: *pro-Beijing* is cut, *pro-democracy* is not.
  if (isHyphen(char)) {
    const behindHyphen = start > runStart && isHyphen(text[start - 1]!)
    return after === LOWER && i - start <= 7 && !behindHyphen && parts.prefixes.has(text.slice(start, i).toLowerCase())
  }
  return false
}

/** Is what stands before a number a currency: `RM1.2mil`, `Rs500`? One letter needs an amount behind it. */
function currencyBefore(text: string, start: number, i: number, to: number, { currencies }: WordParts): boolean {
  if (i - start > 4 || !currencies.has(text.slice(start, i))) return false
  if (i - start > 1) return true
  const end = numberEnd(text, i, to)
  const amount = end - i >= 3 || /[.,]/.test(text.slice(i, end))
  if (end < to && isLetter(classAt(text, end)))
    return /^(?:m|bn|k|mn|mil|million|billion|tn|trn)(?![\p{L}\d])/u.test(text.slice(end, end + 9))
  return amount
}
