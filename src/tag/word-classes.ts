import { slotOf } from '../base/hash-slots.ts'

/** Numbers a word: its class coarse, middle and fine, and how often it has a capital (1 never to 7 always). */
export const CLASS_WIDTH = 4

/**
 * Classes of words learned from unlabelled text: words that stand in like company share a class. Three grains a word,
 * coarse to fine; 0 where a word is not known. An open-addressed table by `hashWord` of the lower case.
 */
export class WordClasses {
  readonly keys: Int32Array
  /** `CLASS_WIDTH` a key. */
  readonly values: Uint16Array

  constructor(keys: Int32Array, values: Uint16Array) {
    this.keys = keys
    this.values = values
  }

  static none(): WordClasses {
    return new WordClasses(new Int32Array(1), new Uint16Array(CLASS_WIDTH))
  }

  fill(key: number, into: Uint16Array, at: number): void {
    const place = slotOf(this.keys, key)
    if (this.keys[place] === 0) return
    for (let k = 0; k < CLASS_WIDTH; k++) into[at + k] = this.values[place * CLASS_WIDTH + k]!
  }
}
