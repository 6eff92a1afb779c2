import type { Sentence, Tags, Tokens } from '../doc/tokens.ts'
import { scoreAgain, scoreLabels, viterbi } from './decode.ts'
import { describe } from './describe.ts'
import type { Described } from './described.ts'
import { type Found, kindOf, LABELS, spell } from './labels.ts'
import { hashTokens } from './name-lists.ts'
import type { NameModel, NameTagger } from './name-model.ts'
import { gatherFirstLook } from './second-look.ts'

/** A name as the tagger found it. */
export interface FoundName extends Found {
  /** 0 to 1: how far its labels are ahead of those of other kinds. */
  score: number
  /** The lists on which the whole name stands, as bits of `LISTS`. */
  lists: number
}

/** The names of an article in order, by the trained tagger. */
export function findNames(
  { model, moves, lists, classes }: NameTagger,
  tokens: Tokens,
  sentences: readonly Sentence[],
  tags: Pick<Tags, 'xpos'>,
): FoundName[] {
  const described = describe(tokens, sentences, tags, lists, classes)
  const first = new Uint8Array(described.count)
  const base = new Int16Array(described.count * LABELS)
  const width = 2 * LABELS
  const named = sentences.filter(({ from, to }) => hasCapital(described, from, to))
  for (const { from, to } of named) {
    const scores = scoreLabels(model, described, from, to, width)
    first.set(viterbi(scores, model.moves, to - from, width), from)
    for (let i = from; i < to; i++) {
      const at = (i - from) * width + LABELS
      for (let k = 0; k < LABELS; k++) base[i * LABELS + k] = scores[at + k]!
    }
  }
  const seen = gatherFirstLook(described, first)
  const found: FoundName[] = []
  for (const { from, to } of named) {
    const scores = scoreAgain(model, described, seen, base, from, to)
    const labels = viterbi(scores, moves, to - from)
    for (const name of spell(labels, from, to - from)) {
      const ahead = lead(scores, labels, name, from) * model.unit
      found.push({
        ...name,
        score: Math.round(1000 / (1 + Math.exp(-ahead))) / 1000,
        lists: lists.maskOf(hashTokens(described.lower, name.from, name.to)),
      })
    }
  }
  return found
}

/** The labels of every token at a first look, by a model of its own. */
export function firstLabels(model: NameModel, described: Described, sentences: readonly Sentence[]): Uint8Array {
  const all = new Uint8Array(described.count)
  for (const { from, to } of sentences) {
    if (!hasCapital(described, from, to)) continue
    all.set(viterbi(scoreLabels(model, described, from, to, LABELS), model.moves, to - from), from)
  }
  return all
}

/** A sentence without a capital or a digit names nothing that the tagger could know. */
function hasCapital({ capital }: Described, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (capital[i]! & 3) return true
  return false
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
