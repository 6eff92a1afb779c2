import type { Span } from '../doc/span.ts'
import { grow, NO_HASH, type Vocabulary } from './vocabulary.ts'

/** What a lexeme is made of. */
export const WORD = 0
export const NUMBER = 1
export const SYMBOL = 2

const LETTER = /\p{L}/u

const OTHER = 0
const SPACE = 1
const DIGIT = 2
const SMALL = 3
const CAPITAL = 4
/** Of the characters of ASCII. */
const CLASSES = Uint8Array.from({ length: 128 }, (_, c) => {
  if (c === 32 || (c >= 9 && c <= 13)) return SPACE
  if (c >= 48 && c <= 57) return DIGIT
  if (c >= 97 && c <= 122) return SMALL
  return c >= 65 && c <= 90 ? CAPITAL : OTHER
})

const isDigit = (c: number): boolean => c >= 48 && c <= 57
const isSpaceBeyondAscii = (c: number): boolean =>
  c === 0xa0 ||
  c === 0x85 ||
  (c >= 0x2000 && c <= 0x200b) ||
  c === 0x202f ||
  c === 0x3000 ||
  c === 0x2028 ||
  c === 0x2029 ||
  c === 0xfeff
// Most of what stands beyond ASCII in the news are quotation marks and dashes.
const isLetterBeyondAscii = (c: number): boolean =>
  c > 127 && (c < 0x2000 || c > 0x206f) && LETTER.test(String.fromCharCode(c))
const isLetter = (c: number): boolean => (c < 128 ? CLASSES[c]! >= SMALL : isLetterBeyondAscii(c))

/**
 * The text cut for reading values: words, numbers and single symbols, so that `US$75m` gives `US`, `$`, `75`, `m`. Values
 * have their own cut because tokens hide numbers (`R120`, `A$5bn`) and differ from one tokenizer to the next.
 */
export class Lexemes {
  readonly source: string
  count = 0
  start: Int32Array
  end: Int32Array
  kind: Uint8Array
  /** Numbers in the vocabulary; 0 for what is not in it. */
  word: Uint16Array
  /** The first lexeme behind the paragraph: no value crosses it. */
  readonly limit: Int32Array
  readonly #vocabulary: Vocabulary | undefined
  readonly #lower: string[]

  /** Reads the paragraphs of a text. */
  constructor(source: string, paragraphs: readonly Span[], vocabulary?: Vocabulary) {
    this.source = source
    this.#vocabulary = vocabulary
    let length = 0
    for (const { start, end } of paragraphs) length += end - start
    const room = (length >> 2) + 16
    this.start = new Int32Array(room)
    this.end = new Int32Array(room)
    this.kind = new Uint8Array(room)
    this.word = new Uint16Array(room)
    const limits: number[] = []
    for (const { start, end } of paragraphs) {
      this.#cut(start, end)
      limits.push(this.count)
    }
    const { count } = this
    this.start = this.start.subarray(0, count)
    this.end = this.end.subarray(0, count)
    this.kind = this.kind.subarray(0, count)
    this.word = this.word.subarray(0, count)
    this.limit = new Int32Array(count)
    let first = 0
    for (const limit of limits) {
      this.limit.fill(limit, first, limit)
      first = limit
    }
    this.#lower = new Array(count)
  }

  text(i: number): string {
    return i < 0 || i >= this.count ? '' : this.source.slice(this.start[i]!, this.end[i]!)
  }

  /** In lower case; '' outside the text. */
  lower(i: number): string {
    if (i < 0 || i >= this.count) return ''
    const n = this.word[i]!
    if (n !== 0) return this.#vocabulary!.words[n]!
    const known = this.#lower[i]
    if (known !== undefined) return known
    const text = this.text(i)
    const lower = this.kind[i] === WORD ? text.toLowerCase() : text
    this.#lower[i] = lower
    return lower
  }

  /** Is the lexeme these characters, in lower case? */
  is(i: number, lower: string): boolean {
    return this.end[i]! - this.start[i]! === lower.length && this.lower(i) === lower
  }

  isNumber(i: number): boolean {
    return this.kind[i] === NUMBER
  }

  isWord(i: number): boolean {
    return this.kind[i] === WORD
  }

  /** The number of its digits, where it has nothing else; 0 otherwise. */
  digits(i: number): number {
    if (this.kind[i] !== NUMBER) return 0
    const end = this.end[i]!
    for (let k = this.start[i]!; k < end; k++) if (!isDigit(this.source.charCodeAt(k))) return 0
    return end - this.start[i]!
  }

  /** Does it stand directly behind the lexeme before? */
  glued(i: number): boolean {
    return i > 0 && i < this.count && this.start[i] === this.end[i - 1]
  }

  #add(start: number, end: number, kind: number, word: number): void {
    const at = this.count++
    if (at === this.start.length) this.#grow()
    this.start[at] = start
    this.end[at] = end
    this.kind[at] = kind
    this.word[at] = word
  }

  #grow(): void {
    const room = this.start.length * 2
    const [start, end] = [new Int32Array(room), new Int32Array(room)]
    start.set(this.start)
    end.set(this.end)
    const [kind, word] = [new Uint8Array(room), new Uint16Array(room)]
    kind.set(this.kind)
    word.set(this.word)
    this.start = start
    this.end = end
    this.kind = kind
    this.word = word
  }

  #cut(from: number, to: number): void {
    const { source } = this
    let i = from
    while (i < to) {
      const c = source.charCodeAt(i)
      const kind = c < 128 ? CLASSES[c]! : isSpaceBeyondAscii(c) ? SPACE : isLetterBeyondAscii(c) ? SMALL : OTHER
      if (kind === SPACE) i++
      else if (kind >= SMALL) i = this.#cutWord(i, to)
      else if (kind === DIGIT) i = this.#cutNumbers(i, to)
      else if (c === 46 && i + 1 < to && isDigit(source.charCodeAt(i + 1)) && !this.#touches(i)) {
        //  up .5 percent
        //     ^^
        const end = digitsEnd(source, i + 1, to)
        this.#add(i, end, NUMBER, 0)
        i = end
      } else {
        const end = c >= 0xd800 && c < 0xdc00 && i + 1 < to ? i + 2 : i + 1
        const word = this.#vocabulary && end === i + 1 ? this.#vocabulary.find(source, i, end, grow(NO_HASH, c)) : 0
        this.#add(i, end, SYMBOL, word)
        i = end
      }
    }
  }

  /** Letters; or single letters with points between them (`U.S.`, `a.m.`). */
  #cutWord(from: number, to: number): number {
    const { source } = this
    let hash = NO_HASH
    let ascii = true
    let i = from
    for (; i < to; i++) {
      const c = source.charCodeAt(i)
      if (c < 128) {
        if (CLASSES[c]! < SMALL) break
        hash = grow(hash, c | 32)
      } else if (isLetterBeyondAscii(c)) ascii = false
      else break
    }
    if (i === from + 1) {
      const end = initialsEnd(source, i, to)
      for (; i < end; i++) {
        const c = source.charCodeAt(i)
        if (c < 128) hash = grow(hash, c | 32)
        else ascii = false
      }
    }
    const vocabulary = this.#vocabulary
    let word = 0
    if (vocabulary)
      word = ascii ? vocabulary.find(source, from, i, hash) : vocabulary.numberOf(source.slice(from, i).toLowerCase())
    this.#add(from, i, WORD, word)
    return i
  }

  #touches(offset: number): boolean {
    return this.count > 0 && this.end[this.count - 1] === offset
  }

  /** A run of digits, points and commas: one number where its commas stand between thousands, else several. */
  #cutNumbers(from: number, to: number): number {
    const { source } = this
    let i = from
    let commas = false
    while (i < to) {
      const c = source.charCodeAt(i)
      if (isDigit(c)) i++
      else if ((c === 44 || c === 46) && i + 1 < to && isDigit(source.charCodeAt(i + 1))) {
        commas ||= c === 44
        i += 2
      } else break
    }
    if (!commas || groupsWell(source, from, i)) {
      this.#add(from, i, NUMBER, 0)
      return i
    }
    let start = from
    for (let k = from; k <= i; k++) {
      if (k < i && source.charCodeAt(k) !== 44) continue
      this.#add(start, k, NUMBER, 0)
      if (k < i) this.#add(k, k + 1, SYMBOL, 0)
      start = k + 1
    }
    return i
  }
}

/** `1,234,567.8` and the Indian `12,34,567`: groups of two or three, the last of three, at most one point, behind them. */
function groupsWell(source: string, from: number, to: number): boolean {
  let size = 0
  let groups = 0
  let points = 0
  let last = 0
  for (let i = from; i <= to; i++) {
    const c = i < to ? source.charCodeAt(i) : 0
    if (isDigit(c)) {
      size++
      continue
    }
    if (points === 0) {
      if (groups === 0 ? size > 3 : size < 2 || size > 3) return false
      groups++
      last = size
    }
    size = 0
    if (c === 46 && ++points > 1) return false
    if (c === 44 && points > 0) return false
  }
  return groups === 1 || last === 3
}

function digitsEnd(source: string, from: number, to: number): number {
  let i = from
  while (i < to && isDigit(source.charCodeAt(i))) i++
  return i
}

/** Behind the points and single letters that go on from one letter: `.S.` of `U.S.`; `from` itself where none do. */
function initialsEnd(source: string, from: number, to: number): number {
  let i = from
  let end = from
  while (
    i + 1 < to &&
    source.charCodeAt(i) === 46 &&
    isLetter(source.charCodeAt(i + 1)) &&
    !(i + 2 < to && isLetter(source.charCodeAt(i + 2)))
  ) {
    i += 2
    end = i
  }
  return end > from && end < to && source.charCodeAt(end) === 46 ? end + 1 : end
}
