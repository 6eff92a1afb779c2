import type { Parse, Sentence, Tags } from '../doc/tokens.ts'
import { OneWay, type WayModel } from './one-way.ts'
import { Sight } from './sight.ts'
import type { Words } from './words.ts'

/** Two parsers, the second of which sees what the first has found. */
export interface ParseModel {
  /** Universal tags by number. */
  upos: readonly string[]
  /** Reads a sentence from its end to its beginning. */
  backward: WayModel
  /** Reads it from its beginning, guided by the trees of the other (stacking: Nivre and McDonald 2008). */
  forward: WayModel
}

/** Parses sentences one by one with one set of buffers. */
export class Parser {
  readonly #sight: Sight
  readonly #backward: OneWay
  readonly #forward: OneWay

  constructor({ upos, backward, forward }: ParseModel) {
    this.#sight = new Sight(upos)
    this.#backward = new OneWay(backward)
    this.#forward = new OneWay(forward)
  }

  /** Heads and relations of all sentences; what lies in none keeps head -1 and the relation `dep`. */
  parse(words: Words, tags: Pick<Tags, 'upos' | 'xpos'>, sentences: readonly Pick<Sentence, 'from' | 'to'>[]): Parse {
    const head = new Int32Array(words.count).fill(-1)
    const deprel = new Array<string>(words.count).fill('dep')
    const sight = this.#sight
    for (const { from, to } of sentences) {
      const size = to - from
      sight.view(words, tags, from, to, 'backward')
      const guide = this.#backward.parse(sight)
      sight.view(words, tags, from, to, 'forward')
      sight.follow(guide.head, guide.label)
      const found = this.#forward.parse(sight)
      for (let k = 0; k < size; k++) {
        head[from + k] = found.head[k] === size ? -1 : from + found.head[k]!
        deprel[from + k] = this.#forward.labels[found.label[k]!]!
      }
    }
    return { head, deprel }
  }
}
