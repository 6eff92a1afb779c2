import { slotOf } from '../base/hash-slots.ts'
import type { Sentence } from '../doc/tokens.ts'
import type { LemmaExceptions } from './lemma.ts'
import { MAX_TAG_FEATURES, tagFeatures } from './tag-features.ts'
import { expand } from './weights.ts'
import { FIRST_CAPITAL, SENTENCE_START, type Words } from './words.ts'

/**
 * Which tags a word was seen with. Keys are hashes of forms (`hashWord`) in an open-addressed table, 0 where it is
 * empty; a value is a class: the list of tags in `classes`. Class 0 is that of unknown words.
 */
export interface TagDictionary {
  keys: Int32Array
  values: Uint16Array
  classes: readonly TagClass[]
}

export interface TagClass {
  tags: Uint8Array
  /** Seen so often that no other tag is considered. */
  closed: boolean
  /** `tags`, and those of unknown words: considered where the class is not closed, or a capital may hide another word. */
  wide: Uint8Array
}

/** Classes of tags; the first is that of unknown words. */
export function tagClasses(classes: readonly { tags: readonly number[]; closed: boolean }[]): TagClass[] {
  const open = classes[0]!.tags
  return classes.map(({ tags, closed }) => ({
    tags: Uint8Array.from(tags),
    closed,
    wide: Uint8Array.from(new Set([...tags, ...open])).sort(),
  }))
}

/** Weights by feature: the row of a feature begins at its hash's upper bits, one weight a tag; rows overlap. */
export interface TagModel {
  /** `XPOS UPOS`, by number. */
  tags: readonly string[]
  dictionary: TagDictionary
  /** A power of two, and room for one row behind it. */
  weights: Int8Array
  bits: number
  lemmas: LemmaExceptions
}

export const classOf = ({ keys, values }: TagDictionary, hash: number): number => values[slotOf(keys, hash)]!

/** Each token's class in the dictionary: of its form, else of its lower case. */
export function ambiguityOf(words: Words, dictionary: TagDictionary): { ambiguity: Uint16Array; sure: Uint8Array } {
  const ambiguity = new Uint16Array(words.count)
  const sure = new Uint8Array(words.count)
  for (let i = 0; i < words.count; i++) {
    let found = classOf(dictionary, words.form[i]!)
    if (found !== 0) sure[i] = dictionary.classes[found]!.closed ? 1 : 0
    else found = classOf(dictionary, words.lower[i]!)
    if (sure[i] === 0 && found !== 0 && (words.shape[i]! & FIRST_CAPITAL) === 0) {
      sure[i] = dictionary.classes[found]!.closed ? 1 : 0
    }
    // A capital that only begins the sentence hides what the lower case would have said.
    if (sure[i] === 1 && words.shape[i]! & FIRST_CAPITAL && words.shape[i]! & SENTENCE_START) {
      sure[i] = classOf(dictionary, words.lower[i]!) === found ? 1 : 0
    }
    ambiguity[i] = found
  }
  return { ambiguity, sure }
}

const rows = new Int32Array(MAX_TAG_FEATURES)

/** Tags every sentence from left to right; the result is a tag's number per token. */
export function tagWords(model: TagModel, words: Words, sentences: readonly Sentence[]): Uint8Array {
  const chosen = new Uint8Array(words.count)
  const { ambiguity, sure } = ambiguityOf(words, model.dictionary)
  const { classes } = model.dictionary
  for (const { from, to } of sentences) {
    let before = 254
    let beforeThat = 254
    for (let i = from; i < to; i++) {
      const known = classes[ambiguity[i]!]!
      const among = sure[i] === 1 ? known.tags : known.wide
      let tag = among[0]!
      if (among.length > 1) {
        const count = tagFeatures(words, ambiguity, i, from, to, before, beforeThat, rows)
        tag = best(model, among, count)
      }
      chosen[i] = tag
      beforeThat = before
      before = tag
    }
  }
  return chosen
}

/** The tag with the highest sum of weights, of equals the first. Four tags at a time: their sums stay out of memory. */
function best({ weights, bits }: TagModel, among: Uint8Array, count: number): number {
  const shift = 32 - bits
  for (let f = 0; f < count; f++) rows[f]! >>>= shift
  const last = among.length - 1
  let top = 0
  let highest = Number.NEGATIVE_INFINITY
  for (let k = 0; k <= last; k += 4) {
    const a = among[k]!
    const b = among[k < last ? k + 1 : last]!
    const c = among[k + 1 < last ? k + 2 : last]!
    const d = among[k + 2 < last ? k + 3 : last]!
    let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0]
    for (let f = 0; f < count; f++) {
      const row = rows[f]!
      sumA = (sumA + expand(weights[row + a]!)) | 0
      sumB = (sumB + expand(weights[row + b]!)) | 0
      sumC = (sumC + expand(weights[row + c]!)) | 0
      sumD = (sumD + expand(weights[row + d]!)) | 0
    }
    if (sumA > highest) [highest, top] = [sumA, a]
    if (sumB > highest) [highest, top] = [sumB, b]
    if (sumC > highest) [highest, top] = [sumC, c]
    if (sumD > highest) [highest, top] = [sumD, d]
  }
  return top
}
