import type { Zone } from './article.ts'
import type { Span } from './span.ts'

/** A block's stretch between line ends. No mention, value or sentence crosses its edges. */
export interface Paragraph extends Span {
  zone: Zone
}

/**
 * The tokens of an article as a struct of arrays: token `i` is `text.slice(start[i], end[i])`, in order, without
 * overlap. Strings are made when asked for, once.
 */
export class Tokens {
  readonly source: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** Index into the paragraphs. */
  readonly paragraph: Int32Array
  readonly #text: string[]
  readonly #lower: string[]

  constructor(source: string, start: Int32Array, end: Int32Array, paragraph: Int32Array) {
    this.source = source
    this.count = start.length
    this.start = start
    this.end = end
    this.paragraph = paragraph
    this.#text = new Array(this.count)
    this.#lower = new Array(this.count)
  }

  /** The token's own words; `''` outside the article, so that rules may look past its ends. */
  text(i: number): string {
    if (i < 0 || i >= this.count) return ''
    // biome-ignore lint/suspicious/noAssignInExpressions: fills the cache in passing
    return (this.#text[i] ??= this.source.slice(this.start[i]!, this.end[i]!))
  }

  lower(i: number): string {
    if (i < 0 || i >= this.count) return ''
    // biome-ignore lint/suspicious/noAssignInExpressions: fills the cache in passing
    return (this.#lower[i] ??= this.text(i).toLowerCase())
  }

  /** Is there white space (or the start of the text) before token `i`? */
  spaced(i: number): boolean {
    return i <= 0 || i >= this.count || this.start[i]! > this.end[i - 1]!
  }

  /** The characters of tokens `from` (inclusive) to `to` (exclusive). */
  span(from: number, to: number): Span {
    return { start: this.start[from]!, end: this.end[to - 1]! }
  }

  /** The first token that ends after `offset`: the token at that place, or the next one; `count` if there is none. */
  at(offset: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.end[middle]! > offset) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** A sentence: characters `start` to `end`, tokens `from` (inclusive) to `to` (exclusive). */
export interface Sentence extends Span {
  from: number
  to: number
  paragraph: number
  zone: Zone
}

/** What tagger and parser see of each token: hashes and small numbers, in typed arrays. */
export interface Words {
  count: number
  /** Hash of the form: digits are all 0, typographic quotes and dashes are plain ones. */
  form: Int32Array
  /** Hash of the form in lower case. */
  lower: Int32Array
  /** Hashes of the last 1, 2, 3, 4 and the first 1, 2, 3 characters in lower case, 7 a token. */
  affix: Int32Array
  /** Capitals, digits, hyphens and place in the sentence as bits. */
  shape: Uint16Array
  /** Word classes, coarse, middle and fine, 3 a token; 0 for a word that has none. */
  cluster: Uint16Array
}

/** Part of speech per token: universal tags (UPOS), Penn tags (XPOS), and the lemma in lower case. */
export interface Tags {
  upos: readonly string[]
  xpos: readonly string[]
  lemma: readonly string[]
}

/** A dependency tree per sentence, Universal Dependencies 2: `head[i]` is a token index, -1 for a root. */
export interface Parse {
  head: Int32Array
  deprel: readonly string[]
  /** 1 for tokens that hang elsewhere when the sentence is read from its end; absent where nobody read it so. */
  doubted?: Uint8Array
}
