import { headOfMove, LEFT, MOVES, SHIFT, State } from './transition.ts'

/** What a beam asks of the weights. */
export interface Judge {
  /** Scores of SHIFT, LEFT and RIGHT in a state. */
  scoreMoves(state: State, out: Float64Array): void
  nameRelation(state: State, head: number, child: number): number
  /** Does the relation mark case or clause? */
  marks(relation: number): boolean
}

/** Several ways to parse one sentence, the best first, each as far as the others. */
export class Beam {
  readonly #width: number
  /** A way that scores less than the best by more than this is given up. */
  readonly #margin: number
  #items: State[] = []
  readonly #spare: State[] = []
  readonly #scores = new Float64Array(MOVES)
  // The candidates of a step, sorted by score.
  readonly #parent: Int32Array
  readonly #move: Int32Array
  readonly #score: Float64Array
  #candidates = 0

  constructor(width: number, margin = Number.POSITIVE_INFINITY) {
    this.#width = width
    this.#margin = margin
    this.#parent = new Int32Array(width + 1)
    this.#move = new Int32Array(width + 1)
    this.#score = new Float64Array(width + 1)
  }

  get best(): State {
    return this.#items[0]!
  }

  get items(): readonly State[] {
    return this.#items
  }

  start(size: number): void {
    this.#spare.push(...this.#items)
    const first = this.#spare.pop() ?? new State()
    first.start(size)
    this.#items = [first]
  }

  get done(): boolean {
    return this.best.done
  }

  /** One move further in every way that is kept. */
  step(judge: Judge): void {
    this.#candidates = 0
    for (let i = 0; i < this.#items.length; i++) {
      const item = this.#items[i]!
      judge.scoreMoves(item, this.#scores)
      for (let move = 0; move < MOVES; move++) {
        if (item.allows(move)) this.#offer(i, move, item.score + this.#scores[move]!)
      }
    }
    let kept = this.#candidates
    while (kept > 1 && this.#score[kept - 1]! < this.#score[0]! - this.#margin) kept--
    const before = this.#items
    const next: State[] = new Array(kept)
    // The last way on from a state takes the state itself; others take a copy before it moves.
    const taken = new Uint8Array(before.length)
    for (let k = kept - 1; k >= 0; k--) {
      const parent = this.#parent[k]!
      if (taken[parent] === 0) {
        taken[parent] = 1
        next[k] = before[parent]!
      } else {
        const copy = this.#spare.pop() ?? new State()
        copy.copy(before[parent]!)
        next[k] = copy
      }
    }
    for (let i = 0; i < before.length; i++) if (taken[i] === 0) this.#spare.push(before[i]!)
    for (let k = 0; k < kept; k++) {
      advance(next[k]!, this.#move[k]!, judge)
      next[k]!.score = this.#score[k]!
    }
    this.#items = next
  }

  /** Puts a candidate in its place; of equal scores the earlier one stays ahead. */
  #offer(parent: number, move: number, score: number): void {
    let k = this.#candidates
    if (k === this.#width) {
      if (score <= this.#score[k - 1]!) return
      k--
    } else this.#candidates++
    while (k > 0 && this.#score[k - 1]! < score) {
      this.#score[k] = this.#score[k - 1]!
      this.#parent[k] = this.#parent[k - 1]!
      this.#move[k] = this.#move[k - 1]!
      k--
    }
    this.#score[k] = score
    this.#parent[k] = parent
    this.#move[k] = move
  }
}

/** Makes a move, with the relation the judge names. */
export function advance(state: State, move: number, judge: Judge): void {
  if (move === SHIFT) {
    state.shift()
    return
  }
  const relation = judge.nameRelation(state, headOfMove(state, move), state.below(0))
  state.attach(move === LEFT ? LEFT : move, relation, judge.marks(relation))
}
