/** Mixes numbers into one 32-bit hash, the same on every machine: the last steps of MurmurHash3 over each in turn. */
export function mix2(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b, 0xcc9e2d51 | 0), 0x85ebca6b | 0)
  h ^= h >>> 15
  h = Math.imul(h, 0xc2b2ae35 | 0)
  return h ^ (h >>> 13)
}

export const mix3 = (a: number, b: number, c: number): number => mix2(mix2(a, b), c)

export const mix4 = (a: number, b: number, c: number, d: number): number => mix2(mix2(mix2(a, b), c), d)

export const mix5 = (a: number, b: number, c: number, d: number, e: number): number =>
  mix2(mix2(mix2(mix2(a, b), c), d), e)

/** Pseudo-random numbers from a seed (mulberry32): 0 to 1, 1 excluded. */
export function random(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
