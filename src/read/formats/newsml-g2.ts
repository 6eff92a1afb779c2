import { ReadError } from '../../base/errors.ts'
import { composeArticle, type Parts } from '../composed.ts'
import { nitfParts } from '../nitf.ts'
import type { Format } from '../reader.ts'
import { elements, find, parseXml, rootIsOneOf, wordsOf, type XmlElement, xmlCharset } from '../xml.ts'
import { htmlParagraphs, xmlParagraphs } from '../xml-article.ts'

/** IPTC's NewsML-G2: a news item, or a message of several. Packages, concepts and pictures hold no text. */
const newsmlG2: Format = {
  name: 'newsml-g2',
  about: 'IPTC’s NewsML-G2: the news items with text, with NITF or XHTML in them',
  extensions: ['xml', 'newsml'],
  charset: xmlCharset,
  claims: (text) =>
    rootIsOneOf(text, [
      'newsMessage',
      'newsItem',
      'packageItem',
      'conceptItem',
      'knowledgeItem',
      'planningItem',
      'catalogItem',
    ]),

  *read({ uri, stem, sha256, text }) {
    const root = parseXml(text, uri)
    const items = root.name === 'newsItem' ? [root] : [...elements(root, 'newsItem')]
    let found = 0
    for (const item of items) {
      const parts = partsOf(item)
      if (parts.paragraphs.length === 0) continue
      found++
      yield composeArticle({ ...parts, id: item.attributes.guid ?? stem, source: { uri, sha256, format: 'newsml-g2' } })
    }
    if (found === 0) {
      const classes = [...elements(root, 'itemClass')].map(({ attributes }) => attributes.qcode ?? attributes.uri)
      const what = classes.length === 0 ? root.name : `${root.name} of ${[...new Set(classes)].join(', ')}`
      throw new ReadError(`Expected a news item with text, got ${what}`, { file: uri })
    }
  },
}
export default newsmlG2

function partsOf(item: XmlElement): Omit<Parts, 'id' | 'source'> {
  const meta = find(item, 'contentMeta')
  const language = find(meta, 'language')?.attributes.tag ?? item.attributes.lang
  const headlines = meta ? [...elements(meta, 'headline')] : []
  const headline = headlines.find(({ attributes }) => !attributes.role || /main/.test(attributes.role)) ?? headlines[0]
  const own: Omit<Parts, 'id' | 'source' | 'paragraphs'> = {
    headline: wordsOf(headline) ?? wordsOf(find(item, 'itemMeta', 'title')),
    published:
      wordsOf(find(meta, 'contentCreated')) ??
      wordsOf(find(item, 'itemMeta', 'firstCreated')) ??
      wordsOf(find(item, 'itemMeta', 'versionCreated')),
    section: wordsOf(find(meta, 'subject', 'name')),
    dateline: wordsOf(find(meta, 'dateline')),
    byline: wordsOf(find(meta, 'by')) ?? wordsOf(find(meta, 'creator', 'name')),
    credit: wordsOf(find(item, 'itemMeta', 'provider', 'name')) ?? wordsOf(find(meta, 'creditline')),
    language: language?.slice(0, 2).toLowerCase(),
  }
  const contents = find(item, 'contentSet')
  const nitf = find(contents, 'nitf')
  if (nitf) {
    const inner = nitfParts(nitf)
    return {
      ...own,
      ...defined(inner),
      headline: own.headline ?? inner.headline,
      published: own.published ?? inner.published,
    }
  }
  const inline = find(contents, 'inlineXML') ?? find(contents, 'inlineData')
  return { ...own, paragraphs: inline ? paragraphsIn(inline) : [] }
}

function paragraphsIn(inline: XmlElement): Parts['paragraphs'] {
  const body = find(inline, 'body') ?? inline
  // Data may be HTML as text, or anything else in letters and digits.
  if (inline.name !== 'inlineData') return xmlParagraphs(body)
  return /^(?:text\/|$)/.test(inline.attributes.contenttype ?? '') ? htmlParagraphs(inline.children.join('')) : []
}

function defined<T extends object>(parts: T): T {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T
}
