import { mix2, mix3 } from '../base/mix.ts'
import { AFFIXES, CLUSTERS, SENTENCE_START, type Words } from './words.ts'

/** Raised when a feature changes: weights learned with other features are refused at load. */
export const TAG_FEATURES_VERSION = 1

/** Room for one token's features. */
export const MAX_TAG_FEATURES = 64

/**
 * Writes the hashes of token `i`'s features into `out` and returns how many there are. `from` and `to` bound the
 * sentence, `before` and `beforeThat` are the tags chosen for the two tokens in front, `ambiguity` is each token's
 * class in the tag dictionary.
 */
export function tagFeatures(
  words: Words,
  ambiguity: Uint16Array,
  i: number,
  from: number,
  to: number,
  before: number,
  beforeThat: number,
  out: Int32Array,
): number {
  const { form, lower, affix, shape, cluster } = words
  const l1 = i - 1 >= from ? lower[i - 1]! : 1
  const l2 = i - 2 >= from ? lower[i - 2]! : 1
  const r1 = i + 1 < to ? lower[i + 1]! : 2
  const r2 = i + 2 < to ? lower[i + 2]! : 2
  const a1 = i + 1 < to ? ambiguity[i + 1]! : 60000
  const a2 = i + 2 < to ? ambiguity[i + 2]! : 60000
  const a0 = ambiguity[i]!
  const word = lower[i]!
  const bits = shape[i]!
  const at = i * AFFIXES
  const c = i * CLUSTERS
  const next = c + CLUSTERS
  const last = c - CLUSTERS
  let n = 0
  out[n++] = mix2(1, form[i]!)
  out[n++] = mix2(2, word)
  out[n++] = mix2(3, l1)
  out[n++] = mix2(4, l2)
  out[n++] = mix2(5, r1)
  out[n++] = mix2(6, r2)
  out[n++] = mix3(7, l1, word)
  out[n++] = mix3(8, word, r1)
  out[n++] = mix2(9, before)
  out[n++] = mix3(10, before, beforeThat)
  out[n++] = mix3(11, before, word)
  out[n++] = mix3(12, before, r1)
  out[n++] = mix3(13, before, a1)
  out[n++] = mix3(14, a0, a1)
  out[n++] = mix3(15, mix2(before, a0), a1)
  out[n++] = mix3(16, a1, a2)
  out[n++] = mix3(17, mix3(beforeThat, before, a0), 0)
  out[n++] = mix2(18, affix[at]!)
  out[n++] = mix2(19, affix[at + 1]!)
  out[n++] = mix2(20, affix[at + 2]!)
  out[n++] = mix2(21, affix[at + 3]!)
  out[n++] = mix2(22, affix[at + 5]!)
  out[n++] = mix2(23, affix[at + 6]!)
  out[n++] = mix2(24, bits)
  out[n++] = mix3(25, bits, affix[at + 1]!)
  out[n++] = mix3(26, bits, before)
  out[n++] = mix3(27, affix[at + 2]!, before)
  out[n++] = mix3(28, affix[at + 1]!, a1)
  out[n++] = mix3(29, bits, i + 1 < to ? shape[i + 1]! : 0xffff)
  out[n++] = mix3(30, bits, i > from ? shape[i - 1]! : 0xffff)
  if (cluster[c] !== 0) {
    out[n++] = mix2(31, cluster[c]!)
    out[n++] = mix2(32, cluster[c + 1]!)
    out[n++] = mix2(33, cluster[c + 2]!)
    out[n++] = mix3(34, cluster[c + 1]!, before)
  }
  if (i + 1 < to) {
    out[n++] = mix2(35, cluster[next + 1]!)
    out[n++] = mix2(36, cluster[next + 2]!)
    out[n++] = mix3(37, cluster[next]!, before)
  }
  if (i > from) {
    out[n++] = mix2(38, cluster[last + 1]!)
    out[n++] = mix2(39, cluster[last + 2]!)
  }
  if (i + 2 < to) out[n++] = mix3(40, cluster[next + CLUSTERS]!, cluster[next]!)
  if (bits & SENTENCE_START) out[n++] = mix3(41, word, r1)
  out[n++] = mix3(42, l2, l1)
  out[n++] = mix3(43, r1, r2)
  out[n++] = 44
  return n
}
