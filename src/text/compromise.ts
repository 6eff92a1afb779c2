import { createRequire } from 'node:module'
import type nlp from 'compromise/two'

// The one home of compromise. It is an order of magnitude slower than the rest: it sees names, never articles, each
// once, and is not read before the first of them. It is never extended: what it knows is what it came with.

const require = createRequire(import.meta.url)
let read: typeof nlp | undefined

function compromise(phrase: string): ReturnType<typeof nlp> {
  read ??= require('compromise/two') as typeof nlp
  return read(phrase)
}

/** A longer phrase is no name. */
const MAX_LENGTH = 120
const MAX_CACHED = 8192

/** Remembers what a phrase was read as, the last few thousand of them. */
function remembered<T>(reader: (phrase: string) => T | null): (phrase: string) => T | null {
  const known = new Map<string, T | null>()
  return (phrase) => {
    if (phrase.length > MAX_LENGTH) return null
    const cached = known.get(phrase)
    if (cached !== undefined) return cached
    const found = reader(phrase)
    if (known.size >= MAX_CACHED) known.delete(known.keys().next().value!)
    known.set(phrase, found)
    return found
  }
}

/** What a word of a name is by itself. */
interface NameWord {
  given: boolean
  surname: boolean
  honorific: boolean
  gender: 'female' | 'male' | null
}

const readWord: (word: string) => NameWord | null = remembered((word) => {
  const read = compromise(word)
  return {
    given: read.has('#FirstName'),
    surname: read.has('#LastName'),
    honorific: read.has('#Honorific'),
    gender: read.has('#FemaleName') ? 'female' : read.has('#MaleName') ? 'male' : null,
  }
})

/** A person's name taken apart, each part as it is written; null what is not there or not known. */
export interface PersonName {
  honorific: string | null
  given: string | null
  surname: string | null
  gender: 'female' | 'male' | null
}

const MALE = /^(?:mr|sir|lord|king|prince|duke|señor|father|brother|monsieur|herr|emperor|sheikh|shri)$/
const FEMALE = /^(?:mrs|ms|miss|mme|mlle|madam|madame|lady|queen|princess|duchess|sister|señora|frau|dame|smt|empress)$/
/** Titles in front of a given name. */
const ROYAL = /^(?:king|queen|prince|princess|emperor|empress|pope|saint|st|sir|dame|brother|sister)$/
const SUFFIX = /^(?:jr|sr|[ivx]{1,4}|phd|md|esq)$/

/** Honorific, given name, surname and gender of a name that is known to be a person's; null when there is no word in it. */
export const readPersonName: (name: string) => PersonName | null = remembered((name) => {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  if (words.length === 0) return null
  const plain = words.map((word) => word.toLowerCase().replace(/[.,]/g, ''))
  let from = 0
  while (from < words.length - 1 && isHonorific(plain[from]!)) from++
  let to = words.length
  while (to > from + 1 && SUFFIX.test(plain[to - 1]!)) to--
  const names = words.slice(from, to)
  const first = plain[from]!
  const known = readWord(first)?.given ?? false
  const honorifics = plain.slice(0, from)
  // Mr. James, but King James.
  const alone = from === 0 || honorifics.some((word) => ROYAL.test(word))
  const given = known && (names.length > 1 || alone) ? names[0]! : null
  return {
    honorific: from > 0 ? words.slice(0, from).join(' ') : null,
    given: given ?? (names.length > 1 && readWord(plain[to - 1]!)?.surname ? names[0]! : null),
    surname: surnameOf(names, given !== null, from > 0, plain[to - 1]!),
    gender: genderOf(honorifics, given === null ? null : first),
  }
})

const isHonorific = (word: string): boolean =>
  MALE.test(word) || FEMALE.test(word) || (readWord(word)?.honorific ?? false)

/** The last word, when something tells that names are written in this order: a given name that is known, a title, a surname. */
function surnameOf(names: readonly string[], given: boolean, titled: boolean, last: string): string | null {
  if (names.length === 1) return titled && !given ? names[0]! : null
  return given || readWord(last)?.surname ? names.at(-1)! : null
}

function genderOf(honorifics: readonly string[], given: string | null): PersonName['gender'] {
  if (honorifics.some((word) => MALE.test(word))) return 'male'
  if (honorifics.some((word) => FEMALE.test(word))) return 'female'
  return given === null ? null : (readWord(given)?.gender ?? null)
}
