import type { Tags } from '../doc/tokens.ts'
import { FINE_CLASSES, MIDDLE_CLASSES, STAND_INS } from './parse-rows.ts'
import { MARK_KINDS, markKind } from './punctuation.ts'
import type { Vocabulary } from './vocabulary.ts'
import { CLUSTERS, FIRST_CAPITAL, SENTENCE_START, type Words } from './words.ts'

/** In which direction a parser reads a sentence; its first token is the last of the text where it reads backward. */
export type Direction = 'forward' | 'backward'

/**
 * What the features read of a sentence's tokens, numbered as the parser meets them, punctuation left out; behind the last
 * one stand the artificial root and the place for nothing.
 */
export class Sight {
  size = 0
  /** Which token of the text it is. */
  token = new Int32Array(0)
  word = new Uint16Array(0)
  ending = new Uint16Array(0)
  tag = new Uint8Array(0)
  middle = new Uint16Array(0)
  fine = new Uint16Array(0)
  /** Bit 0: begins with a capital; bit 1: begins the sentence. */
  capital = new Uint8Array(0)
  /** The kinds of the first and the last mark between this token and the one before it. */
  marks = new Uint8Array(0)
  /** Commas before this token. */
  commas = new Int32Array(0)
  /** The head and relation another parser found, and the last token it hung on this one; where `guided`. */
  guided = false
  guideHead = new Int32Array(0)
  guideLabel = new Uint8Array(0)
  guideReach = new Int32Array(0)
  readonly #vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  #reserve(size: number): void {
    if (this.word.length >= size + 2) return
    const room = (size + 2) * 2
    this.token = new Int32Array(room)
    this.marks = new Uint8Array(room)
    this.word = new Uint16Array(room)
    this.ending = new Uint16Array(room)
    this.tag = new Uint8Array(room)
    this.middle = new Uint16Array(room)
    this.fine = new Uint16Array(room)
    this.capital = new Uint8Array(room)
    this.commas = new Int32Array(room)
    this.guideHead = new Int32Array(room)
    this.guideLabel = new Uint8Array(room)
    this.guideReach = new Int32Array(room)
  }

  /** Looks at the tokens from `from` to `to` that are not in `punctuation`. */
  view(
    words: Words,
    { xpos, upos }: Pick<Tags, 'upos' | 'xpos'>,
    punctuation: Uint8Array,
    from: number,
    to: number,
    direction: Direction,
  ): void {
    this.#reserve(to - from)
    this.guided = false
    const vocabulary = this.#vocabulary
    const step = direction === 'forward' ? 1 : -1
    const end = direction === 'forward' ? to : from - 1
    let commas = 0
    let first = 0
    let last = 0
    let k = 0
    for (let i = direction === 'forward' ? from : to - 1; i !== end; i += step) {
      if (punctuation[i] === 1) {
        last = markKind(xpos[i]!)
        if (first === 0) first = last
        if (xpos[i] === ',') commas++
        continue
      }
      const shape = words.shape[i]!
      this.token[k] = i
      this.word[k] = vocabulary.word(words, i)
      this.ending[k] = vocabulary.ending(words, i)
      this.tag[k] = vocabulary.tag(xpos[i]!, upos[i]!)
      this.middle[k] = words.cluster[i * CLUSTERS + 1]!
      this.fine[k] = words.cluster[i * CLUSTERS + 2]!
      this.capital[k] = (shape & FIRST_CAPITAL ? 1 : 0) | (shape & SENTENCE_START ? 2 : 0)
      this.marks[k] = first * MARK_KINDS + last
      this.commas[k] = commas
      first = 0
      last = 0
      k++
    }
    this.size = k
    for (let stand = 0; stand < STAND_INS; stand++) this.#standIn(k + stand, stand, commas)
    this.marks[k] = first * MARK_KINDS + last
  }

  #standIn(k: number, stand: number, commas: number): void {
    const { words, endings, tags } = this.#vocabulary
    this.word[k] = words.size + stand
    this.ending[k] = endings.size + stand
    this.tag[k] = tags.length + 1 + stand
    this.middle[k] = MIDDLE_CLASSES + stand
    this.fine[k] = FINE_CLASSES + stand
    this.capital[k] = 0
    this.marks[k] = 0
    this.commas[k] = commas
  }

  /** Takes the tree of a parser that read the other way as a guide; its root is the number behind its last token. */
  follow(head: ArrayLike<number>, label: ArrayLike<number>): void {
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
}
