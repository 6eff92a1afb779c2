import { placeOf, rangeOf } from './inverted.ts'
import { type Order, type Row, type SheetIndex, TERM, wordsOf } from './sheet-index.ts'

export type Status = 'open' | 'begun' | 'reviewed' | 'changed'

export interface Query {
  /** Words that must all be there; the last may be a beginning. */
  text?: string | undefined
  /** Words of one entity's name. */
  entity?: string | undefined
  section?: string | undefined
  type?: string | undefined
  notice?: string | undefined
  /** ISO 8601 days or months, both inclusive. */
  from?: string | undefined
  to?: string | undefined
  /** Has a fact that is less sure than this. */
  below?: number | undefined
  status?: Status | undefined
  order?: Order | undefined
  offset?: number | undefined
  limit?: number | undefined
}

export interface Found {
  total: number
  rows: readonly Row[]
  /** How many of the found have each type, section and notice. */
  counts: Record<'types' | 'sections' | 'notices', [string, number][]>
}

/** Filters and sorts the queue; `statusOf` is asked only for articles somebody has begun. */
export function findSheets(index: SheetIndex, query: Query, statuses: ReadonlyMap<string, Status>): Found {
  const { rows, orders, live } = index
  const mask = live.slice()
  for (const word of wordsOf(query.text ?? '')) keep(mask, prefixed(index, TERM.word(word)))
  for (const word of wordsOf(query.entity ?? '')) keep(mask, prefixed(index, TERM.entity(word)))
  if (query.section !== undefined) keep(mask, exact(index, TERM.section(query.section)))
  if (query.type !== undefined) keep(mask, exact(index, TERM.type(query.type)))
  if (query.notice !== undefined) keep(mask, exact(index, TERM.notice(query.notice)))
  const { from, to, below, status } = query
  if (from !== undefined || to !== undefined || below !== undefined || status !== undefined) {
    for (let i = 0; i < rows.length; i++) {
      if (mask[i] === 0) continue
      const { published, least, id } = rows[i]!
      if (from !== undefined && published < from) mask[i] = 0
      // A day lies within its month: compared as far as the bound says.
      else if (to !== undefined && (published === '' || published.slice(0, to.length) > to)) mask[i] = 0
      else if (below !== undefined && !(least < below)) mask[i] = 0
      else if (status !== undefined && (statuses.get(id) ?? 'open') !== status) mask[i] = 0
    }
  }
  const order = orders[query.order ?? 'doubt']
  const first = query.offset ?? 0
  const last = first + (query.limit ?? 50)
  const page: Row[] = []
  let total = 0
  for (const i of order) {
    if (mask[i] === 0) continue
    if (total >= first && total < last) page.push(rows[i]!)
    total++
  }
  return {
    total,
    rows: page,
    counts: {
      types: counted(index, mask, TERM.type('')),
      sections: counted(index, mask, TERM.section('')),
      notices: counted(index, mask, TERM.notice('')),
    },
  }
}

/** Names of entities that begin with, or have a word that begins with, what is typed; those in most articles first. */
export function findNames({ words }: SheetIndex, typed: string, limit: number): { name: string; articles: number }[] {
  const [from, to] = rangeOf(words, TERM.name(''))
  const wanted = typed.toLowerCase()
  const found: { name: string; articles: number }[] = []
  for (let i = from; i < to; i++) {
    const name = words.terms[i]!.slice(TERM.name('').length)
    const lower = name.toLowerCase()
    if (lower.startsWith(wanted) || lower.includes(` ${wanted}`)) {
      found.push({ name, articles: words.starts[i + 1]! - words.starts[i]! })
    }
  }
  return found.sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1)).slice(0, limit)
}

/** The rows of the articles that name an entity exactly so. */
export function rowsWithName({ words, rows, live }: SheetIndex, name: string): Row[] {
  const at = placeOf(words, TERM.name(name))
  if (at < 0) return []
  return [...words.docs.subarray(words.starts[at], words.starts[at + 1])].filter((i) => live[i]).map((i) => rows[i]!)
}

function keep(mask: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < mask.length; i++) mask[i]! &= other[i]!
}

function prefixed({ words, rows }: SheetIndex, prefix: string): Uint8Array {
  const mask = new Uint8Array(rows.length)
  const [from, to] = rangeOf(words, prefix)
  for (const doc of words.docs.subarray(words.starts[from], words.starts[to])) mask[doc] = 1
  return mask
}

function exact({ words, rows }: SheetIndex, term: string): Uint8Array {
  const mask = new Uint8Array(rows.length)
  const at = placeOf(words, term)
  if (at >= 0) for (const doc of words.docs.subarray(words.starts[at], words.starts[at + 1])) mask[doc] = 1
  return mask
}

/** Most frequent first. */
function counted({ words }: SheetIndex, mask: Uint8Array, prefix: string): [string, number][] {
  const [from, to] = rangeOf(words, prefix)
  const counts: [string, number][] = []
  for (let i = from; i < to; i++) {
    let count = 0
    for (let at = words.starts[i]!; at < words.starts[i + 1]!; at++) count += mask[words.docs[at]!]!
    if (count > 0) counts.push([words.terms[i]!.slice(prefix.length), count])
  }
  return counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
