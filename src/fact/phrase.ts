import type { View } from './view.ts'

// Phrases without a parse: what stands directly beside a name.

const DETERMINERS = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her', 'our', 'this', 'that'])
const COMMAS = new Set([',', '–', '—', '-'])

export const determiner = (view: View, i: number): boolean => DETERMINERS.has(view.tokens.lower(i))

export const comma = (view: View, i: number): boolean => COMMAS.has(view.tokens.text(i))

/** Is token `i` a possessive ending: `'s`, `’s`, or the bare mark after an s? */
export const possessive = (view: View, i: number): boolean => /^['’]s?$/.test(view.tokens.lower(i))

/** May token `i` stand inside a noun phrase before its head? */
export function modifier(view: View, i: number): boolean {
  const upos = view.tags.upos[i]
  return (
    upos === 'NOUN' ||
    upos === 'PROPN' ||
    upos === 'ADJ' ||
    upos === 'NUM' ||
    view.tokens.text(i) === '-' ||
    view.tokens.text(i) === '/'
  )
}

/** May token `i` stand inside a title? Besides what may in any phrase: *operating*, *managing* before the title's head. */
function partOfTitle(view: View, i: number): boolean {
  return modifier(view, i) || (view.tags.xpos[i] === 'VBG' && isPosition(view, i + 1))
}

/** May token `i` stand in the description of a thing: a modifier, or a nationality (*the Canadian firm*)? */
export function describes(view: View, i: number): boolean {
  const name = view.nameAt(i)
  return name ? name.entity.type === 'group' : modifier(view, i)
}

/** A title: tokens `from` to `to`, its head the last one. */
export interface Title {
  from: number
  head: number
  to: number
}

const COMPOUND_HEADS =
  /^(?:vice|deputy|co|ex|sub|under|assistant|secretary|attorney|director|editor|inspector|prime|crown)-(.+)$/

/** Is token `i` the head word of a post? A plural is not: it names several people. */
export function isPosition(view: View, i: number): boolean {
  const word = view.tokens.lower(i)
  if (view.positions.has(word)) return true
  if (!word.includes('-')) return false
  const inner = COMPOUND_HEADS.exec(word)?.[1]
  return inner !== undefined && (view.positions.has(inner) || inner === 'general')
}

/** The title that ends just before token `to`, not reaching into a name or past `floor`. */
export function titleBefore(view: View, to: number, floor: number): Title | undefined {
  let head = to - 1
  if (view.tokens.lower(head) === 'general' && isPosition(view, head - 1)) head--
  if (head < floor || !isPosition(view, head) || view.nameAt(head)) return undefined
  let from = head
  while (from - 1 >= floor && partOfTitle(view, from - 1) && !view.nameAt(from - 1)) from--
  // "former", "acting" tell the status, and are no part of the title
  while (from < head && STATUS[view.tokens.lower(from)] !== undefined) from++
  return { from, head, to }
}

/** The title that begins at token `from` and stands before `ceiling`; prepositions end it. */
export function titleAfter(view: View, from: number, ceiling: number): Title | undefined {
  let to = from
  while (to < ceiling && partOfTitle(view, to) && !view.nameAt(to)) to++
  for (let head = to - 1; head >= from; head--) {
    if (!isPosition(view, head)) continue
    const general = view.tokens.lower(head + 1) === 'general' && head + 1 < to
    return { from, head, to: general ? head + 2 : head + 1 }
  }
  return undefined
}

/** The titles from token `from` on, joined by *and*, *&* or commas: *founder and CEO*. */
export function titlesAfter(view: View, from: number, ceiling: number): Title[] {
  const found: Title[] = []
  for (let at = from; ; ) {
    const title = titleAfter(view, at, ceiling)
    if (!title) return found
    found.push(title)
    at = title.to
    if (view.tokens.text(at) === ',') at++
    if (['and', '&'].includes(view.tokens.lower(at))) at++
    if (at === title.to || view.tokens.text(at) === ',') return found
    if (determiner(view, at)) at++
  }
}

const STATUS: Readonly<Record<string, string>> = {
  former: 'former',
  ex: 'former',
  onetime: 'former',
  late: 'former',
  outgoing: 'current',
  incoming: 'incoming',
  designate: 'incoming',
  elect: 'incoming',
  acting: 'acting',
  new: 'current',
  current: 'current',
  incumbent: 'current',
  longtime: 'current',
  interim: 'acting',
  caretaker: 'acting',
}

/**
 * Whether a post is held now: told by the word before the title, before the name of where it is held that begins at token
 * `seat` (*former Acme chairman*), or inside it (`ex-minister`, `president-elect`).
 */
export function statusOf(view: View, title: Title, seat = title.from): string {
  const before = STATUS[view.tokens.lower(title.from - 1)] ?? STATUS[view.tokens.lower(seat - 1)]
  if (before) return before
  const words = view.tokens.source.slice(view.tokens.start[title.from], view.tokens.end[title.to - 1]).toLowerCase()
  if (/^ex-|^former\b|^then-/.test(words)) return 'former'
  if (/-elect\b|-designate\b/.test(words)) return 'incoming'
  return 'current'
}
