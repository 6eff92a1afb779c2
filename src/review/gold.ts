import type { Argument, Fact } from '../doc/fact.ts'
import type { FactSheet } from '../doc/sheet.ts'
import type { Corrected } from './correct.ts'

/**
 * A read and corrected sheet as annotation: what a reader must find, and what it must not (what reviewers rejected).
 * Lists hold every accepted answer; here there is one each.
 */
export function goldOf({ sheet, rejected }: Corrected): object {
  const { article, sentences, entities, values, facts } = sheet
  return {
    schema: 'factwire/gold-sheet/1',
    id: article.id,
    published: article.published?.iso.slice(0, 10) ?? null,
    sha256: article.source.sha256,
    headerEnd: sentences[0]?.start ?? 0,
    entities: entities.map(({ id, type, subtype, name, aliases, mentions }) => ({
      id,
      type,
      ...(subtype !== undefined && { subtype }),
      name,
      aliases,
      tier: 'core',
      mentions,
    })),
    values: values.map(({ equivalents: _, ...value }) => ({ ...value, tier: 'core', alsoAt: [] })),
    facts: facts.map((fact) => ({ id: fact.id, type: fact.type, ...contentOf(fact, sheet), tier: 'core' })),
    mustNot: rejected.map((fact) => ({
      id: fact.id,
      types: [fact.type],
      args: argsOf(fact, sheet),
      attributes: listed(fact.attributes),
      why: 'rejected by a reviewer',
    })),
    text: article.text,
  }
}

function contentOf(fact: Fact, sheet: FactSheet): object {
  const { attributes, modality, polarity, attribution, evidence } = fact
  const speaker = attribution?.speaker
  return {
    args: argsOf(fact, sheet),
    attributes: listed(attributes),
    modality: [modality],
    polarity: [polarity],
    attribution:
      attribution === undefined ? null : [typeof speaker === 'string' ? { entity: speaker } : (speaker ?? null)],
    evidence,
  }
}

function argsOf(fact: Fact, { entities, facts }: FactSheet): object[] {
  const known = (argument: Argument): boolean =>
    'entity' in argument
      ? entities.some(({ id }) => id === argument.entity)
      : !('fact' in argument) || facts.some(({ id }) => id === argument.fact)
  return fact.arguments.filter(known).map(({ role, ...filler }) => ({ role, accepts: [filler] }))
}

const listed = (attributes: Readonly<Record<string, string>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, [value]]))
