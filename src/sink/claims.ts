import type { Entity } from '../doc/entity.ts'
import type { Fact } from '../doc/fact.ts'
import type { FactSheet } from '../doc/sheet.ts'
import type { Value } from '../doc/value.ts'

/** A fact that a knowledge base may take over: somebody or something, and what is said of it. */
export interface Claim {
  fact: Fact
  subject: Entity
  role: string
  object: { role: string; entity: Entity } | { role: string; value: Value } | { role: string; text: string }
  /** When it holds, if the fact says so. */
  date: Value | undefined
}

/** Roles that say who the fact is about, the first that is filled. */
const SUBJECT_ROLES = [
  'person',
  'organization',
  'member',
  'part',
  'entity',
  'recipient',
  'buyer',
  'investor',
  'speaker',
  'agent',
  'target',
  'party',
  'of',
]

/**
 * What the article asserts in its own voice: nothing planned, expected, denied or merely said by somebody. A fact with
 * several objects gives a claim for each.
 */
export function claimsOf({ entities, values, facts }: FactSheet): Claim[] {
  const entityById = new Map(entities.map((entity) => [entity.id, entity]))
  const valueById = new Map(values.map((value) => [value.id, value]))
  return facts.flatMap((fact) => {
    if (fact.modality !== 'asserted' || fact.polarity !== 'positive' || fact.attribution) return []
    const role = SUBJECT_ROLES.find((name) => fact.arguments.some((one) => one.role === name && 'entity' in one))
    const filled = fact.arguments.find((one) => one.role === role && 'entity' in one)
    const subject = filled && 'entity' in filled ? entityById.get(filled.entity) : undefined
    if (role === undefined || !subject) return []
    const dated = fact.arguments.find((one) => one.role === 'date' && 'value' in one)
    const date = dated && 'value' in dated ? valueById.get(dated.value) : undefined
    return fact.arguments.flatMap((argument): Claim[] => {
      if (argument === filled) return []
      const known = { fact, subject, role, date }
      if ('entity' in argument) {
        const entity = entityById.get(argument.entity)
        return entity ? [{ ...known, object: { role: argument.role, entity } }] : []
      }
      if ('value' in argument) {
        const value = valueById.get(argument.value)
        return value ? [{ ...known, object: { role: argument.role, value } }] : []
      }
      return 'text' in argument ? [{ ...known, object: { role: argument.role, text: argument.text } }] : []
    })
  })
}

export const wikidataId = ({ links }: Entity): string | undefined => links.find(({ kb }) => kb === 'wikidata')?.id
