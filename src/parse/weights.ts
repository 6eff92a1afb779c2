// Weights are signed bytes whose square, with the sign kept, is the weight: small ones are told apart finely and large
// ones coarsely, as they are spread. Sums of squares are integers, so scores are exact and the same on every machine.

/** The weight a byte stands for. Without a branch: signs come as if by chance, and a processor guesses half of them wrong. */
export const expand = (byte: number): number => Math.imul(Math.imul(byte, byte), (byte >> 31) | 1)

/** Bytes for real weights, scaled so that the largest is 127 squared. */
export function compress(weights: Float32Array): Int8Array {
  let largest = 1e-9
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight))
  return Int8Array.from(
    weights,
    (weight) => Math.sign(weight) * Math.round(127 * Math.sqrt(Math.abs(weight) / largest)),
  )
}

/** A view of `count` bytes of a model's weights from `offset` on. */
export const bytesAt = (buffer: Buffer, offset: number, count: number): Int8Array =>
  new Int8Array(buffer.buffer, buffer.byteOffset + offset, count)
