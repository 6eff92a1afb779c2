import type { ChainFeatures, Link } from './chain-features.ts'
import type { Spot } from './spots.ts'

/** Spots back that every spot is compared with, and how many of the same word beyond them. */
const REACH = 40
const SAME_WORD = 2
/** The most earlier spots that one is compared with. */
export const MOST_CANDIDATES = REACH + SAME_WORD + 1

/** Reads spots from left to right into chains: each joins the chain of an earlier spot, or begins one. */
export class ChainWalk {
  readonly spots: readonly Spot[]
  readonly features: ChainFeatures
  /** Spot -> its chain. */
  readonly chainOf: Int32Array
  readonly links: Link[] = []
  readonly #byWord = new Map<number, number[]>()
  readonly #texts = new Map<number, number>()
  readonly #byEntity = new Map<number, number>()
  readonly candidates = new Int32Array(MOST_CANDIDATES)

  constructor(features: ChainFeatures) {
    this.features = features
    this.spots = features.spots
    this.chainOf = new Int32Array(this.spots.length).fill(-1)
  }

  /** The earlier spots that spot `j` may mean, the nearest first: how many of `candidates`. */
  compare(j: number): number {
    let count = 0
    const near = Math.max(0, j - REACH)
    for (let i = j - 1; i >= near; i--) this.candidates[count++] = i
    const { word } = this.features.seen[j]!
    const same = this.#byWord.get(word) ?? []
    for (let k = same.length - 1, far = 0; k >= 0 && far < SAME_WORD; k--) {
      if (same[k]! >= near) continue
      this.candidates[count++] = same[k]!
      far++
    }
    const named = this.#byEntity.get(this.spots[j]!.entity)
    if (named !== undefined && named < near) this.candidates[count++] = named
    return count
  }

  /** The chain of an earlier spot. */
  linkOf(i: number): Link {
    return this.links[this.chainOf[i]!]!
  }

  /** How often the word and the whole text of spot `j` stood before it. */
  before(j: number): { word: number; text: number } {
    const { word, text } = this.features.seen[j]!
    return { word: this.#byWord.get(word)?.length ?? 0, text: this.#texts.get(text) ?? 0 }
  }

  /** Says what spot `j` means: the chain of spot `i`, or with -1 one of its own. */
  join(j: number, i: number): void {
    const { word, text, wording, nature } = this.features.seen[j]!
    const spot = this.spots[j]!
    if (i === -1) {
      this.chainOf[j] = this.links.length
      this.links.push({ size: 0, last: j, wordings: 0, natures: 0, numbers: 0, entity: -1 })
    } else this.chainOf[j] = this.chainOf[i]!
    const link = this.links[this.chainOf[j]!]!
    link.size++
    link.last = j
    link.wordings |= 1 << wording
    link.natures |= 1 << nature
    link.numbers |= 1 << spot.number
    if (spot.entity !== -1) {
      link.entity = spot.entity
      this.#byEntity.set(spot.entity, j)
    }
    const list = this.#byWord.get(word)
    if (list) list.push(j)
    else this.#byWord.set(word, [j])
    this.#texts.set(text, (this.#texts.get(text) ?? 0) + 1)
  }
}
