import { z } from 'zod'
import { article, paragraphs } from '../../doc/layers.ts'
import { stage } from '../../stage/stage.ts'
import { paragraphsOf } from '../lines.ts'

/** Cuts the article's blocks at line ends; white space at the edges and empty lines belong to no paragraph. */
export default stage({
  name: 'paragraphs',
  needs: { article },
  gives: { paragraphs },
  options: z.strictObject({}),

  load() {
    return ({ article: { text, blocks } }) => ({
      paragraphs: blocks.flatMap((block) => paragraphsOf(text, block).map((span) => ({ ...span, zone: block.zone }))),
    })
  },
})
