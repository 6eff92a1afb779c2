import { z } from 'zod'
import { parse, sentences, tags, tokens } from '../../doc/layers.ts'
import { stage } from '../../stage/stage.ts'
import { Clusters } from '../clusters.ts'
import { readParseModel } from '../parse-model.ts'
import { Parser } from '../parser.ts'
import { describeWords } from '../words.ts'

/** A dependency tree for every sentence, by a trained parser. */
export default stage({
  name: 'parse',
  needs: { tokens, sentences, tags },
  gives: { parse },
  options: z.strictObject({ model: z.string().default('parser-en') }),

  load({ model: name }, resources) {
    const { card, weights } = resources.model(name)
    const parser = new Parser(readParseModel(card, weights))
    return ({ tokens, sentences, tags }) => ({
      parse: parser.parse(describeWords(tokens, sentences, Clusters.none()), tags, sentences),
    })
  },
})
