import { ReadError } from '../../base/errors.ts'
import { sha256 as hashOf } from '../../base/hash.ts'
import { composeArticle } from '../composed.ts'
import type { Format } from '../reader.ts'
import { elements, find, parseXml, rootIsOneOf, textOf, wordsOf, type XmlElement, xmlCharset } from '../xml.ts'
import { htmlParagraphs } from '../xml-article.ts'

/** RSS 0.9 to 2, and Atom: an article an entry, with as much text as the feed has of it. */
const feed: Format = {
  name: 'feed',
  about: 'RSS or Atom: an article for each entry, with as much text as the feed has of it',
  extensions: ['rss', 'atom', 'rdf', 'xml'],
  charset: xmlCharset,
  claims: (text) => rootIsOneOf(text, ['rss', 'feed', 'RDF']),

  *read({ uri, stem, text }) {
    const root = parseXml(text, uri)
    const credit = wordsOf(find(root, 'channel', 'title')) ?? wordsOf(child(root, 'title'))
    const language = wordsOf(find(root, 'channel', 'language')) ?? root.attributes.lang
    let number = 0
    let found = 0
    for (const entry of [...elements(root, 'item'), ...elements(root, 'entry')]) {
      number++
      const content = ['encoded', 'content', 'description', 'summary'].map((name) => child(entry, name)).find(hasText)
      const paragraphs = content ? htmlParagraphs(textOf(content)) : []
      if (paragraphs.length === 0) continue
      found++
      const link = child(entry, 'link')
      yield composeArticle({
        id:
          wordsOf(child(entry, 'guid')) ??
          wordsOf(child(entry, 'id')) ??
          wordsOf(link) ??
          link?.attributes.href ??
          `${stem}-${number}`,
        source: { uri, sha256: hashOf(JSON.stringify(entry)), format: 'feed' },
        headline: headlineOf(child(entry, 'title')),
        paragraphs,
        published: ['pubDate', 'published', 'date', 'updated'].map((name) => wordsOf(child(entry, name))).find(Boolean),
        section: wordsOf(child(entry, 'category')) ?? child(entry, 'category')?.attributes.term,
        byline:
          wordsOf(find(child(entry, 'author'), 'name')) ??
          wordsOf(child(entry, 'creator')) ??
          wordsOf(child(entry, 'author')),
        credit,
        language: language?.slice(0, 2).toLowerCase(),
      })
    }
    if (found === 0) throw new ReadError(`Expected entries with text, got ${number} without`, { file: uri })
  },
}
export default feed

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one): one is XmlElement => typeof one !== 'string' && one.name === name)
}

const hasText = (element: XmlElement | undefined): boolean => element !== undefined && textOf(element).trim() !== ''

/** Titles of Atom may be HTML. */
function headlineOf(title: XmlElement | undefined): string | undefined {
  return (
    title &&
    htmlParagraphs(textOf(title))
      .map(({ text }) => text)
      .join(' ')
  )
}
