// A name as words that can be compared.

/** Small words inside names: no initial of an acronym, no name of their own. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'of the and for in on at to a an de la las los le les del della el al van der den von zu bin ibn bint abu da das do dos di du y e und et &'.split(
    ' ',
  ),
)

/** A name's words in lower case, without marks, accents, full stops, possessive and article. */
export function nameWords(name: string): string[] {
  const words = plainWords(name)
  return words.length > 1 && (words[0] === 'the' || words[0] === 'a' || words[0] === 'an') ? words.slice(1) : words
}

/** The same with its article, for parts of a name: *A/S*. */
export function plainWords(name: string): string[] {
  if (SIMPLE.test(name)) return name.toLowerCase().split(' ')
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/'s?(?=\s|$)/g, '')
  const words: string[] = []
  for (const part of plain.split(/[^\p{L}\p{N}&.'+]+/u)) {
    const word = part.replaceAll('.', '').replace(/^'+|'+$/g, '')
    if (word !== '') words.push(word)
  }
  return words
}

/** Most names have nothing that must be taken away. */
const SIMPLE = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/

/** The initials a name is shortened to: of its big words, and of all of them. */
export function initials(words: readonly string[]): readonly string[] {
  let big = ''
  let all = ''
  for (const word of words) {
    if (/^\p{N}/u.test(word)) continue
    const first = word[0] ?? ''
    all += first
    if (!PARTICLES.has(word)) big += first
  }
  return [big, all]
}

export const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, k) => word === b[k])

export const beginsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.length <= long.length && short.every((word, k) => word === long[k])

export const endsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.length <= long.length && short.every((word, k) => word === long[long.length - short.length + k])

/** Do the letters of `short` stand in `long` in this order, the first at the beginning of a word? */
export function lettersWithin(short: string, long: readonly string[]): boolean {
  const text = long.join('')
  if (short === '' || !long.some((word) => word[0] === short[0])) return false
  let at = 0
  for (const letter of short) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
