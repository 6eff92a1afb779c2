import type { Article } from '../doc/article.ts'
import type { Lexemes } from './lexemes.ts'

/** Words that tell where a newspaper is at home, where its dollar is its own. */
export const HOMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    USD: 'u.s us u.s. america american americans washington york california texas florida chicago boston',
    AUD: 'australia australian australians sydney melbourne canberra brisbane perth adelaide queensland',
    CAD: 'canada canadian canadians toronto ottawa montreal vancouver ontario quebec alberta calgary',
    NZD: 'zealand wellington auckland christchurch',
    SGD: 'singapore singaporean singaporeans',
    GBP: 'britain british uk u.k u.k. london england scotland wales',
    EUR: 'germany german france french spain spanish italy italian ireland irish netherlands dutch',
    INR: 'india indian mumbai delhi',
    ZAR: 'johannesburg pretoria durban',
  }).flatMap(([currency, words]) => words.split(' ').map((word) => [word, currency] as const)),
)
/** So many words tell it; the rest of a long article is about others too. */
const READ = 600
const ENOUGH = 3

/** The currency of the article's country: named at least three times, and twice as often as any other. */
export function homeOf(lexemes: Lexemes, article: Article): string | undefined {
  const counts = new Map<string, number>()
  const add = (word: string, by: number) => {
    const currency = HOMES.get(word)
    if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + by)
  }
  for (const word of (article.dateline ?? '').toLowerCase().split(/[^a-z.]+/)) add(word, ENOUGH)
  const end = Math.min(READ, lexemes.count)
  for (let i = 0; i < end; i++) {
    if (lexemes.word[i] === 0) continue
    // "us" is the country only in capitals.
    if (lexemes.lower(i) !== 'us' || lexemes.text(i) === 'US') add(lexemes.lower(i), 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] >= ENOUGH && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined
}
