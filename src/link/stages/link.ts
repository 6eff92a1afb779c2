import { z } from 'zod'
import type { Entity, Link } from '../../doc/entity.ts'
import { entities, links } from '../../doc/layers.ts'
import { stage } from '../../stage/stage.ts'
import { chooseLinks } from '../choose-link.ts'
import { type Kb, nameKeyOf } from '../kb-file.ts'
import { readKbs } from '../read-kbs.ts'

/**
 * What an entity is in knowledge bases: files made by `factwire link build` under `kb/` beside the pipeline, and dictionaries
 * of one's own (`./mine.csv`, `./mine.jsonl`), which are believed first. Nothing where unsure.
 */
export default stage({
  name: 'link',
  needs: { entities },
  gives: { links },
  options: z.strictObject({
    /** Names of files under `kb/`, or paths. */
    files: z.array(z.string()).default(['places']),
    dictionaries: z.array(z.string()).default([]),
  }),

  load({ files, dictionaries }, resources) {
    const { kbs, countries } = readKbs(resources, files, dictionaries)
    return ({ entities }) => {
      const spoken = new Set(entities.flatMap((entity) => countryOf(entity, countries) ?? []))
      const found = new Map<string, readonly Link[]>()
      for (const entity of entities) {
        const linked = linksOf(entity, kbs, spoken)
        if (linked.length > 0) found.set(entity.id, linked)
      }
      return { links: found }
    }
  },
})

/** The links by the first of its names that anything goes by, the fullest first. */
function linksOf(entity: Entity, kbs: readonly Kb[], spoken: ReadonlySet<string>): Link[] {
  const linked = new Map<string, Link>()
  for (const name of [entity.name, ...entity.aliases]) {
    for (const kb of kbs)
      for (const link of chooseLinks(entity, kb.lookup(name), spoken))
        if (!linked.has(link.kb)) linked.set(link.kb, link)
    if (linked.size > 0) break
  }
  return [...linked.values()]
}

/** The code of the country an entity is, or whose people it is. */
function countryOf({ type, name, aliases }: Entity, countries: ReadonlyMap<string, string>): string | undefined {
  if (type !== 'place' && type !== 'group') return undefined
  for (const form of [name, ...aliases]) {
    const code = countries.get(nameKeyOf(form)) ?? countries.get(nameKeyOf(form).replace(/s$/, ''))
    if (code !== undefined) return code
  }
  return undefined
}
