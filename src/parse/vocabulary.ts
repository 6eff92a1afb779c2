import { slotOf } from '../base/hash-slots.ts'
import { AFFIXES, type Words } from './words.ts'

/** Numbers by hash, 1 and up: an open-addressed table, `keys` 0 where it is empty. */
export class Numbering {
  readonly size: number
  readonly #keys: Int32Array
  readonly #values: Uint16Array

  /** `hashes` in the order of their numbers; a hash of 0 has none. */
  constructor(hashes: ArrayLike<number>) {
    this.size = hashes.length + 1
    const room = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)))
    this.#keys = new Int32Array(room)
    this.#values = new Uint16Array(room)
    for (let i = 0; i < hashes.length; i++) {
      const at = slotOf(this.#keys, hashes[i]!)
      this.#keys[at] = hashes[i]!
      this.#values[at] = i + 1
    }
  }

  /** The number of a hash, 0 for one that has none. */
  of(hash: number): number {
    return this.#values[slotOf(this.#keys, hash)]!
  }
}

/** The words, endings and tags a parser knows, each by number; 0 is one it does not know. */
export class Vocabulary {
  readonly words: Numbering
  readonly endings: Numbering
  /** `XPOS UPOS`, in the order of their numbers from 1 on. */
  readonly tags: readonly string[]
  readonly #byTag: ReadonlyMap<string, ReadonlyMap<string, number>>

  constructor(words: ArrayLike<number>, endings: ArrayLike<number>, tags: readonly string[]) {
    this.words = new Numbering(words)
    this.endings = new Numbering(endings)
    this.tags = tags
    const byTag = new Map<string, Map<string, number>>()
    tags.forEach((tag, i) => {
      const [xpos, upos] = tag.split(' ') as [string, string]
      const among = byTag.get(xpos) ?? new Map<string, number>()
      byTag.set(xpos, among.set(upos, i + 1))
    })
    this.#byTag = byTag
  }

  word(words: Words, i: number): number {
    return this.words.of(words.lower[i]!)
  }

  /** Of the last three letters. */
  ending(words: Words, i: number): number {
    return this.endings.of(words.affix[i * AFFIXES + 2]!)
  }

  /** A pair of tags that were never seen together counts as the commonest with the same fine one. */
  tag(xpos: string, upos: string): number {
    const among = this.#byTag.get(xpos)
    if (!among) return 0
    const found = among.get(upos)
    if (found !== undefined) return found
    for (const first of among.values()) return first
    return 0
  }
}
