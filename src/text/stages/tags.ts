import { z } from 'zod'
import { sentences, tags, tokens } from '../../doc/layers.ts'
import type { Tags } from '../../doc/tokens.ts'
import { stage } from '../../stage/stage.ts'
import { tagWithWink } from '../wink-tags.ts'

/** Part of speech and lemma by wink-nlp: smaller and plainer than a trained tagger, on any tokens. */
export default stage({
  name: 'tags',
  needs: { tokens, sentences },
  gives: { tags },
  options: z.strictObject({}),

  load() {
    return ({ tokens, sentences }) => {
      const found = { upos: new Array<string>(tokens.count), xpos: [], lemma: [] }
      const all: { [K in keyof Tags]: string[] } = found
      for (const sentence of sentences) tagWithWink(tokens, sentence, all)
      return { tags: all }
    }
  },
})
