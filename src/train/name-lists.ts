import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTsv } from '../base/tsv.ts'
import { tokens } from '../doc/layers.ts'
import type { Annotate } from '../stage/compose.ts'
import { LISTS, type ListName, LONGEST, NameLists } from '../tag/name-lists.ts'
import { hashTokens, hashWord } from '../tag/word-hash.ts'
import { asArticle } from './name-data.ts'

/** Cells of a line of CSV, quotes resolved. */
function cells(line: string): string[] {
  const found: string[] = []
  for (const { groups } of line.matchAll(/(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^,]*))/g)) {
    found.push(groups?.quoted?.replaceAll('""', '"') ?? groups?.bare ?? '')
  }
  return found
}

const lines = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(Boolean)

/** Countries by their English names; the columns have other orders in other copies of the table. */
function countryNames([head = [], ...rows]: string[][]): (string | undefined)[] {
  const columns = ['CLDR display name', 'UNTERM English Short', 'official_name_en'].map((name) => head.indexOf(name))
  return rows.flatMap((row) => columns.map((column) => row[column]?.replace(/ \(the\)$/, '')))
}

const unaccented = (name: string | undefined): string => (name ?? '').normalize('NFD').replace(/\p{M}/gu, '')

/** The names on each list, from the open tables of a data folder (`kb/`; sources and licences in the model's card). */
function gather(kb: string, lexicons: string): Map<ListName, (string | undefined)[]> {
  const own = (name: string): Record<string, string>[] => {
    const file = join(lexicons, `${name}.tsv`)
    return parseTsv(readFileSync(file, 'utf8'), file)
  }
  const countries = own('countries')
  const json = (name: string): Record<string, unknown[]> => JSON.parse(readFileSync(join(kb, 'corpora', name), 'utf8'))
  const csv = (name: string, from = 1): string[][] => lines(join(kb, name)).slice(from).map(cells)
  const cities = csv('world-cities.csv')
  const capitals = json('countries_with_capitals.json').countries as { name: string; capital: string }[]
  const company = (name: string | undefined): string =>
    (name ?? '')
      .replace(/ - .*$/, '')
      .replace(
        /,? (?:Inc|Corp|Ltd|Co|PLC|plc|N\.V|S\.A|AG|LLC|L\.P|Corporation|Company|Limited|Incorporated|Holdings?|Group)\.?(?:\s.*)?$/,
        '',
      )
  return new Map<ListName, (string | undefined)[]>([
    [
      'given-name',
      [
        ...csv('common-forenames-by-country.csv').map((row) => row[11]),
        ...lines(join(kb, 'names-unlicense', 'first.txt')),
      ],
    ],
    [
      'surname',
      [
        ...csv('common-surnames-by-country.csv').map((row) => row[5]),
        ...lines(join(kb, 'names-unlicense', 'surnames.txt')),
      ],
    ],
    [
      'country',
      [
        ...capitals.map(({ name }) => name),
        ...countryNames(csv('country-codes.csv', 0)),
        ...countries.flatMap(({ names = '' }) => names.split('|')),
      ],
    ],
    ['region', cities.map((row) => row[2])],
    ['city', [...cities.flatMap((row) => [row[0], unaccented(row[0])]), ...capitals.map(({ capital }) => capital)]],
    ['water', (json('rivers.json').rivers as { name: string }[]).flatMap(({ name }) => [name, `${name} River`])],
    [
      'company',
      [
        ...csv('sp500.csv').map((row) => row[1]),
        ...csv('nasdaq-listed.csv').map((row) => row[1]),
        ...(json('fortune500.json').companies as string[]),
      ].map(company),
    ],
    [
      'university',
      lines(join(kb, 'universities.tsv'))
        .slice(1)
        .map((line) => line.split('\t')[0]!),
    ],
    [
      'club',
      lines(join(kb, 'football-clubs.tsv'))
        .slice(1)
        .flatMap((line) => line.replace(/\s*#.*?(?=;|$)|\$/g, '').split(/\t|; /)),
    ],
    ['newspaper', json('newspapers.json').newspapers as string[]],
    [
      'nationality',
      [
        ...(json('nationalities.json').nationalities as string[]),
        ...countries.flatMap(({ demonyms = '' }) => demonyms.split('|')),
      ],
    ],
    ['charity', json('charities.json').charities as string[]],
    [
      'title',
      [
        ...(json('occupations.json').occupations as string[]),
        ...(json('englishHonorifics.json').englishHonorifics as string[]).filter(
          (title) => !/^the |\bof\b/i.test(title),
        ),
        ...own('titles').map(({ title }) => title),
        ...own('positions').map(({ head }) => head),
      ],
    ],
    ['legal-form', own('legal-forms').map(({ form }) => form)],
    ['known', own('names').map(({ name }) => name)],
  ])
}

/** Builds the table of known names, cut into tokens as articles are. */
export function buildNameLists(data: string, lexicons: string, annotate: Annotate): NameLists {
  const masks = new Map<number, number>()
  const beginnings = new Set<number>()
  for (const [list, names] of gather(join(data, 'kb'), lexicons)) {
    const bit = 1 << LISTS.indexOf(list)
    const wanted = [...new Set(names.map((name) => (name ?? '').trim()))].filter(
      (name) => name.length > 1 && (list === 'title' || list === 'legal-form' || /^\p{Lu}/u.test(name)),
    )
    const document = annotate(asArticle({ id: list, text: wanted.join('\n') }))
    const all = document.get(tokens)
    const lower = Int32Array.from({ length: all.count }, (_, i) => hashWord(all.lower(i)))
    for (let from = 0; from < all.count; ) {
      let to = from + 1
      while (to < all.count && all.paragraph[to] === all.paragraph[from]) to++
      if (to - from <= LONGEST) {
        const key = hashTokens(lower, from, to)
        masks.set(key, (masks.get(key) ?? 0) | bit)
        for (let end = from + 1; end < to; end++) beginnings.add(hashTokens(lower, from, end))
      }
      from = to
    }
  }
  return NameLists.of(masks, beginnings)
}
