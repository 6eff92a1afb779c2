import type { Tokens } from '../doc/tokens.ts'
import type { Named } from './figure.ts'
import { isAcronym } from './name-match.ts'

/** Occurrences of known names that no mention covers: the same tokens elsewhere. Sorted by span. */
export function findRepeats(names: readonly Named[], tokens: Tokens): Named[] {
  const covered = new Uint8Array(tokens.count)
  for (const { from, to } of names) covered.fill(1, from, to)
  const byFirst = new Map<string, Named[]>()
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name.form) || !/^\p{Lu}/u.test(name.form)) continue
    seen.add(name.form)
    const first = tokens.text(name.from)
    byFirst.set(first, [...(byFirst.get(first) ?? []), name])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.to - b.from - (a.to - a.from))
  let lowercase: ReadonlySet<string> | undefined

  const found: Named[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (covered[i] === 1 || isSmall(tokens, i)) continue
    const known = byFirst.get(tokens.text(i))?.find((name) => standsAt(name, i, tokens, covered))
    if (!known) continue
    const to = i + known.to - known.from
    // a word that the article also writes small, or that has a neighbour with a capital, may be another name
    if (to === i + 1 && !isAcronym(known.form)) {
      lowercase ??= wordsInLowerCase(tokens)
      if (lowercase.has(tokens.lower(i)) || isCapital(i - 1, tokens, covered) || isCapital(to, tokens, covered))
        continue
    }
    const { form, words, type, subtype, source, score } = known
    const { start, end } = tokens.span(i, to)
    found.push({ start, end, from: i, to, form, words, type, subtype, gender: '', source, score: score / 2 })
    i = to - 1
  }
  return found
}

/** Does it begin with a small letter of ASCII, as no name does here? */
function isSmall(tokens: Tokens, i: number): boolean {
  const c = tokens.source.charCodeAt(tokens.start[i]!)
  return c >= 97 && c <= 122
}

function wordsInLowerCase(tokens: Tokens): Set<string> {
  const found = new Set<string>()
  for (let i = 0; i < tokens.count; i++)
    if (isSmall(tokens, i) || /^\p{Ll}/u.test(tokens.text(i))) found.add(tokens.text(i))
  return found
}

function standsAt(name: Named, at: number, tokens: Tokens, covered: Uint8Array): boolean {
  const length = name.to - name.from
  if (at + length > tokens.count || tokens.paragraph[at] !== tokens.paragraph[at + length - 1]) return false
  for (let k = 0; k < length; k++)
    if (covered[at + k] === 1 || tokens.text(at + k) !== tokens.text(name.from + k)) return false
  return true
}

const isCapital = (i: number, tokens: Tokens, covered: Uint8Array): boolean =>
  covered[i] !== 1 && i >= 0 && /^\p{Lu}\p{Ll}/u.test(tokens.text(i)) && tokens.text(i - 1) !== '.'
