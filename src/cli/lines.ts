import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { FactwireError, ReadError } from '../base/errors.ts'
import { print } from './output.ts'

/**
 * The lines of a file (`-`: of standard input) that are not empty, with their numbers from 1. Only line feeds end them:
 * JSON may hold U+2028, at which node:readline breaks. Throws a ReadError when the file cannot be read.
 */
export async function* linesOf(path: string): AsyncGenerator<{ json: string; line: number }> {
  const source: NodeJS.ReadableStream = path === '-' ? process.stdin : createReadStream(path)
  source.setEncoding('utf8')
  let line = 0
  let rest = ''
  try {
    for await (const chunk of source) {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop()!
      for (const json of lines) {
        line++
        if (json.trim() !== '') yield { json, line }
      }
    }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    throw new ReadError(`Expected a readable file: ${message}`, { file: path, cause })
  }
  if (rest.trim() !== '') yield { json: rest, line: line + 1 }
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
