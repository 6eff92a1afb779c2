import { describe, expect, test } from 'vitest'
import { random } from '../../src/base/mix.ts'
import type { Direction } from '../../src/parse/sight.ts'
import { LEFT, MOVES, SHIFT, State } from '../../src/parse/transition.ts'
import type { Treebank } from '../../src/train/conllu.ts'
import { type GoldTree, goldTree, moveCost } from '../../src/train/oracle.ts'

const bankOf = (head: number[]): Treebank =>
  ({ head: Int32Array.from(head), deprel: head.map(() => 'dep') }) as unknown as Treebank

const goldOf = (head: number[], direction: Direction = 'forward'): GoldTree =>
  goldTree(
    bankOf(head),
    Int32Array.from(head, (_, k) => (direction === 'forward' ? k : head.length - 1 - k)),
    new Map([['dep', 2]]),
  )

/** Parses by moves that `choose` picks among those allowed; returns the heads and the summed cost. */
function follow(gold: GoldTree, size: number, choose: (costs: number[]) => number): { head: number[]; cost: number } {
  const state = new State()
  state.start(size)
  let cost = 0
  while (!state.done) {
    const costs = Array.from({ length: MOVES }, (_, move) =>
      state.allows(move) ? moveCost(state, gold, move) : Number.POSITIVE_INFINITY,
    )
    const move = choose(costs)
    cost += costs[move]!
    if (move === SHIFT) {
      gold.onStack[state.next] = 1
      state.shift()
    } else {
      gold.onStack[state.below(0)] = 0
      state.attach(move === LEFT ? LEFT : move, 2, false)
    }
  }
  return { head: [...state.head.subarray(0, size)], cost }
}

const cheapest = (costs: number[]): number => costs.indexOf(Math.min(...costs))

/** A random tree without crossing arcs: every stretch hangs its root on what is above it. */
function randomTree(size: number, next: () => number): number[] {
  const head = new Array<number>(size).fill(-1)
  const fill = (from: number, to: number, above: number): void => {
    if (from >= to) return
    const root = from + Math.floor(next() * (to - from))
    head[root] = above
    for (const [a, b] of [
      [from, root],
      [root + 1, to],
    ] as const) {
      const cut = a + Math.floor(next() * (b - a + 1))
      fill(a, cut, root)
      fill(cut, b, root)
    }
  }
  fill(0, size, -1)
  return head
}

describe('the oracle', () => {
  test('leads to the tree without cost, in both directions', () => {
    const next = random(7)
    for (let round = 0; round < 200; round++) {
      const size = 1 + Math.floor(next() * 12)
      const head = randomTree(size, next)
      for (const direction of ['forward', 'backward'] as const) {
        const gold = goldOf(head, direction)
        const found = follow(gold, size, cheapest)
        expect(found).toEqual({ head: [...gold.head], cost: 0 })
      }
    }
  })

  test('counts exactly the arcs that are lost, whatever the moves', () => {
    const next = random(11)
    for (let round = 0; round < 200; round++) {
      const size = 2 + Math.floor(next() * 10)
      const gold = goldOf(randomTree(size, next))
      const { head, cost } = follow(gold, size, (costs) => {
        const allowed = [...costs.keys()].filter((move) => costs[move] !== Number.POSITIVE_INFINITY)
        return allowed[Math.floor(next() * allowed.length)]!
      })
      expect(cost).toBe(head.filter((h, k) => h !== gold.head[k]).length)
    }
  })

  test('hangs what hung on a token left out on the head of that token', () => {
    // 1 and 2 are left out; 0 hangs on 1, which hangs on 3, and 4 on 2, the root.
    const bank = bankOf([1, 3, -1, 2, 2])
    const gold = goldTree(bank, Int32Array.of(0, 3, 4), new Map([['dep', 2]]))
    expect([...gold.trueHead]).toEqual([1, 3, 1])
  })

  test('lifts an arc that crosses another', () => {
    // 0 hangs on 2 and 1 on 3, whose head is 2: the arcs cross, and 1 rises to 2.
    const gold = goldOf([2, 3, -1, 2])
    expect([...gold.head]).toEqual([2, 2, 4, 2])
    expect([...gold.trueHead]).toEqual([2, 3, 4, 2])
  })
})
