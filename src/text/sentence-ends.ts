import type { Tokens } from '../doc/tokens.ts'
import { classAt, DIGIT, isLetter, isWord, LOWER, UPPER } from './characters.ts'
import { GapWords } from './gap-features.ts'
import { type GapModel, gapScore } from './gap-model.ts'
import { itemStarts } from './list-marks.ts'
import type { SentenceWords } from './sentence-words.ts'

const CLOSING = new Set([')', ']', '}', '”', '’', '»', "''", '’’', '"', "'"])
const OPENING = new Set(['(', '[', '{', '“', '‘', '«', '``', '‘‘', '"', "'", '*', '_'])
const DASH = new Set(['-', '--', '---', '–', '—', '*', '•'])

/** Dashes that stand where speech breaks off; a hyphen seldom does. */
const BROKEN = new Set(['—', '–', '--', '---'])

const ENUMERATED = /^(?:[•⁃▪●◦‣*·–-]|Figure|Fig\.|Table|Chart|Chapter|Section|Part|Step|Item|Article)$/u

/** A line drawn with characters. */
const RULE = /^[-=_*~#+]+$/

const NO_END = -1

/** How much surer the model must be to cut between two words with capitals, in sixteenths of log odds. */
const NAME_MARGIN = 12

type Head = 'upper' | 'lower' | 'digit' | 'other'

/** Finds where sentences end inside one paragraph: tokens `from` (inclusive) to `to` (exclusive). */
export class SentenceEnds {
  readonly #tokens: Tokens
  readonly #words: SentenceWords
  readonly #from: number
  readonly #to: number
  /** The gaps in front of tokens up to here are settled by a rule. */
  #settled = 0
  /** Does an odd number of straight quotation marks stand before the token in question? */
  #quoted = false

  readonly #model: GapModel | undefined
  readonly #threshold: number

  /** `model` sees sentences that begin without a sign, where its log odds, in sixteenths, reach `threshold`. */
  constructor(tokens: Tokens, words: SentenceWords, from: number, to: number, model?: GapModel, threshold = 0) {
    this.#model = model
    this.#threshold = threshold
    this.#tokens = tokens
    this.#words = words
    this.#from = from
    this.#to = to
  }

  /** The tokens that begin a sentence, the first one too. */
  starts(): number[] {
    const found = [this.#from]
    const items = itemStarts(this.#tokens, this.#from, this.#to)
    const gaps = this.#model && new GapWords(this.#tokens, this.#from, this.#to)
    let item = 0
    let i = this.#from
    while (i < this.#to) {
      while (item < items.length && items[item]! <= found.at(-1)!) item++
      let next = this.#endAt(i, found.at(-1)!)
      const bound = items[item] ?? this.#to
      if (bound === i + 1 || next > bound) next = bound
      for (let at = i; at < Math.max(next, i + 1); at++) if (this.#isQuote(at)) this.#quoted = !this.#quoted
      const after = next > i ? next : i + 1
      const unannounced =
        after < this.#to &&
        after > this.#settled &&
        gaps?.open(after) &&
        gapScore(this.#model!, gaps, after, found.at(-1)!) >= this.#threshold + (gaps.named(after) ? NAME_MARGIN : 0)
      if (after < this.#to && (next > i || unannounced)) {
        found.push(after)
        this.#quoted = false
      }
      i = after
    }
    return found
  }

  #isQuote(i: number): boolean {
    const { source, start, end } = this.#tokens
    return source.charCodeAt(start[i]!) === 34 && end[i]! - start[i]! === 1
  }

  /** Where the next sentence begins when token `i` ends one; else -1. */
  #endAt(i: number, first: number): number {
    const last = this.#tokens.source.charCodeAt(this.#tokens.end[i]! - 1)
    if (isPlain(last)) return NO_END
    const text = this.#tokens.text(i)
    // . ! ? … and the dash of a broken-off quotation.
    if (last !== 46 && last !== 33 && last !== 63 && last !== 0x2026) {
      if (text.length >= 5 && RULE.test(text)) return this.#tokens.spaced(i + 1) ? i + 1 : NO_END
      return DASH.has(text) ? this.#brokenOff(i) : NO_END
    }
    const alone = text === '.'
    // The first of *. . . .* has answered for all.
    if (alone && i > this.#from && this.#tokens.text(i - 1) === '.') return NO_END
    const spelledOut = alone ? this.#spacedDots(i) : i + 1
    let end = spelledOut
    const stopEnd = end
    while (end < this.#to) {
      if (this.#closes(end)) end++
      else if (this.#citation(end) > end) end = this.#citation(end)
      else break
    }
    // What closes the sentence begins none.
    this.#settled = end - 1
    if (end >= this.#to) return NO_END
    const closed = end > stopEnd
    const head = this.#head(end)
    const kind = this.#kindOf(head)
    const next = this.#tokens.text(end)
    if (next === ',' || next === ';' || (next === ':' && this.#tokens.spaced(end) === false)) return NO_END
    if (text.length > 1 && isWord(classAt(text, 0))) {
      return this.#afterAbbreviation(i, first, head, kind, closed) ? end : NO_END
    }
    if (spelledOut > i + 1 || (text.length > 1 && /^[.…]+$/.test(text)) || text === '…') {
      if (closed && OPENING.has(this.#tokens.text(i - 1))) return NO_END
      const many = spelledOut > i + 1 ? spelledOut - i : 4
      // *self-interpreting. . . . The*: the first stop ends the sentence, and the next one begins with the others.
      if (spelledOut === i + 4 && kind === 'upper' && !this.#tokens.spaced(i)) return i + 1
      if (kind === 'upper') return many <= 3 && this.#tokens.text(head) === 'I' ? NO_END : end
      this.#settled = end
      return NO_END
    }
    if (alone) return this.#afterStop(i, first, end, head, kind, closed) ? end : NO_END
    if (this.#afterMark(i, head, kind, closed)) return end
    this.#settled = end
    return NO_END
  }

  #afterStop(i: number, first: number, end: number, head: number, kind: Head, closed: boolean): boolean {
    const { text, spaced } = view(this.#tokens)
    const before = text(i - 1)
    if (i > first && this.#enumerates(i - 1, first)) {
      this.#settled = end
      return false
    }
    if (kind === 'digit' && /[°º]/.test(before)) return false
    // (b. 1912; d. March 1990)
    if (/^[bcdmr]$/.test(before) && (kind === 'digit' || '(;,'.includes(text(i - 2)))) return false
    if (!spaced(end) && !closed) {
      if (kind !== 'upper' || text(head).length < 2) return false
      return isLetter(classAt(before, before.length - 1)) ? before.length > 1 : classAt(before, 0) === DIGIT
    }
    return kind !== 'lower' || (!closed && this.#goesOnSmall(i, head))
  }

  /** Does a writer without capitals go on behind the stop at `i`? What is short there may be an abbreviation. */
  #goesOnSmall(i: number, head: number): boolean {
    const { text, lower } = view(this.#tokens)
    const word = text(i - 1)
    // Rule 2. above
    if (/^\d{1,3}$/.test(word)) return false
    if (!isLetter(classAt(word, 0))) return this.#words.starters.has(lower(head))
    return word.length > 4 || this.#words.starters.has(lower(head))
  }

  #afterMark(i: number, head: number, kind: Head, closed: boolean): boolean {
    const { text, lower } = view(this.#tokens)
    if (i > this.#from && OPENING.has(text(i - 1)) && closed) return false
    if (DASH.has(text(head)) && this.#kindOf(head + 1) === 'lower') return false
    if (kind === 'lower') return !closed && (text(i).includes('?') || this.#words.small.has(lower(head)))
    // "Why?" Smith asked.
    if (closed && kind === 'upper') {
      for (let at = head + 1; at < Math.min(head + 5, this.#to); at++) {
        if (this.#words.speech.has(lower(at))) return false
        if (classAt(text(at), 0) !== UPPER) break
      }
    }
    return true
  }

  #afterAbbreviation(i: number, first: number, head: number, kind: Head, closed: boolean): boolean {
    if (kind !== 'upper') return false
    const { text, lower } = view(this.#tokens)
    const word = text(i)
    const form = word.slice(0, -1)
    const before = this.#words.abbreviations.get(form)
    // What may end a sentence, and what is a name's title or a number's, may be spelled alike.
    if (before !== undefined && !before.has('any') && !before.has('maybe')) return false
    if (closed) return true
    const starter = this.#words.starters.has(lower(head))
    if (word.length === 2) {
      if (i === first) return false
      return starter && classAt(text(i - 1), 0) !== UPPER
    }
    if (form.toLowerCase() === 'etc') return true
    if (/^[ap]\.m$/i.test(form)) {
      const shouted = form === 'A.M' || form === 'P.M'
      const continued = this.#words.clock.has(lower(head).replace('.', ''))
      return !continued && (starter || shouted || classAt(text(head + 1), 0) === LOWER)
    }
    return starter
  }

  /** *1.* at the beginning of a sentence, behind a bullet or behind *Figure*, counts and does not end. */
  #enumerates(i: number, first: number): boolean {
    const { text } = view(this.#tokens)
    if (i !== first && !(i === first + 1 && ENUMERATED.test(text(first)))) return false
    return /^(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})$/.test(text(i))
  }

  /** "… to--" At this moment; *I was — You go* */
  #brokenOff(i: number): number {
    const next = i + 1
    if (next < this.#to && i > this.#from && this.#tokens.spaced(next) && BROKEN.has(this.#tokens.text(i))) {
      const begins = this.#kindOf(next) === 'upper' && this.#words.small.has(this.#tokens.lower(next))
      return begins && this.#tokens.text(next) !== 'I' ? next : NO_END
    }
    if (next >= this.#to || this.#tokens.spaced(next) || !CLOSING.has(this.#tokens.text(next))) return NO_END
    if (next + 1 >= this.#to || !this.#tokens.spaced(next + 1)) return NO_END
    return this.#kindOf(next + 1) === 'upper' ? next + 1 : NO_END
  }

  /** Behind *. . . .*, the token after the last stop; else `i + 1`. */
  #spacedDots(i: number): number {
    let end = i + 1
    while (end < this.#to && this.#tokens.text(end) === '.') end++
    return end
  }

  /** Does token `i`, behind a stop, close what the sentence opened? */
  #closes(i: number): boolean {
    const text = this.#tokens.text(i)
    if (text === '"') {
      if (!this.#tokens.spaced(i)) return true
      return this.#quoted && (i + 1 >= this.#to || this.#tokens.spaced(i + 1))
    }
    if (CLOSING.has(text)) return !this.#tokens.spaced(i) || (text !== "'" && text !== '’')
    return false
  }

  /** Behind a footnote's number, `[12]` or `12` without a blank, the token after it; else `i`. */
  #citation(i: number): number {
    const { text, spaced } = view(this.#tokens)
    if (text(i) === '[' && /^\d{1,3}$/.test(text(i + 1)) && text(i + 2) === ']' && i + 3 <= this.#to) return i + 3
    const glued = !spaced(i) && /^\d{1,3}$/.test(text(i)) && i + 1 < this.#to && spaced(i + 1)
    return glued && text(i - 2) !== '.' && !/^\d/.test(text(i - 2)) ? i + 1 : i
  }

  /** The first word from token `i`, behind opening brackets and quotation marks. */
  #head(i: number): number {
    let at = i
    while (at < this.#to - 1 && OPENING.has(this.#tokens.text(at))) at++
    return at
  }

  #kindOf(i: number): Head {
    const kind = classAt(this.#tokens.text(i), 0)
    if (kind === UPPER) return 'upper'
    if (kind === LOWER) return 'lower'
    return kind === DIGIT ? 'digit' : 'other'
  }
}

/** A letter or digit of ASCII. */
const isPlain = (code: number): boolean => ((code | 32) >= 97 && (code | 32) <= 122) || (code >= 48 && code <= 57)

const view = (tokens: Tokens) => ({
  text: (i: number): string => tokens.text(i),
  lower: (i: number): string => tokens.lower(i),
  spaced: (i: number): boolean => tokens.spaced(i),
})
