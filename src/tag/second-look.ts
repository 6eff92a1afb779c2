import { mix2, mix3 } from '../base/mix.ts'
import type { Described } from './described.ts'
import { KINDS, kindOf, OUTSIDE, partOf, SINGLE } from './labels.ts'
import { CAPITAL } from './word-book.ts'

/** What a first look at the whole article found, as the second look sees it. */
export interface FirstLook {
  /** The label of each token. */
  labels: Uint8Array
  /** What the same word is called at its other places: 0 not there, else a kind (the last is none) and how often. */
  others: Uint8Array
  /** The kind of longer names elsewhere that the word is part of; 0 for none. */
  longer: Uint8Array
}

const NONE = KINDS.length
const WIDTH = KINDS.length + 1

/** Gathers, for each word with a capital, what the first look called the same word at its other places. */
export function gatherFirstLook({ count, place, places, flags }: Described, labels: Uint8Array): FirstLook {
  const votes = new Uint16Array(places * 2 * WIDTH)
  const kindAt = (i: number): number => (labels[i] === OUTSIDE ? NONE : kindOf(labels[i]!))
  const isLonger = (i: number): boolean => labels[i] !== OUTSIDE && partOf(labels[i]!) !== SINGLE
  for (let i = 0; i < count; i++) {
    if ((flags[i]! & CAPITAL) === 0) continue
    const at = place[i]! * 2 * WIDTH
    votes[at + kindAt(i)]!++
    if (isLonger(i)) votes[at + WIDTH + kindAt(i)]!++
  }
  const others = new Uint8Array(count)
  const longer = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    if ((flags[i]! & CAPITAL) === 0) continue
    const at = place[i]! * 2 * WIDTH
    const own = kindAt(i)
    others[i] = winner(votes, at, own)
    longer[i] = winner(votes, at + WIDTH, isLonger(i) ? own : -1)
  }
  return { labels, others, longer }
}

/** The kind with most votes, without one vote for `own`, and whether it has one, two or more: 0 when nobody votes. */
function winner(cast: Uint16Array, from: number, own: number): number {
  let top = 0
  let chosen = 0
  for (let kind = 0; kind < WIDTH; kind++) {
    const n = cast[from + kind]! - (kind === own ? 1 : 0)
    if (n > top) {
      top = n
      chosen = kind
    }
  }
  return top === 0 ? 0 : 1 + chosen * 3 + Math.min(top, 3) - 1
}

/** Room for the features that the second look adds. */
export const MAX_SECOND = 16

/** Adds the second look's features behind the `start` that are there, and returns how many there are then. */
export function secondFeatures(
  { labels, others, longer }: FirstLook,
  { runFrom, runTo, shape }: Described,
  i: number,
  from: number,
  to: number,
  into: Int32Array,
  start: number,
): number {
  const before = i > from ? labels[i - 1]! : 30
  const here = labels[i]!
  const after = i + 1 < to ? labels[i + 1]! : 31
  let n = start
  into[n++] = mix2(100, here)
  into[n++] = mix3(101, before, here)
  into[n++] = mix3(102, here, after)
  into[n++] = mix3(103, mix2(before, here), after)
  const first = runFrom[i]!
  if (first < 0) return n
  const last = runTo[i]!
  into[n++] = mix2(104, others[i]!)
  into[n++] = mix2(105, longer[i]!)
  into[n++] = mix3(106, others[i]!, here)
  into[n++] = mix3(107, longer[i]!, here)
  into[n++] = mix3(108, others[i]!, shape[i]!)
  if (last > first) {
    into[n++] = mix3(109, Math.min(last - i, 2), others[last]!)
    into[n++] = mix3(110, Math.min(i - first, 2), others[first]!)
    into[n++] = mix3(111, Math.min(last - i, 2), labels[last]!)
    into[n++] = mix3(112, Math.min(i - first, 2), labels[first]!)
  }
  return n
}
