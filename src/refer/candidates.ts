import type { EntityType } from '../doc/entity.ts'
import type { Gender } from './knowledge.ts'
import type { Scene } from './scene.ts'

/** Something a pronoun may mean: a figure, or a common noun that is none and draws pronouns all the same. */
export interface Candidate {
  /** Index into the figures; -1 for a common noun. */
  figure: number
  type: EntityType | 'thing' | ''
  gender: Gender
  plural: boolean
  /** How often it was mentioned so far. */
  count: number
  /** Where it stood last: head token, sentence, and how prominent in that sentence. */
  head: number
  sentence: number
  prominence: number
  /** Was it last meant by a pronoun? */
  byPronoun: boolean
}

/** The candidates near the place that is being read, the latest mentioned last. */
export class Candidates {
  readonly #byFigure = new Map<number, Candidate>()
  #near: Candidate[] = []

  /** Notes a mention of a figure. */
  meet(scene: Scene, figure: number, head: number, gender: Gender, byPronoun: boolean): void {
    const sentence = scene.sentenceOf[head]!
    const prominence = scene.prominence(head)
    const known = this.#byFigure.get(figure)
    if (known) {
      known.prominence = known.sentence === sentence ? Math.max(known.prominence, prominence) : prominence
      known.count++
      known.head = head
      known.sentence = sentence
      known.byPronoun = byPronoun
      if (known.gender === '') known.gender = gender
      this.#near.splice(this.#near.lastIndexOf(known), this.#near.includes(known) ? 1 : 0)
      this.#near.push(known)
      return
    }
    const { type } = scene.figures[figure]!
    const made = { figure, type, gender, plural: false, count: 1, head, sentence, prominence, byPronoun }
    this.#byFigure.set(figure, made)
    this.#near.push(made)
  }

  /** Notes a common noun. */
  pass(scene: Scene, head: number, type: 'person' | 'thing', gender: Gender, plural: boolean): void {
    this.#near.push({
      figure: -1,
      type,
      gender,
      plural,
      count: 1,
      head,
      sentence: scene.sentenceOf[head]!,
      prominence: scene.prominence(head),
      byPronoun: false,
    })
  }

  /** Those mentioned in this sentence or at most `reach` before it, the latest first. */
  *near(sentence: number, reach: number): Generator<Candidate> {
    const far = sentence - MOST_REACH
    if (this.#near.length > 0 && this.#near[0]!.sentence < far)
      this.#near = this.#near.filter((one) => one.sentence >= far)
    if (this.#near.length > 2 * MOST_NEAR) this.#near = this.#near.slice(-MOST_NEAR)
    for (let k = this.#near.length - 1; k >= Math.max(0, this.#near.length - MOST_NEAR); k--) {
      const one = this.#near[k]!
      if (one.sentence < sentence - reach) return
      yield one
    }
  }

  of(figure: number): Candidate | undefined {
    return this.#byFigure.get(figure)
  }
}

/** Who was mentioned longer ago, in sentences, is found by name alone. */
const MOST_REACH = 12
/** And who was mentioned before so many others, in a sentence without an end. */
const MOST_NEAR = 200
