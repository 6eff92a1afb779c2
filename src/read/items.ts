import { basename, extname } from 'node:path'
import { ReadError, SetupError } from '../base/errors.ts'
import { CONTAINERS } from './containers.ts'
import { uriOf } from './files.ts'
import { FORMATS } from './formats.ts'
import { bytesOf, filesOf } from './inputs.ts'
import type { Item } from './item.ts'
import { LIMITS, type Limits, wholeOf } from './limits.ts'
import type { FieldMap } from './record.ts'
import { STREAMS } from './streams.ts'

export interface ItemOptions {
  /** The name of a format: every file is read as it, whatever its name. Standard input needs it. */
  format?: string | undefined
  root?: string | undefined
  map?: FieldMap | undefined
  limits?: Limits | undefined
  /** A folder that is not read, where it lies in another one: the run writes there. */
  except?: string | undefined
  /** Ends the reading: what was being read is an item with an error, or none. */
  signal?: AbortSignal | undefined
  /** Is told of files in folders and archives that no format claims by their ending. */
  passedOver?(uri: string): void
  /** Is told how many more bytes of the input files have been read. */
  advanced?(bytes: number): void
}

interface Opened {
  uri: string
  /** What tells its format: the uri, without the ending of a compression. */
  name: string
  path?: string
  bytes(): AsyncIterable<Uint8Array>
  /** Somebody asked for this very file. */
  named: boolean
  depth: number
}

/**
 * Everything in the inputs, in order, archives unpacked in passing. What cannot be read is an item with its error; the
 * others go on. Throws a SetupError when an input is not there or a format unknown.
 */
export async function* itemsOf(inputs: readonly string[], options: ItemOptions = {}): AsyncGenerator<Item> {
  const known = [...FORMATS, ...STREAMS].map(({ name }) => name)
  if (options.format !== undefined && !known.includes(options.format)) {
    throw new SetupError(`Expected a format (${known.join(', ')}), got \`${options.format}\``)
  }
  for await (const { path, named, error } of filesOf(inputs, options.except)) {
    const uri = path === '-' ? 'stdin' : uriOf(path, options.root)
    if (error) {
      yield { place: uri, error: new ReadError(error, { file: uri }) }
      continue
    }
    if (path === '-' && options.format === undefined) {
      throw new SetupError('Expected the format of standard input: `--input-format jsonl`')
    }
    yield* itemsIn(
      { uri, name: uri, path, bytes: () => counted(bytesOf(path, uri, options.signal), options), named, depth: 0 },
      options,
    )
  }
}

async function* counted(bytes: AsyncIterable<Uint8Array>, options: ItemOptions): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    options.advanced?.(chunk.length)
    yield chunk
  }
}

/** The bytes of a file that must not be empty: nothing in it is more likely a transfer that failed than no articles. */
async function* someOf(bytes: AsyncIterable<Uint8Array>, uri: string): AsyncGenerator<Uint8Array> {
  let none = true
  for await (const chunk of bytes) {
    none &&= chunk.length === 0
    yield chunk
  }
  if (none) throw new ReadError('Expected articles, got an empty file', { file: uri })
}

async function* itemsIn(file: Opened, options: ItemOptions): AsyncGenerator<Item> {
  const { uri, name, named } = file
  try {
    const extension = extname(name).slice(1).toLowerCase()
    const container = CONTAINERS.find(({ extensions }) => extensions.includes(extension))
    if (container && file.path !== '-') return yield* unpacked(file, container.name, options)
    const stream = STREAMS.find((one) =>
      options.format === undefined ? one.extensions.includes(extension) : one.name === options.format,
    )
    const limits = options.limits ?? LIMITS
    if (stream) {
      const bytes = someOf(file.bytes(), uri)
      return yield* stream.read({ uri, stem: basename(name, extname(name)), bytes, limits, map: options.map })
    }
    const claimed = options.format ?? FORMATS.find(({ extensions }) => extensions.includes(extension))?.name
    if (claimed === undefined && !named) return options.passedOver?.(uri)
    const bytes = await wholeOf(file.bytes(), limits.fileBytes, uri)
    yield {
      place: uri,
      file: {
        uri,
        bytes,
        ...(name !== uri && { name }),
        ...(options.format !== undefined && { format: options.format }),
      },
    }
  } catch (error) {
    if (error instanceof SetupError) throw error
    yield { place: uri, error: ReadError.of(error, uri) }
  }
}

/** What lies in an archive. The name of the archive and of the entry, with `!` between, is where it is. */
async function* unpacked(file: Opened, kind: string, options: ItemOptions): AsyncGenerator<Item> {
  const { uri, name, path, bytes, depth } = file
  const limits = options.limits ?? LIMITS
  if (depth >= limits.depth) {
    throw new ReadError(`Expected at most ${limits.depth} archives in one another`, { file: uri })
  }
  const container = CONTAINERS.find((one) => one.name === kind)!
  let entries = 0
  for await (const entry of container.open({ uri, name, path, bytes: () => someOf(bytes(), uri), limits })) {
    if (++entries > limits.entries) {
      throw new ReadError(`Expected at most ${limits.entries} entries in an archive`, { file: uri })
    }
    // What is merely compressed keeps its own place.
    const inner = kind === 'gz' ? uri : `${uri}!${entry.name}`
    if ('error' in entry) yield { place: inner, error: entry.error }
    else {
      const named = kind === 'gz' && file.named
      const innerName = kind === 'gz' ? entry.name : inner
      yield* itemsIn({ uri: inner, name: innerName, bytes: () => entry.bytes, named, depth: depth + 1 }, options)
    }
  }
}
