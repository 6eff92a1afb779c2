import { labelFeatures } from './label-features.ts'
import { MAX_PARSE_FEATURES, moveFeatures } from './parse-features.ts'
import { pairOf, type Sight } from './sight.ts'
import { headOfMove, LEFT, MOVES, RIGHT, SHIFT, State } from './transition.ts'
import { expand } from './weights.ts'

/** The weights of a parser that reads in one direction. */
export interface WayModel {
  /** Relations by number; number 0 is none, 1 is `root`. */
  labels: readonly string[]
  /** Which relations were seen between two universal tags, by `pairOf`; every one where too few pairs were. */
  seen: readonly Uint8Array[]
  /** The row of a feature begins at its hash's upper bits. Moves and relations have tables of their own. */
  moves: Int8Array
  moveBits: number
  relations: Int8Array
  relationBits: number
}

export const ROOT_LABEL = 1

/** Does the relation mark case or clause? */
export const marking = (labels: readonly string[]): boolean[] =>
  labels.map((label) => label === 'case' || label === 'mark')

/** Parses greedily: one move after the other, none taken back. */
export class OneWay {
  readonly #model: WayModel
  readonly #state = new State()
  readonly #rows = new Int32Array(MAX_PARSE_FEATURES)
  readonly #scores = new Int32Array(256)
  readonly #marks: readonly boolean[]

  constructor(model: WayModel) {
    this.#model = model
    this.#marks = marking(model.labels)
  }

  get labels(): readonly string[] {
    return this.#model.labels
  }

  /** The tree of the sentence in sight; the next call overwrites it. */
  parse(sight: Sight): { head: Int32Array; label: Uint8Array } {
    const state = this.#state
    state.start(sight.size)
    while (!state.done) {
      const move = this.#move(sight)
      if (move === SHIFT) state.shift()
      else {
        const label = this.#label(sight, headOfMove(state, move), state.below(0))
        state.attach(move, label, this.#marks[label]!)
      }
    }
    return state
  }

  #move(sight: Sight): number {
    const state = this.#state
    const only = onlyMove(state)
    if (only !== -1) return only
    const { moves, moveBits } = this.#model
    const rows = this.#rows
    const count = moveFeatures(state, sight, rows)
    const shift = 32 - moveBits
    let a = 0
    let b = 0
    let c = 0
    for (let f = 0; f < count; f++) {
      const row = rows[f]! >>> shift
      a = (a + expand(moves[row]!)) | 0
      b = (b + expand(moves[row + 1]!)) | 0
      c = (c + expand(moves[row + 2]!)) | 0
    }
    let top = -1
    let most = Number.NEGATIVE_INFINITY
    if (state.allows(SHIFT)) {
      top = SHIFT
      most = a
    }
    if (b > most && state.allows(LEFT)) {
      top = LEFT
      most = b
    }
    if (c > most && state.allows(RIGHT)) top = RIGHT
    return top
  }

  #label(sight: Sight, head: number, child: number): number {
    if (head === sight.size) return ROOT_LABEL
    const { relations, relationBits, seen } = this.#model
    const among = seen[pairOf(sight, head, child)]!
    if (among.length === 1) return among[0]!
    const rows = this.#rows
    const scores = this.#scores
    const count = labelFeatures(this.#state, sight, head, child, rows)
    const shift = 32 - relationBits
    const width = among.length
    scores.fill(0, 0, width)
    for (let f = 0; f < count; f++) {
      const row = rows[f]! >>> shift
      for (let k = 0; k < width; k++) scores[k]! += expand(relations[row + among[k]!]!)
    }
    let top = 0
    for (let k = 1; k < width; k++) if (scores[k]! > scores[top]!) top = k
    return among[top]!
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
