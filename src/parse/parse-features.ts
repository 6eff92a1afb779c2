import { mix2, mix3, mix4 } from '../base/mix.ts'
import type { State } from './transition.ts'

/** Raised when a feature changes: weights learned with other features are refused at load. */
export const PARSE_FEATURES_VERSION = 1

/** Room for the features of one decision. */
export const MAX_PARSE_FEATURES = 160

/**
 * What the features read of a sentence's tokens, by number in the sentence; behind the last one stand the artificial
 * root and the place for nothing.
 */
export class Sight {
  word = new Int32Array(0)
  tag = new Int32Array(0)
  /** Word and tag in one. */
  both = new Int32Array(0)
  coarse = new Int32Array(0)
  fine = new Int32Array(0)
  upos = new Uint8Array(0)
  comma = new Int32Array(0)

  reserve(size: number): void {
    if (this.word.length >= size + 2) return
    const room = (size + 2) * 2
    this.word = new Int32Array(room)
    this.tag = new Int32Array(room)
    this.both = new Int32Array(room)
    this.coarse = new Int32Array(room)
    this.fine = new Int32Array(room)
    this.upos = new Uint8Array(room)
    this.comma = new Int32Array(room)
  }
}

const distanceOf = (a: number, b: number): number => {
  const d = b > a ? b - a : a - b
  return d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : 7
}

/** Writes the hashes of the features that choose the next move; returns how many there are. */
export function moveFeatures(state: State, sight: Sight, out: Int32Array): number {
  const { word: w, tag: p, both: wp, coarse: c, fine } = sight
  const { none, left1, left2, right1, right2, label, lefts, rights, leftLabels, rightLabels } = state
  const s0 = state.below(0)
  const s1 = state.below(1)
  const s2 = state.below(2)
  const b0 = state.ahead(0)
  const b1 = state.ahead(1)
  const b2 = state.ahead(2)
  const s0l = left1[s0]!
  const s0r = right1[s0]!
  const s0l2 = left2[s0]!
  const s0r2 = right2[s0]!
  const s1l = left1[s1]!
  const s1r = right1[s1]!
  const s1r2 = right2[s1]!
  const b0l = left1[b0]!
  const b0l2 = left2[b0]!
  const s0p = p[s0]!
  const s1p = p[s1]!
  const s2p = p[s2]!
  const b0p = p[b0]!
  const b1p = p[b1]!
  const b2p = p[b2]!
  const s0w = w[s0]!
  const s1w = w[s1]!
  const b0w = w[b0]!
  const b1w = w[b1]!
  const d0 = s0 === none ? 9 : distanceOf(s0, b0)
  const d1 = s1 === none ? 9 : distanceOf(s1, s0)
  const ss = mix2(s0p, s1p)
  const sb = mix2(s0p, b0p)
  let n = 0
  // One token.
  out[n++] = mix2(1, s0w)
  out[n++] = mix2(2, s0p)
  out[n++] = mix2(3, wp[s0]!)
  out[n++] = mix2(4, s1w)
  out[n++] = mix2(5, s1p)
  out[n++] = mix2(6, wp[s1]!)
  out[n++] = mix2(7, b0w)
  out[n++] = mix2(8, b0p)
  out[n++] = mix2(9, wp[b0]!)
  out[n++] = mix2(10, wp[b1]!)
  out[n++] = mix2(11, b1p)
  out[n++] = mix2(12, wp[b2]!)
  out[n++] = mix2(13, b2p)
  out[n++] = mix2(14, wp[s2]!)
  out[n++] = mix2(15, s2p)
  out[n++] = mix2(16, b1w)
  // Two tokens.
  out[n++] = mix3(20, wp[s0]!, wp[b0]!)
  out[n++] = mix3(21, wp[s0]!, b0w)
  out[n++] = mix3(22, s0w, wp[b0]!)
  out[n++] = mix3(23, wp[s0]!, b0p)
  out[n++] = mix3(24, s0p, wp[b0]!)
  out[n++] = mix3(25, s0w, b0w)
  out[n++] = mix2(26, sb)
  out[n++] = mix3(27, b0p, b1p)
  out[n++] = mix3(28, wp[s1]!, wp[s0]!)
  out[n++] = mix3(29, wp[s1]!, s0p)
  out[n++] = mix3(30, s1p, wp[s0]!)
  out[n++] = mix3(31, s1w, s0w)
  out[n++] = mix2(32, ss)
  out[n++] = mix3(33, s1w, b0w)
  out[n++] = mix3(34, s1p, b0p)
  out[n++] = mix3(35, wp[s1]!, b0p)
  out[n++] = mix3(36, s1p, wp[b0]!)
  out[n++] = mix3(37, s0w, b1w)
  out[n++] = mix3(38, b0w, b1p)
  out[n++] = mix3(39, b0p, b1w)
  // Three tokens.
  out[n++] = mix4(40, b0p, b1p, b2p)
  out[n++] = mix3(41, sb, b1p)
  out[n++] = mix3(42, ss, b0p)
  out[n++] = mix3(43, ss, s2p)
  out[n++] = mix4(44, sb, b1p, s1p)
  out[n++] = mix3(45, ss, wp[b0]!)
  out[n++] = mix4(46, s0w, s1p, b0p)
  out[n++] = mix4(47, s1w, s0p, b0p)
  out[n++] = mix4(48, s0w, b0p, b1p)
  out[n++] = mix4(49, sb, b1p, b2p)
  // Children.
  out[n++] = mix4(50, s0p, p[s0l]!, b0p)
  out[n++] = mix4(51, s0p, p[s0r]!, b0p)
  out[n++] = mix4(52, s0p, p[b0l]!, b0p)
  out[n++] = mix4(53, s0p, p[s0l]!, p[s0l2]!)
  out[n++] = mix4(54, s0p, p[s0r]!, p[s0r2]!)
  out[n++] = mix4(55, b0p, p[b0l]!, p[b0l2]!)
  out[n++] = mix4(56, ss, p[s1r]!, b0p)
  out[n++] = mix3(57, ss, p[s1l]!)
  out[n++] = mix3(58, ss, p[s0l]!)
  out[n++] = mix3(59, ss, p[s0r]!)
  out[n++] = mix4(60, s1p, p[s1r]!, p[s1r2]!)
  out[n++] = mix2(61, wp[s0l]!)
  out[n++] = mix2(62, wp[s0r]!)
  out[n++] = mix2(63, wp[b0l]!)
  out[n++] = mix2(64, wp[s1l]!)
  out[n++] = mix2(65, wp[s1r]!)
  out[n++] = mix3(66, s0p, label[s0l]!)
  out[n++] = mix3(67, s0p, label[s0r]!)
  out[n++] = mix3(68, b0p, label[b0l]!)
  out[n++] = mix3(69, s1p, label[s1l]!)
  out[n++] = mix3(70, s1p, label[s1r]!)
  const marker = state.marker[s0]!
  const markerWord = w[marker]!
  out[n++] = mix3(71, s0p, markerWord)
  out[n++] = mix4(72, s1w, s0p, markerWord)
  out[n++] = mix4(73, s1p, s0w, markerWord)
  out[n++] = mix4(74, s1p, s0p, markerWord)
  out[n++] = mix4(75, s0p, markerWord, b0p)
  const s0rMarker = w[state.marker[s0r]!]!
  out[n++] = mix4(76, s0w, s0rMarker, b0p)
  out[n++] = mix4(77, s1p, w[state.marker[s1r]!]!, markerWord)
  // Which relations are there already.
  out[n++] = mix3(80, s0w, leftLabels[s0]!)
  out[n++] = mix3(81, s0p, leftLabels[s0]!)
  out[n++] = mix3(82, s0w, rightLabels[s0]!)
  out[n++] = mix3(83, s0p, rightLabels[s0]!)
  out[n++] = mix3(84, b0w, leftLabels[b0]!)
  out[n++] = mix3(85, b0p, leftLabels[b0]!)
  out[n++] = mix3(86, s1w, rightLabels[s1]!)
  out[n++] = mix4(87, ss, rightLabels[s1]!, b0p)
  out[n++] = mix4(88, ss, leftLabels[s1]!, leftLabels[s0]!)
  out[n++] = mix4(89, sb, leftLabels[b0]!, leftLabels[s0]!)
  out[n++] = mix4(90, sb, rightLabels[s0]!, leftLabels[s0]!)
  // Distance and valency.
  out[n++] = mix3(91, s0w, d0)
  out[n++] = mix3(92, s0p, d0)
  out[n++] = mix3(93, b0w, d0)
  out[n++] = mix3(94, b0p, d0)
  out[n++] = mix3(95, sb, d0)
  out[n++] = mix3(96, ss, d1)
  out[n++] = mix4(97, s0p, lefts[s0]!, rights[s0]!)
  out[n++] = mix3(98, b0p, lefts[b0]!)
  out[n++] = mix3(99, s1p, rights[s1]!)
  out[n++] = mix4(100, ss, d1, b0p)
  const commas = (sight.comma[b0]! - (s0 === none ? 0 : sight.comma[s0]!)) * 8 + Math.min(7, state.depth)
  out[n++] = mix3(101, sb, commas)
  const s1commas = s1 === none ? 9 : Math.min(3, sight.comma[s0]! - sight.comma[s1]!)
  out[n++] = mix3(102, ss, s1commas)
  // Word classes.
  if (c[s0]! + c[b0]! + c[s1]! !== 0) {
    out[n++] = mix2(110, fine[s0]!)
    out[n++] = mix2(111, fine[s1]!)
    out[n++] = mix2(112, fine[b0]!)
    out[n++] = mix3(113, c[s0]!, c[b0]!)
    out[n++] = mix3(114, c[s1]!, c[s0]!)
    out[n++] = mix3(115, fine[s0]!, fine[b0]!)
    out[n++] = mix3(116, fine[s1]!, fine[s0]!)
    out[n++] = mix4(117, c[s1]!, c[s0]!, markerWord)
    out[n++] = mix4(118, fine[s1]!, s0p, markerWord)
    out[n++] = mix4(119, c[s0]!, c[b0]!, b1p)
    out[n++] = mix4(120, c[s1]!, c[s0]!, b0p)
    out[n++] = mix3(121, fine[b1]!, sb)
    out[n++] = mix3(122, fine[s1]!, b0p)
  }
  out[n++] = 199
  return n
}

/** Writes the hashes of the features that name the relation of `child`, the top of the stack, to `head`. */
export function labelFeatures(state: State, sight: Sight, head: number, child: number, out: Int32Array): number {
  const { word: w, tag: p, both: wp, coarse: c, fine } = sight
  const { left1, right1, left2, label, leftLabels, rightLabels } = state
  const side = head > child ? 1 : 2
  const hw = w[head]!
  const hp = mix2(p[head]!, side)
  const dw = mix2(w[child]!, side)
  const dp = p[child]!
  const pair = mix2(hp, dp)
  const marker = state.marker[child]!
  const mw = w[marker]!
  const dl = left1[child]!
  const dr = right1[child]!
  const sibling = side === 1 ? left1[head]! : right1[head]!
  const before = child > 0 ? child - 1 : state.none
  const after = child + 1 <= state.root ? child + 1 : state.none
  const headBefore = head > 0 && head < state.none ? head - 1 : state.none
  const headAfter = head + 1 <= state.root ? head + 1 : state.none
  const dist = distanceOf(head, child)
  const commas = Math.min(2, Math.abs(sight.comma[head]! - sight.comma[child]!))
  let n = 0
  out[n++] = mix2(200, pair)
  out[n++] = mix2(201, dw)
  out[n++] = mix2(202, dp)
  out[n++] = mix3(203, wp[child]!, hp)
  out[n++] = mix3(204, hw, mix2(dp, side))
  out[n++] = mix3(205, hw, dw)
  out[n++] = mix2(206, mix2(hw, side))
  out[n++] = mix2(207, hp)
  out[n++] = mix3(208, wp[head]!, mix2(dp, side))
  out[n++] = mix3(209, pair, dist)
  out[n++] = mix3(210, pair, commas)
  out[n++] = mix3(211, pair, mw)
  out[n++] = mix3(212, hw, mix2(mw, dp))
  out[n++] = mix3(213, dw, mw)
  out[n++] = mix3(214, mix2(hp, mw), w[child]!)
  out[n++] = mix3(215, pair, p[marker]!)
  out[n++] = mix3(216, pair, leftLabels[child]!)
  out[n++] = mix3(217, pair, rightLabels[child]!)
  out[n++] = mix4(218, dp, leftLabels[child]!, mw)
  out[n++] = mix3(219, pair, leftLabels[head]!)
  out[n++] = mix3(220, pair, rightLabels[head]!)
  out[n++] = mix4(221, hw, mix2(dp, side), leftLabels[head]!)
  out[n++] = mix4(222, hw, mix2(dp, side), rightLabels[head]!)
  out[n++] = mix3(223, pair, wp[dl]!)
  out[n++] = mix3(224, pair, p[dl]!)
  out[n++] = mix3(225, pair, p[left2[child]!]!)
  out[n++] = mix3(226, pair, wp[dr]!)
  out[n++] = mix3(227, pair, p[dr]!)
  out[n++] = mix3(228, pair, label[sibling]!)
  out[n++] = mix3(229, pair, wp[sibling]!)
  out[n++] = mix4(230, hw, label[sibling]!, mix2(dp, mw))
  out[n++] = mix3(231, pair, p[before]!)
  out[n++] = mix3(232, pair, p[after]!)
  out[n++] = mix3(233, pair, w[before]!)
  out[n++] = mix3(234, pair, w[after]!)
  out[n++] = mix3(235, pair, p[headBefore]!)
  out[n++] = mix3(236, pair, p[headAfter]!)
  out[n++] = mix4(237, pair, p[before]!, p[after]!)
  out[n++] = mix3(238, hp, w[dl]!)
  out[n++] = mix3(239, dw, p[dl]!)
  out[n++] = mix3(240, w[left1[head]!]!, pair)
  if (c[child]! + c[head]! !== 0) {
    out[n++] = mix3(241, fine[child]!, hp)
    out[n++] = mix3(242, fine[head]!, mix2(dp, side))
    out[n++] = mix3(243, c[head]!, mix2(c[child]!, side))
    out[n++] = mix3(244, fine[head]!, mix2(fine[child]!, side))
    out[n++] = mix4(245, fine[head]!, mw, dp)
    out[n++] = mix4(246, fine[child]!, mw, hp)
    out[n++] = mix4(247, c[head]!, c[child]!, mw)
  }
  out[n++] = mix2(248, side)
  return n
}
