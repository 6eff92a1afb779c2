import { Network, type PlacedWeights } from './network.ts'
import { MAX_PARSE_FEATURES, parseFeatures } from './parse-features.ts'
import type { ParseRows } from './parse-rows.ts'
import type { Sight } from './sight.ts'
import { headOfMove, LEFT, MOVES, SHIFT, State } from './transition.ts'

/** A parser that reads in one direction. */
export interface WayModel {
  /** Relations by number; number 0 is none, 1 is `root`. */
  labels: readonly string[]
  rows: ParseRows
  /** Outputs: the moves, the relations of LEFT, those of RIGHT. */
  network: PlacedWeights
}

export const ROOT_LABEL = 1
/** The first relation that there is a choice of. */
export const FIRST_LABEL = 2

/** Does the relation mark case or clause? */
export const marking = (labels: readonly string[]): boolean[] =>
  labels.map((label) => label === 'case' || label === 'mark')

/** Where the outputs for the relations of a move begin. */
export const outputsOf = (move: number, labels: number): number => (move === LEFT ? MOVES : MOVES + labels)

/** Parses greedily: one move after the other, none taken back. */
export class OneWay {
  readonly labels: readonly string[]
  readonly #rows: ParseRows
  readonly #network: Network
  readonly #state = new State()
  readonly #marks: readonly boolean[]

  constructor({ labels, rows, network }: WayModel) {
    this.labels = labels
    this.#rows = rows
    this.#network = new Network(network, MAX_PARSE_FEATURES)
    this.#marks = marking(labels)
  }

  /** The tree of the sentence in sight; the next call overwrites it. */
  parse(sight: Sight): { head: Int32Array; label: Uint8Array } {
    const state = this.#state
    const network = this.#network
    state.start(sight.size)
    while (!state.done) {
      const only = onlyMove(state)
      if (only === SHIFT) {
        state.shift()
        continue
      }
      // The last token left hangs on the root.
      if (only === LEFT && state.next === state.root) {
        state.attach(LEFT, ROOT_LABEL, false)
        continue
      }
      network.read(parseFeatures(state, sight, this.#rows, network.features))
      const move = only === -1 ? this.#move() : only
      if (move === SHIFT) state.shift()
      else {
        const label = headOfMove(state, move) === state.root ? ROOT_LABEL : this.#label(move)
        state.attach(move, label, this.#marks[label]!)
      }
    }
    return state
  }

  #move(): number {
    const network = this.#network
    network.score(0, MOVES)
    let top = -1
    for (let move = 0; move < MOVES; move++) {
      if (this.#state.allows(move) && (top === -1 || network.scores[move]! > network.scores[top]!)) top = move
    }
    return top
  }

  #label(move: number): number {
    const network = this.#network
    const first = outputsOf(move, this.labels.length)
    const to = first + this.labels.length
    network.score(first + FIRST_LABEL, to)
    let top = first + FIRST_LABEL
    for (let o = top + 1; o < to; o++) if (network.scores[o]! > network.scores[top]!) top = o
    return top - first
  }
}

/** The one move that is possible, or -1 where there is a choice. */
export function onlyMove(state: State): number {
  let only = -1
  for (let move = 0; move < MOVES; move++) {
    if (!state.allows(move)) continue
    if (only !== -1) return -1
    only = move
  }
  return only
}
