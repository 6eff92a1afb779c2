// The arc-hybrid system: SHIFT moves the next token onto the stack, LEFT hangs the stack's top under the next token, RIGHT
// hangs it under the token below it. The root is an artificial token behind the last one, so a sentence has one root:
// only the last token of the stack may hang there. (Kuhlmann, Gómez-Rodríguez and Satta 2011; Goldberg and Nivre 2013.)

export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2
export const MOVES = 3

/**
 * A sentence half parsed. Tokens are numbered from 0 in the sentence; `root` is the artificial one behind the last,
 * `none` stands for whatever is not there, and has itself for children.
 */
export class State {
  size = 0
  root = 0
  none = 0
  next = 0
  depth = 0
  stack = new Int32Array(0)
  head = new Int32Array(0)
  label = new Uint8Array(0)
  /** The outermost child on the left, and the one beside it. */
  left1 = new Int32Array(0)
  left2 = new Int32Array(0)
  right1 = new Int32Array(0)
  right2 = new Int32Array(0)
  lefts = new Uint8Array(0)
  rights = new Uint8Array(0)
  /** Labels of the children on either side, a bit each (label modulo 32). */
  leftLabels = new Int32Array(0)
  rightLabels = new Int32Array(0)
  /** The child that marks case or clause (`case`, `mark`), the last one seen. */
  marker = new Int32Array(0)

  start(size: number): void {
    const room = size + 2
    if (this.head.length < room) this.#grow(room * 2)
    this.size = size
    this.root = size
    this.none = size + 1
    this.next = 0
    this.depth = 0
    this.head.fill(-1, 0, room)
    this.label.fill(0, 0, room)
    for (const links of [this.left1, this.left2, this.right1, this.right2, this.marker]) links.fill(this.none, 0, room)
    this.lefts.fill(0, 0, room)
    this.rights.fill(0, 0, room)
    this.leftLabels.fill(0, 0, room)
    this.rightLabels.fill(0, 0, room)
  }

  #grow(room: number): void {
    this.stack = new Int32Array(room)
    this.head = new Int32Array(room)
    this.label = new Uint8Array(room)
    this.left1 = new Int32Array(room)
    this.left2 = new Int32Array(room)
    this.right1 = new Int32Array(room)
    this.right2 = new Int32Array(room)
    this.lefts = new Uint8Array(room)
    this.rights = new Uint8Array(room)
    this.leftLabels = new Int32Array(room)
    this.rightLabels = new Int32Array(room)
    this.marker = new Int32Array(room)
  }

  get done(): boolean {
    return this.next === this.root && this.depth === 0
  }

  /** The token `k` places below the top of the stack. */
  below(k: number): number {
    return this.depth > k ? this.stack[this.depth - 1 - k]! : this.none
  }

  ahead(k: number): number {
    return this.next + k <= this.root ? this.next + k : this.none
  }

  allows(move: number): boolean {
    if (move === SHIFT) return this.next < this.root
    if (move === LEFT) return this.depth > 0 && (this.next < this.root || this.depth === 1)
    return this.depth > 1
  }

  shift(): void {
    this.stack[this.depth++] = this.next++
  }

  /** Hangs the top of the stack where LEFT or RIGHT wants it. `marks`: the label is `case` or `mark`. */
  attach(move: number, label: number, marks: boolean): void {
    const child = this.stack[--this.depth]!
    const head = move === LEFT ? this.next : this.stack[this.depth - 1]!
    this.head[child] = head
    this.label[child] = label
    if (marks) this.marker[head] = child
    if (move === LEFT) {
      // The children on the left come from the nearest to the farthest.
      this.left2[head] = this.left1[head]!
      this.left1[head] = child
      this.lefts[head]!++
      this.leftLabels[head]! |= 1 << (label & 31)
    } else {
      this.right2[head] = this.right1[head]!
      this.right1[head] = child
      this.rights[head]!++
      this.rightLabels[head]! |= 1 << (label & 31)
    }
  }
}

/** The head that LEFT or RIGHT would give the top of the stack. */
export const headOfMove = (state: State, move: number): number => (move === RIGHT ? state.below(1) : state.next)
