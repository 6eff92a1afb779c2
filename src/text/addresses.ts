import { classAt, DIGIT, isLetter, isWord, UPPER } from './characters.ts'
import type { WordParts } from './word-parts.ts'

/** The longest name of a mailbox or host that is looked for: looking ahead must not cost more than reading. */
const MAX_NAME = 256

/** What closes a sentence or a bracket behind an address, and is no part of it. */
const TRAILING = '.,;:!?\'"’”»)]}>…'

const isAscii = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

/**
 * The end of the web or mail address that begins at `i`; `i` when none does. `to` ends the run of characters, `mail` says
 * whether an at sign is among them.
 */
export function addressEnd(text: string, i: number, to: number, mail: boolean): number {
  const scheme = schemeEnd(text, i, to)
  if (scheme > i) return trimmed(text, scheme, to)
  return mail ? mailEnd(text, i, to) : i
}

function schemeEnd(text: string, i: number, to: number): number {
  const code = text.charCodeAt(i) | 32
  // w, and the schemes' first letters: http, ftp, mailto.
  if (code !== 119 && code !== 104 && code !== 102 && code !== 109) return i
  const head = text.slice(i, Math.min(to, i + 9)).toLowerCase()
  for (const scheme of ['www.', 'http://', 'https://', 'ftp://', 'mailto:']) {
    if (head.startsWith(scheme) && i + scheme.length < to && isWord(classAt(text, i + scheme.length)))
      return i + scheme.length
  }
  return i
}

function trimmed(text: string, least: number, to: number): number {
  let end = to
  let open = to
  for (let i = least; i < to; i++) {
    const char = text.charCodeAt(i)
    if (char === 40) open = Math.min(open, i)
    // " < > “ ” never stand in an address.
    if (char === 34 || char === 60 || char === 62 || char === 0x201c || char === 0x201d) {
      end = i
      break
    }
  }
  while (end > least && TRAILING.includes(text[end - 1]!)) {
    if (text[end - 1] === ')' && open < end) break
    end--
  }
  return end
}

//  jane.doe+news@example.com
//  ^^^^^^^^^^^^^ up to here dots, hyphens and plus signs may stand
function mailEnd(text: string, i: number, to: number): number {
  let at = i
  const limit = Math.min(to, i + MAX_NAME)
  while (at < limit && (isAscii(text.charCodeAt(at)) || '._%+-'.includes(text[at]!))) at++
  if (at === i || at >= limit || text[at] !== '@') return i
  const end = labelsEnd(text, at + 1, to)
  return end > at + 1 && text.slice(at + 1, end).includes('.') ? end : i
}

/** Letters, digits, hyphens and dots, ending on a letter or digit. */
function labelsEnd(text: string, i: number, to: number): number {
  let end = i
  const limit = Math.min(to, i + MAX_NAME)
  for (let at = i; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (isAscii(code)) end = at + 1
    else if (code !== 45 && code !== 46) break
  }
  return end
}

/**
 * The end of a name like `Ele.me` or `example.com/news` whose first dot is at `dot`; 0 when its last label is none that
 * the lexicon knows, or is spelled like the beginning of a sentence (*again.In*).
 */
export function domainEnd(text: string, dot: number, to: number, { domains }: WordParts): number {
  let end = dot
  const limit = Math.min(to, dot + MAX_NAME)
  for (let at = dot; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (isAscii(code)) end = at + 1
    else if (code !== 45 && code !== 46 && code !== 95) break
  }
  if (end <= dot + 1 || isWord(classAt(text, end))) return 0
  const last = text.slice(text.lastIndexOf('.', end) + 1, end)
  if (!domains.has(last.toLowerCase())) return 0
  if (last !== last.toLowerCase() && last !== last.toUpperCase()) return 0
  if (text[end] === '/' && isWord(classAt(text, end + 1))) return trimmed(text, end, to)
  return end
}

/** The end of a handle or hashtag whose sign is at `i`; `i` when there is none. */
export function handleEnd(text: string, i: number, to: number): number {
  if (i + 1 >= to || !(isLetter(classAt(text, i + 1)) || text[i + 1] === '_')) return i
  let end = i + 1
  while (end < to && (isWord(classAt(text, end)) || text[end] === '_')) end++
  return end
}

/** One to three capitals in front of a currency sign and a number, `US$5`: the end of the sign; `i` when there are none. */
export function signedCurrencyEnd(text: string, i: number, sign: number): number {
  if (sign - i > 3 || classAt(text, sign + 1) !== DIGIT) return i
  for (let at = i; at < sign; at++) if (classAt(text, at) !== UPPER) return i
  return sign + 1
}
