import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'

/** Headers by their names in lower case; of a name that comes twice the first. */
export function parseHeaders(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}

/** A response of HTTP/1 as it went over the wire. Throws an Error in words when its body is cut off or cannot be unpacked. */
export function httpBody(block: Buffer, maxBytes: number): { status: number; type: string; body: Buffer } {
  const end = headEnd(block)
  const [statusLine = '', ...lines] = block.toString('latin1', 0, end.head).split(/\r?\n/)
  const status = Number(/^HTTP\/\S+ (\d{3})/.exec(statusLine)?.[1])
  if (!status) throw new Error(`Expected a response of HTTP, got ${JSON.stringify(statusLine.slice(0, 40))}`)
  const headers = parseHeaders(lines)
  const type = headers.get('content-type') ?? ''
  let body = block.subarray(end.body)
  if (status !== 200) return { status, type, body }
  const chunked = /chunked/i.test(headers.get('transfer-encoding') ?? '')
  const length = headers.get('content-length')
  if (!chunked && length !== undefined && /^\d+$/.test(length) && body.length < Number(length)) {
    throw new Error(`Expected a page of ${length} bytes, got ${body.length}: it was cut off`)
  }
  // Some crawlers store the body without its chunks, and leave the header.
  if (chunked && /^[0-9a-f]{1,8}\s*(?:;[^\r\n]*)?\r?\n/i.test(body.toString('latin1', 0, 100)))
    body = withoutChunks(body)
  return { status, type, body: unpacked(body, headers.get('content-encoding') ?? '', maxBytes) }
}

function headEnd(block: Buffer): { head: number; body: number } {
  const crlf = block.indexOf('\r\n\r\n')
  if (crlf >= 0) return { head: crlf, body: crlf + 4 }
  const lf = block.indexOf('\n\n')
  return lf >= 0 ? { head: lf, body: lf + 2 } : { head: block.length, body: block.length }
}

function withoutChunks(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\n', at)
    const size = end < 0 ? Number.NaN : Number.parseInt(body.toString('latin1', at, end), 16)
    if (Number.isNaN(size)) throw new Error('Expected the next chunk of the page: it was cut off')
    if (size === 0) return Buffer.concat(parts)
    if (end + 1 + size > body.length)
      throw new Error(`Expected a chunk of ${size} bytes, got ${body.length - end - 1}: it was cut off`)
    parts.push(body.subarray(end + 1, end + 1 + size))
    at = end + 1 + size
    if (body[at] === 13) at++
    if (body[at] === 10) at++
  }
}

function unpacked(body: Buffer, encoding: string, maxOutputLength: number): Buffer {
  try {
    if (/gzip/i.test(encoding) && body[0] === 0x1f) return gunzipSync(body, { maxOutputLength })
    if (/deflate/i.test(encoding)) return inflateSync(body, { maxOutputLength })
    if (/\bbr\b/i.test(encoding)) return brotliDecompressSync(body, { maxOutputLength })
    return body
  } catch (cause) {
    throw new Error(`Expected a page packed with ${encoding}: ${(cause as Error).message}`, { cause })
  }
}
