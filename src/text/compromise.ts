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

export type Gender = 'female' | 'male' | null

/** What a word of a name is by itself. */
interface NameWord {
  given: boolean
  honorific: boolean
  gender: Gender
}

const readWord: (word: string) => NameWord | null = remembered((word) => {
  const read = compromise(word)
  return {
    given: read.has('#FirstName'),
    honorific: read.has('#Honorific'),
    gender: read.has('#FemaleName') ? 'female' : read.has('#MaleName') ? 'male' : null,
  }
})

const MALE = /^(?:mr|sir|lord|king|prince|duke|señor|father|brother|monsieur|herr|emperor|sheikh|shri)$/
const FEMALE = /^(?:mrs|ms|miss|mme|mlle|madam|madame|lady|queen|princess|duchess|sister|señora|frau|dame|smt|empress)$/
/** Titles in front of a given name. */
const ROYAL = /^(?:king|queen|prince|princess|emperor|empress|pope|saint|st|sir|dame|brother|sister)$/
const SUFFIX = /^(?:jr|sr|[ivx]{1,4}|phd|md|esq)$/

/** The gender of a name that is known to be a person's, by its title, else by its given name; null where neither tells. */
export const readGender: (name: string) => Gender = remembered((name) => {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  if (words.length === 0) return null
  const plain = words.map((word) => word.toLowerCase().replace(/[.,]/g, ''))
  let from = 0
  while (from < words.length - 1 && isHonorific(plain[from]!)) from++
  const honorifics = plain.slice(0, from)
  if (honorifics.some((word) => MALE.test(word))) return 'male'
  if (honorifics.some((word) => FEMALE.test(word))) return 'female'
  let to = words.length
  while (to > from + 1 && SUFFIX.test(plain[to - 1]!)) to--
  // Mr. James, but King James.
  const alone = from === 0 || honorifics.some((word) => ROYAL.test(word))
  const first = readWord(plain[from]!)
  return first?.given && (to - from > 1 || alone) ? first.gender : null
})

const isHonorific = (word: string): boolean =>
  MALE.test(word) || FEMALE.test(word) || (readWord(word)?.honorific ?? false)
