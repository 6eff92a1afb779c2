import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { ReadError } from '../base/errors.ts'
import type { EntityType } from '../doc/entity.ts'
import type { Known } from './kb-file.ts'

/** Classes of Wikidata (`instance of`) that are entities of ours; the first that fits is taken. */
const CLASSES: Readonly<Record<string, readonly [EntityType, string?]>> = {
  Q5: ['person'],
  Q6256: ['place', 'country'],
  Q3624078: ['place', 'country'],
  Q5119: ['place', 'city'],
  Q1549591: ['place', 'city'],
  Q1637706: ['place', 'city'],
  Q515: ['place', 'city'],
  Q3957: ['place', 'city'],
  Q486972: ['place', 'city'],
  Q35657: ['place', 'state'],
  Q10864048: ['place', 'province'],
  Q5107: ['place', 'continent'],
  Q4022: ['place', 'water'],
  Q23397: ['place', 'water'],
  Q165: ['place', 'water'],
  Q8502: ['place', 'mountain'],
  Q46831: ['place', 'mountain'],
  Q1248784: ['place', 'facility'],
  Q4830453: ['organization', 'company'],
  Q783794: ['organization', 'company'],
  Q6881511: ['organization', 'company'],
  Q891723: ['organization', 'company'],
  Q22687: ['organization', 'company'],
  Q46970: ['organization', 'company'],
  Q327333: ['organization', 'agency'],
  Q192350: ['organization', 'agency'],
  Q7278: ['organization', 'party'],
  Q3918: ['organization', 'university'],
  Q875538: ['organization', 'university'],
  Q11032: ['organization', 'media'],
  Q192283: ['organization', 'media'],
  Q476028: ['organization', 'team'],
  Q6979593: ['organization', 'team'],
  Q11691: ['organization', 'exchange'],
  Q484652: ['organization', 'international'],
  Q245065: ['organization', 'international'],
  Q163740: ['organization', 'ngo'],
  Q79913: ['organization', 'ngo'],
  Q41487: ['organization', 'court'],
  Q43229: ['organization'],
  Q431289: ['product', 'brand'],
  Q820655: ['product', 'law'],
  Q11424: ['product', 'work'],
  Q198: ['event'],
  Q18608583: ['event'],
}

export interface WikidataOptions {
  /** The language of labels and aliases. */
  language?: string
  /** Items with fewer pages in wikis are left out: nobody writes news about them. */
  leastPages?: number
}

interface Statement {
  mainsnak?: { datavalue?: { value?: unknown } }
  rank?: string
}

interface Item {
  type?: string
  id?: string
  labels?: Record<string, { value: string }>
  aliases?: Record<string, { value: string }[]>
  claims?: Record<string, Statement[]>
  sitelinks?: Record<string, unknown>
}

/**
 * What a dump of Wikidata knows, one item at a time: a JSON array with an item a line, packed with gzip or plain. Nothing is
 * kept, so the size of the dump does not matter. Throws a ReadError that names the line that is no JSON.
 */
export async function* readWikidata(
  file: string,
  { language = 'en', leastPages = 5 }: WikidataOptions = {},
): AsyncGenerator<Known> {
  const bytes = createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    const json = line.trim().replace(/,$/, '')
    if (json === '' || json === '[' || json === ']') continue
    let item: Item
    try {
      item = JSON.parse(json) as Item
    } catch (cause) {
      throw new ReadError(`Expected an item of Wikidata as JSON: ${(cause as Error).message}`, {
        file,
        place: `line ${number}`,
        cause,
      })
    }
    const known = knownOf(item, language, leastPages)
    if (known) yield known
  }
}

function knownOf(item: Item, language: string, leastPages: number): Known | undefined {
  const name = item.labels?.[language]?.value
  const pages = Object.keys(item.sitelinks ?? {}).length
  if (item.type !== 'item' || !item.id || !name || pages < leastPages) return undefined
  const classes = idsOf(item, 'P31')
  const found = Object.keys(CLASSES).find((id) => classes.includes(id))
  if (!found) return undefined
  const [type, subtype] = CLASSES[found]!
  const people = Math.max(0, ...valuesOf(item, 'P1082').map(amountOf))
  return {
    kb: 'wikidata',
    id: item.id,
    name,
    aliases: (item.aliases?.[language] ?? []).map(({ value }) => value),
    type,
    ...(subtype !== undefined && { subtype }),
    country: String(valuesOf(item, 'P297')[0] ?? ''),
    weight: type === 'place' && people > 0 ? people : pages,
  }
}

/** The values of a property that nobody has taken back. */
const valuesOf = ({ claims }: Item, property: string): unknown[] =>
  (claims?.[property] ?? [])
    .filter(({ rank }) => rank !== 'deprecated')
    .map(({ mainsnak }) => mainsnak?.datavalue?.value)
    .filter((value) => value !== undefined)

const idsOf = (item: Item, property: string): string[] =>
  valuesOf(item, property).flatMap((value) => (isRecord(value) && typeof value.id === 'string' ? [value.id] : []))

const amountOf = (value: unknown): number => (isRecord(value) ? Number(value.amount) || 0 : 0)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
