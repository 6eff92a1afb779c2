import type { Span } from '../doc/span.ts'

/** What a lexeme is made of. */
export const WORD = 0
export const NUMBER = 1
export const SYMBOL = 2

const LETTER = /\p{L}/u

const isDigit = (c: number): boolean => c >= 48 && c <= 57
const isSpace = (c: number): boolean =>
  c === 32 ||
  (c >= 9 && c <= 13) ||
  c === 0xa0 ||
  c === 0x85 ||
  (c >= 0x2000 && c <= 0x200b) ||
  c === 0x202f ||
  c === 0x3000 ||
  c === 0x2028 ||
  c === 0x2029 ||
  c === 0xfeff
const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c > 127 && LETTER.test(String.fromCharCode(c)))

/**
 * The text cut for reading values: words, numbers and single symbols, so that `US$75m` gives `US`, `$`, `75`, `m`. Values
 * have their own cut because tokens hide numbers (`R120`, `A$5bn`) and differ from one tokenizer to the next.
 */
export class Lexemes {
  readonly source: string
  count = 0
  readonly start: number[] = []
  readonly end: number[] = []
  readonly kind: number[] = []
  /** In lower case. */
  readonly lower: string[] = []
  /** The first lexeme behind the paragraph: no value crosses it. */
  readonly limit: number[] = []

  /** Reads the paragraphs of a text. */
  constructor(source: string, paragraphs: readonly Span[]) {
    this.source = source
    for (const { start, end } of paragraphs) {
      const first = this.count
      this.#cut(start, end)
      for (let i = first; i < this.count; i++) this.limit.push(this.count)
    }
  }

  text(i: number): string {
    return i < 0 || i >= this.count ? '' : this.source.slice(this.start[i]!, this.end[i]!)
  }

  /** Is the lexeme these characters, in lower case? */
  is(i: number, lower: string): boolean {
    return this.lower[i] === lower
  }

  isNumber(i: number): boolean {
    return this.kind[i] === NUMBER
  }

  isWord(i: number): boolean {
    return this.kind[i] === WORD
  }

  /** Does it stand directly behind the lexeme before? */
  glued(i: number): boolean {
    return i > 0 && i < this.count && this.start[i] === this.end[i - 1]
  }

  #add(start: number, end: number, kind: number): void {
    this.start.push(start)
    this.end.push(end)
    this.kind.push(kind)
    this.lower.push(kind === WORD ? this.source.slice(start, end).toLowerCase() : this.source.slice(start, end))
    this.count++
  }

  #cut(from: number, to: number): void {
    const { source } = this
    let i = from
    while (i < to) {
      const c = source.charCodeAt(i)
      if (isSpace(c)) {
        i++
      } else if (isDigit(c)) {
        i = this.#cutNumbers(i, to)
      } else if (isLetter(c)) {
        const end = wordEnd(source, i, to)
        this.#add(i, end, WORD)
        i = end
      } else if (c === 46 && i + 1 < to && isDigit(source.charCodeAt(i + 1)) && !this.#touches(i)) {
        //  up .5 percent
        //     ^^
        const end = digitsEnd(source, i + 1, to)
        this.#add(i, end, NUMBER)
        i = end
      } else {
        const end = c >= 0xd800 && c < 0xdc00 && i + 1 < to ? i + 2 : i + 1
        this.#add(i, end, SYMBOL)
        i = end
      }
    }
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
      this.#add(from, i, NUMBER)
      return i
    }
    let start = from
    for (let k = from; k <= i; k++) {
      if (k < i && source.charCodeAt(k) !== 44) continue
      this.#add(start, k, NUMBER)
      if (k < i) this.#add(k, k + 1, SYMBOL)
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

/** Letters; or single letters with points between them (`U.S.`, `a.m.`). */
function wordEnd(source: string, from: number, to: number): number {
  let i = from + 1
  while (i < to && isLetter(source.charCodeAt(i))) i++
  if (i > from + 1) return i
  let end = i
  while (
    i + 1 < to &&
    source.charCodeAt(i) === 46 &&
    isLetter(source.charCodeAt(i + 1)) &&
    !(i + 2 < to && isLetter(source.charCodeAt(i + 2)))
  ) {
    i += 2
    end = i
  }
  return end > from + 1 && end < to && source.charCodeAt(end) === 46 ? end + 1 : end
}
