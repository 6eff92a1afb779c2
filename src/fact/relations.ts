import type { EntityType } from '../doc/entity.ts'

/** What may stand on either side of a relation: an entity of a type, or a date. */
export type Side = EntityType | 'date'

/** A relation between two things of one sentence, as the classifier tells them apart. */
export interface Relation {
  name: string
  subject: Side
  objects: readonly Side[]
  /** Does it hold both ways? Then the earlier of the two is the subject. */
  mutual?: true
}

/** Every relation that is learned; a model names them, so that their order may change. */
export const RELATIONS: readonly Relation[] = [
  { name: 'born', subject: 'person', objects: ['date'] },
  { name: 'died', subject: 'person', objects: ['date'] },
  { name: 'born-in', subject: 'person', objects: ['place'] },
  { name: 'lives-in', subject: 'person', objects: ['place'] },
  { name: 'nationality', subject: 'person', objects: ['group', 'place'] },
  { name: 'studied-at', subject: 'person', objects: ['organization'] },
  { name: 'belongs-to', subject: 'person', objects: ['organization'] },
  { name: 'of-party', subject: 'person', objects: ['organization', 'group'] },
  { name: 'spouse', subject: 'person', objects: ['person'], mutual: true },
  { name: 'child-of', subject: 'person', objects: ['person'] },
  { name: 'founded', subject: 'organization', objects: ['date'] },
  { name: 'founded-by', subject: 'organization', objects: ['person', 'organization'] },
  { name: 'led-by', subject: 'organization', objects: ['person'] },
  { name: 'based-in', subject: 'organization', objects: ['place'] },
  { name: 'unit-of', subject: 'organization', objects: ['organization'] },
]
