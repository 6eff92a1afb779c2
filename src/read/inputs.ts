import { createReadStream, type Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { addAbortSignal } from 'node:stream'
import { ReadError, SetupError } from '../base/errors.ts'

/** A file of the input. `named`: somebody gave its path, it was not just lying in a folder. */
export interface InputFile {
  path: string
  named: boolean
  /** Why there is nothing to be read: a folder that cannot be opened, a link to one, a pipe that lies in a folder. */
  error?: string
}

/** A folder that is not to be read, by what tells it from others under any name. */
type Except = { dev: number; ino: number } | undefined

/**
 * The files of the inputs, in order: a path as it is, a folder with everything below it, a pattern (`*`, `?`, `**`) with
 * what it matches, each sorted by name. None comes twice. Hidden files are passed over, and so is the folder `except` with
 * all that lies in it: what a run writes it does not read. Throws a SetupError when an input matches nothing.
 */
export async function* filesOf(inputs: readonly string[], except?: string): AsyncGenerator<InputFile> {
  const seen = inputs.length > 1 ? new Set<string>() : undefined
  const shut = except === undefined ? undefined : await stat(except).catch(() => undefined)
  for (const input of inputs) {
    let found = 0
    for await (const file of matches(input, shut)) {
      found++
      if (seen?.has(file.path)) continue
      seen?.add(file.path)
      yield file
    }
    if (found === 0) throw new SetupError(`Expected files to read, got none (${input})`)
  }
}

async function* matches(input: string, except: Except): AsyncGenerator<InputFile> {
  if (input === '-') return yield { path: '-', named: true }
  const found = await stat(input).catch(() => undefined)
  if (found?.isDirectory()) yield* below(input, { except })
  else if (found) yield { path: input, named: true }
  else if (/[*?]/.test(input)) {
    const fixed = input.split('/')
    const wild = fixed.findIndex((step) => /[*?]/.test(step))
    const folder = fixed.slice(0, wild).join('/') || (input.startsWith('/') ? '/' : '.')
    if ((await stat(folder).catch(() => undefined))?.isDirectory())
      yield* below(folder, { except, pattern: patternOf(fixed.slice(wild).join('/')) })
  }
}

/** Files below a folder, sorted, without holding all their names at once. */
async function* below(
  folder: string,
  how: { pattern?: RegExp; except: Except },
  prefix = '',
): AsyncGenerator<InputFile> {
  const { pattern, except } = how
  let entries: Dirent[]
  try {
    if (except) {
      const { dev, ino } = await stat(folder)
      if (dev === except.dev && ino === except.ino) return
    }
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
    if (entry.isDirectory()) yield* below(path, how, `${name}/`)
    else if (!pattern || pattern.test(name)) {
      const error = entry.isFile() ? undefined : await oddity(path)
      yield { path, named: pattern !== undefined, ...(error && { error }) }
    }
  }
}

/** Why something in a folder is no file to be read: a link may lead in a circle, and a pipe may never end. */
async function oddity(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path)
    if (found.isFile()) return undefined
    return `Expected a file, got ${found.isDirectory() ? 'a link to a folder' : 'a pipe or device'}: give it as an input of its own`
  } catch (cause) {
    return `Expected a readable file: ${(cause as Error).message}`
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
export async function sizeOf(inputs: readonly string[], except?: string): Promise<number> {
  let bytes = 0
  for await (const { path } of filesOf(inputs, except)) bytes += (await stat(path).catch(() => undefined))?.size ?? 0
  return bytes
}

/**
 * The bytes of a file; a ReadError, when there are none to be had, says why. A signal ends it at once: who writes to standard
 * input may take his time.
 */
export async function* bytesOf(path: string, uri: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 })
    yield* signal ? addAbortSignal(signal, stream) : stream
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    throw new ReadError(`Expected a readable file: ${message}`, { file: uri, cause })
  }
}
