import { random } from '../base/mix.ts'
import type { Tags } from '../doc/tokens.ts'
import { advance, Beam, type Judge } from '../parse/beam.ts'
import { labelFeatures, MAX_PARSE_FEATURES, moveFeatures, Sight } from '../parse/parse-features.ts'
import { everyRelation } from '../parse/parse-model.ts'
import { KINDS, marking, type ParseModel, pairOf, ROOT_LABEL, Viewer } from '../parse/parser.ts'
import { headOfMove, LEFT, MOVES, RIGHT, SHIFT, State } from '../parse/transition.ts'
import { compress } from '../parse/weights.ts'
import type { Words } from '../parse/words.ts'
import { Averaged } from './averaged.ts'
import type { Treebank } from './conllu.ts'
import { type GoldTree, goldTree, moveCost } from './oracle.ts'
import { shuffle } from './train-tagger.ts'

export interface ParserOptions {
  moveBits: number
  relationBits: number
  epochs: number
  seed: number
  /** How many ways through a sentence the beam keeps. */
  ways: number
}

/** A treebank with the words and tags that the runtime would see. */
export interface ParseData {
  bank: Treebank
  words: Words
  tags: Pick<Tags, 'upos' | 'xpos'>
}

export const UPOS = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' ')

/**
 * Learns the moves of whole sentences in a beam, updating where the beam's best way is farthest ahead of the right one
 * (max violation: Huang, Fayong and Guo 2012), and relations by the way on which the beam ended.
 */
export function trainParser(data: readonly ParseData[], options: ParserOptions): ParseModel {
  const labels = labelInventory(data)
  const number = new Map(labels.map((label, i) => [label, i]))
  const viewer = new Viewer(UPOS)
  const sight = new Sight()
  const next = random(options.seed)
  const seen = seenRelations(data, viewer, sight, number, labels)
  const learner = new Learner(labels, seen, sight, options)
  const beam = new Beam(options.ways)
  const trees = data.map(({ bank }) => bank.sentences.map(({ from, to }) => goldTree(bank, from, to, number)))
  const order = data.flatMap(({ bank }, d) => bank.sentences.map((sentence, s) => ({ d, s, sentence })))
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, next)
    for (const { d, s, sentence } of order) {
      const { words, tags } = data[d]!
      viewer.view(sight, words, tags, sentence.from, sentence.to)
      learner.sentence(beam, trees[d]![s]!, sentence.to - sentence.from)
    }
  }
  return {
    labels,
    upos: UPOS,
    seen,
    moves: compress(learner.moves.average()),
    moveBits: options.moveBits,
    relations: compress(learner.relations.average()),
    relationBits: options.relationBits,
  }
}

/** The weights while they are learned. */
class Learner implements Judge {
  readonly moves: Averaged
  readonly relations: Averaged
  readonly #seen: readonly Uint8Array[]
  readonly #sight: Sight
  readonly #marks: readonly boolean[]
  readonly #moveShift: number
  readonly #relationShift: number
  readonly #rows = new Int32Array(MAX_PARSE_FEATURES)
  readonly #scores: Float64Array
  readonly #moveScores = new Float64Array(MOVES)
  readonly #right = new State()
  readonly #replay = new State()
  readonly #worst = new State()
  readonly #everyMove = Uint8Array.from([SHIFT, LEFT, RIGHT])

  constructor(labels: readonly string[], seen: readonly Uint8Array[], sight: Sight, options: ParserOptions) {
    this.moves = new Averaged(options.moveBits, MOVES)
    this.relations = new Averaged(options.relationBits, labels.length)
    this.#seen = seen
    this.#sight = sight
    this.#marks = marking(labels)
    this.#moveShift = 32 - options.moveBits
    this.#relationShift = 32 - options.relationBits
    this.#scores = new Float64Array(labels.length)
  }

  scoreMoves(state: State, out: Float64Array): void {
    this.moves.score(this.#rows, this.#moveRows(state), this.#everyMove, out)
  }

  nameRelation(state: State, head: number, child: number): number {
    if (head === state.root) return ROOT_LABEL
    const among = this.#seen[pairOf(this.#sight, head, child)]!
    return among.length === 1 ? among[0]! : this.#guess(this.#relationRows(state, head, child), among)
  }

  marks(relation: number): boolean {
    return this.#marks[relation]!
  }

  #moveRows(state: State): number {
    const count = moveFeatures(state, this.#sight, this.#rows)
    for (let f = 0; f < count; f++) this.#rows[f] = this.#rows[f]! >>> this.#moveShift
    return count
  }

  #relationRows(state: State, head: number, child: number): number {
    const count = labelFeatures(state, this.#sight, head, child, this.#rows)
    for (let f = 0; f < count; f++) this.#rows[f] = this.#rows[f]! >>> this.#relationShift
    return count
  }

  #guess(count: number, among: Uint8Array): number {
    this.relations.score(this.#rows, count, among, this.#scores)
    let top = 0
    for (let k = 1; k < among.length; k++) if (this.#scores[k]! > this.#scores[top]!) top = k
    return among[top]!
  }

  sentence(beam: Beam, gold: GoldTree, size: number): void {
    const right = this.#right
    right.start(size)
    gold.onStack.fill(0)
    beam.start(size)
    let violation = 0
    let found = false
    while (!beam.done) {
      this.#followGold(right, gold)
      beam.step(this)
      const ahead = beam.best.score - right.score
      if (ahead >= violation && !sameMoves(beam.best, right)) {
        violation = ahead
        found = true
        this.#worst.copy(beam.best)
      }
    }
    this.moves.step++
    if (found && !hasHeads(beam.best, gold)) this.#update(right)
    this.#learnRelations(beam.best, gold)
  }

  /** One move on the right way: of those that lose no arc (or the fewest) the one that scores best. */
  #followGold(state: State, gold: GoldTree): void {
    const scores = this.#moveScores
    this.scoreMoves(state, scores)
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (let move = 0; move < MOVES; move++) {
      if (!state.allows(move)) continue
      const cost = moveCost(state, gold, move)
      if (cost < least || (cost === least && scores[move]! > scores[best]!)) {
        least = cost
        best = move
      }
    }
    if (best === SHIFT) gold.onStack[state.next] = 1
    else gold.onStack[state.below(0)] = 0
    const score = state.score + scores[best]!
    advance(state, best, this)
    state.score = score
  }

  #update(right: State): void {
    const wrong = this.#worst
    let common = 0
    while (common < wrong.made && wrong.moves[common] === right.moves[common]) common++
    this.#reward(right, common, wrong.made, 1)
    this.#reward(wrong, common, wrong.made, -1)
  }

  /** Adds to the weights of the moves from `from` to `to` on the way of `state`. */
  #reward(way: State, from: number, to: number, amount: number): void {
    const state = this.#replay
    state.start(way.size)
    for (let k = 0; k < to; k++) {
      const move = way.moves[k]!
      if (k >= from) this.moves.add(this.#rows, this.#moveRows(state), move, amount)
      this.#repeat(state, way, move)
    }
  }

  #repeat(state: State, way: State, move: number): void {
    if (move === SHIFT) state.shift()
    else {
      const relation = way.label[state.below(0)]!
      state.attach(move, relation, this.marks(relation))
    }
  }

  /** Where the way found a right head, its relation is learned. */
  #learnRelations(way: State, gold: GoldTree): void {
    const state = this.#replay
    state.start(way.size)
    for (let k = 0; k < way.made; k++) {
      const move = way.moves[k]!
      if (move !== SHIFT) {
        const child = state.below(0)
        const head = headOfMove(state, move)
        if (head !== state.root && gold.trueHead[child] === head) this.#learnRelation(state, head, child, gold)
      }
      this.#repeat(state, way, move)
    }
  }

  #learnRelation(state: State, head: number, child: number, gold: GoldTree): void {
    const among = this.#seen[pairOf(this.#sight, head, child)]!
    if (among.length === 1) return
    const count = this.#relationRows(state, head, child)
    const guess = this.#guess(count, among)
    const right = gold.label[child]!
    this.relations.step++
    if (guess === right || !among.includes(right)) return
    this.relations.add(this.#rows, count, right, 1)
    this.relations.add(this.#rows, count, guess, -1)
  }
}

function sameMoves(a: State, b: State): boolean {
  for (let k = 0; k < a.made; k++) if (a.moves[k] !== b.moves[k]) return false
  return true
}

function hasHeads(state: State, gold: GoldTree): boolean {
  for (let k = 0; k < state.size; k++) if (state.head[k] !== gold.head[k]) return false
  return true
}

/** Relations seen five times, `root` first; rarer ones become their universal part. */
function labelInventory(data: readonly ParseData[]): string[] {
  const counts = new Map<string, number>()
  for (const { bank } of data) for (const label of bank.deprel) counts.set(label, (counts.get(label) ?? 0) + 1)
  const kept = [...counts].filter(([label, n]) => n >= 5 && label !== 'root')
  return ['', 'root', ...kept.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([label]) => label)]
}

function seenRelations(
  data: readonly ParseData[],
  viewer: Viewer,
  sight: Sight,
  number: ReadonlyMap<string, number>,
  labels: readonly string[],
): Uint8Array[] {
  const counts = Array.from({ length: KINDS * KINDS * 2 }, () => new Uint32Array(labels.length))
  for (const { bank, words, tags } of data) {
    for (const { from, to } of bank.sentences) {
      viewer.view(sight, words, tags, from, to)
      for (let i = from; i < to; i++) {
        const head = bank.head[i]!
        const label = number.get(bank.deprel[i]!)
        if (head === -1 || label === undefined) continue
        counts[pairOf(sight, head - from, i - from)]![label]!++
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
