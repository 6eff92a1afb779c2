import { SetupError } from '../base/errors.ts'
import { GAP_FEATURES_VERSION, type GapWords, MAX_GAP_FEATURES } from './gap-features.ts'

/** Where sentences begin that no mark announces: log odds by hashed features, in sixteenths. */
export interface GapModel {
  weights: Int8Array
  bits: number
}

/** Throws a SetupError when the weights were learned with other features. */
export function readGapModel(card: Record<string, unknown>, weights: Buffer): GapModel {
  if (card.features !== GAP_FEATURES_VERSION) {
    throw new SetupError(
      `Expected a model of sentence gaps with features ${GAP_FEATURES_VERSION}, got ${String(card.features)}`,
    )
  }
  return {
    weights: new Int8Array(weights.buffer, weights.byteOffset, weights.byteLength),
    bits: Math.log2(weights.byteLength),
  }
}

const rows = new Int32Array(MAX_GAP_FEATURES)

/** What is less likely than this without part of speech does not become likely with it. */
export const HOPELESS = -16

/**
 * The log odds, in sixteenths, that a sentence begins at token `i`. Part of speech is asked for only where the words and
 * shapes leave it open: in most paragraphs never.
 */
export function gapScore(model: GapModel, words: GapWords, i: number, first: number): number {
  const sum = weigh(model, words.features(i, first, rows))
  return sum < HOPELESS ? sum : sum + weigh(model, words.readFeatures(i, rows))
}

function weigh({ weights, bits }: GapModel, count: number): number {
  const shift = 32 - bits
  let sum = 0
  for (let f = 0; f < count; f++) sum += weights[rows[f]! >>> shift]!
  return sum
}
