/**
 * Perceptron weights and the sum that their average needs. A feature's row begins at an index below `2 ** bits` and is
 * `width` weights long; rows overlap, which costs little as most weights of most rows stay zero.
 */
export class Averaged {
  readonly weights: Float32Array
  /** Every change times the step it was made at. */
  readonly #late: Float64Array
  /** To be counted up by the caller, once a decision. */
  step = 1

  constructor(bits: number, width: number) {
    this.weights = new Float32Array(2 ** bits + width)
    this.#late = new Float64Array(2 ** bits + width)
  }

  score(rows: Int32Array, count: number, among: Uint8Array, out: Float64Array): void {
    const width = among.length
    out.fill(0, 0, width)
    for (let f = 0; f < count; f++) {
      const row = rows[f]!
      for (let k = 0; k < width; k++) out[k]! += this.weights[row + among[k]!]!
    }
  }

  add(rows: Int32Array, count: number, label: number, amount: number): void {
    for (let f = 0; f < count; f++) {
      this.weights[rows[f]! + label]! += amount
      this.#late[rows[f]! + label]! += amount * this.step
    }
  }

  average(): Float32Array {
    const mean = new Float32Array(this.weights.length)
    for (let i = 0; i < mean.length; i++) mean[i] = this.weights[i]! - this.#late[i]! / this.step
    return mean
  }
}
