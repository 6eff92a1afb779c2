import { SetupError } from '../base/errors.ts'
import type { EntityType } from '../doc/entity.ts'

/** Something known under a fixed id, with the names it goes by. */
export interface Known {
  /** Whose ids these are: `wikidata`, `geonames`, `iso-4217`, or a dictionary's own name. */
  kb: string
  id: string
  name: string
  aliases: readonly string[]
  type: EntityType
  subtype?: string
  /** ISO 3166 code of the country it is in, or is; '' when of none. */
  country: string
  /** How well known it is: a place's people, 0 when nobody says. */
  weight: number
}

const MAGIC = 'FWKB'
const VERSION = 1
const TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'product', 'event', 'group']

/** The key under which names meet: lower case, no accents, marks or article. */
export const nameKeyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()

/** FNV-1a over UTF-16 code units, from a seed. */
function hash(text: string, seed: number): number {
  let value = seed
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value | 0
}
const hashes = (key: string): [number, number] => [hash(key, 0x811c9dc5) || 1, hash(key, 0x2f0b4c47)]

/**
 * Knowledge as one file: `FWKB`, version, the length of a JSON header, the header, then an open-addressed table from two
 * hashes of a name to a run of entries, the runs, the entries, and their texts in UTF-8. All numbers are little-endian.
 */
export function writeKb(known: readonly Known[], about: { title: string; licence: string }): Uint8Array {
  const byKey = new Map<string, number[]>()
  known.forEach(({ name, aliases }, i) => {
    for (const key of new Set([name, ...aliases].map(nameKeyOf))) {
      if (key === '') continue
      const list = byKey.get(key)
      if (list) list.push(i)
      else byKey.set(key, [i])
    }
  })
  const slots = 2 ** Math.ceil(Math.log2(byKey.size * 1.5 + 16))
  const table = new Int32Array(slots * 3)
  const runs: number[] = []
  for (const [key, list] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first, second] = hashes(key)
    let at = first & (slots - 1)
    while (table[at * 3] !== 0) at = (at + 1) & (slots - 1)
    table.set([first, second, runs.length], at * 3)
    runs.push(list.length, ...list)
  }
  const texts: string[] = []
  const places = new Map<string, number>()
  const place = (text: string): number => {
    const found = places.get(text)
    if (found !== undefined) return found
    places.set(text, texts.length)
    texts.push(text)
    return texts.length - 1
  }
  const entries = new Int32Array(known.length * FIELDS)
  known.forEach(({ kb, id, name, type, subtype, country, weight }, i) => {
    const fields = [place(kb), place(id), place(name), TYPES.indexOf(type), place(subtype ?? ''), place(country)]
    entries.set([...fields, Math.min(weight, 2 ** 31 - 1)], i * FIELDS)
  })
  const blob = new TextEncoder().encode(texts.join('\n'))
  const header = new TextEncoder().encode(
    JSON.stringify({ ...about, slots, runs: runs.length, entries: known.length, texts: blob.length }).padEnd(4),
  )
  const start = 12 + header.length + ((4 - (header.length % 4)) % 4)
  const bytes = new Uint8Array(start + (table.length + runs.length + entries.length) * 4 + blob.length)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(MAGIC))
  view.setInt32(4, VERSION, true)
  view.setInt32(8, header.length, true)
  bytes.set(header, 12)
  let offset = start
  for (const numbers of [table, runs, entries]) {
    for (const number of numbers) {
      view.setInt32(offset, number, true)
      offset += 4
    }
  }
  bytes.set(blob, offset)
  return bytes
}

const FIELDS = 7

/** A file of knowledge, to be asked by name. */
export class Kb {
  readonly title: string
  readonly licence: string
  readonly #table: Int32Array
  readonly #runs: Int32Array
  readonly #entries: Int32Array
  readonly #texts: readonly string[]

  /** Throws a SetupError when `bytes` are no such file, or of another version; `file` names it. */
  constructor(bytes: Uint8Array, file: string) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < 12 || new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC)
      throw new SetupError(`Expected a file made by \`factwire link build\` (${file})`)
    if (view.getInt32(4, true) !== VERSION)
      throw new SetupError(`Expected version ${VERSION}, got ${view.getInt32(4, true)} (${file})`)
    const length = view.getInt32(8, true)
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + length))) as Record<string, unknown>
    this.title = String(header.title)
    this.licence = String(header.licence)
    let offset = 12 + length + ((4 - (length % 4)) % 4)
    const numbers = (count: number): Int32Array => {
      const list = new Int32Array(count)
      for (let i = 0; i < count; i++, offset += 4) list[i] = view.getInt32(offset, true)
      return list
    }
    this.#table = numbers(Number(header.slots) * 3)
    this.#runs = numbers(Number(header.runs))
    this.#entries = numbers(Number(header.entries) * FIELDS)
    this.#texts = new TextDecoder().decode(bytes.subarray(offset, offset + Number(header.texts))).split('\n')
  }

  /** Everything that goes by a name, in the order of the file. */
  lookup(name: string): Known[] {
    const [first, second] = hashes(nameKeyOf(name))
    const slots = this.#table.length / 3
    for (let at = first & (slots - 1); this.#table[at * 3] !== 0; at = (at + 1) & (slots - 1)) {
      if (this.#table[at * 3] !== first || this.#table[at * 3 + 1] !== second) continue
      const run = this.#table[at * 3 + 2]!
      const count = this.#runs[run]!
      return Array.from(this.#runs.subarray(run + 1, run + 1 + count), (entry) => this.#known(entry))
    }
    return []
  }

  #known(entry: number): Known {
    const field = (k: number): number => this.#entries[entry * FIELDS + k]!
    const text = (k: number): string => this.#texts[field(k)]!
    const subtype = text(4)
    return {
      kb: text(0),
      id: text(1),
      name: text(2),
      aliases: [],
      type: TYPES[field(3)]!,
      ...(subtype !== '' && { subtype }),
      country: text(5),
      weight: field(6),
    }
  }
}
