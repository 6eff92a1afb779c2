import { z } from 'zod'
import { clauses, parse, sentences, tags, tokens } from '../../doc/layers.ts'
import { stage } from '../../stage/stage.ts'
import { readClauses } from '../clauses.ts'
import { Governors } from '../governors.ts'
import { Tree } from '../tree.ts'

/** Who did what: every predicate with its arguments, voice, tense, modality and polarity. */
export default stage({
  name: 'clauses',
  needs: { tokens, sentences, tags, parse },
  gives: { clauses },
  options: z.strictObject({}),

  load(_, resources) {
    const words = (name: string): ReadonlySet<string> => new Set(resources.lexicon(name).map(({ word }) => word!))
    const lexicons = {
      governors: new Governors(resources.lexicon('governors')),
      agents: words('agents'),
      undergone: words('undergone'),
    }
    return ({ tokens, sentences, tags, parse }) => ({
      clauses: readClauses(Tree.of(tokens, tags, parse), sentences, lexicons),
    })
  },
})
