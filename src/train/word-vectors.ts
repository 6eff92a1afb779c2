import { random } from '../base/mix.ts'

export interface VectorRecipe {
  /** Numbers a word. */
  width: number
  /** Words to each side that are looked at, at most. */
  window: number
  epochs: number
  /** Words drawn at random for each that is there. */
  against: number
  rate: number
  /** Words seen fewer times have no vector. */
  atLeast: number
  seed: number
}

/** Words by number, the commonest first, with `width` numbers each. */
export interface WordVectors {
  words: string[]
  counts: Int32Array
  width: number
  vectors: Float32Array
}

const DRAW = 1 << 20

/**
 * Learns word vectors by skip-grams with negative samples (Mikolov and others 2013), told apart by side as in Ling and
 * others 2015: what stands in front of a word and what behind it are different things. `texts` yields sentences.
 */
export function learnVectors(sentences: readonly (readonly string[])[], recipe: VectorRecipe): WordVectors {
  const { width, window, epochs, against, rate, atLeast, seed } = recipe
  const seen = new Map<string, number>()
  for (const sentence of sentences) for (const word of sentence) seen.set(word, (seen.get(word) ?? 0) + 1)
  const kept = [...seen].filter(([, n]) => n >= atLeast).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  const words = kept.map(([word]) => word)
  const counts = Int32Array.from(kept, ([, n]) => n)
  const number = new Map(words.map((word, i) => [word, i]))
  const total = counts.reduce((sum, n) => sum + n, 0)
  const next = random(seed)

  const inner = new Float32Array(words.length * width)
  for (let k = 0; k < inner.length; k++) inner[k] = (next() - 0.5) / width
  const outer = [new Float32Array(words.length * width), new Float32Array(words.length * width)]
  const draw = drawTable(counts)
  const keep = Float64Array.from(counts, (n) => Math.min(1, Math.sqrt(1e-3 / (n / total)) + 1e-3 / (n / total)))

  const change = new Float32Array(width)
  const line = new Int32Array(4096)
  let done = 0
  const whole = total * epochs
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const sentence of sentences) {
      let length = 0
      for (const word of sentence) {
        const id = number.get(word)
        if (id === undefined || length === line.length) continue
        done++
        if (next() < keep[id]!) line[length++] = id
      }
      const step = Math.max(rate * (1 - done / whole), rate * 1e-3)
      for (let i = 0; i < length; i++) {
        const reach = 1 + Math.floor(next() * window)
        const at = line[i]! * width
        for (let j = Math.max(0, i - reach); j <= i + reach && j < length; j++) {
          if (j === i) continue
          const side = outer[j < i ? 0 : 1]!
          change.fill(0)
          for (let k = 0; k <= against; k++) {
            const other = (k === 0 ? line[j]! : draw[Math.floor(next() * DRAW)]!) * width
            let dot = 0
            for (let d = 0; d < width; d++) dot += inner[at + d]! * side[other + d]!
            const gradient = ((k === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot))) * step
            for (let d = 0; d < width; d++) {
              change[d]! += gradient * side[other + d]!
              side[other + d]! += gradient * inner[at + d]!
            }
          }
          for (let d = 0; d < width; d++) inner[at + d]! += change[d]!
        }
      }
    }
  }
  return { words, counts, width, vectors: inner }
}

/** Words drawn by the 3/4th power of their counts. */
function drawTable(counts: Int32Array): Int32Array {
  const table = new Int32Array(DRAW)
  let sum = 0
  for (const n of counts) sum += n ** 0.75
  let filled = 0
  let reached = 0
  for (let id = 0; id < counts.length; id++) {
    reached += counts[id]! ** 0.75
    while (filled < DRAW && filled / DRAW < reached / sum) table[filled++] = id
  }
  table.fill(counts.length - 1, filled)
  return table
}

/** Each word's class, 1 to `classes`: k-means over vectors of length 1, `rounds` rounds from spread words. */
export function classify({ words, width, vectors }: WordVectors, classes: number, rounds: number): Uint16Array {
  const count = words.length
  const unit = new Float32Array(vectors)
  for (let i = 0; i < count; i++) normalise(unit, i * width, width)
  const middles = new Float32Array(classes * width)
  // Common words are the first middles: they are well known, and no two are alike.
  for (let c = 0; c < classes; c++) {
    const from = Math.floor((c * Math.min(count, classes * 8)) / classes) * width
    middles.set(unit.subarray(from, from + width), c * width)
  }
  const chosen = new Uint16Array(count)
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < count; i++) chosen[i] = nearest(unit, i * width, middles, classes, width)
    middles.fill(0)
    for (let i = 0; i < count; i++) {
      const at = chosen[i]! * width
      for (let d = 0; d < width; d++) middles[at + d]! += unit[i * width + d]!
    }
    for (let c = 0; c < classes; c++) normalise(middles, c * width, width)
  }
  return chosen.map((c) => c + 1)
}

function nearest(unit: Float32Array, at: number, middles: Float32Array, classes: number, width: number): number {
  let top = -2
  let chosen = 0
  for (let c = 0; c < classes; c++) {
    let dot = 0
    const from = c * width
    for (let d = 0; d < width; d++) dot += unit[at + d]! * middles[from + d]!
    if (dot > top) {
      top = dot
      chosen = c
    }
  }
  return chosen
}

function normalise(numbers: Float32Array, at: number, width: number): void {
  let sum = 0
  for (let d = 0; d < width; d++) sum += numbers[at + d]! ** 2
  const shrink = 1 / (Math.sqrt(sum) || 1)
  for (let d = 0; d < width; d++) numbers[at + d]! *= shrink
}
