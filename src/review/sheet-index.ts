import type { FactSheet } from '../doc/sheet.ts'
import { type Inverted, InvertedBuilder } from './inverted.ts'
import type { Place, SheetFiles } from './sheet-files.ts'

/** One line of the queue. */
export interface Row {
  id: string
  headline: string
  section: string
  /** ISO 8601 at its own grain; empty when unknown. */
  published: string
  facts: number
  notices: number
  /** The least sure fact's confidence, 1 when there is none. */
  least: number
  /** How many facts are wrong if confidences are right: the sum of what each lacks. */
  doubt: number
  place: Place
}

export interface SheetIndex {
  rows: readonly Row[]
  words: Inverted
  /** Rows by falling doubt, by falling date (without one last), by headline. */
  orders: Readonly<Record<Order, Uint32Array>>
  /** 0 for a row that a later sheet of the same article has replaced. */
  live: Uint8Array
  /** How many are live. */
  count: number
}

export const ORDERS = ['doubt', 'newest', 'oldest', 'headline'] as const
export type Order = (typeof ORDERS)[number]

/** Terms that are no words of the text begin with a code unit that no word has. */
export const TERM = {
  word: (word: string): string => word,
  entity: (word: string): string => `\u0001e${word}`,
  name: (name: string): string => `\u0001N${name}`,
  type: (type: string): string => `\u0001t${type}`,
  notice: (code: string): string => `\u0001n${code}`,
  section: (section: string): string => `\u0001s${section}`,
} as const

const WORD = /[\p{L}\p{N}]+/gu

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? []
}

/** Reads every sheet once. `progress` hears how many have been read. */
export function indexSheets(files: SheetFiles, progress?: (read: number) => void): SheetIndex {
  const rows: Row[] = []
  const last = new Map<string, number>()
  const builder = new InvertedBuilder()
  for (const { sheet, place } of files.walk()) {
    last.set(sheet.article.id, rows.length)
    builder.next()
    addTerms(builder, sheet)
    rows.push(rowOf(sheet, place))
    if (rows.length % 1000 === 0) progress?.(rows.length)
  }
  const live = new Uint8Array(rows.length)
  for (const i of last.values()) live[i] = 1
  return { rows, words: builder.finish(), orders: ordersOf(rows), live, count: last.size }
}

function rowOf({ article, facts, notices }: FactSheet, place: Place): Row {
  const { id, headline, section, published } = article
  const lacks = facts.map(({ confidence }) => 1 - confidence)
  return {
    id,
    headline: headline ?? firstLine(article.text),
    section: section ?? '',
    published: published?.iso ?? '',
    facts: facts.length,
    notices: notices.length,
    least: 1 - Math.max(0, ...lacks.slice(0, 10_000)),
    doubt: lacks.reduce((sum, lack) => sum + lack, 0),
    place,
  }
}

function addTerms(builder: InvertedBuilder, { article, entities, facts, notices }: FactSheet): void {
  const add = (text: string): void => {
    for (const word of wordsOf(text)) builder.add(TERM.word(word))
  }
  add(article.text)
  if (article.headline !== null) add(article.headline)
  if (article.section !== null) builder.add(TERM.section(article.section))
  for (const { name, aliases } of entities) {
    add(name)
    builder.add(TERM.name(name))
    for (const one of [name, ...aliases]) for (const word of wordsOf(one)) builder.add(TERM.entity(word))
  }
  for (const { type, gloss } of facts) {
    add(gloss)
    builder.add(TERM.type(type))
  }
  for (const { code } of notices) builder.add(TERM.notice(code))
}

export function ordersOf(rows: readonly Row[]): SheetIndex['orders'] {
  const sorted = (by: (a: Row, b: Row) => number): Uint32Array =>
    Uint32Array.from(rows.keys()).sort((a, b) => by(rows[a]!, rows[b]!) || a - b)
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  const dateless = (a: Row, b: Row): number => Number(a.published === '') - Number(b.published === '')
  return {
    doubt: sorted((a, b) => b.doubt - a.doubt),
    newest: sorted((a, b) => dateless(a, b) || compare(b.published, a.published)),
    oldest: sorted((a, b) => dateless(a, b) || compare(a.published, b.published)),
    headline: sorted((a, b) => compare(a.headline, b.headline)),
  }
}

function firstLine(text: string): string {
  return text.slice(0, 200).trim().split('\n')[0]!.slice(0, 120)
}
