import { mix2, mix3, mix4, mix5 } from '../base/mix.ts'
import { BESIDE, type Described, LONGEST_WIDTH } from './described.ts'
import { AFFIXES, EDGE_WORDS, END_WORD, START_WORD, type WordBook } from './word-book.ts'
import { CLASS_WIDTH } from './word-classes.ts'

/** Raised when a feature changes: weights learned with other features are refused at load. */
export const FEATURES_VERSION = 3

/** Room for one token's features. */
export const MAX_FEATURES = 192

/** From so many tokens before to so many behind, a word by itself says something of a token. */
export const REACH = 2

/** Writes the hashes of token `i`'s features into `into` and returns how many there are; `from` and `to` bound its sentence. */
export function featuresOf(d: Described, i: number, from: number, to: number, into: Int32Array): number {
  let n = 0
  for (let offset = -REACH; offset <= REACH; offset++) {
    n = wordFeatures(d.book, wordAt(d, i + offset, from, to), offset, into, n)
  }
  return placeFeatures(d, i, from, to, into, n)
}

/** The number of the word at token `i` of a sentence, or of the sentence's edge. */
export const wordAt = ({ word }: Described, i: number, from: number, to: number): number =>
  i < from ? START_WORD : i >= to ? END_WORD : word[i]!

/** The features, from `n` on, that a word `offset` tokens away has by itself. */
export function wordFeatures(book: WordBook, word: number, offset: number, into: Int32Array, start: number): number {
  const { form, lower, shape, affix, classes } = book
  const near = offset >= -1 && offset <= 1
  let n = start
  into[n++] = mix2(LOWER[offset + REACH]!, lower[word]!)
  if (near) into[n++] = mix2(SHAPE[offset + REACH]!, shape[word]!)
  if (offset === 0) into[n++] = 7
  if (word < EDGE_WORDS) return n
  for (let k = 0; k < 3; k++) {
    const value = classes[word * CLASS_WIDTH + k]!
    if (value !== 0 && (k < 2 || near)) into[n++] = mix3(50 + k, offset, value)
  }
  if (!near) return n
  into[n++] = mix3(53, offset, classes[word * CLASS_WIDTH + 3]!)
  into[n++] = mix2(FORM[offset + REACH]!, form[word]!)
  if (offset === 0) for (let k = 0; k < AFFIXES; k++) into[n++] = mix2(30 + k, affix[word * AFFIXES + k]!)
  else into[n++] = mix2(offset < 0 ? 38 : 40, affix[word * AFFIXES + 6]!)
  return n
}
const LOWER = [14, 13, 12, 15, 16]
const SHAPE = [0, 23, 22, 24, 0]
const FORM = [0, 39, 11, 41, 0]

/** The features that follow from where the token stands: what its neighbours, its sentence and the article make of it. */
export function placeFeatures(
  d: Described,
  i: number,
  from: number,
  to: number,
  into: Int32Array,
  start: number,
): number {
  const n = pairFeatures(d, i, from, to, into, start)
  return articleFeatures(d, i, from, to, into, listFeatures(d, i, from, to, into, n))
}

function pairFeatures(d: Described, i: number, from: number, to: number, into: Int32Array, start: number): number {
  const { lower, shape, pos, word } = d
  const { classes } = d.book
  const hasL = i > from
  const hasR = i + 1 < to
  const l1 = hasL ? lower[i - 1]! : 1
  const l2 = i - 2 >= from ? lower[i - 2]! : 1
  const r1 = hasR ? lower[i + 1]! : 2
  const r2 = i + 2 < to ? lower[i + 2]! : 2
  const sl = hasL ? shape[i - 1]! : 1
  const sr = hasR ? shape[i + 1]! : 2
  const w = lower[i]!
  const s = shape[i]!
  const p = pos[i]!
  const c = word[i]! * CLASS_WIDTH
  const manner = d.manner[i]! + (hasL ? 0 : 8)
  let n = start
  into[n++] = mix3(17, l1, w)
  into[n++] = mix3(18, w, r1)
  into[n++] = mix3(19, l2, l1)
  into[n++] = mix3(20, r1, r2)
  into[n++] = mix3(21, l1, r1)
  into[n++] = mix3(25, sl, s)
  into[n++] = mix3(26, s, sr)
  into[n++] = mix4(27, sl, s, sr)
  into[n++] = mix3(28, s, l1)
  into[n++] = mix3(29, s, r1)
  into[n++] = mix2(42, p)
  into[n++] = mix3(43, hasL ? pos[i - 1]! : 1, p)
  into[n++] = mix3(44, p, hasR ? pos[i + 1]! : 2)
  into[n++] = mix3(45, s, manner)
  into[n++] = mix4(54, s, classes[c + 3]!, manner)
  const cl = wordAt(d, i - 1, from, to) * CLASS_WIDTH
  const cr = wordAt(d, i + 1, from, to) * CLASS_WIDTH
  if (hasL) into[n++] = mix3(55, classes[cl + 1]!, classes[c + 1]!)
  if (hasR) into[n++] = mix3(56, classes[c + 1]!, classes[cr + 1]!)
  if (hasL) into[n++] = mix3(57, classes[cl + 2]!, s)
  if (hasR) into[n++] = mix3(58, s, classes[cr + 2]!)
  return n
}

function listFeatures(d: Described, i: number, from: number, to: number, into: Int32Array, start: number): number {
  const { begins, inside, ends, lower } = d
  let n = start
  for (let at = Math.max(i - 2, from); at < to && at <= i + 2; at++) {
    if ((begins[at]! | inside[at]!) !== 0) into[n++] = mix5(60, at - i, begins[at]!, inside[at]!, ends[at]!)
  }
  const b = begins[i]!
  const m = inside[i]!
  const e = ends[i]!
  if ((b | m) !== 0) {
    for (let bit = 0; bit < 16; bit++) {
      const on = ((b >> bit) & 1) + ((m >> bit) & 1) * 2 + ((e >> bit) & 1) * 4
      if (on !== 0) into[n++] = mix3(61, bit, on)
    }
  }
  if (i + 1 < to) into[n++] = mix4(63, b, begins[i + 1]!, inside[i + 1]!)
  if (i > from) into[n++] = mix4(64, begins[i - 1]!, b, m)
  const all = b | (m << 16)
  if (all !== 0) {
    into[n++] = mix3(65, all, i > from ? lower[i - 1]! : 1)
    into[n++] = mix3(66, all, i + 1 < to ? lower[i + 1]! : 2)
  }
  return n
}

function articleFeatures(d: Described, i: number, from: number, to: number, into: Int32Array, start: number): number {
  const { shape, manner, word } = d
  const { classes } = d.book
  let n = start
  into[n++] = mix4(70, shape[i]!, d.elsewhere[i]!, (i === from ? 8 : 0) + manner[i]!)
  const first = d.runFrom[i]!
  if (first < 0) return n
  const last = d.runTo[i]!
  const inFront = Math.min(i - first, 2)
  const behind = Math.min(last - i, 2)
  into[n++] = mix3(71, inFront * 4 + behind, Math.min(last - first, 4))
  if (last > first) n = runFeatures(d, i, from, to, into, n)
  into[n++] = mix3(80, d.elsewhere[i]!, classes[word[i]! * CLASS_WIDTH + 3]!)
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

/** What the ends of the run of capitals that token `i` stands in say, and the words around it. */
function runFeatures(d: Described, i: number, from: number, to: number, into: Int32Array, start: number): number {
  const { lower } = d
  const { classes } = d.book
  const first = d.runFrom[i]!
  const last = d.runTo[i]!
  const inFront = Math.min(i - first, 2)
  const behind = Math.min(last - i, 2)
  const classAt = (at: number): number => classes[wordAt(d, at, from, to) * CLASS_WIDTH + 1]!
  let n = start
  into[n++] = mix3(72, inFront === 0 ? 0 : 1, first > from ? lower[first - 1]! : 1)
  into[n++] = mix3(73, behind === 0 ? 0 : 1, last + 1 < to ? lower[last + 1]! : 2)
  if (last > i) into[n++] = mix3(74, behind, lower[last]!)
  if (first < i) into[n++] = mix3(75, inFront, lower[first]!)
  into[n++] = mix3(76, behind, classAt(last))
  into[n++] = mix3(77, inFront, classAt(first))
  if (first > from) into[n++] = mix3(78, inFront === 0 ? 0 : 1, classAt(first - 1))
  if (last + 1 < to) into[n++] = mix3(79, behind === 0 ? 0 : 1, classAt(last + 1))
  return n
}
