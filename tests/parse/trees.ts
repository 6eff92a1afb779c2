import { type Parse, type Sentence, type Tags, Tokens } from '../../src/doc/tokens.ts'
import { Tree } from '../../src/parse/tree.ts'

/**
 * A tree written down: a token a line, as `word lemma XPOS UPOS head relation`, heads numbered from 1, 0 for the root.
 * The text is the words joined by blanks.
 */
export function treeOf(written: string): {
  tree: Tree
  sentences: Sentence[]
  tokens: Tokens
  tags: Tags
  parse: Parse
} {
  const rows = written
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
  const start: number[] = []
  const end: number[] = []
  let text = ''
  for (const [word] of rows) {
    if (text !== '') text += ' '
    start.push(text.length)
    text += word!
    end.push(text.length)
  }
  const tokens = new Tokens(text, Int32Array.from(start), Int32Array.from(end), new Int32Array(rows.length))
  const column = (k: number): string[] => rows.map((row) => row[k]!)
  const tags = { lemma: column(1), xpos: column(2), upos: column(3) }
  const parse = { head: Int32Array.from(rows, (row) => Number(row[4]) - 1), deprel: column(5) }
  const sentences = [{ ...tokens.span(0, rows.length), from: 0, to: rows.length, paragraph: 0, zone: 'body' as const }]
  return { tree: new Tree(tokens, tags, parse), sentences, tokens, tags, parse }
}
