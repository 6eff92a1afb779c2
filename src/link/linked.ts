import type { Document } from '../doc/document.ts'
import type { Entity } from '../doc/entity.ts'
import { entities, links } from '../doc/layers.ts'

/** The entities of a document with their links, where a stage has linked them. */
export function linkedEntities(document: Document): readonly Entity[] {
  const all = document.get(entities)
  if (!document.has(links)) return all
  const linked = document.get(links)
  const found: Entity[] = []
  for (const { id, type, subtype, name, aliases, mentions, salience, confidence, links: own } of all) {
    const links = [...(linked.get(id) ?? own)]
    found.push({ id, type, subtype, name, aliases, mentions, salience, confidence, links })
  }
  return found
}
