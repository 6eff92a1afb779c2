import type { NameLists } from './name-lists.ts'
import { CLASS_WIDTH, type WordClasses } from './word-classes.ts'
import { hash, hashTokens, plain } from './word-hash.ts'

/** Prefixes and suffixes of 1 to 4 characters. */
export const AFFIXES = 8

/** Of a word: it begins with a capital, all its letters are capitals, it has no letter, it has a capital somewhere. */
export const CAPITAL = 1
export const CAPITALS = 2
export const NO_LETTER = 4
export const HAS_CAPITAL = 8
/** It may stand between two capitals of one run, or between the words that an acronym is made of. */
export const IN_RUN = 16
export const IN_ACRONYM = 32
/** Names of several words begin with it, as lists have them. */
export const BEGINS = 64

/** The edges of a sentence stand in a book as words. */
export const START_WORD = 0
export const END_WORD = 1
export const EDGE_WORDS = 2

/** A book with more words is begun anew with the next article. */
const FULL = 12_000

const UPPER = /\p{Lu}/u
const LETTER = /\p{L}/u
const RUN_LINK = /^(?:&|-|–|\.|@|['’]|de|da|dos|bin|al|el|van|von|der|du|la|le)$/
const ACRONYM_LINK = /^(?:of|for|the|and|on|in|to|&|-|de|du|la|des)$/

/**
 * Words and all that can be said of each by itself, by number: worked out once for all the articles in which it stands.
 */
export class WordBook {
  count = EDGE_WORDS
  form = new Int32Array(1024)
  lower = new Int32Array(1024)
  /** The number of the word in lower case. */
  lowered = new Int32Array(1024)
  /** Hash of the word's shape: `Xx`, `X.X.`, `dd-dd`, runs cut at two. */
  shape = new Int32Array(1024)
  /** `CAPITAL` and so on, as bits. */
  flags = new Uint8Array(1024)
  /** `AFFIXES` a word. */
  affix = new Int32Array(1024 * AFFIXES)
  /** `CLASS_WIDTH` a word. */
  classes = new Uint16Array(1024 * CLASS_WIDTH)
  /** The lists on which the word stands by itself. */
  lists = new Uint16Array(1024)
  /** A word's place in the article that is being numbered; -1 for all others. */
  #places = new Int32Array(1024).fill(-1)
  readonly #numbers = new Map<string, number>()
  readonly #tags = new Map<string, number>()
  readonly #lists: NameLists
  readonly #classes: WordClasses
  readonly #full: number

  constructor(lists: NameLists, classes: WordClasses, full = FULL) {
    this.#lists = lists
    this.#classes = classes
    this.#full = full
    for (let edge = 0; edge < EDGE_WORDS; edge++) {
      this.lower[edge] = edge + 1
      this.shape[edge] = edge + 1
    }
  }

  /** Call before an article: numbers hold until the next call. True when the book was begun anew. */
  open(): boolean {
    if (this.count < this.#full) return false
    this.#numbers.clear()
    this.count = EDGE_WORDS
    return true
  }

  numberOf(word: string, lower: string): number {
    return this.#numbers.get(word) ?? this.#enter(word, lower)
  }

  /** The number of a part of speech. */
  tag(tag: string): number {
    let number = this.#tags.get(tag)
    if (number === undefined) {
      number = hash(tag)
      this.#tags.set(tag, number)
    }
    return number
  }

  /** Numbers the words of an article in lower case from 0; returns how many there are. */
  numberPlaces(words: Int32Array, into: Int32Array): number {
    const known = this.#places
    let places = 0
    for (let i = 0; i < words.length; i++) {
      const word = this.lowered[words[i]!]!
      if (known[word] === -1) known[word] = places++
      into[i] = known[word]!
    }
    // The book is long and an article short: only its own words are forgotten.
    for (let i = 0; i < words.length; i++) known[this.lowered[words[i]!]!] = -1
    return places
  }

  #enter(word: string, lower: string): number {
    if (this.count === this.form.length) this.#grow()
    const i = this.count++
    this.#numbers.set(word, i)
    const low = plain(lower)
    this.form[i] = hash(plain(word))
    this.lower[i] = hash(low)
    this.shape[i] = shapeOf(word)
    this.flags[i] = flagsOf(word, lower)
    for (let n = 1; n <= 4; n++) {
      this.affix[i * AFFIXES + n - 1] = hash(low, 0, Math.min(n, low.length))
      this.affix[i * AFFIXES + 3 + n] = hash(low, Math.max(0, low.length - n), low.length)
    }
    // The place may be that of a word of the book before.
    this.classes.fill(0, i * CLASS_WIDTH, (i + 1) * CLASS_WIDTH)
    this.#classes.fill(this.lower[i]!, this.classes, i * CLASS_WIDTH)
    const key = hashTokens(this.lower, i, i + 1)
    this.lists[i] = this.#lists.maskOf(key)
    if (this.#lists.begins(key)) this.flags[i]! |= BEGINS
    // Entering it may move the book to a longer one.
    const lowered = word === lower ? i : this.numberOf(lower, lower)
    this.lowered[i] = lowered
    return i
  }

  #grow(): void {
    const { form, lower, lowered, shape, flags, affix, classes, lists } = this
    const longer = <A extends Int32Array | Uint16Array | Uint8Array>(old: A, made: A): A => {
      made.set(old)
      return made
    }
    this.form = longer(form, new Int32Array(2 * form.length))
    this.lower = longer(lower, new Int32Array(2 * lower.length))
    this.lowered = longer(lowered, new Int32Array(2 * lowered.length))
    this.shape = longer(shape, new Int32Array(2 * shape.length))
    this.flags = longer(flags, new Uint8Array(2 * flags.length))
    this.affix = longer(affix, new Int32Array(2 * affix.length))
    this.classes = longer(classes, new Uint16Array(2 * classes.length))
    this.lists = longer(lists, new Uint16Array(2 * lists.length))
    this.#places = new Int32Array(this.form.length).fill(-1)
  }
}

function shapeOf(word: string): number {
  let out = ''
  let last = ''
  let run = 0
  for (const character of word) {
    const kind = kindOf(character)
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 2) out += kind
    if (out.length > 12) break
  }
  return hash(out)
}

function kindOf(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x80) {
    if (code >= 97 && code <= 122) return 'x'
    if (code >= 65 && code <= 90) return 'X'
    return code >= 48 && code <= 57 ? 'd' : character
  }
  return UPPER.test(character) ? 'X' : LETTER.test(character) ? 'x' : character
}

function flagsOf(word: string, lower: string): number {
  const upper = word.toUpperCase()
  const links = (RUN_LINK.test(word) ? IN_RUN : 0) | (ACRONYM_LINK.test(word) ? IN_ACRONYM : 0)
  if (upper === lower) return NO_LETTER | links
  return (
    (kindOf(word.charAt(0)) === 'X' ? CAPITAL : 0) |
    (word.length > 1 && upper === word ? CAPITALS : 0) |
    (word !== lower ? HAS_CAPITAL : 0) |
    links
  )
}
