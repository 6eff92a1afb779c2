import { Readable } from 'node:stream'
import { extract } from 'tar-stream'
import { ReadError } from '../../base/errors.ts'
import type { Container } from '../container.ts'
import { badName } from '../entry-name.ts'

/** Files behind one another; links and devices in it are passed over. */
const tar: Container = {
  name: 'tar',
  about: 'files behind one another',
  extensions: ['tar'],

  async *open({ uri, bytes }) {
    const unpack = extract()
    const source = Readable.from(bytes())
    source.on('error', (error) => unpack.destroy(error))
    source.pipe(unpack)
    try {
      for await (const entry of unpack) {
        const { name, type } = entry.header
        const bad = badName(name)
        if (bad)
          yield {
            name,
            error: new ReadError(`Expected the name of a file inside the archive, got ${bad}`, {
              file: uri,
              place: JSON.stringify(name),
            }),
          }
        else if (type === 'file' || type === 'contiguous-file' || type === null)
          yield { name, bytes: entry as AsyncIterable<Uint8Array> }
        entry.resume()
      }
    } catch (cause) {
      if (cause instanceof ReadError) throw cause
      throw new ReadError(`Expected a tar archive: ${(cause as Error).message}`, { file: uri, cause })
    }
  },
}
export default tar
