import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ReadError } from '../../base/errors.ts'
import type { Container } from '../container.ts'
import { inProportion } from '../limits.ts'

/** One file, compressed; several members behind one another are one file. */
const gz: Container = {
  name: 'gz',
  about: 'one file, compressed with gzip',
  extensions: ['gz', 'tgz'],

  async *open({ uri, name, bytes, limits }) {
    const gunzip = createGunzip()
    const source = Readable.from(bytes())
    // An error of the source (a bomb around this one) has to reach whoever reads what comes out.
    source.on('error', (error) => gunzip.destroy(error))
    source.pipe(gunzip)
    yield {
      name: name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, ''),
      bytes: inProportion(readable(gunzip, uri), () => gunzip.bytesWritten, limits, uri),
    }
    source.destroy()
    gunzip.destroy()
  },
}
export default gz

async function* readable(data: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* data
  } catch (cause) {
    if (cause instanceof ReadError) throw cause
    const { code, message } = cause as NodeJS.ErrnoException
    const reason = code === 'Z_BUF_ERROR' ? 'the file ends too early' : message
    throw new ReadError(`Expected gzip: ${reason}`, { file, cause })
  }
}
