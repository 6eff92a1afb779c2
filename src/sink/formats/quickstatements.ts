import { join } from 'node:path'
import type { FactSheet } from '../../doc/sheet.ts'
import { ChunkFile } from '../chunk-file.ts'
import { type Claim, claimsOf, wikidataId } from '../claims.ts'
import type { Sink } from '../sink.ts'

/** Fact type and role of the object -> the property of Wikidata that says it of the subject. */
const PROPERTIES: Readonly<Record<string, string>> = {
  'org.owned_by owner': 'P127',
  'org.unit_of parent': 'P749',
  'org.founded founder': 'P112',
  'org.founded date': 'P571',
  'org.based_in place': 'P159',
  'org.offers product': 'P1056',
  'org.member_of group': 'P463',
  'person.born date': 'P569',
  'person.born place': 'P19',
  'person.died date': 'P570',
  'person.died place': 'P20',
  'person.citizen_of place': 'P27',
  'person.educated_at organization': 'P69',
  'person.lives_in place': 'P551',
  'person.family relative spouse': 'P26',
  'person.family relative child': 'P40',
  'person.family relative sibling': 'P3373',
  'place.part_of whole': 'P131',
  'event.award award': 'P166',
}

/** Properties that are a time themselves, or hold for ever, are given none. */
const TIMELESS = new Set(['P571', 'P569', 'P570', 'P19', 'P20', 'P112', 'P40', 'P3373', 'P131'])

/** Commands for Wikidata's QuickStatements, version 1: one a line, the reference behind the qualifiers. */
const quickstatements: Sink = {
  name: 'quickstatements',
  about: '`quickstatements.tsv`: asserted facts between items of Wikidata, with references, for QuickStatements',
  output: 'quickstatements.tsv',
  render(sheet) {
    const reference = referenceOf(sheet)
    const lines = claimsOf(sheet).flatMap((claim) => {
      const line = commandOf(claim)
      return line ? [[...line, ...reference].join('\t')] : []
    })
    return [...new Set(lines)].map((line) => `${line}\n`).join('')
  },
  open: async ({ folder, from }) => new ChunkFile({ path: join(folder, 'quickstatements.tsv'), from }),
}
export default quickstatements

function commandOf({ fact, subject, object, date }: Claim): string[] | undefined {
  const { relation } = fact.attributes
  const property = PROPERTIES[[fact.type, object.role, relation].filter(Boolean).join(' ')]
  const item = wikidataId(subject)
  const value =
    'entity' in object ? wikidataId(object.entity) : 'value' in object ? timeOf(object.value.iso) : undefined
  if (property === undefined || item === undefined || value === undefined) return undefined
  const since = TIMELESS.has(property) ? undefined : timeOf(date?.iso)
  return [item, property, value, ...(since === undefined ? [] : ['P585', since])]
}

/** `+2018-08-00T00:00:00Z/10`: a year, a month or a day; nothing for what is less plain. */
function timeOf(iso: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso?.slice(0, 10) ?? '') ?? []
  if (year === undefined) return undefined
  const precision = day !== undefined ? 11 : month !== undefined ? 10 : 9
  return `+${year}-${month ?? '00'}-${day ?? '00'}T00:00:00Z/${precision}`
}

function referenceOf({ article }: FactSheet): string[] {
  const { headline, published, source, language } = article
  const time = timeOf(published?.iso.slice(0, 10))
  return [
    ...(/^https?:/.test(source.uri) ? ['S854', quoted(source.uri)] : []),
    ...(headline === null ? [] : ['S1476', `${language}:${quoted(headline)}`]),
    ...(time === undefined ? [] : ['S577', time]),
  ]
}

const quoted = (text: string): string => `"${text.replace(/["\t\r\n]+/g, ' ').trim()}"`
