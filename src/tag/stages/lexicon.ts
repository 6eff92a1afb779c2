import { z } from 'zod'
import { lexiconMentions, sentences, tokens } from '../../doc/layers.ts'
import { stage } from '../../stage/stage.ts'
import { readNameLexicon } from '../name-lexicon.ts'

/** Names of lists: those that come with factwire, and a user's own (`./mine.tsv`, beside the pipeline file). */
export default stage({
  name: 'lexicon',
  needs: { tokens, sentences },
  gives: { lexiconMentions },
  options: z.strictObject({ lists: z.array(z.string()).default(['names']) }),

  load({ lists }, resources) {
    const lexicon = readNameLexicon(lists.map((list) => ({ list, rows: resources.lexicon(list) })))
    return ({ tokens, sentences }) => ({ lexiconMentions: lexicon.find(tokens, sentences) })
  },
})
