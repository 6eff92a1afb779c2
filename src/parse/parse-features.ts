import {
  CAPITALS,
  CHILD_PLACES,
  DISTANCES,
  ENDING_PLACES,
  FINE_CLASSES,
  GUIDE_BITS,
  MIDDLE_CLASSES,
  type ParseRows,
  PLACES,
  STAND_INS,
  VALENCIES,
  WORD_PLACES,
} from './parse-rows.ts'
import { MARK_KINDS } from './punctuation.ts'
import type { Sight } from './sight.ts'
import type { State } from './transition.ts'

/** Raised when a feature changes: weights learned with other features are refused at load. */
export const PARSE_FEATURES_VERSION = 4

/** Room for the features of one decision: 110, and the relations of some tokens' children, of which there are few. */
export const MAX_PARSE_FEATURES = 280

/** Distances, the long ones in classes. */
const distanceOf = (a: number, b: number): number => {
  const d = b > a ? b - a : a - b
  return d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : 7
}

const FAR = 9

const at = new Int32Array(PLACES)

/**
 * Writes the rows of the features that hold in a state and returns how many there are: words, classes and tags of the
 * tokens on top of the stack (`s`) and next in line (`b`), of their children and neighbours, and what hangs on them so far.
 */
export function parseFeatures(state: State, sight: Sight, rows: ParseRows, out: Int32Array): number {
  const { none, left1, left2, right1, right2, label, marker, lefts, rights, leftLabels, rightLabels } = state
  const { size, word, ending, tag, fine, middle, commas, capital, marks } = sight
  const s0 = state.below(0)
  const s1 = state.below(1)
  const b0 = state.ahead(0)
  at[0] = s0
  at[1] = s1
  at[2] = b0
  at[3] = state.ahead(1)
  at[4] = state.below(2)
  at[5] = state.ahead(2)
  at[6] = left1[s0]!
  at[7] = right1[s0]!
  at[8] = left1[s1]!
  at[9] = right1[s1]!
  at[10] = left1[b0]!
  at[11] = marker[s0]!
  at[12] = marker[right1[s0]!]!
  at[13] = s0 > 0 && s0 < size ? s0 - 1 : none
  at[14] = s0 < size ? s0 + 1 : none
  at[15] = left2[s0]!
  at[16] = right2[s0]!
  at[17] = right2[s1]!
  at[18] = left2[b0]!
  at[19] = s1 < size ? s1 + 1 : none
  at[20] = sight.guided ? guideOf(sight, s0, none) : none
  at[21] = sight.guided ? guideOf(sight, b0, none) : none
  let n = 0
  for (let p = 0; p < WORD_PLACES.length; p++) out[n++] = p * rows.words + word[at[WORD_PLACES[p]!]!]!
  for (let p = 0; p < ENDING_PLACES.length; p++) {
    const token = at[ENDING_PLACES[p]!]!
    out[n++] = rows.endingRows + p * rows.endings + ending[token]!
    out[n++] = rows.middleRows + p * (MIDDLE_CLASSES + STAND_INS) + middle[token]!
  }
  for (let p = 0; p < PLACES; p++) {
    const token = at[p]!
    out[n++] = rows.tagRows + p * rows.tags + tag[token]!
    out[n++] = rows.fineRows + p * (FINE_CLASSES + STAND_INS) + fine[token]!
  }
  for (let p = 0; p < CHILD_PLACES.length; p++) {
    out[n++] = rows.childRows + p * rows.labels + label[at[CHILD_PLACES[p]!]!]!
  }
  n = members(leftLabels[s0]!, rows.setRows, out, n)
  n = members(rightLabels[s0]!, rows.setRows + rows.labels, out, n)
  n = members(leftLabels[s1]!, rows.setRows + 2 * rows.labels, out, n)
  n = members(rightLabels[s1]!, rows.setRows + 3 * rows.labels, out, n)
  n = members(leftLabels[b0]!, rows.setRows + 4 * rows.labels, out, n)
  const has0 = s0 !== none
  const has1 = s1 !== none
  out[n++] = rows.distanceRows + (has0 ? distanceOf(s0, b0) : FAR)
  out[n++] = rows.distanceRows + DISTANCES + (has1 ? distanceOf(s1, s0) : FAR)
  out[n++] = rows.valencyRows + few(lefts[s0]!)
  out[n++] = rows.valencyRows + VALENCIES + few(rights[s0]!)
  out[n++] = rows.valencyRows + 2 * VALENCIES + few(lefts[s1]!)
  out[n++] = rows.valencyRows + 3 * VALENCIES + few(rights[s1]!)
  out[n++] = rows.valencyRows + 4 * VALENCIES + few(lefts[b0]!)
  const between = commas[b0]! - (has0 ? commas[s0]! : 0)
  out[n++] = rows.commaRows + Math.min(7, between) * 8 + Math.min(7, state.depth)
  out[n++] = rows.commaRows + 64 + (has1 ? Math.min(3, commas[s0]! - commas[s1]!) : FAR)
  n = markFeature(marks, s0, 0, rows, out, n)
  n = markFeature(marks, s0 < size ? s0 + 1 : none, 1, rows, out, n)
  n = markFeature(marks, s1, 2, rows, out, n)
  n = markFeature(marks, s1 < size ? s1 + 1 : none, 3, rows, out, n)
  n = markFeature(marks, b0, 4, rows, out, n)
  n = markFeature(marks, at[3]!, 5, rows, out, n)
  for (let p = 0; p < CAPITALS; p++) out[n++] = rows.capitalRows + p * 4 + capital[at[p]!]!
  out[n++] = rows.pairRows + tag[s0]! * rows.tags + tag[b0]!
  out[n++] = rows.pairRows + (rows.tags + tag[s1]!) * rows.tags + tag[s0]!
  return sight.guided ? guideFeatures(sight, s0, s1, b0, none, rows, out, n) : n
}

const few = (n: number): number => (n < VALENCIES ? n : VALENCIES - 1)

/** A row for each bit. */
function members(bits: number, base: number, out: Int32Array, start: number): number {
  let n = start
  for (let left = bits; left !== 0; left &= left - 1) out[n++] = base + 31 - Math.clz32(left & -left)
  return n
}

function markFeature(
  marks: Uint8Array,
  token: number,
  place: number,
  rows: ParseRows,
  out: Int32Array,
  n: number,
): number {
  out[n] = rows.markRows + place * MARK_KINDS * MARK_KINDS + marks[token]!
  return n + 1
}

/** The token on which another parser hung a token. */
function guideOf({ guideHead }: Sight, token: number, none: number): number {
  const above = guideHead[token]!
  return above === -1 ? none : above
}

/** What a tree found before says of the tokens at hand. */
function guideFeatures(
  { guideHead, guideLabel, guideReach }: Sight,
  s0: number,
  s1: number,
  b0: number,
  none: number,
  rows: ParseRows,
  out: Int32Array,
  start: number,
): number {
  const has0 = s0 !== none
  const has1 = s1 !== none
  const over = has0 ? guideHead[s0]! : -2
  const overNext = guideHead[b0]!
  const toNext = over === b0 ? 1 : 0
  const toBelow = has1 && over === s1 ? 2 : 0
  const later = over > b0 ? 4 : 0
  const waits = has0 && guideReach[s0]! >= b0 ? 8 : 0
  const nextHere = has0 && overNext === s0 ? 16 : 0
  const nextDeeper = has0 && overNext >= 0 && overNext < s0 ? 32 : 0
  const belowWaits = has1 && guideReach[s1]! >= b0 ? 64 : 0
  const labels = rows.guideRows + 2 ** GUIDE_BITS
  out[start] = rows.guideRows + (toNext | toBelow | later | waits | nextHere | nextDeeper | belowWaits)
  out[start + 1] = labels + guideLabel[s0]!
  out[start + 2] = labels + rows.labels + guideLabel[b0]!
  out[start + 3] = labels + 2 * rows.labels + guideLabel[s1]!
  return start + 4
}
