import { z } from 'zod'
import type { Block } from '../../doc/article.ts'
import { article, paragraphs } from '../../doc/layers.ts'
import type { Paragraph } from '../../doc/tokens.ts'
import { stage } from '../../stage/stage.ts'
import { goesOn, type Line } from '../wrapped-lines.ts'

/**
 * Cuts the article's blocks at line ends; white space at the edges and empty lines belong to no paragraph. Lines of one
 * sentence, and lines set in a column, are one paragraph (`lines: "keep"` takes every line for one).
 */
export default stage({
  name: 'paragraphs',
  needs: { article },
  gives: { paragraphs },
  options: z.strictObject({ lines: z.enum(['join', 'keep']).default('join') }),

  load({ lines: how }) {
    return ({ article: { text, blocks } }) => {
      const found: Paragraph[] = []
      for (const block of blocks) {
        const lines = linesOf(text, block)
        const joined = how === 'join' && lines.length > 1 ? goesOn(text, lines) : []
        for (let i = 0; i < lines.length; i++) {
          const { start, end } = lines[i]!
          if (joined[i]) found[found.length - 1]!.end = end
          else found.push({ start, end, zone: block.zone })
        }
      }
      return { paragraphs: found }
    }
  },
})

function linesOf(text: string, block: Block): Line[] {
  const lines: Line[] = []
  let from = block.start
  let apart = true
  while (from < block.end) {
    let to = from
    while (to < block.end && !endsLine(text.charCodeAt(to))) to++
    const line = text.slice(from, to)
    const start = from + line.length - line.trimStart().length
    const end = from + line.trimEnd().length
    if (start < end) {
      lines.push({ start, end, indent: start - from, apart })
      apart = false
    } else apart = true
    // The two characters of CRLF end one line.
    from = to + (text[to] === '\r' && text[to + 1] === '\n' ? 2 : 1)
  }
  return lines
}

const endsLine = (code: number): boolean =>
  code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029
