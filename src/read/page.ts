import { Readability } from '@mozilla/readability'
import { type DomDocument, type DomElement, ELEMENT, parsePage } from './dom.ts'
import { asStated, insideOf, markedBody } from './page-body.ts'
import { keepSmallBoxes, paragraphsBesideBoxes } from './page-boxes.ts'
import { withoutClutter } from './page-clutter.ts'
import { withoutEdges } from './page-edges.ts'
import { type PageMetadata, readMetadata } from './page-metadata.ts'
import type { PageParagraph } from './page-text.ts'

export interface Page {
  metadata: PageMetadata
  paragraphs: PageParagraph[]
}

/** Deeper than any page that people read; Readability's time grows with depth. */
const MAX_DEPTH = 500

/** Finds the article in a page of HTML: Mozilla's Readability says where it stands, its blocks are walked by ourselves. */
export function readPage(html: string): Page {
  const document = parsePage(html)
  if (document.documentElement && depthOf(document.documentElement) > MAX_DEPTH) {
    throw new Error(`elements are more than ${MAX_DEPTH} deep in one another`)
  }
  const metadata = readMetadata(document)
  const marked = markedBody(document)
  const root = mainElement(document)
  const inside = insideOf(root ? paragraphsBesideBoxes(root) : [], marked)
  const stated = asStated(inside, metadata.articleBody ?? '')
  return { metadata, paragraphs: withoutClutter(withoutEdges(stated, metadata.byline), metadata) }
}

function mainElement(document: DomDocument): DomElement | undefined {
  // Readability drops headings by the names of their classes; in an article they belong to the text.
  for (const heading of document.querySelectorAll('h2, h3, h4')) {
    heading.removeAttribute('class')
    heading.removeAttribute('id')
  }
  keepSmallBoxes(document)
  const found = new Readability<DomElement>(document as never, {
    keepClasses: true,
    serializer: (node) => node as unknown as DomElement,
  }).parse()
  return found?.content ?? undefined
}

function depthOf(root: DomElement): number {
  let deepest = 0
  const stack: [DomElement, number][] = [[root, 1]]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [element, depth] = next
    deepest = Math.max(deepest, depth)
    for (const child of element.childNodes) if (child.nodeType === ELEMENT) stack.push([child as DomElement, depth + 1])
  }
  return deepest
}
