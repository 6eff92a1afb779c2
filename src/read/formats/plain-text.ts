import { layOut } from '../layout.ts'
import { linesOf } from '../lines.ts'
import type { Format } from '../reader.ts'

/** Text and nothing else: a line that stands alone on top is its headline, and it has no date. */
const plainText: Format = {
  name: 'plain-text',
  about: 'Text without any header; a first line above an empty line is the headline',
  extensions: ['txt', 'text', 'md', ''],

  claims: () => true,

  *read({ uri, stem, sha256, text }) {
    const { headline, dateline, credit, blocks } = layOut(linesOf(text), null)
    yield {
      id: stem,
      source: { uri, sha256, format: 'plain-text' },
      headline,
      supertitle: null,
      section: null,
      published: null,
      dateline,
      byline: null,
      credit,
      language: 'en',
      text,
      blocks,
    }
  },
}
export default plainText
