import type { NameMention } from '../doc/entity.ts'
import type { Tokens } from '../doc/tokens.ts'
import type { Named } from './figure.ts'
import type { Gender, Knowledge } from './knowledge.ts'
import { nameWords } from './name-words.ts'

const POSSESSIVE = new Set(["'s", '’s', "'", '’', '`s'])
const ARTICLES = new Set(['the', 'a', 'an'])
const QUOTES = new Set(['"', '“', '”', "'", '‘', '’', ',', ';', ':', '(', '[', '-', '–', '—'])

const withoutPoint = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word)

/** The mention without what is no part of a name: *the*, titles, a possessive, quotes. Undefined when nothing is left. */
export function trimName(mention: NameMention, tokens: Tokens, { titles }: Knowledge): Named | undefined {
  let from = tokens.at(mention.start)
  let to = from
  while (to < tokens.count && tokens.start[to]! < mention.end) to++
  let gender: Gender = ''
  const isPerson = mention.type === 'person'
  while (from < to - 1) {
    const word = withoutPoint(tokens.lower(from))
    if (isPerson && titles.has(word)) gender = titles.get(word)! || gender
    else if (!ARTICLES.has(word) && !QUOTES.has(word)) break
    from++
  }
  while (to > from + 1 && (POSSESSIVE.has(tokens.lower(to - 1)) || QUOTES.has(tokens.text(to - 1)))) to--
  if (to <= from) return undefined
  if (isPerson) {
    const before = withoutPoint(tokens.lower(from - 1))
    gender = titles.get(before) || gender
  }
  const { start } = tokens.span(from, to)
  let { end } = tokens.span(from, to)
  const whole = tokens.source.slice(start, end)
  if (/['’]s$/.test(whole) && whole.length > 3) end -= 2
  const form = tokens.source.slice(start, end)
  const words = nameWords(form)
  if (words.length === 0) return undefined
  const { type, subtype, source, score } = mention
  return { start, end, from, to, form, words, type, subtype, gender, source, score }
}
