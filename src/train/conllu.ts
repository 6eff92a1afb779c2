import { readFileSync } from 'node:fs'
import { ReadError } from '../base/errors.ts'
import { type Sentence, Tokens } from '../doc/tokens.ts'

/** One document of a treebank: our token arrays over its text, and what its annotators say. */
export interface Treebank {
  id: string
  tokens: Tokens
  sentences: Sentence[]
  xpos: string[]
  upos: string[]
  lemma: string[]
  /** Index into the tokens, -1 for a root. */
  head: Int32Array
  deprel: string[]
}

/** Reads CoNLL-U. The text is the tokens with the blanks that `SpaceAfter` tells of; a line feed ends a sentence. */
export function readTreebanks(file: string): Treebank[] {
  const found: Treebank[] = []
  let current = new Builder('')
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# newdoc id = ')) {
      if (current.count > 0) found.push(current.done())
      current = new Builder(line.slice(14))
    } else if (line === '') current.endSentence()
    else if (!line.startsWith('#')) {
      const cells = line.split('\t')
      if (cells.length !== 10) throw new ReadError(`Expected ten columns, got \`${line.slice(0, 40)}\``, { file })
      current.add(cells as Row)
    }
  }
  if (current.count > 0) found.push(current.done())
  return found
}

type Row = [string, string, string, string, string, string, string, string, string, string]

class Builder {
  readonly #id: string
  #text = ''
  readonly #start: number[] = []
  readonly #end: number[] = []
  readonly #heads: number[] = []
  readonly #sentences: Sentence[] = []
  readonly #tree: Pick<Treebank, 'xpos' | 'upos' | 'lemma' | 'deprel'> = { xpos: [], upos: [], lemma: [], deprel: [] }
  #from = 0
  /** The last word of the multi-word token that is being read: blanks follow only behind it. */
  #insideUntil = 0
  #spaceAfterRange = true

  constructor(id: string) {
    this.#id = id
  }

  get count(): number {
    return this.#start.length
  }

  add([id, form, lemma, upos, xpos, , head, deprel, , misc]: Row): void {
    if (id.includes('.')) return
    const spaced = !misc.includes('SpaceAfter=No')
    if (id.includes('-')) {
      this.#insideUntil = Number(id.split('-')[1])
      this.#spaceAfterRange = spaced
      return
    }
    const number = Number(id)
    this.#start.push(this.#text.length)
    this.#text += form
    this.#end.push(this.#text.length)
    const inside = number < this.#insideUntil
    const last = number === this.#insideUntil
    if (!inside && (last ? this.#spaceAfterRange : spaced)) this.#text += ' '
    if (last) this.#insideUntil = 0
    this.#heads.push(head === '0' ? -1 : this.#from + Number(head) - 1)
    this.#tree.xpos.push(xpos)
    this.#tree.upos.push(upos)
    this.#tree.lemma.push(lemma)
    this.#tree.deprel.push(deprel)
  }

  endSentence(): void {
    const to = this.#start.length
    if (to === this.#from) return
    const paragraph = this.#sentences.length
    this.#sentences.push({
      start: this.#start[this.#from]!,
      end: this.#end[to - 1]!,
      from: this.#from,
      to,
      paragraph,
      zone: 'body',
    })
    this.#text += '\n'
    this.#from = to
    this.#insideUntil = 0
  }

  done(): Treebank {
    this.endSentence()
    const paragraph = new Int32Array(this.count)
    for (const sentence of this.#sentences) paragraph.fill(sentence.paragraph, sentence.from, sentence.to)
    const tokens = new Tokens(this.#text, Int32Array.from(this.#start), Int32Array.from(this.#end), paragraph)
    return {
      id: this.#id,
      tokens,
      sentences: this.#sentences,
      ...this.#tree,
      head: Int32Array.from(this.#heads),
    }
  }
}
