import { mix2, mix3, mix4, mix5 } from '../base/mix.ts'
import { AFFIXES, BESIDE, type Described, LONGEST_WIDTH } from './described.ts'
import { CLASS_WIDTH } from './word-classes.ts'

/** Raised when a feature changes: weights learned with other features are refused at load. */
export const FEATURES_VERSION = 3

/** Room for one token's features. */
export const MAX_FEATURES = 192

/** Writes the hashes of token `i`'s features into `into` and returns how many there are; `from` and `to` bound its sentence. */
export function featuresOf(d: Described, i: number, from: number, to: number, into: Int32Array): number {
  const n = wordFeatures(d, i, from, to, into)
  const m = classFeatures(d, i, from, to, into, n)
  return articleFeatures(d, i, from, to, into, listFeatures(d, i, from, to, into, m))
}

function wordFeatures(d: Described, i: number, from: number, to: number, into: Int32Array): number {
  const { form, lower, shape, affix, pos } = d
  const has1 = i - 1 >= from
  const hasR1 = i + 1 < to
  const l1 = has1 ? lower[i - 1]! : 1
  const l2 = i - 2 >= from ? lower[i - 2]! : 1
  const r1 = hasR1 ? lower[i + 1]! : 2
  const r2 = i + 2 < to ? lower[i + 2]! : 2
  const sl = has1 ? shape[i - 1]! : 1
  const sr = hasR1 ? shape[i + 1]! : 2
  const w = lower[i]!
  const s = shape[i]!
  const p = pos[i]!
  let n = 0
  into[n++] = 7
  into[n++] = mix2(11, form[i]!)
  into[n++] = mix2(12, w)
  into[n++] = mix2(13, l1)
  into[n++] = mix2(14, l2)
  into[n++] = mix2(15, r1)
  into[n++] = mix2(16, r2)
  into[n++] = mix3(17, l1, w)
  into[n++] = mix3(18, w, r1)
  into[n++] = mix3(19, l2, l1)
  into[n++] = mix3(20, r1, r2)
  into[n++] = mix3(21, l1, r1)
  into[n++] = mix2(22, s)
  into[n++] = mix2(23, sl)
  into[n++] = mix2(24, sr)
  into[n++] = mix3(25, sl, s)
  into[n++] = mix3(26, s, sr)
  into[n++] = mix4(27, sl, s, sr)
  into[n++] = mix3(28, s, l1)
  into[n++] = mix3(29, s, r1)
  for (let k = 0; k < AFFIXES; k++) into[n++] = mix2(30 + k, affix[i * AFFIXES + k]!)
  if (has1) {
    into[n++] = mix2(38, affix[(i - 1) * AFFIXES + 6]!)
    into[n++] = mix2(39, form[i - 1]!)
  }
  if (hasR1) {
    into[n++] = mix2(40, affix[(i + 1) * AFFIXES + 6]!)
    into[n++] = mix2(41, form[i + 1]!)
  }
  into[n++] = mix2(42, p)
  into[n++] = mix3(43, has1 ? pos[i - 1]! : 1, p)
  into[n++] = mix3(44, p, hasR1 ? pos[i + 1]! : 2)
  into[n++] = mix3(45, s, d.manner[i]! + (i === from ? 8 : 0))
  return n
}

function classFeatures(d: Described, i: number, from: number, to: number, into: Int32Array, start: number): number {
  const { classes, shape } = d
  let n = start
  const here = i * CLASS_WIDTH
  for (let at = i - 2; at <= i + 2; at++) {
    if (at < from || at >= to) continue
    const base = at * CLASS_WIDTH
    const near = at >= i - 1 && at <= i + 1
    for (let k = 0; k < 3; k++) {
      const value = classes[base + k]!
      if (value !== 0 && (k < 2 || near)) into[n++] = mix3(50 + k, at - i, value)
    }
    if (near) into[n++] = mix3(53, at - i, classes[base + 3]!)
  }
  into[n++] = mix4(54, shape[i]!, classes[here + 3]!, d.manner[i]! + (i === from ? 8 : 0))
  if (i > from) into[n++] = mix3(55, classes[here - CLASS_WIDTH + 1]!, classes[here + 1]!)
  if (i + 1 < to) into[n++] = mix3(56, classes[here + 1]!, classes[here + CLASS_WIDTH + 1]!)
  if (i > from) into[n++] = mix3(57, classes[here - CLASS_WIDTH + 2]!, shape[i]!)
  if (i + 1 < to) into[n++] = mix3(58, shape[i]!, classes[here + CLASS_WIDTH + 2]!)
  return n
}

function listFeatures(d: Described, i: number, from: number, to: number, into: Int32Array, start: number): number {
  const { begins, inside, ends, lower } = d
  let n = start
  for (let at = i - 2; at <= i + 2; at++) {
    if (at < from || at >= to) continue
    const b = begins[at]!
    const m = inside[at]!
    if ((b | m) === 0) continue
    into[n++] = mix5(60, at - i, b, m, ends[at]!)
    if (at !== i) continue
    for (let bit = 0; bit < 16; bit++) {
      const on = ((b >> bit) & 1) + ((m >> bit) & 1) * 2 + ((ends[at]! >> bit) & 1) * 4
      if (on !== 0) into[n++] = mix3(61, bit, on)
    }
  }
  if (i + 1 < to) into[n++] = mix4(63, begins[i]!, begins[i + 1]!, inside[i + 1]!)
  if (i > from) into[n++] = mix4(64, begins[i - 1]!, begins[i]!, inside[i]!)
  const all = begins[i]! | (inside[i]! << 16)
  if (all !== 0) {
    into[n++] = mix3(65, all, i > from ? lower[i - 1]! : 1)
    into[n++] = mix3(66, all, i + 1 < to ? lower[i + 1]! : 2)
  }
  return n
}

function articleFeatures(d: Described, i: number, from: number, to: number, into: Int32Array, start: number): number {
  const { shape, manner, lower, classes } = d
  let n = start
  into[n++] = mix4(70, shape[i]!, d.elsewhere[i]!, (i === from ? 8 : 0) + manner[i]!)
  const first = d.runFrom[i]!
  if (first < 0) return n
  const last = d.runTo[i]!
  const before = first > from ? lower[first - 1]! : 1
  const after = last + 1 < to ? lower[last + 1]! : 2
  const inFront = Math.min(i - first, 2)
  const behind = Math.min(last - i, 2)
  into[n++] = mix3(71, inFront * 4 + behind, Math.min(last - first, 4))
  if (last > first) {
    into[n++] = mix3(72, inFront === 0 ? 0 : 1, before)
    into[n++] = mix3(73, behind === 0 ? 0 : 1, after)
    if (last > i) into[n++] = mix3(74, behind, lower[last]!)
    if (first < i) into[n++] = mix3(75, inFront, lower[first]!)
    into[n++] = mix3(76, behind, classes[last * CLASS_WIDTH + 1]!)
    into[n++] = mix3(77, inFront, classes[first * CLASS_WIDTH + 1]!)
    if (first > from) into[n++] = mix3(78, inFront === 0 ? 0 : 1, classes[(first - 1) * CLASS_WIDTH + 1]!)
    if (last + 1 < to) into[n++] = mix3(79, behind === 0 ? 0 : 1, classes[(last + 1) * CLASS_WIDTH + 1]!)
  }
  into[n++] = mix3(80, d.elsewhere[i]!, classes[i * CLASS_WIDTH + 3]!)
  for (let k = 0; k < LONGEST_WIDTH; k++) {
    const word = d.longest[i * LONGEST_WIDTH + k]!
    if (word !== 0) into[n++] = mix2(81 + k, word)
  }
  for (let k = 0; k < BESIDE; k++) {
    const beside = d.beside[i * BESIDE + k]!
    if (beside !== 0) into[n++] = mix2(88, beside)
  }
  if (d.acronym[i] !== 0) into[n++] = mix2(89, d.acronym[i]!)
  return n
}
