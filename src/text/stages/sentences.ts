import { z } from 'zod'
import { paragraphs, sentences, tokens } from '../../doc/layers.ts'
import type { Sentence } from '../../doc/tokens.ts'
import { stage } from '../../stage/stage.ts'
import { readGapModel } from '../gap-model.ts'
import { SentenceEnds } from '../sentence-ends.ts'
import { readSentenceWords } from '../sentence-words.ts'

/** Cuts paragraphs into sentences; the end of a paragraph always ends one. */
export default stage({
  name: 'sentences',
  needs: { paragraphs, tokens },
  gives: { sentences },
  options: z.strictObject({
    /** Sees sentences that begin without a sign; `null` leaves it to the rules. */
    model: z.string().nullable().default('sentences-en'),
    /** The log odds, in sixteenths, from which on the model is believed. */
    threshold: z.number().default(12),
  }),

  load({ model: name, threshold }, resources) {
    const words = readSentenceWords(resources)
    const files = name === null ? undefined : resources.model(name)
    const model = files && readGapModel(files.card, files.weights)
    return ({ paragraphs, tokens }) => {
      const found: Sentence[] = []
      let from = 0
      while (from < tokens.count) {
        const paragraph = tokens.paragraph[from]!
        let to = from + 1
        while (to < tokens.count && tokens.paragraph[to] === paragraph) to++
        const starts = new SentenceEnds(tokens, words, from, to, model, threshold).starts()
        const { zone } = paragraphs[paragraph]!
        for (let k = 0; k < starts.length; k++) {
          const first = starts[k]!
          const behind = starts[k + 1] ?? to
          const { start, end } = tokens.span(first, behind)
          found.push({ start, end, from: first, to: behind, paragraph, zone })
        }
        from = to
      }
      return { sentences: found }
    }
  },
})
