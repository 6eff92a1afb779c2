import { parsePage } from './dom.ts'
import { type PageParagraph, paragraphsOf } from './page-text.ts'
import { textOf, type XmlElement } from './xml.ts'

/** Elements that are paragraphs in NITF and XHTML; tables go by row. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 hl2 li dt dd tr pre'.split(' '))
/** Elements that are no running text. */
const UNREAD = new Set('script style media-metadata media-object media-producer caption media-caption'.split(' '))

/** Paragraphs of a marked-up text; of one without any markup its lines. */
export function xmlParagraphs(root: XmlElement): PageParagraph[] {
  const paragraphs: PageParagraph[] = []
  const add = (text: string, zone: PageParagraph['zone']): void => {
    const plain = text.replace(/\s+/g, ' ').trim()
    if (plain !== '') paragraphs.push({ text: plain, zone })
  }
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      if (child.name === 'caption' || child.name === 'media-caption') add(textOf(child), 'caption')
      else if (PARAGRAPHS.has(child.name)) add(textOf(child), 'body')
      else if (!UNREAD.has(child.name)) walk(child)
    }
  }
  walk(root)
  if (paragraphs.length === 0) for (const line of textOf(root).split(/\n\s*\n|\r/)) add(line, 'body')
  return paragraphs
}

/** Paragraphs of a piece of HTML that stands as text in another format; of plain text its lines. */
export function htmlParagraphs(text: string): PageParagraph[] {
  if (/<[a-z!/]/i.test(text)) {
    const body = parsePage(text).body
    return body ? paragraphsOf(body) : []
  }
  return text
    .split(/\n\s*\n|\n(?=\S)/)
    .map((line) => line.replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, zone: 'body' }))
}
