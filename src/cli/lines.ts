import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { FactwireError, ReadError } from '../base/errors.ts'
import { print } from './output.ts'

/**
 * The lines of a file (`-`: of standard input; what ends in `.gz` is unpacked) that are not empty, with their numbers from 1.
 * Only line feeds end them: JSON may hold U+2028, at which node:readline breaks. Throws a ReadError when the file cannot be read.
 */
export async function* linesOf(path: string): AsyncGenerator<{ json: string; line: number }> {
  const source = path === '-' ? process.stdin : path.endsWith('.gz') ? unpacked(path) : createReadStream(path)
  source.setEncoding('utf8')
  let line = 0
  // joined when the line ends: a line of a hundred megabytes comes in thousands of pieces
  let parts: string[] = []
  try {
    for await (const chunk of source) {
      const lines = String(chunk).split('\n')
      const rest = lines.pop()!
      for (const end of lines) {
        line++
        const json = parts.length === 0 ? end : [...parts, end].join('')
        parts = []
        if (json.trim() !== '') yield { json, line }
      }
      parts.push(rest)
    }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    throw new ReadError(`Expected a readable file: ${message}`, { file: path, cause })
  }
  const rest = parts.join('')
  if (rest.trim() !== '') yield { json: rest, line: line + 1 }
}

function unpacked(path: string): NodeJS.ReadableStream {
  const unzip = createGunzip()
  createReadStream(path)
    .on('error', (error) => unzip.destroy(error))
    .pipe(unzip)
  return unzip
}

export interface TextWriter {
  write(text: string): Promise<void>
  end(): void
}

/** To a file, or to standard output. Throws a FactwireError when the file cannot be written. */
export function textWriter(path: string | undefined): TextWriter {
  if (path === undefined) return { write: print, end() {} }
  const unwritable = (cause: unknown) =>
    new FactwireError(`Expected a file to write to: ${(cause as Error).message}`, { cause })
  let file: number
  try {
    file = openSync(path, 'w')
  } catch (cause) {
    throw unwritable(cause)
  }
  return {
    write: async (text) => {
      try {
        writeSync(file, text)
      } catch (cause) {
        throw unwritable(cause)
      }
    },
    end: () => closeSync(file),
  }
}

/** The id of a line that could not be read, where it has one. */
export function idOf(json: string): string | null {
  return /^\s*\{\s*"id"\s*:\s*"([^"\\]*)"/.exec(json)?.[1] ?? null
}
