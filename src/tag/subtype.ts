import { EntityType, type NameMention, nameMention, SUBTYPES } from '../doc/entity.ts'
import { LISTS, type ListName } from './name-lists.ts'

/** What a name's own head word tells of it: its type, and its subtype where the type has one. */
export interface Nature {
  type: EntityType
  subtype: string | undefined
}

/** Head words in lower case. */
export type Heads = ReadonlyMap<string, Nature>

/** Reads a list with the columns `head`, `type` and `subtype`. */
export function readHeads(rows: readonly Record<string, string>[]): Heads {
  return new Map(
    rows.map(({ head = '', type, subtype }) => [head, { type: EntityType.parse(type), subtype: subtype || undefined }]),
  )
}

const LINKS = new Set(['of', 'for', 'on', 'to', 'in', 'and'])

/** The head word of a name in lower case: its last word, or the one before the first link (*Bank of China*). */
export function headOf(name: string): string {
  const words = name.toLowerCase().split(/[\s\u00a0]+/)
  const link = words.findIndex((word, i) => i > 0 && LINKS.has(word))
  return (link > 0 ? words[link - 1]! : words.at(-1)!).replace(/[.,]+$/, '')
}

/** What the head word of a name tells, where it tells anything. */
export const natureOf = (name: string, heads: Heads): Nature | undefined => heads.get(headOf(name))

/** Where the last word alone tells something, as a legal form behind a name with *of* does: *Bank of Nova Inc.* */
export function subtypeOf(name: string, type: EntityType, heads: Heads): string | undefined {
  const nature = natureOf(name, heads)
  if (nature?.type === type && nature.subtype !== undefined) return nature.subtype
  const last = heads.get(
    name
      .toLowerCase()
      .split(/[\s\u00a0]+/)
      .at(-1)!
      .replace(/[.,]+$/, ''),
  )
  return last?.type === type ? last.subtype : undefined
}

/** A mention with the subtype its own words tell, else the one it has. A name of one word says nothing by its head. */
export function withSubtype(mention: NameMention, name: string, heads: Heads): NameMention {
  if (mention.source === 'lexicon' || !SUBTYPES[mention.type] || !/[\s\u00a0]/.test(name)) return mention
  const subtype = subtypeOf(name, mention.type, heads)
  return subtype === undefined ? mention : nameMention(mention, mention.type, subtype, mention)
}

/** What standing on a list tells, the surest first. */
const LISTED: Partial<Record<EntityType, readonly (readonly [ListName, subtype: string])[]>> = {
  place: [
    ['country', 'country'],
    ['city', 'city'],
    ['region', 'region'],
    ['water', 'water'],
  ],
  organization: [
    ['university', 'university'],
    ['newspaper', 'media'],
    ['club', 'team'],
    ['charity', 'ngo'],
    ['company', 'company'],
  ],
}

/** The subtype of a name by the lists on which it stands, given as bits of `LISTS`. */
export function listedSubtype(type: EntityType, lists: number): string | undefined {
  return LISTED[type]?.find(([list]) => lists & (1 << LISTS.indexOf(list)))?.[1]
}
