import type { Sentence, Tags, Tokens } from '../doc/tokens.ts'
import { movesInOrder, scoreFirstLook, scoreWords, viterbi } from './decode.ts'
import { describe } from './describe.ts'
import type { Described } from './described.ts'
import { type Found, kindOf, LABELS, spell } from './labels.ts'
import type { NameTagger } from './name-model.ts'
import { gatherFirstLook } from './second-look.ts'
import { type Stretch, stretchesOf } from './stretches.ts'
import { type NameModel, secondSum, tableOf } from './weight-table.ts'
import { hashTokens } from './word-hash.ts'
import { WordSums } from './word-sums.ts'

/** A name as the tagger found it. */
export interface FoundName extends Found {
  /** 0 to 1: how far its labels are ahead of those of other kinds. */
  score: number
  /** The lists on which the whole name stands, as bits of `LISTS`. */
  lists: number
}

/** The names of an article in order, by the trained tagger. */
export function findNames(
  { table, firstMoves, moves, unit, lists, book, words }: NameTagger,
  tokens: Tokens,
  sentences: readonly Sentence[],
  tags: Pick<Tags, 'xpos'>,
): FoundName[] {
  if (book.open()) words.clear()
  const described = describe(tokens, sentences, tags, lists, book)
  const stretches = stretchesOf(described, sentences)
  const first = new Uint8Array(described.count)
  const sums: Int32Array[] = []
  for (const stretch of stretches) {
    const scores = scoreWords(table, words, described, stretch)
    sums.push(scores)
    first.set(viterbi(scores, firstMoves, stretch.to - stretch.from, 'first'), stretch.from)
  }
  const seen = gatherFirstLook(described, first)
  const found: FoundName[] = []
  for (let s = 0; s < stretches.length; s++) {
    const stretch = stretches[s]!
    const { from, to } = stretch
    const scores = sums[s]!
    scoreFirstLook(table, described, seen, stretch, scores)
    const labels = viterbi(scores, moves, to - from, 'second')
    for (const name of spell(labels, from, to - from)) {
      const ahead = lead(scores, labels, name, from) * unit
      found.push({
        from: name.from,
        to: name.to,
        kind: name.kind,
        score: Math.round(1000 / (1 + Math.exp(-ahead))) / 1000,
        lists: lists.maskOf(hashTokens(described.lower, name.from, name.to)),
      })
    }
  }
  return found
}

/** Gives the labels of every token at a first look, by a model of its own. All articles are described by one book. */
export function firstLooker(model: NameModel): (described: Described, stretches: readonly Stretch[]) => Uint8Array {
  const table = tableOf(model)
  const words = new WordSums(table)
  const moves = movesInOrder(model.moves)
  return (described, stretches) => {
    const all = new Uint8Array(described.count)
    for (const stretch of stretches) {
      const sums = scoreWords(table, words, described, stretch)
      all.set(viterbi(sums, moves, stretch.to - stretch.from, 'first'), stretch.from)
    }
    return all
  }
}

/** By how much the chosen kind is ahead of the best other one at the second look, a token on average. */
function lead(sums: Int32Array, labels: Uint8Array, { from, to, kind }: Found, base: number): number {
  let ahead = 0
  for (let i = from; i < to; i++) {
    const at = (i - base) * LABELS
    let other = secondSum(sums[at]!)
    for (let k = 1; k < LABELS; k++) if (kindOf(k) !== kind) other = Math.max(other, secondSum(sums[at + k]!))
    ahead += secondSum(sums[at + labels[i - base]!]!) - other
  }
  return ahead / (to - from)
}
