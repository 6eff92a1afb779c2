import { ReadError } from '../base/errors.ts'

/** What an input may cost at most. Whoever sends a bomb gets one line in the report. */
export interface Limits {
  /** A file of articles that is read as a whole, and one record of a file of many. */
  fileBytes: number
  /** Entries of one archive. */
  entries: number
  /** How many archives may lie in one another. */
  depth: number
  /** Times that compressed data may grow, once it is larger than `smallBytes`. */
  ratio: number
  smallBytes: number
}

export const LIMITS: Limits = { fileBytes: 16 << 20, entries: 2_000_000, depth: 3, ratio: 200, smallBytes: 8 << 20 }

/** Passes decompressed data on for as long as it is not out of proportion to what has been read for it. */
export async function* inProportion(
  data: AsyncIterable<Uint8Array>,
  compressedBytes: () => number,
  { ratio, smallBytes }: Limits,
  file: string,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of data) {
    bytes += chunk.length
    if (bytes > smallBytes && bytes > ratio * compressedBytes()) {
      throw new ReadError(`Expected data that grows at most ${ratio} times when it is unpacked: refused as a bomb`, {
        file,
        place: `after ${bytes} bytes`,
      })
    }
    yield chunk
  }
}

/** All of a stream, if it is not too long. */
export async function wholeOf(data: AsyncIterable<Uint8Array>, maxBytes: number, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of data) {
    bytes += chunk.length
    if (bytes > maxBytes) {
      throw new ReadError(`Expected at most ${maxBytes} bytes for one article or record, got more`, { file })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
