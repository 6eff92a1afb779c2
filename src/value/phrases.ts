import { Lexemes } from './lexemes.ts'

interface Entry<T> {
  words: readonly string[]
  /** As written, where the form has a capital: `MW` is no `mw`. */
  exact: readonly string[] | undefined
  /** Which lexemes touch the one before, and must: `A$` is no `a $`. */
  glued: readonly boolean[]
  content: T
}

/** Forms of one or several lexemes (`square kilometres`, `US$`), found by their first; the longest is tried first. */
export class Phrases<T> {
  readonly #byFirst = new Map<string, Entry<T>[]>()
  readonly #byLast = new Map<string, Entry<T>[]>()

  /** A form with a capital letter, or of one letter, is found only as it is written; others in any case. */
  add(form: string, content: T): void {
    const cut = new Lexemes(form, [{ start: 0, end: form.length }])
    const anyCase = form === form.toLowerCase() && form.length > 1
    const each = <R>(of: (i: number) => R): R[] => Array.from({ length: cut.count }, (_, i) => of(i))
    const words = each((i) => cut.lower(i))
    const exact = anyCase ? undefined : each((i) => cut.text(i))
    const entry = { words, exact, glued: each((i) => cut.glued(i)), content }
    insert(this.#byFirst, words[0]!, entry)
    insert(this.#byLast, words.at(-1)!, entry)
  }

  firsts(): Iterable<string> {
    return this.#byFirst.keys()
  }

  /** The second words of the forms that have several. */
  seconds(): string[] {
    return [...this.#byFirst.values()].flat().flatMap(({ words }) => words.slice(1, 2))
  }

  /** The longest form that begins at a lexeme: its content and the lexeme behind it. */
  at(lexemes: Lexemes, i: number): { content: T; to: number } | undefined {
    for (const entry of this.#byFirst.get(lexemes.lower(i)) ?? []) {
      const to = i + entry.words.length
      if (to <= lexemes.limit[i]! && matches(lexemes, i, entry)) return { content: entry.content, to }
    }
    return undefined
  }

  /** The longest form that ends before a lexeme and begins at `floor` or behind it. */
  before(lexemes: Lexemes, to: number, floor: number): { content: T; from: number } | undefined {
    for (const entry of this.#byLast.get(lexemes.lower(to - 1)) ?? []) {
      const from = to - entry.words.length
      if (from >= floor && matches(lexemes, from, entry)) return { content: entry.content, from }
    }
    return undefined
  }
}

function insert<T>(map: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void {
  const entries = map.get(key)
  if (!entries) map.set(key, [entry])
  else {
    entries.push(entry)
    // An exact form before the same in any case: `Sh` the shilling before `sh`.
    entries.sort((a, b) => b.words.length - a.words.length || Number(!a.exact) - Number(!b.exact))
  }
}

function matches<T>(lexemes: Lexemes, from: number, { words, exact, glued }: Entry<T>): boolean {
  for (let k = 0; k < words.length; k++) {
    if (lexemes.lower(from + k) !== words[k]) return false
    if (glued[k] && !lexemes.glued(from + k)) return false
    if (exact && lexemes.text(from + k) !== exact[k]) return false
  }
  return true
}
