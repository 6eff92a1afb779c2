import { LEFT, SHIFT, type State } from '../parse/transition.ts'
import type { Treebank } from './conllu.ts'

/** One sentence's tree as the oracle reads it; tokens are numbered as the parser meets them, the root is behind the last. */
export interface GoldTree {
  /** Heads made projective: an arc that crosses another hangs from its head's head, as often as it must. */
  head: Int32Array
  trueHead: Int32Array
  label: Uint8Array
  children: readonly (readonly number[])[]
  /** Kept by the trainer: 1 while a token is on the stack. */
  onStack: Uint8Array
}

/**
 * The tree of the tokens of a sentence that are given in reading order. What hangs on a token left out hangs on that
 * token's head; what hung on the root by way of such a token, on the root's first child.
 */
export function goldTree(bank: Treebank, tokens: Int32Array, number: ReadonlyMap<string, number>): GoldTree {
  const size = tokens.length
  const place = new Map<number, number>()
  tokens.forEach((token, k) => {
    place.set(token, k)
  })
  const trueHead = new Int32Array(size)
  const label = new Uint8Array(size)
  let root = -1
  tokens.forEach((token, k) => {
    let above = bank.head[token]!
    while (above !== -1 && !place.has(above)) above = bank.head[above]!
    const relation = bank.deprel[token]!
    if (above === -1 && (root === -1 || relation === 'root')) root = k
    trueHead[k] = above === -1 ? size : place.get(above)!
    label[k] = number.get(relation) ?? number.get(relation.split(':')[0]!) ?? 0
  })
  for (let k = 0; k < size; k++) if (trueHead[k] === size && k !== root) trueHead[k] = root
  const head = projective(trueHead, size)
  const children: number[][] = Array.from({ length: size + 1 }, () => [])
  head.forEach((h, k) => {
    children[h]!.push(k)
  })
  return { head, trueHead, label, children, onStack: new Uint8Array(size + 2) }
}

/** Lifts the shortest crossing arc until none crosses (Nivre and Nilsson 2005). */
function projective(heads: Int32Array, root: number): Int32Array {
  const head = heads.slice()
  for (;;) {
    let shortest = -1
    for (let child = 0; child < root; child++) {
      if (head[child] === root || !crosses(head, child, root)) continue
      if (shortest === -1 || reach(head, child) < reach(head, shortest)) shortest = child
    }
    if (shortest === -1) return head
    head[shortest] = head[head[shortest]!]!
  }
}

const reach = (head: Int32Array, child: number): number => Math.abs(head[child]! - child)

/** Does a token inside the arc hang, in the end, from outside of it? */
function crosses(head: Int32Array, child: number, root: number): boolean {
  const governor = head[child]!
  for (let k = Math.min(child, governor) + 1; k < Math.max(child, governor); k++) {
    let up = k
    while (up !== root && up !== governor) up = head[up]!
    if (up !== governor) return true
  }
  return false
}

/** How many gold arcs become unreachable by a move that is allowed. */
export function moveCost(state: State, gold: GoldTree, move: number): number {
  const { head, children, onStack } = gold
  const b = state.next
  const s0 = state.below(0)
  let cost = 0
  if (move === SHIFT) {
    for (const child of children[b]!) if (onStack[child] === 1) cost++
    const governor = head[b]!
    if (governor !== s0 && governor < b && onStack[governor] === 1) cost++
    return cost
  }
  for (const child of children[s0]!) if (child >= b) cost++
  const governor = head[s0]!
  if (move === LEFT) {
    if (governor > b || (state.depth > 1 && governor === state.below(1))) cost++
  } else if (governor >= b) cost++
  return cost
}
