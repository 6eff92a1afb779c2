import { ReadError } from '../../base/errors.ts'
import { composeArticle } from '../composed.ts'
import { readPage } from '../page.ts'
import type { Format } from '../reader.ts'

/** `<meta charset="…">` or `<meta http-equiv=… content="text/html; charset=…">`, where a browser looks for it. */
const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})/i

/** A page with an article in it. */
const html: Format = {
  name: 'html',
  about: 'A page with an article; the text is what a reader sees of it, paragraph by paragraph',
  extensions: ['html', 'htm', 'xhtml', 'shtml'],
  charset: (head) => CHARSET.exec(head)?.[1],
  claims: (text) => /<[a-z!]/i.test(text.slice(0, 10_000)),

  *read({ uri, stem, sha256, text }) {
    let page: ReturnType<typeof readPage>
    try {
      page = readPage(text)
    } catch (cause) {
      throw new ReadError(`Expected a page of HTML that can be read: ${(cause as Error).message}`, { file: uri, cause })
    }
    const { metadata, paragraphs } = page
    if (paragraphs.length === 0) throw new ReadError('Expected an article in the page, found none', { file: uri })
    yield composeArticle({
      id: stem,
      source: { uri, sha256, format: 'html' },
      headline: metadata.headline,
      paragraphs,
      section: metadata.section,
      published: metadata.published,
      byline: metadata.byline,
      credit: metadata.credit,
      language: metadata.language?.slice(0, 2).toLowerCase(),
    })
  },
}
export default html
