import { z } from 'zod'
import type { EntityType, NameMention } from '../../doc/entity.ts'
import { modelMentions, sentences, tags, tokens } from '../../doc/layers.ts'
import { stage } from '../../stage/stage.ts'
import { KINDS } from '../labels.ts'
import { nameTaggerOf, readNameTables } from '../name-model.ts'
import { findNames } from '../names.ts'
import { type Heads, listedSubtype, natureOf, readHeads } from '../subtype.ts'

/** Names by the trained tagger. */
export default stage({
  name: 'model',
  needs: { tokens, sentences, tags },
  gives: { modelMentions },
  options: z.strictObject({ model: z.string().default('names-en') }),

  load({ model: name }, resources) {
    const tagger = nameTaggerOf(resources.sharedModel(name, readNameTables))
    const heads = readHeads(resources.lexicon('name-heads'))
    return ({ tokens, sentences, tags }) => {
      const modelMentions: NameMention[] = []
      for (const { from, to, kind, score, lists } of findNames(tagger, tokens, sentences, tags)) {
        const { start, end } = tokens.span(from, to)
        const type = typeOf(KINDS[kind]!, tokens.source.slice(start, end), heads)
        modelMentions.push({ start, end, type, subtype: listedSubtype(type, lists), source: 'model', score })
      }
      return { modelMentions }
    }
  },
})

/** The tagger's own type; what it calls miscellaneous is an event or a product by its head word. */
function typeOf(kind: (typeof KINDS)[number], name: string, heads: Heads): EntityType {
  if (kind !== 'misc') return kind
  return natureOf(name, heads)?.type === 'event' ? 'event' : 'product'
}
