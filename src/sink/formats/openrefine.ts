import { join } from 'node:path'
import { ChunkFile } from '../chunk-file.ts'
import { type Claim, claimsOf, wikidataId } from '../claims.ts'
import type { Sink } from '../sink.ts'

const COLUMNS = [
  'subject',
  'subject_type',
  'subject_wikidata',
  'fact_type',
  'role',
  'object',
  'object_type',
  'object_wikidata',
  'date',
  'attributes',
  'article',
  'headline',
  'published',
  'source',
  'quote',
  'key',
] as const

/** A table for OpenRefine: names to be reconciled stand in columns of their own, with their types. */
const openrefine: Sink = {
  name: 'openrefine',
  about: '`claims.csv`: asserted facts as subject and object with their references, to be reconciled in OpenRefine',
  output: 'claims.csv',
  render: (sheet) => {
    const { id, headline, published, source } = sheet.article
    return claimsOf(sheet)
      .map((claim) => {
        const reference = { article: id, headline: headline ?? '', published: published?.iso ?? '', source: source.uri }
        const row: Record<string, string> = { ...rowOf(claim), ...reference }
        return `${COLUMNS.map((column) => cell(row[column] ?? '')).join(',')}\n`
      })
      .join('')
  },
  open: async ({ folder, from }) =>
    new ChunkFile({ path: join(folder, 'claims.csv'), from, header: `${COLUMNS.join(',')}\n` }),
}
export default openrefine

function rowOf({ fact, subject, object, date }: Claim): Record<string, string> {
  const thing =
    'entity' in object
      ? {
          object: object.entity.name,
          object_type: object.entity.type,
          object_wikidata: wikidataId(object.entity) ?? '',
        }
      : 'value' in object
        ? { object: object.value.iso ?? object.value.text, object_type: object.value.type }
        : { object: object.text, object_type: 'text' }
  return {
    subject: subject.name,
    subject_type: subject.type,
    subject_wikidata: wikidataId(subject) ?? '',
    fact_type: fact.type,
    role: object.role,
    ...thing,
    date: date?.iso ?? '',
    attributes: Object.entries(fact.attributes)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
    quote: fact.evidence.map(({ text }) => text).join(' … '),
    key: fact.key,
  }
}

/** A cell that a spreadsheet would take for a formula gets a quote in front. */
function cell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
