import { type EntityType, type NameMention, nameMention } from '../doc/entity.ts'
import type { Sentence, Tokens } from '../doc/tokens.ts'
import type { OnnxSession } from './onnx-session.ts'
import type { WordPieces } from './word-pieces.ts'

/** What a model calls its labels -> the types of the contract. */
export const LABEL_TYPES: Readonly<Record<string, EntityType>> = {
  PER: 'person',
  PERSON: 'person',
  ORG: 'organization',
  ORGANIZATION: 'organization',
  LOC: 'place',
  LOCATION: 'place',
  GPE: 'place',
  PLACE: 'place',
  FAC: 'place',
  NORP: 'group',
  PRODUCT: 'product',
  WORK_OF_ART: 'product',
  LAW: 'product',
  EVENT: 'event',
}

export interface OnnxTagger {
  session: OnnxSession
  pieces: WordPieces
  /** By the number of the label. */
  labels: readonly OnnxLabel[]
  /** Pieces the model sees at once, at most. */
  window: number
  /** Pieces that a window shares with the one before. */
  overlap: number
}

export interface OnnxLabel {
  /** Does a name begin, or go on? `outside` also for types that are not asked for. */
  part: 'begin' | 'inside' | 'outside'
  type: EntityType | undefined
}

/** `B-PER`, `I-ORG`, `S-LOC`, `E-MISC`, `O`. */
export function readLabel(label: string, types: Readonly<Record<string, EntityType>>): OnnxLabel {
  const [, part, name = ''] = /^([BIESLU])-(.+)$/.exec(label) ?? []
  const type = types[name.toUpperCase()]
  if (part === undefined || type === undefined) return { part: 'outside', type: undefined }
  return { part: part === 'B' || part === 'S' || part === 'U' ? 'begin' : 'inside', type }
}

/** A stretch of tokens that the model sees at once: `from` (inclusive) to `to` (exclusive). */
export interface Window {
  from: number
  to: number
}

/** Windows over tokens of so many pieces each: as long as fits, each with `overlap` pieces of the one before. */
export function windowsOf(sizes: ArrayLike<number>, room: number, overlap: number): Window[] {
  const windows: Window[] = []
  for (let from = 0; from < sizes.length; ) {
    let to = from
    let used = 0
    while (to < sizes.length && (used + sizes[to]! <= room || to === from)) used += sizes[to++]!
    windows.push({ from, to })
    if (to === sizes.length) break
    let back = to
    for (let shared = 0; back - 1 > from && shared + sizes[back - 1]! <= overlap; back--) shared += sizes[back - 1]!
    from = back
  }
  return windows
}

/** The names of an article, by a token classification model: each token as the window sees it in which it stands most inside. */
export function tagWithOnnx(tagger: OnnxTagger, tokens: Tokens, sentences: readonly Sentence[]): NameMention[] {
  const { pieces, labels } = tagger
  const { count } = tokens
  const ids = Array.from({ length: count }, (_, i) => pieces.of(tokens.text(i)).slice(0, tagger.window - 2))
  const label = new Int32Array(count)
  const score = new Float32Array(count)
  const inside = new Int32Array(count).fill(-1)
  const sizes = ids.map((list) => list.length)
  for (const { from, to } of windowsOf(sizes, tagger.window - 2, tagger.overlap)) {
    const row = [pieces.start, ...ids.slice(from, to).flat(), pieces.end]
    const { logits, width } = tagger.session.run(row)
    let at = 1
    for (let i = from; i < to; at += sizes[i]!, i++) {
      const depth = Math.min(i - from, to - 1 - i)
      if (depth <= inside[i]!) continue
      inside[i] = depth
      const best = bestOf(logits, at * width, Math.min(width, labels.length))
      label[i] = best.label
      score[i] = best.probability
    }
  }
  return sentences.flatMap(({ from, to }) => spell(tokens, labels, label, score, from, to))
}

function bestOf(logits: Float32Array, from: number, width: number): { label: number; probability: number } {
  let label = 0
  for (let k = 1; k < width; k++) if (logits[from + k]! > logits[from + label]!) label = k
  let sum = 0
  for (let k = 0; k < width; k++) sum += Math.exp(logits[from + k]! - logits[from + label]!)
  return { label, probability: 1 / sum }
}

/** The names that the labels of a sentence spell; a name that goes on without a beginning begins there. */
function spell(
  tokens: Tokens,
  labels: readonly OnnxLabel[],
  label: Int32Array,
  score: Float32Array,
  from: number,
  to: number,
): NameMention[] {
  const found: NameMention[] = []
  for (let i = from; i < to; ) {
    const { type } = labels[label[i]!]!
    if (type === undefined) {
      i++
      continue
    }
    let end = i + 1
    let sum = score[i]!
    while (end < to && labels[label[end]!]!.part === 'inside' && labels[label[end]!]!.type === type)
      sum += score[end++]!
    const certain = Math.round((1000 * sum) / (end - i)) / 1000
    found.push(nameMention(tokens.span(i, end), type, undefined, { source: 'model', score: certain }))
    i = end
  }
  return found
}
