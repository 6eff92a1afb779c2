import type { Tokens } from '../doc/tokens.ts'
import type { Named } from './figure.ts'
import type { Knowledge } from './knowledge.ts'
import { abbreviates, isAcronym } from './name-match.ts'
import { lettersWithin } from './name-words.ts'

const OPEN = new Set(['(', '[', '（'])
const CLOSE = new Set([')', ']', '）', ',', ';'])
const QUOTES = new Set(['"', '“', '”', "'", '‘', '’'])
/** What stands between two names of one: *Acme, formerly known as Globex*. */
const ALSO = [
  'also known as',
  'formerly known as',
  'previously known as',
  'better known as',
  'known as',
  'formerly',
  'previously',
  'aka',
  'a.k.a.',
  'alias',
  'née',
  'or',
  'abbreviated as',
  'also called',
  'nicknamed',
]
const MOST_BETWEEN = 5

/** Pairs of names that the text itself says are one: *World Trade Organization (WTO)*, *X, also known as Y*. */
export function statedAliases(names: readonly Named[], tokens: Tokens, knowledge: Knowledge): [Named, Named][] {
  const pairs: [Named, Named][] = []
  for (let k = 1; k < names.length; k++) {
    const long = names[k - 1]!
    const short = names[k]!
    const gap = short.from - long.to
    if (gap < 1 || gap > MOST_BETWEEN || tokens.paragraph[long.from] !== tokens.paragraph[short.from]) continue
    if (long.words.join(' ') === short.words.join(' ')) continue
    if (OPEN.has(tokens.text(long.to))) {
      if (inBrackets(long, short, tokens, knowledge)) pairs.push([short, long])
    } else if (long.type === short.type && isAlsoKnown(long.to, short.from, tokens)) pairs.push([short, long])
  }
  return pairs
}

/** Is what stands in brackets behind a name another form of it, and neither its place, party nor number? */
function inBrackets(long: Named, short: Named, tokens: Tokens, knowledge: Knowledge): boolean {
  const { countries, demonyms, cities } = knowledge
  let from = long.to + 1
  while (from < short.from && QUOTES.has(tokens.text(from))) from++
  if (from !== short.from && !isAlsoKnown(from, short.from, tokens)) return false
  let to = short.to
  while (QUOTES.has(tokens.text(to))) to++
  if (!CLOSE.has(tokens.text(to))) return false
  if (long.type === 'person') return short.type === 'person' || /^\p{Lo}+$/u.test(short.form)
  const key = short.words.join(' ')
  if (countries.has(key) || demonyms.has(key)) return isAcronym(short.form) && lettersWithin(key, long.words)
  if (short.type === 'person') return isAcronym(short.form) && lettersWithin(key, long.words)
  // an airport's code stands behind its city, a party's or a team's place behind its name
  if (long.type === 'place') return abbreviates(short, long, knowledge)
  if (cities.has(key)) return false
  if (long.words.length < 2) return short.words.length > 1 && isAcronym(long.form)
  if (short.words.length > 2) return false
  return isAcronym(short.form) || short.type === long.type
}

function isAlsoKnown(from: number, to: number, tokens: Tokens): boolean {
  let first = from
  let last = to
  while (first < last && (tokens.text(first) === ',' || OPEN.has(tokens.text(first)))) first++
  while (last > first && (QUOTES.has(tokens.text(last - 1)) || tokens.lower(last - 1) === 'the')) last--
  if (first >= last) return false
  let between = ''
  for (let i = first; i < last; i++) between += (i > first && tokens.spaced(i) ? ' ' : '') + tokens.lower(i)
  // "or" alone joins two different things as often as two names
  return ALSO.includes(between) && (between !== 'or' || from < first)
}
