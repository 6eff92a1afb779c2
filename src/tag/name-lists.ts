import { slotOf } from '../base/hash-slots.ts'

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

/** Names of more tokens are not matched. */
export const LONGEST = 6

const BEGINNING_BITS = 20

/** Known names by the hashes of their tokens: an open-addressed table, key 0 where it is empty. */
export class NameLists {
  readonly keys: Int32Array
  readonly masks: Uint16Array
  /** Beginnings of names: a bit for each value of the upper bits of a hash. Some that begin nothing are taken for one. */
  readonly beginnings: Uint32Array

  constructor(keys: Int32Array, masks: Uint16Array, beginnings: Uint32Array) {
    this.keys = keys
    this.masks = masks
    this.beginnings = beginnings
  }

  /**
   * A table for these names, and their beginnings of one and more tokens; the key of each is `hashTokens` of its tokens in
   * lower case.
   */
  static of(names: ReadonlyMap<number, number>, beginnings: Iterable<number> = []): NameLists {
    const size = 2 ** Math.ceil(Math.log2(names.size * 1.4 + 16))
    const keys = new Int32Array(size)
    const masks = new Uint16Array(size)
    for (const [key, mask] of [...names].sort(([a], [b]) => a - b)) {
      const at = slotOf(keys, key)
      keys[at] = key
      masks[at] = mask
    }
    const bits = new Uint32Array(2 ** (BEGINNING_BITS - 5))
    for (const key of beginnings) {
      const bit = key >>> (32 - BEGINNING_BITS)
      bits[bit >> 5]! |= 1 << (bit & 31)
    }
    return new NameLists(keys, masks, bits)
  }

  maskOf(key: number): number {
    return this.masks[slotOf(this.keys, key)]!
  }

  begins(key: number): boolean {
    const bit = key >>> (32 - BEGINNING_BITS)
    return (this.beginnings[bit >> 5]! & (1 << (bit & 31))) !== 0
  }
}
