import { random } from '../base/mix.ts'

/** Counts of words beside words. Rows and columns are numbered by frequency. */
export interface Neighbours {
  rows: number
  columns: number
  /** Compressed rows: entries of row r are those from `offset[r]` to `offset[r + 1]`. */
  offset: Int32Array
  column: Int32Array
  value: Float32Array
}

const PLACES = [-2, -1, 1, 2] as const

/**
 * Counts, for each word of `text` (numbers, -1 for unknown words and ends), the `columns` commonest words at two places
 * before and behind it, and weighs the counts by positive pointwise mutual information, contexts smoothed by 0.75
 * (Levy, Goldberg and Dagan 2015).
 */
export function neighbours(text: Int32Array, rows: number, columns: number): Neighbours {
  const width = columns * PLACES.length
  let filled = 0
  const pairs = new Float64Array(text.length * PLACES.length)
  for (let i = 0; i < text.length; i++) {
    const word = text[i]!
    if (word < 0) continue
    for (let p = 0; p < PLACES.length; p++) {
      const other = text[i + PLACES[p]!]
      if (other === undefined || other < 0 || other >= columns) continue
      pairs[filled++] = word * width + p * columns + other
    }
  }
  const sorted = pairs.subarray(0, filled).sort()
  const offset = new Int32Array(rows + 1)
  const column: number[] = []
  const count: number[] = []
  for (let i = 0; i < filled; ) {
    let j = i + 1
    while (j < filled && sorted[j] === sorted[i]) j++
    const pair = sorted[i] ?? 0
    const row = Math.floor(pair / width)
    column.push(pair - row * width)
    count.push(j - i)
    offset[row + 1]!++
    i = j
  }
  for (let r = 0; r < rows; r++) offset[r + 1]! += offset[r]!
  const rowSum = new Float64Array(rows)
  const columnSum = new Float64Array(width)
  for (let r = 0; r < rows; r++) {
    for (let k = offset[r]!; k < offset[r + 1]!; k++) {
      rowSum[r]! += count[k]!
      columnSum[column[k]!]! += count[k]!
    }
  }
  let smooth = 0
  for (let c = 0; c < width; c++) smooth += columnSum[c]! ** 0.75
  const value = new Float32Array(count.length)
  const expectedShare = columnSum.map((sum) => sum ** 0.75 * smooth ** -1)
  for (let r = 0; r < rows; r++) {
    for (let k = offset[r]!; k < offset[r + 1]!; k++) {
      value[k] = Math.max(0, Math.log(count[k]!) - Math.log(rowSum[r]! * expectedShare[column[k]!]!))
    }
  }
  return { rows, columns: width, offset, column: Int32Array.from(column), value }
}

/** Vectors of `size` numbers for every row, of length 1: a truncated singular value decomposition by random projection. */
export function wordVectors(matrix: Neighbours, size: number, seed: number): Float32Array {
  const next = random(seed)
  let right: Float32Array = Float32Array.from({ length: matrix.columns * size }, () => next() + next() + next() - 1.5)
  let left: Float32Array = new Float32Array(0)
  for (let pass = 0; pass < 4; pass++) {
    left = multiply(matrix, right, size)
    orthonormalise(left, matrix.rows, size)
    right = multiplyBack(matrix, left, size)
    if (pass < 3) orthonormalise(right, matrix.columns, size)
  }
  // The lengths of the columns of `right` are the singular values; their square roots weigh the dimensions.
  for (let d = 0; d < size; d++) {
    let length = 0
    for (let c = 0; c < matrix.columns; c++) length += right[c * size + d]! ** 2
    const weight = length ** 0.25
    for (let r = 0; r < matrix.rows; r++) left[r * size + d]! *= weight
  }
  for (let r = 0; r < matrix.rows; r++) {
    let length = 1e-12
    for (let d = 0; d < size; d++) length += left[r * size + d]! ** 2
    const scale = 1 / Math.sqrt(length)
    for (let d = 0; d < size; d++) left[r * size + d]! *= scale
  }
  return left
}

function multiply({ rows, offset, column, value }: Neighbours, right: Float32Array, size: number): Float32Array {
  const out = new Float32Array(rows * size)
  for (let r = 0; r < rows; r++) {
    for (let k = offset[r]!; k < offset[r + 1]!; k++) {
      const weight = value[k]!
      const from = column[k]! * size
      for (let d = 0; d < size; d++) out[r * size + d]! += weight * right[from + d]!
    }
  }
  return out
}

function multiplyBack(matrix: Neighbours, left: Float32Array, size: number): Float32Array {
  const { rows, columns, offset, column, value } = matrix
  const out = new Float32Array(columns * size)
  for (let r = 0; r < rows; r++) {
    for (let k = offset[r]!; k < offset[r + 1]!; k++) {
      const weight = value[k]!
      const to = column[k]! * size
      for (let d = 0; d < size; d++) out[to + d]! += weight * left[r * size + d]!
    }
  }
  return out
}

/** Gram and Schmidt's, over columns. */
function orthonormalise(matrix: Float32Array, rows: number, size: number): void {
  for (let d = 0; d < size; d++) {
    for (let e = 0; e < d; e++) {
      let dot = 0
      for (let r = 0; r < rows; r++) dot += matrix[r * size + d]! * matrix[r * size + e]!
      for (let r = 0; r < rows; r++) matrix[r * size + d]! -= dot * matrix[r * size + e]!
    }
    let length = 1e-12
    for (let r = 0; r < rows; r++) length += matrix[r * size + d]! ** 2
    const scale = 1 / Math.sqrt(length)
    for (let r = 0; r < rows; r++) matrix[r * size + d]! *= scale
  }
}

/**
 * Spherical k-means: the class of every vector. The first `classes` vectors are the first centres, so the vectors come
 * in the order of their weight.
 */
export function kMeans(
  vectors: Float32Array,
  size: number,
  classes: number,
  passes: number,
): { owner: Int32Array; centres: Float32Array } {
  const count = vectors.length / size
  const centres = vectors.slice(0, classes * size)
  const owner = new Int32Array(count)
  for (let pass = 0; pass < passes; pass++) {
    for (let i = 0; i < count; i++) owner[i] = nearest(centres, classes, vectors, i, size)
    centres.fill(0)
    for (let i = 0; i < count; i++) {
      const to = owner[i]! * size
      for (let d = 0; d < size; d++) centres[to + d]! += vectors[i * size + d]!
    }
    for (let c = 0; c < classes; c++) {
      let length = 1e-12
      for (let d = 0; d < size; d++) length += centres[c * size + d]! ** 2
      const scale = 1 / Math.sqrt(length)
      for (let d = 0; d < size; d++) centres[c * size + d]! *= scale
    }
  }
  return { owner, centres }
}

function nearest(centres: Float32Array, classes: number, vectors: Float32Array, i: number, size: number): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  const at = i * size
  for (let c = 0; c < classes; c++) {
    let dot = 0
    const from = c * size
    for (let d = 0; d < size; d++) dot += centres[from + d]! * vectors[at + d]!
    if (dot > most) {
      most = dot
      best = c
    }
  }
  return best
}
