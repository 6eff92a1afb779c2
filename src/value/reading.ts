import type { Article } from '../doc/article.ts'
import type { Sentence, Tags, Tokens } from '../doc/tokens.ts'
import { type Amount, readAmount } from './amount.ts'
import type { Anchor, Period } from './calendar.ts'
import { homeOf } from './home.ts'
import type { Lexemes } from './lexemes.ts'
import { type Numeral, readNumeral } from './numeral.ts'
import type { Tables } from './tables.ts'
import { type Direction, directionAt } from './tense.ts'

export interface ReadingParts {
  lexemes: Lexemes
  tables: Tables
  article: Article
  anchor: Anchor | undefined
  tokens: Tokens
  tags: Tags
  sentences: readonly Sentence[]
}

/** An article while its values are read: what kinds look at. */
export class Reading {
  readonly lexemes: Lexemes
  readonly tables: Tables
  readonly article: Article
  readonly anchor: Anchor | undefined
  /** The currency of the country that the article is from, where its words tell it. */
  readonly home: string | undefined
  /** The date told last: *the following week* counts from it. */
  recent: Period | undefined
  readonly #tokens: Tokens
  readonly #tags: Tags
  readonly #sentences: readonly Sentence[]
  #token = 0
  #numeralAt = -1
  #numeral: Numeral | undefined
  #amountAt = -1
  #amount: Amount | undefined

  constructor({ lexemes, tables, article, anchor, tokens, tags, sentences }: ReadingParts) {
    this.lexemes = lexemes
    this.tables = tables
    this.article = article
    this.anchor = anchor
    this.home = homeOf(lexemes, article)
    this.#tokens = tokens
    this.#tags = tags
    this.#sentences = sentences
  }

  /** The numeral that begins at a lexeme; several kinds ask, it is read once. */
  numeral(i: number): Numeral | undefined {
    if (this.#numeralAt !== i) {
      this.#numeral = i < this.lexemes.count ? readNumeral(this.lexemes, i, this.tables.magnitudes) : undefined
      this.#numeralAt = i
    }
    return this.#numeral
  }

  /** The numeral or range of numerals that begins at a lexeme. */
  amount(i: number): Amount | undefined {
    if (this.#amountAt !== i) {
      this.#amount = i < this.lexemes.count ? readAmount(this.lexemes, i, this.tables.magnitudes) : undefined
      this.#amountAt = i
    }
    return this.#amount
  }

  /** The token that a lexeme stands in. */
  token(i: number): number {
    const { start, end, count } = this.#tokens
    const offset = this.lexemes.start[i] ?? 0
    let token = this.#token
    if (token >= count || start[token]! > offset || offset - start[token]! > 500) token = this.#tokens.at(offset)
    else while (token < count && end[token]! <= offset) token++
    this.#token = Math.min(token, count - 1)
    return this.#token
  }

  /** The Penn tag of the token that a lexeme stands in; '' behind the end. */
  tag(i: number): string {
    return i < this.lexemes.count && i >= 0 ? (this.#tags.xpos[this.token(i)] ?? '') : ''
  }

  lemma(i: number): string {
    const token = this.token(i)
    return this.#tokens.lower(token) === this.lexemes.lower(i) ? (this.#tags.lemma[token] ?? '') : this.lexemes.lower(i)
  }

  /** The universal tag of the token that a lexeme stands in; '' behind the end. */
  upos(i: number): string {
    return i < this.lexemes.count && i >= 0 ? (this.#tags.upos[this.token(i)] ?? '') : ''
  }

  /** Do the words around a lexeme speak of what was or of what will be? */
  direction(i: number): Direction {
    const token = this.token(i)
    return directionAt(this.#tokens, this.#tags, this.#sentenceOf(token), token)
  }

  /** Does a sentence begin with this lexeme? */
  opensSentence(i: number): boolean {
    const sentence = this.#sentenceOf(this.token(i))
    return sentence !== undefined && sentence.start === this.lexemes.start[i]
  }

  /** Has it a capital letter? */
  capital(i: number): boolean {
    return i >= 0 && i < this.lexemes.count && this.lexemes.text(i) !== this.lexemes.lower(i)
  }

  #sentenceOf(token: number): Sentence | undefined {
    let low = 0
    let high = this.#sentences.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#sentences[middle]!.to > token) high = middle
      else low = middle + 1
    }
    return this.#sentences[low]
  }
}
