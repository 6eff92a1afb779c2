/** Words that one rule waits for. */
export interface Watch {
  readonly number: number
  has(word: string): boolean
}

const NOWHERE: readonly number[] = []

/** The words of all rules: each word of an article is looked up once, and no rule walks it by itself. */
class Watches {
  readonly #byWord = new Map<string, number[]>()
  #size = 0

  add(words: Iterable<string>): Watch {
    const number = this.#size++
    for (const word of words) {
      const among = this.#byWord.get(word)
      if (!among) this.#byWord.set(word, [number])
      else if (!among.includes(number)) among.push(number)
    }
    return { number, has: (word) => this.#byWord.get(word)?.includes(number) === true }
  }

  /** By the number of a watch: which of the words 0 to `count` it waits for, in order. */
  places(count: number, wordAt: (i: number) => string): readonly (readonly number[])[] {
    const found: (readonly number[])[] = new Array(this.#size).fill(NOWHERE)
    for (let i = 0; i < count; i++) {
      const among = this.#byWord.get(wordAt(i))
      if (among === undefined) continue
      for (const number of among) {
        if (found[number] === NOWHERE) found[number] = [i]
        else (found[number] as number[]).push(i)
      }
    }
    return found
  }
}

/** Words of the text, in lower case. */
export const WORDS = new Watches()
/** Lemmas of verbs that have a clause. */
export const VERBS = new Watches()

export const watchWords = (...words: readonly string[]): Watch => WORDS.add(words)
export const watchVerbs = (...lemmas: readonly string[]): Watch => VERBS.add(lemmas)
