import { ReadError } from '../../base/errors.ts'
import type { Notice } from '../../doc/notice.ts'
import { layOut } from '../layout.ts'
import { type Line, linesOf } from '../lines.ts'
import { readPublished } from '../published.ts'
import type { Format } from '../reader.ts'

// ## Supertitle: Markets
const HEADER = /^##[ \t]*([A-Za-z][A-Za-z -]{0,30}?)[ \t]*:[ \t]*(.*)$/

const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  headline: 'title',
  supertitle: 'supertitle',
  section: 'section',
  date: 'date',
  published: 'date',
  author: 'byline',
  byline: 'byline',
  credit: 'credit',
  source: 'credit',
  id: 'id',
}

interface Header {
  fields: Record<string, Line>
  notices: Notice[]
  /** How many lines it takes up. */
  height: number
}

/** Text below lines of the form `## Key: value`. Header lines are metadata: they lie in no block. */
const headedText: Format = {
  name: 'headed-text',
  about: 'Text below `## Title:`, `## Supertitle:`, `## Section:` and `## Date:` lines',
  extensions: ['txt', 'text', 'md', ''],

  claims(text) {
    const first = linesOf(text.slice(0, 2000))[0]
    const key = first && HEADER.exec(first.text)?.[1]
    return key !== undefined && key.toLowerCase() in FIELDS
  },

  *read({ uri, stem, sha256, text }) {
    const lines = linesOf(text)
    const { fields, notices, height } = readHeader(lines)
    const body = lines.slice(height)
    if (body.length === 0) {
      throw new ReadError('Expected text below the header, got none', { file: uri, place: `line ${lineOf(text)}` })
    }
    const date = readPublished(fields.date?.text ?? '')
    if (date.oddity && fields.date) {
      notices.push({ ...date.oddity, start: fields.date.start, end: fields.date.end })
    }
    const stated = (field: string): string | null => fields[field]?.text ?? null
    const layout = layOut(body, stated('title'))
    yield {
      id: stated('id') ?? stem,
      source: { uri, sha256, format: 'headed-text' },
      headline: stated('title') ?? layout.headline,
      supertitle: stated('supertitle'),
      section: stated('section'),
      published: date.published,
      dateline: layout.dateline,
      byline: stated('byline'),
      credit: layout.credit ?? stated('credit'),
      language: 'en',
      text,
      blocks: layout.blocks,
      notices,
    }
  },
}
export default headedText

/** The header goes on over empty lines, but not over a key that nobody knows: that may be a heading of the text. */
function readHeader(lines: readonly Line[]): Header {
  const fields: Record<string, Line> = {}
  const notices: Notice[] = []
  let height = 0
  for (const line of lines) {
    const [, key = '', value = ''] = HEADER.exec(line.text) ?? []
    const field = FIELDS[key.toLowerCase()]
    if (key === '' || (field === undefined && line.gap)) break
    height++
    if (field === undefined || fields[field]) {
      const code = field === undefined ? 'header/unknown-key' : 'header/said-twice'
      notices.push({ code, start: line.start, end: line.end, detail: key })
    } else if (value !== '') {
      fields[field] = { ...line, start: line.end - value.length, text: value }
    }
  }
  return { fields, notices, height }
}

const lineOf = (text: string): number => text.trimEnd().split(/\r\n|[\r\n]/).length
