import { mix2 } from '../base/mix.ts'

/** A hash of the characters of a text from `from` (inclusive) to `to` (exclusive). */
export function hash(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5 | 0
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix2(h, to - from)
}

/** The hash under which lists and classes know a word. */
export const hashWord = (word: string): number => hash(plain(word))

/** Digits are alike, and so are typographic and plain marks. */
export const plain = (word: string): string =>
  /^[a-zA-Z]+$/.test(word) ? word : word.replace(/\d/g, '0').replace(/[‘’]/g, "'").replace(/[“”]/g, '"')

/** The key of a name of these token hashes. */
export function hashTokens(lower: Int32Array, from: number, to: number): number {
  let hash = 0
  for (let i = from; i < to; i++) hash = mix2(hash, lower[i]!)
  return hash
}
