import type { EntityType } from '../doc/entity.ts'
import type { Resources } from '../stage/resources.ts'
import { LegalForms } from './legal-forms.ts'
import { nameWords } from './name-words.ts'

export type Gender = 'male' | 'female' | ''

/** What a common noun can stand for: *the airline* is an organization, a company, but not every company. */
export interface Nominal {
  type: EntityType
  subtype: string
  gender: Gender
  specific: boolean
}

/** What is known of names before an article is read. Keys are words as `nameWords` gives them, joined by blanks. */
export interface Knowledge {
  legal: LegalForms
  /** Name of a country -> its ISO 3166 code. */
  countries: ReadonlyMap<string, string>
  /** *german* -> `DE`. */
  demonyms: ReadonlyMap<string, string>
  /** Code -> its capital. */
  capitals: ReadonlyMap<string, string>
  cities: ReadonlySet<string>
  /** States, provinces and the like: where the cities are. */
  regions: ReadonlySet<string>
  nominals: ReadonlyMap<string, readonly Nominal[]>
  /** Words before a person's name -> the sex they tell. */
  titles: ReadonlyMap<string, Gender>
  givenNames: ReadonlyMap<string, Gender>
}

const keyOf = (name: string): string => nameWords(name).join(' ')
const keysOf = (names: readonly string[]): ReadonlySet<string> => new Set([...new Set(names)].map(keyOf))

export function loadKnowledge(resources: Resources): Knowledge {
  const countries = new Map<string, string>()
  const demonyms = new Map<string, string>()
  const capitals = new Map<string, string>()
  for (const row of resources.lexicon('countries')) {
    for (const name of row.names!.split('|')) countries.set(keyOf(name), row.code!)
    for (const word of row.demonyms!.split('|')) if (word !== '') demonyms.set(keyOf(word), row.code!)
    if (row.capital !== '') capitals.set(row.code!, keyOf(row.capital!))
  }
  const nominals = new Map<string, Nominal[]>()
  for (const { noun, type, subtype, certain } of resources.lexicon('nominals')) {
    const isPerson = type === 'person'
    const nominal: Nominal = {
      type: type as EntityType,
      subtype: isPerson ? '' : subtype!,
      gender: isPerson ? (subtype as Gender) : '',
      specific: certain === 'specific',
    }
    nominals.set(noun!, [...(nominals.get(noun!) ?? []), nominal])
  }
  const cities = resources.lexicon('cities')
  const genders = (name: string, column: string): ReadonlyMap<string, Gender> =>
    new Map(resources.lexicon(name).map((row) => [row[column]!, row.gender as Gender]))
  return {
    legal: new LegalForms(resources.lexicon('legal-forms').map(({ form }) => form!)),
    countries,
    demonyms,
    capitals,
    cities: keysOf(cities.map(({ name }) => name!)),
    regions: keysOf(cities.map(({ region }) => region!)),
    nominals,
    titles: genders('titles', 'title'),
    givenNames: genders('given-names', 'name'),
  }
}
