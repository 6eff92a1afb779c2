import { z } from 'zod'
import type { NameMention } from '../../doc/entity.ts'
import { lexiconMentions, mentions, modelMentions, ruleMentions, tokens } from '../../doc/layers.ts'
import { stage } from '../../stage/stage.ts'
import { chooseMentions } from '../choose-mentions.ts'
import { inContext, readClassNouns } from '../context.ts'
import { readHeads, withSubtype } from '../subtype.ts'
import { withoutTickers } from '../tickers.ts'

/** One reading where the tagger, the lexicons and the rules overlap, and what a name's own words tell of its kind. */
export default stage({
  name: 'choose',
  needs: { tokens, byModel: modelMentions, byLexicon: lexiconMentions, byRule: ruleMentions },
  gives: { mentions },
  options: z.strictObject({}),

  load(_, resources) {
    const heads = readHeads(resources.lexicon('name-heads'))
    const nouns = readClassNouns(resources.lexicon('class-nouns'))
    return ({ tokens, byModel, byLexicon, byRule }) => {
      const heard: NameMention[] = []
      for (const source of [byModel, byLexicon, byRule]) for (const mention of source) heard.push(mention)
      const chosen: NameMention[] = []
      for (const mention of withoutTickers(chooseMentions(heard), tokens.source)) {
        const told = inContext(mention, tokens, nouns)
        chosen.push(withSubtype(told, tokens.source.slice(told.start, told.end), heads))
      }
      return { mentions: chosen }
    }
  },
})
