import { mix2 } from '../base/mix.ts'
import type { Tags } from '../doc/tokens.ts'
import { CLUSTERS, type Words } from './words.ts'

/** Kinds of tags the relation table tells apart: 17 universal tags, the root, and what is none of them. */
export const KINDS = 20

/** In which direction a parser reads a sentence; its first token is the last of the text where it reads backward. */
export type Direction = 'forward' | 'backward'

/**
 * What the features read of a sentence's tokens, numbered as the parser meets them; behind the last one stand the
 * artificial root and the place for nothing.
 */
export class Sight {
  size = 0
  word = new Int32Array(0)
  tag = new Int32Array(0)
  /** Word and tag in one. */
  both = new Int32Array(0)
  middle = new Int32Array(0)
  fine = new Int32Array(0)
  upos = new Uint8Array(0)
  /** Commas up to and with this token. */
  commas = new Int32Array(0)
  /** The head and relation another parser found, and the last token it hung on this one; where `guided`. */
  guided = false
  guideHead = new Int32Array(0)
  guideLabel = new Uint8Array(0)
  guideReach = new Int32Array(0)
  readonly #uposOf: ReadonlyMap<string, number>
  readonly #hashes = new Map<string, number>()

  /** `upos`: universal tags in the order of the model. */
  constructor(upos: readonly string[]) {
    this.#uposOf = new Map(upos.map((name, i) => [name, i + 1]))
  }

  #reserve(size: number): void {
    if (this.word.length >= size + 2) return
    const room = (size + 2) * 2
    this.word = new Int32Array(room)
    this.tag = new Int32Array(room)
    this.both = new Int32Array(room)
    this.middle = new Int32Array(room)
    this.fine = new Int32Array(room)
    this.upos = new Uint8Array(room)
    this.commas = new Int32Array(room)
    this.guideHead = new Int32Array(room)
    this.guideLabel = new Uint8Array(room)
    this.guideReach = new Int32Array(room)
  }

  /** Looks at tokens `from` to `to`. Tags are hashed by name, so that a model need not number them. */
  view(words: Words, tags: Pick<Tags, 'upos' | 'xpos'>, from: number, to: number, direction: Direction): void {
    const size = to - from
    this.#reserve(size)
    this.size = size
    this.guided = false
    let commas = 0
    for (let k = 0; k < size; k++) {
      const i = direction === 'forward' ? from + k : to - 1 - k
      const upos = tags.upos[i]!
      const xpos = tags.xpos[i]!
      const word = words.lower[i]!
      const tag = mix2(this.#hash(xpos), this.#hash(upos))
      if (xpos === ',') commas++
      this.word[k] = word
      this.tag[k] = tag
      this.both[k] = mix2(word, tag)
      this.middle[k] = words.cluster[i * CLUSTERS + 1]!
      this.fine[k] = words.cluster[i * CLUSTERS + 2]!
      this.upos[k] = this.#uposOf.get(upos) ?? 0
      this.commas[k] = commas
    }
    this.#standIn(size, 18, commas)
    this.#standIn(size + 1, 19, commas)
  }

  #standIn(k: number, kind: number, commas: number): void {
    this.word[k] = kind
    this.tag[k] = kind
    this.both[k] = kind
    this.middle[k] = 0
    this.fine[k] = 0
    this.upos[k] = kind
    this.commas[k] = commas
  }

  /** Takes the tree of a parser that read the other way as a guide; its root is the number behind its last token. */
  follow(head: Int32Array, label: Uint8Array): void {
    const { size, guideHead, guideLabel, guideReach } = this
    this.guided = true
    guideReach.fill(-1, 0, size + 2)
    for (let k = 0; k < size; k++) {
      const mirrored = size - 1 - k
      const above = head[mirrored]!
      guideHead[k] = above === size ? size : size - 1 - above
      guideLabel[k] = label[mirrored]!
    }
    guideHead[size] = -1
    guideHead[size + 1] = -1
    guideLabel[size] = 0
    guideLabel[size + 1] = 0
    for (let k = 0; k < size; k++) {
      const above = guideHead[k]!
      if (k > guideReach[above]!) guideReach[above] = k
    }
  }

  #hash(name: string): number {
    let hash = this.#hashes.get(name)
    if (hash === undefined) {
      hash = 0
      for (let i = 0; i < name.length; i++) hash = mix2(hash, name.charCodeAt(i))
      this.#hashes.set(name, hash)
    }
    return hash
  }
}

/** The row of a pair of universal tags, and of its direction, in the table of relations. */
export const pairOf = (sight: Sight, head: number, child: number): number =>
  (sight.upos[head]! * KINDS + sight.upos[child]!) * 2 + (head > child ? 1 : 0)
