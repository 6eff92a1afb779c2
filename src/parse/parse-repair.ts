import type { Parse, Sentence, Tags } from '../doc/tokens.ts'

/** Relations that a verb has once. */
const ONCE = new Set(['nsubj', 'nsubj:pass', 'obj'])
const NOMINAL = new Set(['NOUN', 'PROPN'])

/**
 * Two nouns side by side are one compound, never coordinated: what joins *retail* and *sales* in *retail sales* would be a
 * comma or an *and* between them. Where the parser says `conj` of neighbours, or makes both the subject or the object of one
 * verb, the second becomes the head of the first.
 */
export function joinNeighbours(
  { head, deprel }: Parse,
  { upos }: Pick<Tags, 'upos'>,
  sentences: readonly Pick<Sentence, 'from' | 'to'>[],
): Parse {
  const heads = head.slice()
  const relations = [...deprel]
  for (const { from, to } of sentences) {
    for (let i = from + 1; i < to; i++) {
      const first = i - 1
      const joined = relations[i] === 'conj' && heads[i] === first
      const doubled = heads[i] === heads[first] && relations[i] === relations[first] && ONCE.has(relations[i]!)
      if (!joined && !doubled) continue
      if (!NOMINAL.has(upos[i]!) || !NOMINAL.has(upos[first]!)) continue
      heads[i] = heads[first]!
      relations[i] = relations[first]!
      heads[first] = i
      relations[first] = 'compound'
      for (let k = from; k < to; k++) if (heads[k] === first && k !== i) heads[k] = i
    }
  }
  return { head: heads, deprel: relations }
}
