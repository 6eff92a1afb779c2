import type { Article, Block } from '../doc/article.ts'
import type { Notice } from '../doc/notice.ts'
import { readPublished } from './published.ts'

/** An article in parts, as formats that mark them up give it. */
export interface Parts {
  id: string
  source: Article['source']
  headline?: string | null | undefined
  /** Stands between headline and body: a standfirst, a caption of the main picture. */
  paragraphs: readonly { text: string; zone: 'body' | 'caption' | 'credit' }[]
  supertitle?: string | null | undefined
  section?: string | null | undefined
  /** As the source states it. */
  published?: string | null | undefined
  dateline?: string | null | undefined
  byline?: string | null | undefined
  credit?: string | null | undefined
  language?: string | null | undefined
  notices?: readonly Notice[]
}

/**
 * An article whose text is put together from its parts: the headline, then the paragraphs, an empty line between. Spaces
 * at the edges of a part are left out, what is no text becomes U+FFFD, and nothing else is changed.
 */
export function composeArticle(parts: Parts): Article {
  const blocks: Block[] = []
  let text = ''
  const add = (part: string, zone: Block['zone']): void => {
    const trimmed = part.trim()
    if (trimmed === '') return
    if (text !== '') text += '\n\n'
    blocks.push({ start: text.length, end: text.length + trimmed.length, zone })
    text += trimmed
  }
  const headline = said(parts.headline)
  if (headline !== null) add(headline, 'headline')
  for (const paragraph of parts.paragraphs) add(paragraph.text, paragraph.zone)
  const date = readPublished(parts.published ?? '')
  const whole = sound(text)
  const repaired = whole === text ? [] : [{ code: 'text/characters-replaced' }]
  return {
    id: sound(parts.id),
    source: parts.source,
    headline,
    supertitle: said(parts.supertitle),
    section: said(parts.section),
    published: date.published,
    dateline: said(parts.dateline),
    byline: said(parts.byline),
    credit: said(parts.credit),
    language: said(parts.language) ?? 'en',
    text: whole,
    blocks,
    notices: [...(parts.notices ?? []), ...repaired, ...(date.oddity ? [date.oddity] : [])],
  }
}

/** NUL, and half a pair of surrogates: JSON can escape them, but no store and no encoding has a place for them. */
const NO_TEXT = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const sound = (text: string): string => text.replace(NO_TEXT, '\ufffd')

/** One line, or nothing. */
function said(text: string | null | undefined): string | null {
  const plain = text?.replace(/\s+/g, ' ').trim()
  return plain ? sound(plain) : null
}
