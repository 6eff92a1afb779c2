import { csvCells } from './dictionary.ts'
import type { Known } from './kb-file.ts'

/** A city with fewer people is left out of the file of places. */
const LEAST_PEOPLE = 15_000

type Rows = readonly Record<string, string>[]

/** Countries and currencies by the lexicon `countries`; `names` are Wikidata's and GeoNames' ids of one thing. */
export function countriesOf(rows: Rows): Known[] {
  return rows.flatMap(({ code, names, wikidata, geonames }) => {
    const [name = '', ...aliases] = names!.split('|')
    const country = { name, aliases, type: 'place' as const, subtype: 'country', country: code!, weight: 1_000_000_000 }
    return [
      { ...country, kb: 'wikidata', id: wikidata! },
      { ...country, kb: 'geonames', id: geonames! },
    ].filter(({ id }) => id !== '')
  })
}

/** Large cities by the lexicon `large-cities`. */
export function largeCitiesOf(rows: Rows): Known[] {
  return rows.map(({ names, country, wikidata, people }) => {
    const [name = '', ...aliases] = names!.split('|')
    const place = { type: 'place' as const, subtype: 'city', country: country!, weight: Number(people) }
    return { kb: 'wikidata', id: wikidata!, name, aliases, ...place }
  })
}

/** States and large cities of a table of places: `wikidata name kind country state population …`. */
export function placesOf(table: string): Known[] {
  const [header = '', ...lines] = table.split(/\r?\n/)
  const columns = header.split('\t')
  // a row of another length is damaged, and is left out
  const rows = lines
    .map((line) => line.split('\t'))
    .filter((cells) => cells.length === columns.length)
    .map((cells): Record<string, string> => Object.fromEntries(columns.map((column, k) => [column, cells[k]!])))
  // counties stand there once more as cities
  const small = new Set(
    rows.flatMap(({ kind, note, wikidata }) => (kind === 'state' && SMALL.test(note!) ? wikidata! : [])),
  )
  const capitals = new Map(rows.flatMap(({ kind, country, note }) => (kind === 'country' ? [[country!, note!]] : [])))
  const provinces = new Set(rows.flatMap(({ note, country }) => (note === 'province' ? country! : [])))
  return rows.flatMap(({ wikidata, name, kind, country, population, note }) => {
    const people = Number(population) || 0
    const isState = kind === 'state'
    if (kind !== 'city' && !isState) return []
    const capital = capitals.get(country!)
    const isCapital = note === 'capital' || name === capital || (isState && name!.endsWith(` ${capital}`))
    // Bucharest, DKI Jakarta, Tianjin: cities that are provinces of their own
    const isCity =
      isState &&
      ((isCapital && /city|capital|municipality/.test(note!)) || (note === 'municipality' && provinces.has(country!)))
    if (!isCity && !isCapital && small.has(wikidata!) && people < LARGE_PEOPLE) return []
    if (isState && !isCity && SMALL.test(note!)) return []
    if (!isState && people < LEAST_PEOPLE && !isCapital) return []
    return [
      {
        kb: 'wikidata',
        id: wikidata!,
        name: isCity && isCapital ? capital! : name!,
        aliases: [],
        type: 'place' as const,
        subtype: isCity ? 'city' : isState ? stateKind(note!) : 'city',
        country: country!,
        weight: people || (isCity || isCapital ? 200_000 : isState ? STATE_PEOPLE : 0),
      },
    ]
  })
}

/** A county of so many people is named as a city is. */
const LARGE_PEOPLE = 1_000_000

/** A state whose people nobody counted, against towns of its name. */
const STATE_PEOPLE = 300_000

const stateKind = (note: string): string =>
  /province|oblast|governorate/.test(note) ? 'province' : note === 'state' || note === 'country' ? note : 'region'

/** Parts of a country too small to be meant by a bare name. */
const SMALL =
  /district|county|borough|municipal|ward|parish|commune|unitary|town|village|quarter|council|popularate|division|metropolitan city|urban|sheading/

/** Cities with ids of GeoNames, `name,country,subcountry,geonameid`; `codes` tells a country's code by its name. */
export function citiesOf(table: string, codes: ReadonlyMap<string, string>): Known[] {
  const [, ...rows] = csvCells(table)
  return rows.flatMap(({ cells: [name, country, , id] }) =>
    name && country && id
      ? [
          {
            kb: 'geonames',
            id,
            name,
            aliases: [],
            type: 'place' as const,
            subtype: 'city',
            country: codes.get(country) ?? '',
            weight: 0,
          },
        ]
      : [],
  )
}
