import { random } from '../base/mix.ts'
import type { Tags } from '../doc/tokens.ts'
import { placeWeights } from '../parse/network.ts'
import { FIRST_LABEL, marking, OneWay, onlyMove, outputsOf, ROOT_LABEL, type WayModel } from '../parse/one-way.ts'
import { MAX_PARSE_FEATURES, parseFeatures } from '../parse/parse-features.ts'
import { outputCount } from '../parse/parse-model.ts'
import { parseRows, WORD_PLACES } from '../parse/parse-rows.ts'
import { punctuationOf } from '../parse/punctuation.ts'
import { type Direction, Sight } from '../parse/sight.ts'
import { headOfMove, MOVES, SHIFT, State } from '../parse/transition.ts'
import type { Vocabulary } from '../parse/vocabulary.ts'
import type { Words } from '../parse/words.ts'
import type { Treebank } from './conllu.ts'
import { LearnedNetwork } from './learned-network.ts'
import { type GoldTree, goldTree, moveCost } from './oracle.ts'
import { shuffle } from './train-tagger.ts'

export interface ParserOptions {
  direction: Direction
  /** Of the hidden layer. */
  width: number
  epochs: number
  /** The step of the first example; the last one's is a hundredth of it. */
  rate: number
  /** The share of the hidden layer, and of words, that is left out. */
  hide: number
  hideWords: number
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

/** The trees that a parser gives to treebanks, sentence by sentence. */
export function guidesOf(model: WayModel, vocabulary: Vocabulary, { bank, words, tags }: ParseData): Guide[] {
  const sight = new Sight(vocabulary)
  const parser = new OneWay(model)
  const punctuation = punctuationOf(tags, bank.sentences)
  return bank.sentences.map(({ from, to }) => {
    sight.view(words, tags, punctuation, from, to, 'backward')
    const { head, label } = parser.parse(sight)
    return { head: head.slice(0, sight.size), label: label.slice(0, sight.size) }
  })
}

/** Learns moves and relations together, with a dynamic oracle (Goldberg and Nivre 2013). */
export function trainParser(
  data: readonly ParseData[],
  vocabulary: Vocabulary,
  labels: readonly string[],
  options: ParserOptions,
): WayModel {
  const { direction, width, epochs, rate, hide, hideWords, explore, seed } = options
  const number = new Map(labels.map((label, i) => [label, i]))
  const rows = parseRows(vocabulary, labels.length)
  const wordRows = WORD_PLACES.length * rows.words
  const network = new LearnedNetwork(width, rows.count, outputCount(labels), seed)
  const { scores, errors } = network
  const costs = new Int32Array(MOVES)
  const marks = marking(labels)
  const sight = new Sight(vocabulary)
  const state = new State()
  const features = new Int32Array(MAX_PARSE_FEATURES)
  const next = random(seed)
  const marked = data.map(({ bank, tags }) => punctuationOf(tags, bank.sentences))
  const trees = data.map(({ bank, words, tags }, d) =>
    bank.sentences.map(({ from, to }) => {
      sight.view(words, tags, marked[d]!, from, to, direction)
      return goldTree(bank, sight.token.slice(0, sight.size), number)
    }),
  )
  const order = data.flatMap(({ bank }, d) => bank.sentences.map((sentence, s) => ({ d, s, sentence })))
  const lessons = epochs * order.length
  let seen = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next)
    for (const { d, s, sentence } of order) {
      network.rate = rate * (1.01 - seen / lessons)
      seen++
      const { words, tags, guides } = data[d]!
      sight.view(words, tags, marked[d]!, sentence.from, sentence.to, direction)
      const guide = guides?.[s]
      if (guide) sight.follow(guide.head, guide.label)
      read(trees[d]![s]!, epoch === 0 ? 0 : explore)
    }
  }
  return { labels, rows, network: placeWeights(network.quantised()) }

  /** Reads a sentence and learns from every choice in it. */
  function read(gold: GoldTree, explore: number): void {
    state.start(sight.size)
    gold.onStack.fill(0)
    while (!state.done) {
      const count = withoutSomeWords(parseFeatures(state, sight, rows, features))
      network.read(features, count, hide, next)
      network.forget()
      const only = onlyMove(state)
      const move = only === -1 ? chooseMove(gold, next() < explore) : only
      if (move === SHIFT) {
        network.learn(features, count)
        gold.onStack[state.next] = 1
        state.shift()
        continue
      }
      const child = state.below(0)
      const head = headOfMove(state, move)
      const label = head === state.root ? ROOT_LABEL : chooseLabel(gold, move, head, child)
      network.learn(features, count)
      gold.onStack[child] = 0
      state.attach(move, label, marks[label]!)
    }
  }

  function withoutSomeWords(count: number): number {
    let kept = 0
    for (let f = 0; f < count; f++) {
      if (features[f]! >= wordRows || next() >= hideWords) features[kept++] = features[f]!
    }
    return kept
  }

  /** Learns that the moves which cost least are right, and says which move to take. */
  function chooseMove(gold: GoldTree, explore: boolean): number {
    network.score(0, MOVES)
    let guess = -1
    let right = -1
    let least = Number.POSITIVE_INFINITY
    for (let move = 0; move < MOVES; move++) {
      errors[move] = 0
      if (!state.allows(move)) continue
      if (guess === -1 || scores[move]! > scores[guess]!) guess = move
      costs[move] = moveCost(state, gold, move)
      const cost = costs[move]!
      if (cost < least || (cost === least && scores[move]! > scores[right]!)) {
        least = cost
        right = move
      }
    }
    let all = 0
    let allRight = 0
    for (let move = 0; move < MOVES; move++) {
      if (!state.allows(move)) continue
      errors[move] = Math.exp(scores[move]! - scores[guess]!)
      all += errors[move]!
      if (costs[move] === least) allRight += errors[move]!
    }
    for (let move = 0; move < MOVES; move++) {
      if (!state.allows(move)) continue
      const among = costs[move] === least ? errors[move]! / allRight : 0
      errors[move] = errors[move]! / all - among
    }
    network.correct(0, MOVES)
    return explore ? guess : right
  }

  /** Learns where the head is the right one, and gives the guess. */
  function chooseLabel(gold: GoldTree, move: number, head: number, child: number): number {
    const first = outputsOf(move, labels.length)
    const from = first + FIRST_LABEL
    const to = first + labels.length
    network.score(from, to)
    let top = from
    for (let o = from; o < to; o++) if (scores[o]! > scores[top]!) top = o
    const right = first + gold.label[child]!
    if (gold.trueHead[child] === head && right >= from) {
      let all = 0
      for (let o = from; o < to; o++) {
        errors[o] = Math.exp(scores[o]! - scores[top]!)
        all += errors[o]!
      }
      const share = 1 / all
      for (let o = from; o < to; o++) errors[o]! *= share
      errors[right]! -= 1
      network.correct(from, to)
    }
    return top - first
  }
}

/** Relations seen five times, `root` first; rarer ones become their universal part. */
export function labelInventory(data: readonly ParseData[]): string[] {
  const counts = new Map<string, number>()
  for (const { bank } of data) for (const label of bank.deprel) counts.set(label, (counts.get(label) ?? 0) + 1)
  const kept = [...counts].filter(([label, n]) => n >= 5 && label !== 'root')
  return ['', 'root', ...kept.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([label]) => label)]
}
