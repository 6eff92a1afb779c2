import { SetupError } from '../base/errors.ts'

/** Where a word of attitude tells one: `anywhere`, only in the `main` line of what is so, or `never` in this form. */
export type Reach = 'anywhere' | 'main' | 'never'

/** Words that tell what somebody thinks or wants, with the forms in which they take what it is about. */
export class AttitudeWords {
  /** By part of speech, then by word. */
  readonly #forms = new Map<string, Map<string, Map<string, Reach>>>()

  /** The rows of the lexicon `attitudes`. Throws a SetupError for a reach that is none. */
  constructor(rows: readonly Record<string, string>[]) {
    for (const { pos, word, form, reach } of rows) {
      if (reach !== 'anywhere' && reach !== 'main' && reach !== 'never') {
        throw new SetupError(`Expected anywhere, main or never, got ${reach} (${word} in attitudes.tsv)`)
      }
      const words = this.#forms.get(pos!) ?? new Map<string, Map<string, Reach>>()
      const forms = words.get(word!) ?? new Map<string, Reach>()
      this.#forms.set(pos!, words.set(word!, forms.set(form!, reach)))
    }
  }

  readonly lists = (pos: string, word: string): boolean => this.#forms.get(pos)?.has(word) === true

  /** `next`: the form of what follows on; a row that names it comes before one that does not. */
  reach(pos: string, word: string, form: string, next: string): Reach {
    const forms = this.#forms.get(pos)?.get(word)
    return forms?.get(`${form} ${next}`) ?? forms?.get(form) ?? 'never'
  }
}
