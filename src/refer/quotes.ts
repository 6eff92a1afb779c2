import type { Tokens } from '../doc/tokens.ts'

const OPENING = new Set(['“', '«', '``', '„'])
const CLOSING = new Set(['”', '»', "''"])
const STRAIGHT = '"'

/**
 * Which quotation every token stands in, numbered from 1; 0 outside. One that a paragraph leaves open goes on in the next
 * if that opens with a mark of its own, as newspapers do.
 */
export function findQuotes(tokens: Tokens): Int32Array {
  const quoteOf = new Int32Array(tokens.count)
  let last = 0
  let open = 0
  let unclosed = 0
  for (let i = 0; i < tokens.count; i++) {
    const isFirst = i > 0 && tokens.paragraph[i] !== tokens.paragraph[i - 1]
    if (isFirst) {
      unclosed = open
      open = 0
    }
    const c = tokens.source.charCodeAt(tokens.start[i]!)
    if (c > 96 && c < 128) {
      // a word
      quoteOf[i] = open
      continue
    }
    const text = tokens.text(i)
    if (OPENING.has(text) || (text === STRAIGHT && open === 0)) {
      open = unclosed > 0 && isFirst ? unclosed : ++last
      unclosed = 0
    } else if (CLOSING.has(text) || text === STRAIGHT) open = 0
    else quoteOf[i] = open
  }
  return quoteOf
}
