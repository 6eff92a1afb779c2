import { ReadError } from '../../base/errors.ts'
import { decode } from '../decode.ts'
import type { Item } from '../item.ts'
import { articleOfRecord } from '../record.ts'
import type { StreamFormat } from '../stream.ts'

const LINE_FEED = 10

/** A JSON object a line. */
const jsonl: StreamFormat = {
  name: 'jsonl',
  about: 'A JSON object a line; fields by their usual names, or as `--map` says',
  extensions: ['jsonl', 'ndjson'],

  async *read({ uri, stem, bytes, limits, map }) {
    let number = 0
    for await (const line of linesOf(bytes, limits.fileBytes)) {
      number++
      const place = `line ${number}`
      const item = (rest: { error: ReadError } | { article: ReturnType<typeof articleOfRecord> }): Item => ({
        place: `${uri}, ${place}`,
        ...rest,
      })
      if (line === 'too long') {
        const error = new ReadError(`Expected a line of at most ${limits.fileBytes} bytes`, { file: uri, place })
        yield item({ error })
        continue
      }
      try {
        const text = decode(line, uri).replace(/^\ufeff/, '')
        if (text.trim() === '') continue
        yield item({
          article: articleOfRecord(parse(text, uri, place), text, { uri, stem, number, place, format: 'jsonl', map }),
        })
      } catch (error) {
        yield item({ error: ReadError.of(error, uri, place) })
      }
    }
  },
}
export default jsonl

function parse(text: string, file: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ReadError(`Expected JSON: ${(cause as Error).message}`, { file, place, cause })
  }
}

/** Lines as bytes; of one that is too long nothing is kept. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array | 'too long'> {
  let parts: Uint8Array[] = []
  let length = 0
  const take = (): Uint8Array | 'too long' => {
    const line = length > maxBytes ? 'too long' : Buffer.concat(parts)
    parts = []
    length = 0
    return line
  }
  const keep = (part: Uint8Array): void => {
    length += part.length
    if (length > maxBytes) parts = []
    else parts.push(part)
  }
  for await (const chunk of bytes) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    if (from < chunk.length) keep(chunk.subarray(from))
  }
  if (length > 0) yield take()
}
