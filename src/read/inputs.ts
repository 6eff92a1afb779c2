import { createReadStream, type Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ReadError, SetupError } from '../base/errors.ts'

/** A file of the input. `named`: somebody gave its path, it was not just lying in a folder. */
export interface InputFile {
  path: string
  named: boolean
  /** Why there is nothing to be read: it is a folder that cannot be opened. */
  error?: string
}

/**
 * The files of the inputs, in order: a path as it is, a folder with everything below it, a pattern (`*`, `?`, `**`) with
 * what it matches, each sorted by name. None comes twice. Hidden files are passed over. Throws a SetupError when an
 * input matches nothing.
 */
export async function* filesOf(inputs: readonly string[]): AsyncGenerator<InputFile> {
  const seen = inputs.length > 1 ? new Set<string>() : undefined
  for (const input of inputs) {
    let found = 0
    for await (const file of matches(input)) {
      found++
      if (seen?.has(file.path)) continue
      seen?.add(file.path)
      yield file
    }
    if (found === 0) throw new SetupError(`Expected files to read, got none (${input})`)
  }
}

async function* matches(input: string): AsyncGenerator<InputFile> {
  if (input === '-') return yield { path: '-', named: true }
  const found = await stat(input).catch(() => undefined)
  if (found?.isDirectory()) yield* below(input, undefined)
  else if (found) yield { path: input, named: true }
  else if (/[*?]/.test(input)) {
    const fixed = input.split('/')
    const wild = fixed.findIndex((step) => /[*?]/.test(step))
    const folder = fixed.slice(0, wild).join('/') || (input.startsWith('/') ? '/' : '.')
    if ((await stat(folder).catch(() => undefined))?.isDirectory())
      yield* below(folder, patternOf(fixed.slice(wild).join('/')))
  }
}

/** Files below a folder, sorted, without holding all their names at once. */
async function* below(folder: string, pattern: RegExp | undefined, prefix = ''): AsyncGenerator<InputFile> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (cause) {
    yield { path: folder, named: true, error: `Expected a readable folder: ${(cause as Error).message}` }
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    const name = prefix + entry.name
    if (entry.isDirectory()) yield* below(path, pattern, `${name}/`)
    else if (!pattern || pattern.test(name)) yield { path, named: pattern !== undefined }
  }
}

/** `**` goes over folders, `*` and `?` stay within a name. */
function patternOf(glob: string): RegExp {
  const source = glob
    .split(/(\*\*\/|\*|\?)/)
    .map((part) => {
      if (part === '**/') return '(?:.*/)?'
      if (part === '*') return '[^/]*'
      return part === '?' ? '[^/]' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&')
    })
    .join('')
  return new RegExp(`^${source}$`)
}

/** The bytes of all files of the inputs, as far as they are told. */
export async function sizeOf(inputs: readonly string[]): Promise<number> {
  let bytes = 0
  for await (const { path } of filesOf(inputs)) bytes += (await stat(path).catch(() => undefined))?.size ?? 0
  return bytes
}

/** The bytes of a file; a ReadError, when there are none to be had, says why. */
export async function* bytesOf(path: string, uri: string): AsyncGenerator<Uint8Array> {
  try {
    yield* path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 })
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    throw new ReadError(`Expected a readable file: ${message}`, { file: uri, cause })
  }
}
