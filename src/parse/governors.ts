import { SetupError } from '../base/errors.ts'
import type { Modality, Polarity } from '../doc/fact.ts'

export type Effect = Modality | 'will'

/** What a word says of the clause that hangs on it. */
export interface Governor {
  infinitive: Effect
  that: Effect
  polarity: Polarity
}

export type GovernorKind = 'verb' | 'noun' | 'adjective'

/** Words by kind that say whether what hangs on them happens: *plan*, *likely*, *refuse*. */
export class Governors {
  readonly #words = new Map<string, Governor>()

  /** The rows of the lexicon `governors`. Throws a SetupError for a word that is no effect. */
  constructor(rows: readonly Record<string, string>[]) {
    for (const { word, pos, infinitive, that, polarity } of rows) {
      const effect = (name: string | undefined): Effect => {
        if (name === 'asserted' || name === 'planned' || name === 'expected' || name === 'will') return name
        throw new SetupError(`Expected asserted, planned, expected or will, got ${name} (${word} in governors.tsv)`)
      }
      this.#words.set(`${pos} ${word}`, {
        infinitive: effect(infinitive),
        that: effect(that),
        polarity: polarity === 'negative' ? 'negative' : 'positive',
      })
    }
  }

  get(kind: GovernorKind, lemma: string): Governor | undefined {
    return this.#words.get(`${kind} ${lemma}`)
  }
}
