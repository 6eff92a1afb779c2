import type { Parse, Sentence, Tags } from '../doc/tokens.ts'
import { OneWay, type WayModel } from './one-way.ts'
import { hangPunctuation, punctuationOf } from './punctuation.ts'
import { Sight } from './sight.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { Words } from './words.ts'

/** Two parsers, the second of which sees what the first has found. */
export interface ParseModel {
  vocabulary: Vocabulary
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

  constructor({ vocabulary, backward, forward }: ParseModel) {
    this.#sight = new Sight(vocabulary)
    this.#backward = new OneWay(backward)
    this.#forward = new OneWay(forward)
  }

  /** Heads and relations of all sentences; what lies in none keeps head -1 and the relation `dep`. */
  parse(words: Words, tags: Pick<Tags, 'upos' | 'xpos'>, sentences: readonly Pick<Sentence, 'from' | 'to'>[]): Parse {
    const head = new Int32Array(words.count).fill(-1)
    const deprel = new Array<string>(words.count).fill('dep')
    const doubted = new Uint8Array(words.count)
    const sight = this.#sight
    const punctuation = punctuationOf(tags, sentences)
    for (const { from, to } of sentences) {
      sight.view(words, tags, punctuation, from, to, 'backward')
      const guide = this.#backward.parse(sight)
      sight.view(words, tags, punctuation, from, to, 'forward')
      sight.follow(guide.head, guide.label)
      const found = this.#forward.parse(sight)
      for (let k = 0; k < sight.size; k++) {
        const above = found.head[k]!
        head[sight.token[k]!] = above === sight.size ? -1 : sight.token[above]!
        deprel[sight.token[k]!] = this.#forward.labels[found.label[k]!]!
        if (above !== sight.guideHead[k]) doubted[sight.token[k]!] = 1
      }
      for (let i = from; i < to; i++) if (punctuation[i] === 1) deprel[i] = 'punct'
      hangPunctuation(head, punctuation, tags.xpos, from, to)
    }
    return { head, deprel, doubted }
  }
}
