import type { Sentence } from '../doc/tokens.ts'
import { type Party, partiesOf } from './parties.ts'
import { RELATIONS, type Relation, type Side } from './relations.ts'
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

/** The relations that may join a subject and an object of these sides; those that hold both ways, the earlier first. */
function relationsOf(ahead: boolean): ReadonlyMap<Side, ReadonlyMap<Side, readonly Relation[]>> {
  const found = new Map<Side, Map<Side, Relation[]>>()
  for (const relation of RELATIONS) {
    if (relation.mutual && !ahead) continue
    const byObject = found.get(relation.subject) ?? new Map<Side, Relation[]>()
    for (const object of relation.objects) byObject.set(object, [...(byObject.get(object) ?? []), relation])
    found.set(relation.subject, byObject)
  }
  return found
}

const AHEAD = relationsOf(true)
const BEHIND = relationsOf(false)

/** Every pair of parties of a sentence that some relation may join. */
export function* pairsIn(view: View, sentence: Sentence): Generator<Pair> {
  const parties = partiesOf(view, sentence)
  for (let s = 0; s < parties.length; s++) {
    const subject = parties[s]!
    const ahead = AHEAD.get(subject.side)
    const behind = BEHIND.get(subject.side)
    for (let o = 0; o < parties.length; o++) {
      const object = parties[o]!
      if (s === o || subject.id === object.id) continue
      const relations = (s < o ? ahead : behind)?.get(object.side)
      if (!relations || Math.abs(subject.from - object.from) > FURTHEST) continue
      yield { subject, object, between: Math.abs(s - o) - 1, relations }
    }
  }
}
