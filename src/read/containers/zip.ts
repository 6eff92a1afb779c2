import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import * as yauzl from 'yauzl'
import { ReadError } from '../../base/errors.ts'
import type { Container, ContainerSource } from '../container.ts'
import { decode } from '../decode.ts'
import { badName } from '../entry-name.ts'
import { inProportion, wholeOf } from '../limits.ts'

/** A zip in a zip is read into memory, if it is no larger. */
const MAX_NESTED = 256 << 20

/** A zip archive, read by its directory. */
const zip: Container = {
  name: 'zip',
  about: 'a zip archive, without a password',
  extensions: ['zip'],

  async *open(source) {
    const { uri, limits } = source
    const file = await openZip(source)
    try {
      for (let i = 0; i < file.entryCount; i++) {
        const entry = await nextEntry(file, uri)
        if (!entry) break
        const raw = entry.fileName as unknown as Buffer
        const name = decode(raw, uri)
        if (name.endsWith('/')) continue
        const error = (message: string): ReadError => new ReadError(message, { file: uri, place: JSON.stringify(name) })
        const bad = badName(name)
        if (bad) yield { name, error: error(`Expected the name of a file inside the archive, got ${bad}`) }
        else if (entry.isEncrypted()) yield { name, error: error('Expected an entry without a password') }
        else if (
          entry.uncompressedSize > limits.smallBytes &&
          entry.uncompressedSize > limits.ratio * entry.compressedSize
        )
          yield {
            name,
            error: error(
              `Expected data that grows at most ${limits.ratio} times when it is unpacked: refused as a bomb`,
            ),
          }
        else
          yield { name, bytes: inProportion(bytesOf(file, entry, uri, name), () => entry.compressedSize, limits, uri) }
      }
    } finally {
      file.close()
    }
  },
}
export default zip

const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false } as const

async function openZip({ uri, path, bytes }: ContainerSource): Promise<yauzl.ZipFile> {
  try {
    if (path !== undefined) return await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, OPTIONS)
    const whole = Buffer.from(await wholeOf(bytes(), MAX_NESTED, uri))
    return await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(whole, OPTIONS)
  } catch (cause) {
    if (cause instanceof ReadError) throw cause
    throw new ReadError(`Expected a zip archive: ${(cause as Error).message}`, { file: uri, cause })
  }
}

function nextEntry(file: yauzl.ZipFile, uri: string): Promise<yauzl.Entry | undefined> {
  return new Promise((done, failed) => {
    const settle = (work: () => void): void => {
      file.removeAllListeners()
      work()
    }
    file.once('entry', (entry) => settle(() => done(entry)))
    file.once('end', () => settle(() => done(undefined)))
    file.once('error', (cause: Error) =>
      settle(() => failed(new ReadError(`Expected a zip archive: ${cause.message}`, { file: uri, cause }))),
    )
    file.readEntry()
  })
}

/** The bytes of an entry. yauzl counts them, but does not look at their sum: what a disk or a line has damaged would pass. */
async function* bytesOf(
  file: yauzl.ZipFile,
  entry: yauzl.Entry,
  uri: string,
  name: string,
): AsyncGenerator<Uint8Array> {
  try {
    const stream = await promisify<yauzl.Entry, NodeJS.ReadableStream>(file.openReadStream.bind(file) as never)(entry)
    let sum = 0
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      sum = crc32(chunk, sum)
      yield chunk
    }
    if (sum !== entry.crc32) throw new Error('its bytes do not have the checksum that the archive gives')
  } catch (cause) {
    throw new ReadError(`Expected a sound entry: ${(cause as Error).message}`, {
      file: uri,
      place: JSON.stringify(name),
      cause,
    })
  }
}
