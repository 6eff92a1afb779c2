import { z } from 'zod'
import { sentences, tags, tokens, words } from '../../doc/layers.ts'
import { stage } from '../../stage/stage.ts'
import { Clusters } from '../clusters.ts'
import { lemmaOf } from '../lemma.ts'
import { readTagModel } from '../tag-model.ts'
import { findVerbs } from '../tag-repair.ts'
import { tagWords } from '../tagger.ts'
import { describeWords } from '../words.ts'

/** Part of speech of every token, by a trained tagger, and the lemma that follows from it. */
export default stage({
  name: 'tags',
  needs: { tokens, sentences },
  gives: { tags, words },
  options: z.strictObject({ words: z.string().default('words-en'), model: z.string().default('tags-en') }),

  load({ model: name, words: classes }, resources) {
    const clusters = Clusters.read(resources.model(classes).weights)
    const { card, weights } = resources.model(name)
    const model = readTagModel(card, weights)
    const xposOf = model.tags.map((tag) => tag.split(' ')[0]!)
    const uposOf = model.tags.map((tag) => tag.split(' ')[1]!)
    return ({ tokens, sentences }) => {
      const seen = describeWords(tokens, sentences, clusters)
      const chosen = tagWords(model, seen, sentences)
      findVerbs(model, seen, sentences, chosen)
      const upos = new Array<string>(tokens.count)
      const xpos = new Array<string>(tokens.count)
      const lemma = new Array<string>(tokens.count)
      for (let i = 0; i < tokens.count; i++) {
        upos[i] = uposOf[chosen[i]!]!
        xpos[i] = xposOf[chosen[i]!]!
        lemma[i] = lemmaOf(tokens.lower(i), xpos[i]!, model.lemmas)
      }
      return { tags: { upos, xpos, lemma }, words: seen }
    }
  },
})
