import { mix2, mix3, mix4 } from '../base/mix.ts'
import type { Sight } from './sight.ts'
import type { State } from './transition.ts'

/** Raised when a feature changes: weights learned with other features are refused at load. */
export const PARSE_FEATURES_VERSION = 2

/** Room for the features of one decision. */
export const MAX_PARSE_FEATURES = 160

/** Distances, the long ones in classes. */
export const distanceOf = (a: number, b: number): number => {
  const d = b > a ? b - a : a - b
  return d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : 7
}

/** Writes the hashes of the features that choose the next move; returns how many there are. */
export function moveFeatures(state: State, sight: Sight, out: Int32Array): number {
  const { word: w, tag: p, both: wp, middle: c, fine } = sight
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
  const commas = (sight.commas[b0]! - (s0 === none ? 0 : sight.commas[s0]!)) * 8 + Math.min(7, state.depth)
  out[n++] = mix3(101, sb, commas)
  const s1commas = s1 === none ? 9 : Math.min(3, sight.commas[s0]! - sight.commas[s1]!)
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
  return sight.guided ? guideMoves(state, sight, s0, s1, b0, out, n) : n
}

/** What the other parser's tree says of the tokens between which the next arc may be drawn. */
function guideMoves(
  state: State,
  sight: Sight,
  s0: number,
  s1: number,
  b0: number,
  out: Int32Array,
  start: number,
): number {
  const { guideHead, guideLabel, guideReach, tag: p, word: w } = sight
  const { none } = state
  const over = s0 === none ? -2 : guideHead[s0]!
  const overNext = guideHead[b0]!
  const toNext = over === b0 ? 1 : 0
  const toBelow = s1 !== none && over === s1 ? 2 : 0
  const later = over > b0 ? 4 : 0
  const waits = s0 !== none && guideReach[s0]! >= b0 ? 8 : 0
  const nextHere = s0 !== none && overNext === s0 ? 16 : 0
  const nextDeeper = s0 !== none && overNext >= 0 && overNext < s0 ? 32 : 0
  const belowWaits = s1 !== none && guideReach[s1]! >= b0 ? 64 : 0
  const bits = toNext | toBelow | later | waits | nextHere | nextDeeper | belowWaits
  const label = s0 === none ? 0 : guideLabel[s0]!
  const labelNext = guideLabel[b0]!
  let n = start
  out[n++] = mix2(130, bits)
  out[n++] = mix3(131, bits, label)
  out[n++] = mix3(132, bits, labelNext)
  out[n++] = mix4(133, bits, p[s0]!, p[b0]!)
  out[n++] = mix4(134, bits, p[s0]!, p[s1]!)
  out[n++] = mix4(135, bits, label, p[s0]!)
  out[n++] = mix4(136, bits, label, labelNext)
  out[n++] = mix3(137, bits, w[s0]!)
  out[n++] = mix3(138, bits, w[b0]!)
  out[n++] = mix3(139, bits, w[s1]!)
  out[n++] = mix4(140, bits, w[s0]!, p[b0]!)
  out[n++] = mix4(141, bits, w[state.marker[s0]!]!, p[s1]!)
  out[n++] = mix4(142, bits, label, p[b0]!)
  out[n++] = mix4(143, bits, w[s1]!, label)
  return n
}
