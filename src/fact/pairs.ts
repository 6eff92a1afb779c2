import type { Sentence } from '../doc/tokens.ts'
import { type Party, partiesOf } from './parties.ts'
import { RELATIONS, type Relation } from './relations.ts'
import type { View } from './view.ts'

/** Two parties of one sentence, the relations that may join them, and how many others stand between. */
export interface Pair {
  subject: Party
  object: Party
  between: number
  relations: readonly Relation[]
}

/** Tokens between two parties; further apart they hardly ever belong together. */
const FURTHEST = 60

const BY_SIDES: ReadonlyMap<string, readonly Relation[]> = new Map(
  RELATIONS.flatMap(({ subject, objects }) => objects.map((object) => `${subject} ${object}`)).map((sides) => [
    sides,
    RELATIONS.filter(({ subject, objects }) => objects.some((object) => `${subject} ${object}` === sides)),
  ]),
)

/** Every pair of parties of a sentence that some relation may join. */
export function* pairsIn(view: View, sentence: Sentence): Generator<Pair> {
  const parties = partiesOf(view, sentence)
  for (let s = 0; s < parties.length; s++) {
    const subject = parties[s]!
    for (let o = 0; o < parties.length; o++) {
      const object = parties[o]!
      if (s === o || subject.id === object.id) continue
      const all = BY_SIDES.get(`${subject.side} ${object.side}`)
      if (!all || Math.abs(subject.from - object.from) > FURTHEST) continue
      const relations = s < o ? all : all.filter(({ mutual }) => !mutual)
      yield { subject, object, between: Math.abs(s - o) - 1, relations }
    }
  }
}
