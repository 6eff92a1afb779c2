import { z } from 'zod'
import { parse, sentences, tags, tokens, words } from '../../doc/layers.ts'
import { stage } from '../../stage/stage.ts'
import { parseModelOf, readParseTables } from '../parse-model.ts'
import { repair } from '../parse-repair.ts'
import { Parser } from '../parser.ts'
import { cutLong, LONGEST } from '../parts.ts'

/** A dependency tree for every sentence, by a trained parser; several for one that is very long, with a notice. */
export default stage({
  name: 'parse',
  needs: { tokens, sentences, tags, words },
  gives: { parse },
  options: z.strictObject({ model: z.string().default('parser-en') }),

  load({ model: name }, resources) {
    const parser = new Parser(parseModelOf(resources.sharedModel(name, readParseTables)))
    return ({ tokens, sentences, tags, words }, say) => {
      const { parts, long } = cutLong(sentences, tags.xpos)
      for (const { start, end } of long) {
        say.notice({ code: 'parse/long-sentence', start, end, detail: `parsed in parts of ${LONGEST} tokens at most` })
      }
      const found = parser.parse(words, tags, parts)
      const { head, deprel } = repair(found, tokens, tags, parts)
      return { parse: found.doubted ? { head, deprel, doubted: found.doubted } : { head, deprel } }
    }
  },
})
