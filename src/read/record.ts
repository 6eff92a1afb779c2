import { ReadError, SetupError } from '../base/errors.ts'
import { sha256 } from '../base/hash.ts'
import type { Article } from '../doc/article.ts'
import { composeArticle } from './composed.ts'
import { unwrap } from './unwrap.ts'
import { htmlParagraphs } from './xml-article.ts'

/** A field of an article -> the name it has in the records. */
export type FieldMap = Readonly<Partial<Record<RecordField, string>>>

/** What a record may say, and the names under which records of others say it, the first that is there. */
const FIELDS = {
  id: ['id', '_id', 'guid', 'article_id', 'uuid', 'url', 'link'],
  headline: ['headline', 'title'],
  text: ['text', 'body', 'content', 'maintext', 'articleBody', 'article_text', 'article_html', 'body_html', 'article'],
  published: [
    'published',
    'published_at',
    'date',
    'date_publish',
    'publication_date',
    'pubDate',
    'datePublished',
    'content_created',
    'version_created',
  ],
  supertitle: ['supertitle', 'kicker'],
  section: ['section', 'category'],
  dateline: ['dateline'],
  byline: ['byline', 'author', 'authors'],
  credit: ['credit', 'source', 'publisher', 'publication'],
  language: ['language', 'lang'],
} as const

export type RecordField = keyof typeof FIELDS

/** Where a record stands. */
export interface RecordPlace {
  uri: string
  stem: string
  /** From 1; names the article when the record does not. */
  number: number
  /** For errors: `line 3`. */
  place: string
  format: string
  map?: FieldMap | undefined
}

/** Does an object have a field that articles have their text in? */
export const hasText = (record: object): boolean => FIELDS.text.some((name) => name in record)

/** Reads `headline=title,text=body`. Throws a SetupError for a field that articles do not have. */
export function readFieldMap(text: string): FieldMap {
  const known = Object.keys(FIELDS)
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [field = '', name = ''] = pair.split('=').map((side) => side.trim())
      if (!known.includes(field) || name === '') {
        throw new SetupError(`Expected --map field=name,… with the fields ${known.join(', ')}, got \`${pair}\``)
      }
      return [field, name]
    }),
  )
}

/** The article of a record of JSON or CSV; `raw` is what its hash is made of. Throws a ReadError when it has no text. */
export function articleOfRecord(record: unknown, raw: string, at: RecordPlace): Article {
  const where = { file: at.uri, place: at.place }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw new ReadError('Expected an object with the fields of an article', where)
  }
  const fields = record as Record<string, unknown>
  const field = (name: RecordField): string | null => {
    const given = at.map?.[name]
    for (const candidate of given === undefined ? FIELDS[name] : [given]) {
      const found = worded(given === undefined ? fields[candidate] : reach(fields, candidate))
      if (found !== null) return found
    }
    return null
  }
  const text = field('text')
  if (text === null) {
    throw new ReadError(`Expected a field with the text (${at.map?.text ?? FIELDS.text.join(', ')}), got none`, where)
  }
  const marked = /<(?:p|br|div)\b[^>]{0,200}>/i.test(text)
  const body = marked ? text : unwrap(text)
  return composeArticle({
    id: field('id') ?? `${at.stem}-${at.number}`,
    source: { uri: at.uri, sha256: sha256(raw), format: at.format },
    headline: field('headline'),
    paragraphs: marked ? htmlParagraphs(text) : [{ text: body, zone: 'body' }],
    supertitle: field('supertitle'),
    section: field('section'),
    published: field('published'),
    dateline: field('dateline'),
    byline: field('byline'),
    credit: field('credit'),
    language: field('language'),
    notices: body === text ? [] : [{ code: 'text/lines-joined' }],
  })
}

/** `[{ "name": ["Ann Smith"] }]` is as deep as records go. */
const MAX_DEPTH = 4

/** `author.name` reaches into objects. */
function reach(fields: Record<string, unknown>, path: string): unknown {
  if (path in fields) return fields[path]
  let at: unknown = fields
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<string, unknown>)[step]
  }
  return at
}

/** A list of words, or something with a name, is words too; what lies deeper is none. */
function worded(thing: unknown, depth = 0): string | null {
  if (typeof thing === 'string') return thing.trim() === '' ? null : thing
  if (typeof thing === 'number') return String(thing)
  if (depth >= MAX_DEPTH) return null
  if (Array.isArray(thing)) {
    const words = thing.map((one) => worded(one, depth + 1)).filter((word) => word !== null)
    return words.length === 0 ? null : words.join(', ')
  }
  if (typeof thing === 'object' && thing !== null) return worded((thing as Record<string, unknown>).name, depth + 1)
  return null
}
