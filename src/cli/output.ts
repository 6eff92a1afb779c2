import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FactwireError } from '../base/errors.ts'
import { isFolder, makeFolder } from '../base/folder.ts'

/** Where results go; each is written once, whole. */
export interface Output {
  write(id: string, text: string): Promise<void>
}

/** Writes to standard output, and waits while its reader is slower than we are. */
export function toStdout(): Output {
  return { write: (_, text) => print(text) }
}

export function print(text: string): Promise<void> {
  return new Promise((done) => {
    if (process.stdout.write(text)) done()
    else process.stdout.once('drain', done)
  })
}

/**
 * Writes to a file, or to one file for each id in a folder: `path` is a folder when it is one, ends with a slash, or has
 * to hold several. Throws a FactwireError when two have one id, or the path cannot be written.
 */
export function toPath(path: string, extension: string, several: boolean): Output {
  const folder = several || path.endsWith('/') || isFolder(path)
  const written = new Set<string>()
  return {
    write: async (id, text) => {
      const file = folder ? join(path, `${fileName(id)}.${extension}`) : path
      if (written.has(file))
        throw new FactwireError(`Expected articles with ids of their own, got \`${id}\` twice (${file})`)
      written.add(file)
      try {
        makeFolder(dirname(file))
        writeFileSync(file, text)
      } catch (cause) {
        throw new FactwireError(`Expected a place to write to: ${(cause as Error).message}`, { cause })
      }
    },
  }
}

/** An id as a file name: it may be anything the article's header says, `../../x` too. */
function fileName(id: string): string {
  return id
    .replace(/[^\p{L}\p{N}._-]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, 200)
}
