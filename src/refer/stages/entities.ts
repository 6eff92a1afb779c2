import { z } from 'zod'
import type { Entity, EntityMention } from '../../doc/entity.ts'
import { clauses, entities, mentions, parse, sentences, tags, tokens } from '../../doc/layers.ts'
import type { Tokens } from '../../doc/tokens.ts'
import { Tree } from '../../parse/tree.ts'
import { stage } from '../../stage/stage.ts'
import { describeFigures } from '../describe.ts'
import type { Figure, Named } from '../figure.ts'
import { gatherNames } from '../gather.ts'
import { loadKnowledge } from '../knowledge.ts'
import { findRepeats } from '../repeats.ts'
import { resolveReferences } from '../resolve.ts'
import { Scene } from '../scene.ts'
import { resolveSpeakers } from '../speakers.ts'
import { trimName } from '../trim.ts'

/** Who is who: the names, common nouns and pronouns of each thing, gathered under its fullest name. */
export default stage({
  name: 'entities',
  needs: { tokens, sentences, tags, mentions, parse, clauses },
  gives: { entities },
  options: z.strictObject({}),

  load(_, resources) {
    const knowledge = loadKnowledge(resources)
    return ({ tokens, sentences, tags, mentions, parse, clauses }) => {
      const named: Named[] = []
      for (const mention of mentions) {
        const name = trimName(mention, tokens, knowledge)
        if (name) named.push(name)
      }
      for (const name of findRepeats(named, tokens)) named.push(name)
      const figures = gatherNames(
        named.sort((a, b) => a.start - b.start),
        tokens,
        knowledge,
      )
      const scene = new Scene(Tree.of(tokens, tags, parse), sentences, clauses, figures, knowledge)
      describeFigures(scene)
      resolveReferences(scene)
      resolveSpeakers(scene)
      const found: Entity[] = []
      for (const figure of figures) found.push(entityOf(figure, tokens))
      found.sort(byFirst)
      for (let i = 0; i < found.length; i++) found[i]!.id = `E${i + 1}`
      return { entities: found }
    }
  },
})

const byFirst = (a: Entity, b: Entity): number => a.mentions[0]!.start - b.mentions[0]!.start

function entityOf(figure: Figure, tokens: Tokens): Entity {
  const { type, subtype, name } = figure
  const spans = new Map(figure.names.map((one) => [one.from, one]))
  const mentions: EntityMention[] = []
  for (const { from, to, kind } of [...figure.references].sort((a, b) => a.from - b.from)) {
    const known: Named | undefined = kind === 'name' ? spans.get(from) : undefined
    const start = known ? known.start : tokens.start[from]!
    const end = known ? known.end : tokens.end[to - 1]!
    mentions.push({ start, end, text: tokens.source.slice(start, end), kind })
  }
  return {
    id: '',
    type,
    subtype,
    name,
    aliases: [...new Set(figure.names.map(({ form }) => form))].filter((form) => form !== name),
    mentions,
    salience: Math.round((mentions.length / (mentions.length + 10)) * 100) / 100,
    confidence: Math.min(1, Math.max(...figure.names.map(({ score }) => score))),
    links: [],
  }
}
