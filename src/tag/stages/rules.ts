import { z } from 'zod'
import { ruleMentions, sentences, tokens } from '../../doc/layers.ts'
import { bySpan } from '../../doc/span.ts'
import { stage } from '../../stage/stage.ts'
import { bracketedAcronyms, classedNames, domainNames, exclaimedNames } from '../closed-forms.ts'
import { readClassNouns } from '../context.ts'

/** Names whose form alone tells what they are. */
export default stage({
  name: 'rules',
  needs: { tokens, sentences },
  gives: { ruleMentions },
  options: z.strictObject({}),

  load(_, resources) {
    const nouns = readClassNouns(resources.lexicon('class-nouns'))
    return ({ tokens, sentences }) => ({
      ruleMentions: [domainNames, bracketedAcronyms, exclaimedNames, classedNames]
        .flatMap((find) => find(tokens, sentences, nouns))
        .sort(bySpan),
    })
  },
})
