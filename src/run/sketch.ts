import { mix2, mix3 } from '../base/mix.ts'

/** How many min-hashes a sketch has. */
export const SKETCH = 16

const NOTHING = 0xffffffff

/**
 * Min-hashes over the runs of three words of a text (Broder 1997): the share of equal ones in two sketches estimates how
 * much the texts have in common. Case, punctuation and spacing do not count, so that reset copies of one wire story meet.
 */
export function sketchOf(text: string): Uint32Array {
  const sketch = new Uint32Array(SKETCH).fill(NOTHING)
  let before = 0
  let last = 0
  let word = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32
    if (inWord(code)) {
      word = mix2(word, code >= 65 && code <= 90 ? code + 32 : code)
    } else if (word !== 0) {
      const shingle = mix3(before, last, word)
      for (let k = 0; k < SKETCH; k++) {
        const hash = mix2(shingle, k + 1) >>> 0
        if (hash < sketch[k]!) sketch[k] = hash
      }
      before = last
      last = word
      word = 0
    }
  }
  return sketch
}

/** Letters and digits; beyond ASCII everything but the punctuation and spaces of Latin-1 and the general block. */
function inWord(code: number): boolean {
  if (code < 128) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) && code !== 0x3000
}
