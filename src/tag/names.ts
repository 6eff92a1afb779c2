import type { Sentence, Tags, Tokens } from '../doc/tokens.ts'
import { BOTH, scoreFirstLook, scoreWords, viterbi } from './decode.ts'
import { describe } from './describe.ts'
import type { Described } from './described.ts'
import { type Found, kindOf, LABELS, spell } from './labels.ts'
import { hashTokens } from './name-lists.ts'
import type { NameTagger } from './name-model.ts'
import { gatherFirstLook } from './second-look.ts'
import { type Stretch, stretchesOf } from './stretches.ts'
import { type NameModel, tableOf } from './weight-table.ts'

/** A name as the tagger found it. */
export interface FoundName extends Found {
  /** 0 to 1: how far its labels are ahead of those of other kinds. */
  score: number
  /** The lists on which the whole name stands, as bits of `LISTS`. */
  lists: number
}

/** The names of an article in order, by the trained tagger. */
export function findNames(
  { table, firstMoves, moves, unit, lists, classes }: NameTagger,
  tokens: Tokens,
  sentences: readonly Sentence[],
  tags: Pick<Tags, 'xpos'>,
): FoundName[] {
  const described = describe(tokens, sentences, tags, lists, classes)
  const stretches = stretchesOf(described, sentences)
  const first = new Uint8Array(described.count)
  const sums = stretches.map((stretch) => scoreWords(table, described, stretch, BOTH))
  stretches.forEach(({ from, to }, s) => {
    first.set(viterbi(sums[s]!, firstMoves, to - from, BOTH), from)
  })
  const seen = gatherFirstLook(described, first)
  const found: FoundName[] = []
  stretches.forEach((stretch, s) => {
    const { from, to } = stretch
    const scores = sums[s]!
    scoreFirstLook(table, described, seen, stretch, scores)
    const labels = viterbi(scores, moves, to - from, BOTH, LABELS)
    for (const name of spell(labels, from, to - from)) {
      const ahead = lead(scores, labels, name, from) * unit
      found.push({
        ...name,
        score: Math.round(1000 / (1 + Math.exp(-ahead))) / 1000,
        lists: lists.maskOf(hashTokens(described.lower, name.from, name.to)),
      })
    }
  })
  return found
}

/** The labels of every token at a first look, by a model of its own. */
export function firstLabels(model: NameModel, described: Described, stretches: readonly Stretch[]): Uint8Array {
  const all = new Uint8Array(described.count)
  const table = tableOf(model)
  for (const stretch of stretches) {
    const sums = scoreWords(table, described, stretch, LABELS)
    all.set(viterbi(sums, model.moves, stretch.to - stretch.from), stretch.from)
  }
  return all
}

/** By how much the chosen kind is ahead of the best other one, a token on average. */
function lead(scores: Int32Array, labels: Uint8Array, { from, to, kind }: Found, base: number): number {
  let sum = 0
  for (let i = from; i < to; i++) {
    const at = (i - base) * BOTH + LABELS
    let other = scores[at]!
    for (let k = 1; k < LABELS; k++) if (kindOf(k) !== kind && scores[at + k]! > other) other = scores[at + k]!
    sum += scores[at + labels[i - base]!]! - other
  }
  return sum / (to - from)
}
