import { z } from 'zod'
import { article, paragraphs, sentences, tokens } from '../../doc/layers.ts'
import { type Sentence, Tokens } from '../../doc/tokens.ts'
import { stage } from '../../stage/stage.ts'
import { readWithWink } from '../wink.ts'

/** Tokens with offsets and sentences, by wink-nlp. */
export default stage({
  name: 'tokens',
  needs: { article, paragraphs },
  gives: { tokens, sentences },
  options: z.strictObject({}),

  load() {
    return ({ article: { text }, paragraphs }) => {
      const start: number[] = []
      const end: number[] = []
      const owner: number[] = []
      const cuts: number[] = []
      paragraphs.forEach((paragraph, index) => {
        const read = readWithWink(text.slice(paragraph.start, paragraph.end))
        for (const first of read.sentenceStarts) cuts.push(start.length + first)
        for (let i = 0; i < read.start.length; i++) {
          start.push(paragraph.start + read.start[i]!)
          end.push(paragraph.start + read.end[i]!)
          owner.push(index)
        }
      })
      const all = new Tokens(text, Int32Array.from(start), Int32Array.from(end), Int32Array.from(owner))
      const found = cuts.map((from, i): Sentence => {
        const to = cuts[i + 1] ?? all.count
        return { ...all.span(from, to), from, to, paragraph: owner[from]!, zone: paragraphs[owner[from]!]!.zone }
      })
      return { tokens: all, sentences: found }
    }
  },
})
