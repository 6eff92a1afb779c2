/** What an outcome is told by: features by number, each with its amount. */
export interface Observation {
  features: readonly (readonly [feature: number, amount: number])[]
  outcome: boolean
  /** How much it counts. */
  weight: number
}

const STEPS = 50

/**
 * Logistic regression with a penalty on the square of each weight (ridge): the most likely weights, by Newton's method.
 * `penalties` has one for each feature; none may be 0.
 */
export function ridge(observations: readonly Observation[], penalties: readonly number[]): Float64Array {
  const size = penalties.length
  const weights = new Float64Array(size)
  for (let step = 0; step < STEPS; step++) {
    const gradient = Float64Array.from(penalties, (penalty, i) => penalty * weights[i]!)
    const curvature = new Float64Array(size * size)
    for (let i = 0; i < size; i++) curvature[i * size + i] = penalties[i]!
    for (const { features, outcome, weight } of observations) {
      const p = probability(weights, features)
      const error = weight * (p - (outcome ? 1 : 0))
      const spread = weight * p * (1 - p)
      for (const [i, amount] of features) {
        gradient[i]! += error * amount
        for (const [j, other] of features) curvature[i * size + j]! += spread * amount * other
      }
    }
    const change = solve(curvature, gradient)
    let furthest = 0
    for (let i = 0; i < size; i++) {
      weights[i]! -= change[i]!
      furthest = Math.max(furthest, Math.abs(change[i]!))
    }
    if (furthest < 1e-6) break
  }
  return weights
}

function probability(weights: ArrayLike<number>, features: Observation['features']): number {
  let sum = 0
  for (const [feature, amount] of features) sum += weights[feature]! * amount
  return 1 / (1 + Math.exp(-sum))
}

/** Solves `matrix · x = right` for a positive definite matrix, by Cholesky's decomposition in place, its diagonal inverted. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j]!
      for (let k = 0; k < j; k++) rest -= matrix[i * size + k]! * matrix[j * size + k]!
      matrix[i * size + j] = i === j ? 1 / Math.sqrt(rest) : rest * matrix[j * size + j]!
    }
  }
  const found = right.slice()
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) found[i]! -= matrix[i * size + k]! * found[k]!
    found[i]! *= matrix[i * size + i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) found[i]! -= matrix[k * size + i]! * found[k]!
    found[i]! *= matrix[i * size + i]!
  }
  return found
}
