import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTsv } from '../base/tsv.ts'
import { citiesOf, countriesOf, largeCitiesOf, placesOf } from './build-places.ts'
import { writeKb } from './kb-file.ts'

/** A file of knowledge as `factwire link build` writes it under `kb/`, with what its licence asks to be said. */
export interface Built {
  name: string
  bytes: Uint8Array
  entries: number
}

const PLACES =
  'Places: countries-states-cities database (github.com/dr5hn/countries-states-cities-database), Wikidata ids'
const CITIES = 'Cities: GeoNames (geonames.org) by datasets/world-cities; countries: datasets/country-codes'

/**
 * The files that come with factwire, from `kb/places.tsv` and `kb/world-cities.csv` of the data folder and the lexicons
 * `countries` and `large-cities`: `places` (ODbL 1.0) and `cities` (CC BY 4.0). They stay two files, for the licence of the one asks for that.
 */
export function buildPlaces(data: string, lexicons: string): Built[] {
  const lexicon = (name: string) => parseTsv(readFileSync(join(lexicons, name), 'utf8'), join(lexicons, name))
  const rows = lexicon('countries.tsv')
  const codes = new Map(rows.flatMap(({ code, names }) => names!.split('|').map((name) => [name, code!] as const)))
  const folder = [join(data, 'kb'), join(data, 'data/kb')].find((path) => existsSync(path)) ?? join(data, 'kb')
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const countries = countriesOf(rows)
  const places = [
    ...countries.filter(({ kb }) => kb === 'wikidata'),
    ...largeCitiesOf(lexicon('large-cities.tsv')),
    ...placesOf(read('places.tsv')),
  ]
  const cities = [...countries.filter(({ kb }) => kb === 'geonames'), ...citiesOf(read('world-cities.csv'), codes)]
  return [
    { name: 'places', bytes: writeKb(places, { title: PLACES, licence: 'ODbL-1.0' }), entries: places.length },
    { name: 'cities', bytes: writeKb(cities, { title: CITIES, licence: 'CC-BY-4.0' }), entries: cities.length },
  ]
}
