import { plainWords } from './name-words.ts'

const lastWord = (words: string): string => words.slice(words.lastIndexOf(' ') + 1)

/** The legal forms of companies (*Ltd*, *Sdn Bhd*), as the end of a name. */
export class LegalForms {
  readonly #forms: ReadonlySet<string>
  readonly #longest: number
  readonly #lasts: ReadonlySet<string>

  constructor(forms: Iterable<string>) {
    this.#forms = new Set(forms)
    this.#lasts = new Set([...this.#forms].map(lastWord))
    this.#longest = Math.max(0, ...[...this.#forms].map((form) => form.split(' ').length))
  }

  /** How many words of the name's end are its legal form; never all of them. */
  length(words: readonly string[]): number {
    // most names end with a word that no form ends with
    if (!this.#lasts.has(lastWord(words.at(-1) ?? ''))) return 0
    let end = words.length
    for (let found = true; found; ) {
      found = false
      for (let size = Math.min(this.#longest, end - 1); size > 0 && !found; size--) {
        if (!this.#forms.has(words.slice(end - size, end).join(' '))) continue
        end -= size
        found = true
      }
    }
    return words.length - end
  }

  /** The words before the legal form: *Acme Steel Co., Ltd* is *acme steel*. */
  without(words: readonly string[]): readonly string[] {
    const length = this.length(words)
    return length === 0 ? words : words.slice(0, words.length - length)
  }

  /** A name as written, without its legal form and the punctuation before it. */
  strip(name: string): string {
    const parts = [...name.matchAll(/\S+/g)]
    const words = parts.map(([word]) => plainWords(word).join(' ').replace(/^'|'$/g, ''))
    const length = this.length(words)
    if (length === 0) return name
    const last = parts[parts.length - length - 1]!
    return name.slice(0, last.index + last[0].length).replace(/[\s,;&.]+$/u, (end) => (/^\./.test(end) ? '.' : ''))
  }
}
