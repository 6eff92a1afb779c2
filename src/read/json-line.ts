import { z } from 'zod'
import { ReadError } from '../base/errors.ts'
import { sha256 } from '../base/hash.ts'
import type { Article } from '../doc/article.ts'
import { Document } from '../doc/document.ts'
import { paragraphs, sentences, tokens } from '../doc/layers.ts'
import { type Sentence, Tokens } from '../doc/tokens.ts'
import { readPublished } from './published.ts'
import { unwrap } from './unwrap.ts'

const TextLine = z.object({ id: z.string().min(1), text: z.string(), published: z.string().nullish() })
const TokenLine = z.object({
  id: z.string().min(1),
  sentences: z.array(z.array(z.string().regex(/^\S(?:.*\S)?$/su, 'a token has white space at its edges')).min(1)),
  published: z.string().nullish(),
})

/** The layers that a pretokenized document brings along. */
export const PRETOKENIZED = [paragraphs.name, tokens.name, sentences.name]

/** Where a line stands, for errors and for the article's source. */
export interface LinePlace {
  uri: string
  /** From 1. */
  line: number
}

/**
 * `{"id", "text", "published"?}`: all of the text is body; where it was broken into lines of one width they are joined, a
 * blank for each line end, so that offsets stay. Throws a ReadError that names the line.
 */
export function readTextLine(json: string, place: LinePlace): Document {
  const { id, text, published } = parse(TextLine, json, place)
  return Document.of(articleOf(id, unwrap(text), published, json, place))
}

/**
 * `{"id", "sentences": [["The", "move"], …], "published"?}`: the text is the tokens joined by single blanks, sentences by
 * line feeds, and both are kept as they are. Throws a ReadError that names the line.
 */
export function readTokenLine(json: string, place: LinePlace): Document {
  const { id, sentences: given, published } = parse(TokenLine, json, place)
  const text = given.map((words) => words.join(' ')).join('\n')
  const start: number[] = []
  const end: number[] = []
  const owner: number[] = []
  const found: Sentence[] = []
  let offset = 0
  given.forEach((words, index) => {
    const from = start.length
    for (const word of words) {
      start.push(offset)
      end.push(offset + word.length)
      owner.push(index)
      offset += word.length + 1
    }
    const span = { start: start[from]!, end: end.at(-1)! }
    found.push({ ...span, from, to: start.length, paragraph: index, zone: 'body' })
  })
  return Document.of(articleOf(id, text, published, json, place)).with([
    [paragraphs.name, found.map((one) => ({ start: one.start, end: one.end, zone: one.zone }))],
    [tokens.name, new Tokens(text, Int32Array.from(start), Int32Array.from(end), Int32Array.from(owner))],
    [sentences.name, found],
  ])
}

function parse<T>(schema: z.ZodType<T>, json: string, { uri, line }: LinePlace): T {
  const where = { file: uri, place: `line ${line}` }
  let thing: unknown
  try {
    thing = JSON.parse(json)
  } catch (cause) {
    throw new ReadError(`Expected JSON: ${(cause as Error).message}`, { ...where, cause })
  }
  const parsed = schema.safeParse(thing)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => `\`${path.join('.')}\`: ${message}`)
  throw new ReadError(`Expected one article a line, got ${issues.join('; ')}`, where)
}

function articleOf(
  id: string,
  text: string,
  published: string | null | undefined,
  json: string,
  { uri }: LinePlace,
): Article {
  const date = readPublished(published ?? '')
  return {
    id,
    source: { uri, sha256: sha256(json), format: 'json-line' },
    headline: null,
    supertitle: null,
    section: null,
    published: date.published,
    dateline: null,
    byline: null,
    credit: null,
    language: 'en',
    text,
    blocks: text.trim() === '' ? [] : [{ start: 0, end: text.length, zone: 'body' }],
    notices: date.oddity ? [date.oddity] : [],
  }
}
