import { writeFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../../base/folder.ts'
import { fileName } from '../file-name.ts'
import type { Sink } from '../sink.ts'

/** Flushes to disk that are asked for at the same time share their cost. */
const AT_ONCE = 64

/** One file a sheet. Each is there whole or not at all, so nothing has to be taken back after a crash. */
const json: Sink = {
  name: 'json',
  about: '`sheets/<id>.json`: one file a sheet',
  output: 'sheets',
  render: (_, line) => `${line}\n`,

  async open({ folder, from }) {
    const place = join(folder, 'sheets')
    makeFolder(place)
    let waiting = new Set<string>()
    let written = from?.written ?? 0
    const commit = async () => {
      const paths = [...waiting]
      waiting = new Set()
      for (let i = 0; i < paths.length; i += AT_ONCE) await Promise.all(paths.slice(i, i + AT_ONCE).map(settle))
      written += paths.length
      return { written }
    }
    return {
      write(id, rendered) {
        const path = join(place, `${fileName(id)}.json`)
        writeFileSync(`${path}.tmp`, rendered)
        waiting.add(path)
      },
      commit,
      close: commit,
    }
  },
}
export default json

/** The name only when the content is on disk: else a crash may leave an empty file under it. */
async function settle(path: string): Promise<void> {
  const file = await open(`${path}.tmp`, 'r+')
  try {
    await file.datasync()
  } finally {
    await file.close()
  }
  await rename(`${path}.tmp`, path)
}
