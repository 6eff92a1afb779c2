import { z } from 'zod'
import { article, paragraphs, tokens } from '../../doc/layers.ts'
import { Tokens } from '../../doc/tokens.ts'
import { stage } from '../../stage/stage.ts'
import { scan } from '../scan.ts'
import { readWordParts } from '../word-parts.ts'

/** Tokens with exact offsets, cut as the English treebanks of Universal Dependencies cut them. */
export default stage({
  name: 'tokens',
  needs: { article, paragraphs },
  gives: { tokens },
  options: z.strictObject({
    /** Abbreviations that the lexicon lacks, with their stop or without. */
    abbreviations: z.array(z.string().min(1)).default([]),
  }),

  load({ abbreviations }, resources) {
    const parts = readWordParts(resources, abbreviations)
    return ({ article: { text }, paragraphs }) => {
      let start = new Int32Array(Math.max(64, text.length >> 2))
      let end = new Int32Array(start.length)
      let owner = new Int32Array(start.length)
      let count = 0
      for (let index = 0; index < paragraphs.length; index++) {
        scan(text, paragraphs[index]!.start, paragraphs[index]!.end, parts, (from, to) => {
          if (count === start.length) {
            start = longer(start)
            end = longer(end)
            owner = longer(owner)
          }
          start[count] = from
          end[count] = to
          owner[count++] = index
        })
      }
      return { tokens: new Tokens(text, start.slice(0, count), end.slice(0, count), owner.slice(0, count)) }
    }
  },
})

function longer(array: Int32Array): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(array.length * 2)
  copy.set(array)
  return copy
}
