import { random } from '../base/mix.ts'
import type { Tags } from '../doc/tokens.ts'
import { labelFeatures } from '../parse/label-features.ts'
import { marking, OneWay, onlyMove, ROOT_LABEL, type WayModel } from '../parse/one-way.ts'
import { MAX_PARSE_FEATURES, moveFeatures } from '../parse/parse-features.ts'
import { everyRelation } from '../parse/parse-model.ts'
import { type Direction, KINDS, pairOf, Sight } from '../parse/sight.ts'
import { headOfMove, LEFT, MOVES, RIGHT, SHIFT, State } from '../parse/transition.ts'
import { compress } from '../parse/weights.ts'
import type { Words } from '../parse/words.ts'
import { Averaged } from './averaged.ts'
import type { Treebank } from './conllu.ts'
import { type GoldTree, goldTree, moveCost } from './oracle.ts'
import { shuffle } from './train-tagger.ts'

export interface ParserOptions {
  direction: Direction
  moveBits: number
  relationBits: number
  epochs: number
  seed: number
  /** How often, from the second epoch on, the parser follows its own move into states the treebank does not show. */
  explore: number
}

/** A tree as `OneWay` gives it, of a parser that read the other way. */
export interface Guide {
  head: Int32Array
  label: Uint8Array
}

/** A treebank with the words and tags that the runtime would see, and guides by sentence. */
export interface ParseData {
  bank: Treebank
  words: Words
  tags: Pick<Tags, 'upos' | 'xpos'>
  guides?: readonly Guide[]
}

export const UPOS = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' ')

/** The trees that a parser gives to treebanks, sentence by sentence. */
export function guidesOf(model: WayModel, { bank, words, tags }: ParseData): Guide[] {
  const sight = new Sight(UPOS)
  const parser = new OneWay(model)
  return bank.sentences.map(({ from, to }) => {
    sight.view(words, tags, from, to, 'backward')
    const { head, label } = parser.parse(sight)
    return { head: head.slice(0, to - from), label: label.slice(0, to - from) }
  })
}

/** Learns moves and relations together, with a dynamic oracle (Goldberg and Nivre 2013). */
export function trainParser(data: readonly ParseData[], labels: readonly string[], options: ParserOptions): WayModel {
  const number = new Map(labels.map((label, i) => [label, i]))
  const marks = marking(labels)
  const sight = new Sight(UPOS)
  const state = new State()
  const rows = new Int32Array(MAX_PARSE_FEATURES)
  const scores = new Float64Array(Math.max(MOVES, labels.length))
  const everyMove = Uint8Array.from([SHIFT, LEFT, RIGHT])
  const next = random(options.seed)
  const moves = new Averaged(options.moveBits, MOVES)
  const relations = new Averaged(options.relationBits, labels.length)
  const moveShift = 32 - options.moveBits
  const relationShift = 32 - options.relationBits
  const seen = seenRelations(data, sight, number, labels, options.direction)
  const trees = data.map(({ bank }) =>
    bank.sentences.map(({ from, to }) => goldTree(bank, from, to, number, options.direction)),
  )
  const order = data.flatMap(({ bank }, d) => bank.sentences.map((sentence, s) => ({ d, s, sentence })))

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, next)
    for (const { d, s, sentence } of order) {
      const { words, tags, guides } = data[d]!
      const gold = trees[d]![s]!
      sight.view(words, tags, sentence.from, sentence.to, options.direction)
      const guide = guides?.[s]
      if (guide) sight.follow(guide.head, guide.label)
      state.start(sentence.to - sentence.from)
      gold.onStack.fill(0)
      while (!state.done) {
        const move = chooseMove(gold, epoch > 0 && next() < options.explore)
        if (move === SHIFT) {
          gold.onStack[state.next] = 1
          state.shift()
          continue
        }
        const child = state.below(0)
        const label = chooseLabel(gold, headOfMove(state, move), child)
        gold.onStack[child] = 0
        state.attach(move, label, marks[label]!)
      }
    }
  }
  return {
    labels,
    seen,
    moves: compress(moves.average()),
    moveBits: options.moveBits,
    relations: compress(relations.average()),
    relationBits: options.relationBits,
  }

  /** Scores, learns, and says which move to take. */
  function chooseMove(gold: GoldTree, explore: boolean): number {
    const only = onlyMove(state)
    if (only !== -1) return only
    const count = moveFeatures(state, sight, rows)
    for (let f = 0; f < count; f++) rows[f] = rows[f]! >>> moveShift
    moves.score(rows, count, everyMove, scores)
    let guess = -1
    let right = -1
    let least = Number.POSITIVE_INFINITY
    for (let move = 0; move < MOVES; move++) {
      if (!state.allows(move)) continue
      if (guess === -1 || scores[move]! > scores[guess]!) guess = move
      const cost = moveCost(state, gold, move)
      if (cost < least || (cost === least && scores[move]! > scores[right]!)) {
        least = cost
        right = move
      }
    }
    moves.step++
    if (moveCost(state, gold, guess) <= least) return guess
    moves.add(rows, count, right, 1)
    moves.add(rows, count, guess, -1)
    return explore ? guess : right
  }

  /** Scores, learns where the head is the right one, and gives the guess. */
  function chooseLabel(gold: GoldTree, head: number, child: number): number {
    if (head === state.root) return ROOT_LABEL
    const among = seen[pairOf(sight, head, child)]!
    if (among.length === 1) return among[0]!
    const count = labelFeatures(state, sight, head, child, rows)
    for (let f = 0; f < count; f++) rows[f] = rows[f]! >>> relationShift
    relations.score(rows, count, among, scores)
    let top = 0
    for (let k = 1; k < among.length; k++) if (scores[k]! > scores[top]!) top = k
    const guess = among[top]!
    relations.step++
    const right = gold.label[child]!
    if (gold.trueHead[child] === head && guess !== right && among.includes(right)) {
      relations.add(rows, count, right, 1)
      relations.add(rows, count, guess, -1)
    }
    return guess
  }
}

/** Relations seen five times, `root` first; rarer ones become their universal part. */
export function labelInventory(data: readonly ParseData[]): string[] {
  const counts = new Map<string, number>()
  for (const { bank } of data) for (const label of bank.deprel) counts.set(label, (counts.get(label) ?? 0) + 1)
  const kept = [...counts].filter(([label, n]) => n >= 5 && label !== 'root')
  return ['', 'root', ...kept.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([label]) => label)]
}

function seenRelations(
  data: readonly ParseData[],
  sight: Sight,
  number: ReadonlyMap<string, number>,
  labels: readonly string[],
  direction: Direction,
): Uint8Array[] {
  const counts = Array.from({ length: KINDS * KINDS * 2 }, () => new Uint32Array(labels.length))
  for (const { bank, words, tags } of data) {
    for (const { from, to } of bank.sentences) {
      sight.view(words, tags, from, to, direction)
      const place = (i: number): number => (direction === 'forward' ? i - from : to - 1 - i)
      for (let i = from; i < to; i++) {
        const head = bank.head[i]!
        const label = number.get(bank.deprel[i]!)
        if (head === -1 || label === undefined) continue
        counts[pairOf(sight, place(head), place(i))]![label]!++
      }
    }
  }
  const every = everyRelation(labels)
  return counts.map((row) => {
    const total = row.reduce((a, b) => a + b, 0)
    const kept = [...row.keys()].filter((label) => row[label]! > 0 && row[label]! * 2000 >= total)
    return total >= 10 ? Uint8Array.from(kept) : every
  })
}
