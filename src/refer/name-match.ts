import type { EntityType } from '../doc/entity.ts'
import type { Named } from './figure.ts'
import type { Knowledge } from './knowledge.ts'
import { beginsWith, endsWith, initials, PARTICLES, sameWords } from './name-words.ts'

// When can a short name stand for a long one?

type Name = Pick<Named, 'form' | 'words'>

/** Is this written as an acronym: *WTO*, *IISc*, *U.N.*? */
export function isAcronym(form: string): boolean {
  if (/\s/.test(form)) return false
  const capitals = form.replace(/[^\p{Lu}]/gu, '').length
  return capitals >= 2 && capitals * 2 >= form.replace(/[^\p{L}]/gu, '').length
}

/** Are the letters of an acronym the initials of the long name, with or without its small words and legal form? */
export function abbreviates(short: Name, long: Name, { legal }: Knowledge): boolean {
  if (short.words.length !== 1 || long.words.length < 2 || !isAcronym(short.form)) return false
  const spelled = [...initials(long.words), ...initials(legal.without(long.words))]
  return acronymLetters(short.form).some((letters) => spelled.includes(letters))
}

/** The letters an acronym may stand for: all of them, or the capitals alone, as in *IISc*. */
export function acronymLetters(form: string): string[] {
  if (!isAcronym(form)) return []
  const letters = form.replace(/[^\p{L}]/gu, '').toLowerCase()
  const capitals = form.replace(/[^\p{Lu}]/gu, '').toLowerCase()
  return capitals.length >= 3 && capitals !== letters ? [letters, capitals] : [letters]
}

/** Can `short` stand for `long`, both of this type? `long` has more words, or is what an acronym spells out. */
export function shortens(short: Name, long: Name, type: EntityType, knowledge: Knowledge): boolean {
  const s = short.words
  const l = long.words
  if (s.length === 0 || l.length < 2) return false
  if (type !== 'person' && abbreviates(short, long, knowledge)) return true
  if (s.length >= l.length) return false
  if (s.every((word) => PARTICLES.has(word) || word.length < 2)) return false
  switch (type) {
    case 'person':
      return shortensPerson(s, l)
    case 'place':
      return shortensPlace(s, l, knowledge)
    case 'group':
      return false
    default:
      return shortensThing(short, long, knowledge)
  }
}

/** A surname, a given name, or some of a name's words in their order: *Van Dorn*, *Ann Lee*, *El-Hadi*, *Hadi*. */
function shortensPerson(s: readonly string[], l: readonly string[]): boolean {
  if (s.length === 1) return l.includes(s[0]!)
  return isSubsequence(s, l)
}

/** *Globex* for *Globex Group Holding Ltd*, *Norvik* for *Norvik Labs*, *the Commission* for one. */
function shortensThing(short: Name, long: Name, knowledge: Knowledge): boolean {
  const { legal, countries, demonyms, cities, regions, nominals } = knowledge
  const s = legal.without(short.words)
  const l = legal.without(long.words)
  if (sameWords(s, l)) return true
  const key = s.join(' ')
  const isPlace = countries.has(key) || demonyms.has(key) || cities.has(key) || regions.has(key)
  if (beginsWith(l, s)) return !isPlace && l[s.length] !== 'of' && !(s.length === 1 && nominals.has(key))
  // the head alone, with a capital: *the Commission*, *the Bank* of a *Bank of …*
  if (s.length === 1 && nominals.has(key)) return l.at(-1) === key || (l[0] === key && PARTICLES.has(l[1]!))
  if (endsWith(l, s)) return s.length >= 2 || (l.length === 2 && l[0]!.length <= 3 && !isPlace)
  const isTold = s.length >= 3 || (s.length === 2 && isAcronym(short.form.split(/\s/)[0]!))
  return isTold && s[0] === l[0] && s.at(-1) === l.at(-1) && isSubsequence(s, l)
}

/** *High Atlas* for *High Atlas mountains*, *Northgate* for *Northgate prison*, *the Gulf* for a *Gulf of …*. */
function shortensPlace(s: readonly string[], l: readonly string[], { nominals }: Knowledge): boolean {
  const rest = l.slice(s.length)
  if (
    beginsWith(l, s) &&
    rest.every((word) => nominals.get(word.replace(/s$/, ''))?.some(({ type }) => type !== 'person'))
  )
    return true
  if (beginsWith(l, s) && (rest.join('') === 'dc' || rest.join(' ') === 'd c')) return true
  if (s.length !== 1 || !nominals.has(s[0]!)) return false
  return l.at(-1) === s[0] || (l[0] === s[0] && l[1] === 'of')
}

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length
}
