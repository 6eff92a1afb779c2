import type { ReadError } from '../base/errors.ts'
import { sha256 } from '../base/hash.ts'
import type { Item } from '../read/item.ts'
import { type Ledger, numberOf, shortHash } from './ledger.ts'
import type { Task } from './messages.ts'
import { NumberMap } from './number-map.ts'

/** An item on its way: what tells it from others, and what has to be done about it. */
export interface Entry {
  place: string
  key: string
  hash: string
  /** `done` and `set aside` are what the ledger says; there is nothing to do. */
  state: 'task' | 'error' | 'done' | 'set aside'
  task?: Task
  error?: ReadError
}

/** Consecutive items, as many as make a message worth its while. */
export interface EntryBundle {
  entries: Entry[]
  /** Commits come behind the same bundles in every run over the same input, however often it was broken off. */
  commit: boolean
}

export interface BundleOptions {
  ledger: Ledger
  /** Pipeline, version and options: what the sheets depend on besides the content. */
  how: string
  retryFailed: boolean
  /** Stop reading. */
  signal?: AbortSignal | undefined
}

const BUNDLE_BYTES = 64 << 10
/** A file is taken for so many times its text: a page of HTML is mostly markup. */
const MARKUP = 4
/** Items that are cheap still cost their bookkeeping. */
const BUNDLE_ITEMS = 500
const COMMIT_BUNDLES = 16

/** Cuts the input into bundles. Where they are cut depends on the input alone, not on what is done already. */
export async function* bundlesOf(items: AsyncIterable<Item>, options: BundleOptions): AsyncGenerator<EntryBundle> {
  const claims = new Claims(options.ledger)
  let entries: Entry[] = []
  let bytes = 0
  let bundles = 0
  for await (const item of items) {
    if (options.signal?.aborted) break
    bytes += 'article' in item ? item.article.text.length : 'file' in item ? item.file.bytes.length / MARKUP : 0
    entries.push(entryOf(item, options, claims))
    if (bytes >= BUNDLE_BYTES || entries.length >= BUNDLE_ITEMS) {
      yield { entries, commit: ++bundles % COMMIT_BUNDLES === 0 }
      entries = []
      bytes = 0
    }
  }
  if (entries.length > 0) yield { entries, commit: true }
}

function entryOf(item: Item, { ledger, how, retryFailed }: BundleOptions, claims: Claims): Entry {
  const { content, id } = identity(item)
  // An article with an id keeps its key when lines are put in before it; the second of one id is known by its place.
  const named = 'article' in item && !claims.taken(item.article.id)
  const key = shortHash(named ? `${item.article.source.uri}\n${item.article.id}` : item.place)
  const hash = shortHash(`${how}\n${content}`)
  const known = { place: item.place, key, hash }
  // Claimed in the order of the input, also for what is done: who gets an id does not depend on when a run was broken off.
  const free = id === undefined || claims.claim(id, key)
  if (ledger.hasFailed(key, hash) && !retryFailed) return { ...known, state: 'set aside' }
  if (ledger.isDone(key, hash) && !ledger.hasFailed(key, hash)) return { ...known, state: 'done' }
  if ('error' in item) return { ...known, state: 'error', error: item.error }
  const what = 'article' in item ? { article: item.article } : { file: item.file }
  return { ...known, state: 'task', task: { ...what, ...(!free && { suffix: suffixOf(key) }) } }
}

/** A hash of what is in it, and the id it is likely to have. */
function identity(item: Item): { content: string; id?: string } {
  if ('error' in item) return { content: `${item.error.name} ${item.error.message}` }
  if ('article' in item) return { content: item.article.source.sha256, id: item.article.id }
  const { bytes, id, name, uri } = item.file
  return { content: sha256(bytes), id: id ?? stemOf(name ?? uri) }
}

function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

/** Which item has which id. Stores know articles by their ids, so no two items may have one: the later one is renamed. */
class Claims {
  readonly #ledger: Ledger
  readonly #owners = new NumberMap()

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** Has an item of this run claimed the id? */
  taken(id: string): boolean {
    return this.#owners.has(numberOf(shortHash(id)))
  }

  /** Gives an item its id, unless another one has it, in this run or in the ledger. */
  claim(id: string, key: string): boolean {
    const short = numberOf(shortHash(id))
    const owner = this.#owners.get(short) ?? this.#ledger.ownerOf(id) ?? numberOf(key)
    this.#owners.set(short, owner)
    return owner === numberOf(key)
  }
}

/** What an item puts behind an id that is taken. Made of its place, so that it is the same in every run. */
export const suffixOf = (key: string): string => `~${key.slice(0, 8)}`
