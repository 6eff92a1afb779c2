import { ReadError } from '../../base/errors.ts'
import { ByteReader } from '../byte-reader.ts'
import { httpBody, parseHeaders } from '../http-body.ts'
import type { Item } from '../item.ts'
import type { StreamFormat, StreamSource } from '../stream.ts'

/** What a page's type says about how to read it. */
const FORMAT_OF: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'plain-text',
}

/** Characters of the header of a record. */
const MAX_HEADER = 1 << 16

/** Records of a web archive (ISO 28500); redirects, errors and everything but pages and plain text are passed over. */
const warc: StreamFormat = {
  name: 'warc',
  about: 'A web archive: the pages among its responses, resources and conversions',
  extensions: ['warc', 'wet'],

  async *read(source) {
    const { uri, bytes, limits } = source
    const reader = new ByteReader(bytes)
    let told = 0
    for (let number = 1; ; number++) {
      const place = `record ${number}`
      let version = await reader.line(MAX_HEADER)
      while (version === '') version = await reader.line(MAX_HEADER)
      if (version === undefined) {
        if (told > 0) return
        throw new ReadError(`Expected pages or texts, got ${number - 1} records without`, { file: uri })
      }
      if (!/^WARC\/\d/.test(version)) {
        throw new ReadError(`Expected a WARC record, got ${JSON.stringify(version.slice(0, 40))}`, { file: uri, place })
      }
      const headers = await headersOf(reader, source, place)
      const length = Number(headers.get('content-length'))
      if (!Number.isSafeInteger(length) || length < 0) {
        throw new ReadError('Expected a Content-Length', { file: uri, place })
      }
      const wanted =
        length <= limits.fileBytes && /^(?:response|resource|conversion)$/.test(headers.get('warc-type') ?? '')
      const block = wanted ? await reader.exactly(length) : undefined
      const got = block ? block.length : await reader.skip(length)
      if (got < length) {
        throw new ReadError(`Expected ${length} bytes, got ${got}: the file ends too early`, { file: uri, place })
      }
      for (const item of block ? pageOf(block, headers, source, place) : []) {
        told++
        yield item
      }
    }
  },
}
export default warc

async function headersOf(reader: ByteReader, { uri }: StreamSource, place: string): Promise<Map<string, string>> {
  const lines: string[] = []
  let length = 0
  for (let line = await reader.line(MAX_HEADER); line !== ''; line = await reader.line(MAX_HEADER)) {
    if (line === undefined) {
      throw new ReadError('Expected the rest of a header: the file ends too early', { file: uri, place })
    }
    length += line.length
    if (length > MAX_HEADER)
      throw new ReadError(`Expected a header of at most ${MAX_HEADER} characters`, { file: uri, place })
    lines.push(line)
  }
  return parseHeaders(lines)
}

function* pageOf(
  block: Buffer,
  headers: Map<string, string>,
  { uri, limits }: StreamSource,
  place: string,
): Generator<Item> {
  // A crawler's own notes: metadata://gnu.org/software/wget/warc/wget.log
  if (headers.get('warc-target-uri')?.replace(/^</, '').startsWith('metadata:')) return
  const target = headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? `${uri}, ${place}`
  const where = `${uri}, ${place} (${target})`
  try {
    const response = headers.get('warc-type') === 'response'
    const page = response
      ? httpBody(block, limits.fileBytes)
      : { status: 200, type: headers.get('content-type') ?? '', body: block }
    const format = FORMAT_OF[page.type.split(';')[0]!.trim().toLowerCase()]
    if (page.status !== 200 || format === undefined || page.body.length === 0) return
    yield { place: where, file: { uri: target, bytes: page.body, id: target, format } }
  } catch (cause) {
    yield {
      place: where,
      error: new ReadError((cause as Error).message, { file: uri, place: `${place} (${target})`, cause }),
    }
  }
}
