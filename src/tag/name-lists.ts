import { mix2 } from '../base/mix.ts'
import type { Sentence } from '../doc/tokens.ts'
import { CAPITAL, type Described, NO_LETTER } from './described.ts'

/** The lists a name can stand on; a name's lists are bits of a mask, in this order. */
export const LISTS = [
  'given-name',
  'surname',
  'country',
  'region',
  'city',
  'water',
  'company',
  'university',
  'club',
  'newspaper',
  'nationality',
  'charity',
  'title',
  'legal-form',
  'known',
] as const
export type ListName = (typeof LISTS)[number]

/** Lists whose entries need no capital. */
const IN_LOWER_CASE = (1 << LISTS.indexOf('title')) | (1 << LISTS.indexOf('legal-form'))

/** Names of more tokens are not matched. */
export const LONGEST = 6

/** Known names by the hashes of their tokens: an open-addressed table, key 0 where it is empty. */
export class NameLists {
  readonly keys: Int32Array
  readonly masks: Uint16Array

  constructor(keys: Int32Array, masks: Uint16Array) {
    this.keys = keys
    this.masks = masks
  }

  /** A table for these names; the key of each is `hashTokens` of its tokens in lower case. */
  static of(names: ReadonlyMap<number, number>): NameLists {
    const size = 2 ** Math.ceil(Math.log2(names.size * 1.4 + 16))
    const keys = new Int32Array(size)
    const masks = new Uint16Array(size)
    for (const [key, mask] of [...names].sort(([a], [b]) => a - b)) {
      let at = key & (size - 1)
      while (keys[at] !== 0) at = (at + 1) & (size - 1)
      keys[at] = key
      masks[at] = mask
    }
    return new NameLists(keys, masks)
  }

  maskOf(key: number): number {
    const mask = this.keys.length - 1
    for (let at = key & mask; this.keys[at] !== 0; at = (at + 1) & mask)
      if (this.keys[at] === key) return this.masks[at]!
    return 0
  }

  /** Fills in which lists each token begins, continues and ends a name of. */
  match(sentences: readonly Sentence[], { lower, capital, begins, inside, ends }: Described): void {
    for (const { from, to } of sentences) {
      for (let i = from; i < to; i++) {
        if (capital[i]! & NO_LETTER) continue
        const may = capital[i]! & CAPITAL ? -1 : IN_LOWER_CASE
        let hash = 0
        const last = Math.min(to, i + LONGEST)
        for (let end = i; end < last; end++) {
          hash = mix2(hash, lower[end]!)
          const mask = this.maskOf(hash) & may
          if (mask === 0) continue
          begins[i]! |= mask
          ends[end]! |= mask
          for (let k = i + 1; k <= end; k++) inside[k]! |= mask
        }
      }
    }
  }
}

/** The key of a name of these token hashes. */
export function hashTokens(lower: Int32Array, from: number, to: number): number {
  let hash = 0
  for (let i = from; i < to; i++) hash = mix2(hash, lower[i]!)
  return hash
}
