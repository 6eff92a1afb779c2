import type { Parse, Sentence, Tags, Tokens } from '../doc/tokens.ts'

/**
 * The trees of an article as CoNLL-U (https://universaldependencies.org/format.html): no features, no enhanced
 * dependencies; `SpaceAfter=No` where no blank follows. A root that is not a sentence's first (a long sentence is parsed
 * in parts) hangs on the first one as `parataxis`, as the format wants one root.
 */
export function toConllu(
  id: string,
  tokens: Tokens,
  sentences: readonly Sentence[],
  { lemma, upos, xpos }: Tags,
  { head, deprel }: Parse,
): string {
  const lines: string[] = [`# newdoc id = ${id}`]
  sentences.forEach(({ start, end, from, to }, s) => {
    lines.push(`# sent_id = ${id}-${s + 1}`, `# text = ${tokens.source.slice(start, end).replace(/\s+/g, ' ')}`)
    let root = -1
    for (let i = from; i < to; i++) {
      let governor = head[i]!
      let relation = deprel[i]!
      if (governor < 0 && root >= 0) {
        governor = root
        relation = 'parataxis'
      } else if (governor < 0) root = i
      const misc = i + 1 < to && !tokens.spaced(i + 1) ? 'SpaceAfter=No' : '_'
      const place = governor < 0 ? 0 : governor - from + 1
      const cells = [i - from + 1, tokens.text(i), lemma[i]!, upos[i]!, xpos[i]!, '_', place, relation, '_', misc]
      lines.push(cells.join('\t'))
    }
    lines.push('')
  })
  return `${lines.join('\n')}\n`
}
