import type { Sentence, Tags, Tokens } from '../doc/tokens.ts'
import { scoreLabels, viterbi } from './decode.ts'
import { describe } from './describe.ts'
import { type Found, kindOf, LABELS, spell } from './labels.ts'
import type { NameTagger } from './name-model.ts'

/** A name as the tagger found it. */
export interface FoundName extends Found {
  /** 0 to 1: how far its labels are ahead of those of other kinds. */
  score: number
}

/** The names of an article in order, by the trained tagger. */
export function findNames(
  { model, lists, classes }: NameTagger,
  tokens: Tokens,
  sentences: readonly Sentence[],
  tags: Pick<Tags, 'xpos'>,
): FoundName[] {
  const described = describe(tokens, sentences, tags, lists, classes)
  const found: FoundName[] = []
  for (const { from, to } of sentences) {
    if (from === to) continue
    const scores = scoreLabels(model, described, from, to)
    const labels = viterbi(scores, model.moves, to - from)
    for (const name of spell(labels, from, to - from)) {
      found.push({ ...name, score: lead(scores, labels, name, from) * model.unit })
    }
  }
  for (const name of found) name.score = Math.round(1000 / (1 + Math.exp(-name.score))) / 1000
  return found
}

/** By how much the chosen kind is ahead of the best other one, a token on average. */
function lead(scores: Int32Array, labels: Uint8Array, { from, to, kind }: Found, base: number): number {
  let sum = 0
  for (let i = from; i < to; i++) {
    const at = (i - base) * LABELS
    let other = scores[at]!
    for (let k = 1; k < LABELS; k++) if (kindOf(k) !== kind && scores[at + k]! > other) other = scores[at + k]!
    sum += scores[at + labels[i - base]!]! - other
  }
  return sum / (to - from)
}
