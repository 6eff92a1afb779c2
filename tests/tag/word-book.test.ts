import { describe, expect, test } from 'vitest'
import { NameLists } from '../../src/tag/name-lists.ts'
import { tableOfClasses } from '../../src/tag/name-model.ts'
import {
  AFFIXES,
  BEGINS,
  CAPITAL,
  CAPITALS,
  EDGE_WORDS,
  HAS_CAPITAL,
  IN_RUN,
  NO_LETTER,
  WordBook,
} from '../../src/tag/word-book.ts'
import { CLASS_WIDTH, WordClasses } from '../../src/tag/word-classes.ts'
import { hash, hashTokens } from '../../src/tag/word-hash.ts'

const keyOf = (...words: string[]): number =>
  hashTokens(
    Int32Array.from(words, (word) => hash(word)),
    0,
    words.length,
  )
const lists = NameLists.of(new Map([[keyOf('quito'), 16]]), [keyOf('new')])
const bookOf = (full?: number): WordBook => new WordBook(lists, WordClasses.none(), full)
const enter = (book: WordBook, word: string): number => book.numberOf(word, word.toLowerCase())

describe('a word in a book', () => {
  test('keeps its number, and has one of its own in lower case', () => {
    const book = bookOf()
    const quito = enter(book, 'Quito')
    expect(enter(book, 'Quito')).toBe(quito)
    expect(book.lowered[quito]).toBe(enter(book, 'quito'))
    expect(quito).toBeGreaterThanOrEqual(EDGE_WORDS)
    expect(book.lower[quito]).toBe(hash('quito'))
  })

  test('is told by its letters', () => {
    const book = bookOf()
    const flags = (word: string): number => book.flags[enter(book, word)]!
    expect(flags('Quito')).toBe(CAPITAL | HAS_CAPITAL)
    expect(flags('NASA')).toBe(CAPITAL | CAPITALS | HAS_CAPITAL)
    expect(flags('iPhone')).toBe(HAS_CAPITAL)
    expect(flags('2024')).toBe(NO_LETTER)
    expect(flags('von')).toBe(IN_RUN)
  })

  test('has the ends of its letters, and the lists on which it stands', () => {
    const book = bookOf()
    const quito = enter(book, 'Quito')
    expect([...book.affix.slice(quito * AFFIXES, (quito + 1) * AFFIXES)]).toEqual(
      ['q', 'qu', 'qui', 'quit', 'o', 'to', 'ito', 'uito'].map((part) => hash(part)),
    )
    expect(book.lists[quito]).toBe(16)
    expect(book.flags[enter(book, 'New')]! & BEGINS).toBe(BEGINS)
  })
})

test('a word in a book begun anew has nothing of the word that stood in its place', () => {
  const classes = tableOfClasses(new Map([[hash('known'), [1, 2, 3, 4]]]))
  const book = new WordBook(lists, classes, 3)
  const known = enter(book, 'known')
  expect([...book.classes.slice(known * CLASS_WIDTH, (known + 1) * CLASS_WIDTH)]).toEqual([1, 2, 3, 4])
  enter(book, 'Quito')
  expect(book.open()).toBe(true)
  const other = enter(book, 'other')
  expect(other).toBe(known)
  expect([...book.classes.slice(other * CLASS_WIDTH, (other + 1) * CLASS_WIDTH)]).toEqual([0, 0, 0, 0])
})

test('a book grows with its words', () => {
  const book = bookOf()
  const words = Array.from(
    { length: 5000 },
    (_, i) => `W${i.toString(36).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)}q`,
  )
  for (const word of words) {
    const number = enter(book, word)
    expect(book.lower[book.lowered[number]!]).toBe(book.lower[number])
    expect(book.flags[book.lowered[number]!]).toBe(0)
  }
})

test('a full book is begun anew at the next article, not before', () => {
  const book = bookOf(10)
  const words = Array.from({ length: 3000 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}${i}x`)
  expect(book.open()).toBe(false)
  const numbers = words.map((word) => enter(book, word))
  expect(new Set(numbers).size).toBe(words.length)
  expect(words.map((word) => enter(book, word))).toEqual(numbers)
  expect(book.open()).toBe(true)
  expect(enter(book, 'other')).toBe(EDGE_WORDS)
})
