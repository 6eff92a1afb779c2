import { z } from 'zod'
import { ruleMentions, sentences, tokens } from '../../doc/layers.ts'
import { bySpan } from '../../doc/span.ts'
import { stage } from '../../stage/stage.ts'
import { bracketedAcronyms, domainNames, exclaimedNames } from '../closed-forms.ts'

/** Names whose form alone tells what they are. */
export default stage({
  name: 'rules',
  needs: { tokens, sentences },
  gives: { ruleMentions },
  options: z.strictObject({}),

  load() {
    return ({ tokens, sentences }) => ({
      ruleMentions: [domainNames, bracketedAcronyms, exclaimedNames]
        .flatMap((find) => find(tokens, sentences))
        .sort(bySpan),
    })
  },
})
