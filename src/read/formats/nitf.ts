import { ReadError } from '../../base/errors.ts'
import { composeArticle } from '../composed.ts'
import { nitfParts } from '../nitf.ts'
import type { Format } from '../reader.ts'
import { find, parseXml, rootIsOneOf, xmlCharset } from '../xml.ts'

/** IPTC's News Industry Text Format. */
const nitf: Format = {
  name: 'nitf',
  about: 'IPTC’s News Industry Text Format',
  extensions: ['xml', 'nitf'],
  charset: xmlCharset,
  claims: (text) => rootIsOneOf(text, ['nitf']),

  *read({ uri, stem, sha256, text }) {
    const root = parseXml(text, uri)
    const parts = nitfParts(root)
    if (parts.paragraphs.length === 0) throw new ReadError('Expected text in `body.content`, got none', { file: uri })
    const id = find(root, 'doc-id')?.attributes['id-string'] ?? stem
    yield composeArticle({ ...parts, id, source: { uri, sha256, format: 'nitf' } })
  },
}
export default nitf
