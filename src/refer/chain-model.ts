import { SetupError } from '../base/errors.ts'
import { bytesAt, expand } from '../parse/weights.ts'
import { CHAIN_FEATURES_VERSION, type ChainFeatures } from './chain-features.ts'
import { ChainWalk } from './chains.ts'

/** Weights by hashed feature, as `expand` takes them. */
export interface ChainModel {
  weights: Int8Array
  bits: number
}

/** Throws a SetupError when the weights were learned with other features. */
export function readChainModel(card: Record<string, unknown>, weights: Buffer): ChainModel {
  if (card.features !== CHAIN_FEATURES_VERSION) {
    throw new SetupError(
      `Expected a model of chains with features ${CHAIN_FEATURES_VERSION}, got ${String(card.features)}`,
    )
  }
  return { weights: bytesAt(weights, 0, weights.byteLength), bits: Math.log2(weights.byteLength) }
}

/** Gives every spot its chain: that of the earlier spot it most likely means, or its own. */
export function chooseChains(model: ChainModel, features: ChainFeatures): ChainWalk {
  const walk = new ChainWalk(features)
  for (let j = 0; j < walk.spots.length; j++) {
    let best = -1
    let most = weigh(model, features, features.first(j, walk.before(j)))
    const count = walk.compare(j)
    for (let k = 0; k < count; k++) {
      const i = walk.candidates[k]!
      const score = weigh(model, features, features.pair(i, j, walk.linkOf(i)))
      if (score <= most) continue
      best = i
      most = score
    }
    walk.join(j, best)
  }
  return walk
}

function weigh({ weights, bits }: ChainModel, { rows }: ChainFeatures, count: number): number {
  const shift = 32 - bits
  let sum = 0
  for (let f = 0; f < count; f++) sum += expand(weights[rows[f]! >>> shift]!)
  return sum
}
