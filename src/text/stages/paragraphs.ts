import { z } from 'zod'
import { article, paragraphs } from '../../doc/layers.ts'
import type { Paragraph } from '../../doc/tokens.ts'
import { stage } from '../../stage/stage.ts'

const LINE = /[^\r\n\u0085\u2028\u2029]+/g

/** Cuts the article's blocks at line ends; white space at the edges and empty lines belong to no paragraph. */
export default stage({
  name: 'paragraphs',
  needs: { article },
  gives: { paragraphs },
  options: z.strictObject({}),

  load() {
    return ({ article: { text, blocks } }) => {
      const found: Paragraph[] = []
      for (const block of blocks) {
        for (const { 0: line, index } of text.slice(block.start, block.end).matchAll(LINE)) {
          const trimmed = line.trim()
          if (trimmed === '') continue
          const start = block.start + index + line.indexOf(trimmed)
          found.push({ start, end: start + trimmed.length, zone: block.zone })
        }
      }
      return { paragraphs: found }
    }
  },
})
