import { readFile, stat } from 'node:fs/promises'
import { basename, extname, relative, resolve, sep } from 'node:path'
import { FactwireError, ReadError, SetupError } from '../base/errors.ts'
import { sha256 } from '../base/hash.ts'
import type { Article } from '../doc/article.ts'
import { decode } from './decode.ts'
import { FORMATS } from './formats.ts'
import type { Format } from './reader.ts'
import type { FieldMap } from './record.ts'

export interface ReadOptions {
  /** The name of a format; without it, the first that claims the file. */
  format?: string
  /** `source.uri` is relative to this folder. @default the working folder */
  root?: string
  /** A larger file is no article. @default 1048576 */
  maxBytes?: number
  /** A name whose ending tells the format, its stem the id. @default the uri */
  name?: string
  /** The id of a file's article, where the file gives none. @default the file's stem */
  id?: string
  /** The names that fields have in JSON. */
  map?: FieldMap
}

const MAX_BYTES = 1 << 20
/** An encoding is declared within so many bytes. */
const HEAD = 4096

/** Reads the articles of a file, in order. Throws a ReadError that names the file and the place. */
export async function* readArticles(path: string, options: ReadOptions = {}): AsyncGenerator<Article> {
  const uri = uriOf(path, options.root)
  const maxBytes = options.maxBytes ?? MAX_BYTES
  const bytes = await readBytes(path, uri, maxBytes)
  yield* articlesOf(bytes, uri, options)
}

/** The articles in the bytes of a file that has been read already; `uri` is shown in the sheet, and names the article. */
export function* articlesOf(bytes: Uint8Array, uri: string, options: ReadOptions = {}): Generator<Article> {
  for (const reading of readingsOf(bytes, uri, options)) {
    if (reading instanceof ReadError) throw reading
    yield reading
  }
}

/** The same, with an error in the place of each article that cannot be read while those behind it can. */
export function* readingsOf(bytes: Uint8Array, uri: string, options: ReadOptions = {}): Generator<Article | ReadError> {
  if (bytes.length > (options.maxBytes ?? MAX_BYTES)) throw tooLarge(uri, bytes.length, options.maxBytes ?? MAX_BYTES)
  if (bytes.length === 0) throw new ReadError('Expected an article, got an empty file', { file: uri })
  const format = options.format === undefined ? undefined : formatNamed(options.format)
  const name = options.name ?? uri
  const extension = extname(name).slice(1).toLowerCase()
  const candidates = format ? [format] : FORMATS.filter(({ extensions }) => extensions.includes(extension))
  if (candidates.length === 0) {
    const known = [...new Set(FORMATS.flatMap(({ extensions }) => extensions))].filter((known) => known !== '')
    throw new ReadError(
      `Expected a file that ends in ${known.map((one) => `.${one}`).join(', ')}, or the name of its format`,
      { file: uri },
    )
  }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1')
  const declared = candidates.map((candidate) => candidate.charset?.(head)).find((charset) => charset !== undefined)
  const text = decode(bytes, uri, declared)
  if (text.trim() === '') throw new ReadError('Expected an article, got white space only', { file: uri })
  const chosen = candidates.find((candidate) => candidate.claims(text))
  if (!chosen) {
    const names = candidates.map((candidate) => `\`${candidate.name}\``).join(' or ')
    throw new ReadError(`Expected the format ${names}`, { file: uri })
  }
  yield* chosen.read({
    uri,
    stem: options.id ?? basename(name, extname(name)),
    sha256: sha256(bytes),
    text,
    ...(options.map && { map: options.map }),
  })
}

async function readBytes(path: string, uri: string, maxBytes: number): Promise<Uint8Array> {
  try {
    // Asked first: a file that is too large is not loaded only to be refused.
    const { size } = await stat(path)
    if (size > maxBytes) throw tooLarge(uri, size, maxBytes)
    return await readFile(path)
  } catch (cause) {
    if (cause instanceof FactwireError) throw cause
    const { code, message } = cause as NodeJS.ErrnoException
    const why: Record<string, string> = {
      ENOENT: 'got none: there is no such file',
      EISDIR: 'got a folder',
      EACCES: 'got one that may not be read: see its permissions',
    }
    throw new ReadError(`Expected a readable file, ${why[code ?? ''] ?? message}`, { file: uri, cause })
  }
}

function tooLarge(file: string, size: number, maxBytes: number): ReadError {
  return new ReadError(`Expected an article of at most ${maxBytes} bytes, got ${size}: split the file`, { file })
}

function formatNamed(name: string): Format {
  const format = FORMATS.find((candidate) => candidate.name === name)
  if (!format) {
    throw new SetupError(`Expected a format (${FORMATS.map((known) => known.name).join(', ')}), got \`${name}\``)
  }
  return format
}

/** Never absolute: the sheet is the same on every machine that has the same folder. */
export function uriOf(path: string, root = '.'): string {
  return relative(resolve(root), resolve(path)).split(sep).join('/')
}
