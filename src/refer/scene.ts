import type { Clause } from '../doc/clause.ts'
import type { Sentence } from '../doc/tokens.ts'
import type { Tree } from '../parse/tree.ts'
import type { Figure, Reference } from './figure.ts'
import type { Knowledge } from './knowledge.ts'
import { findQuotes } from './quotes.ts'

/** How much a mention draws a later pronoun, by what it is in its clause. */
const PROMINENCE: Readonly<Record<string, number>> = {
  nsubj: 1,
  'nsubj:pass': 0.9,
  obj: 0.5,
  iobj: 0.5,
  obl: 0.3,
  'obl:agent': 0.5,
  'nmod:poss': 0.4,
  nmod: 0.2,
  compound: 0.1,
  root: 0.6,
}

/** An article with its figures on it: whose name a token is part of, and what stands where in its sentence. */
export class Scene {
  readonly tree: Tree
  readonly sentences: readonly Sentence[]
  readonly clauses: readonly Clause[]
  readonly figures: readonly Figure[]
  readonly knowledge: Knowledge
  /** Token -> index into the sentences. */
  readonly sentenceOf: Int32Array
  /** Token -> index into the figures, -1 where it is part of no mention. */
  readonly figureOf: Int32Array
  /** Token -> the clause whose predicate it is, -1 for all others. */
  readonly clauseAt: Int32Array
  /** Token -> the number of the quotation it stands in, 0 outside. */
  readonly quoteOf: Int32Array
  #people: Map<string, number> | undefined
  #called: Map<string, number[]> | undefined

  constructor(
    tree: Tree,
    sentences: readonly Sentence[],
    clauses: readonly Clause[],
    figures: readonly Figure[],
    knowledge: Knowledge,
  ) {
    this.tree = tree
    this.sentences = sentences
    this.clauses = clauses
    this.figures = figures
    this.knowledge = knowledge
    this.sentenceOf = new Int32Array(tree.tokens.count)
    sentences.forEach(({ from, to }, i) => {
      this.sentenceOf.fill(i, from, to)
    })
    this.figureOf = new Int32Array(tree.tokens.count).fill(-1)
    figures.forEach(({ references }, i) => {
      for (const { from, to } of references) this.figureOf.fill(i, from, to)
    })
    this.clauseAt = new Int32Array(tree.tokens.count).fill(-1)
    clauses.forEach(({ head }, i) => {
      this.clauseAt[head] = i
    })
    this.quoteOf = findQuotes(tree.tokens)
  }

  /** The head of a stretch of tokens: the first whose own head stands outside, else the last token. */
  headOf({ from, to }: Pick<Reference, 'from' | 'to'>): number {
    for (let i = from; i < to; i++) {
      const head = this.tree.head[i]!
      if ((head < from || head >= to) && this.tree.deprel[i] !== 'punct') return i
    }
    return to - 1
  }

  /** The clause that a token is in, its own when it is a predicate; -1 when it is in none. */
  clauseOf(i: number): number {
    for (let at = i; at >= 0; at = this.tree.head[at]!) if (this.clauseAt[at] !== -1) return this.clauseAt[at]!
    return -1
  }

  /** How a token's phrase stands in its clause; a conjunct, or one of a flat name, as the first of them. */
  prominence(head: number): number {
    let at = head
    for (let steps = 0; steps < 4 && /^(?:conj|flat|appos)/.test(this.tree.deprel[at]!); steps++)
      at = this.tree.head[at] ?? -1
    return at < 0 ? 0.2 : (PROMINENCE[this.tree.deprel[at]!] ?? 0.2)
  }

  refer(figure: number, reference: Reference): void {
    this.figures[figure]!.references.push(reference)
    this.figureOf.fill(figure, reference.from, reference.to)
  }

  /** How often the people of a country are named. */
  peopleOf({ names }: Figure): number {
    const { countries, demonyms } = this.knowledge
    const code = countries.get(names[0]!.words.join(' '))
    if (code === undefined) return 0
    if (!this.#people) {
      this.#people = new Map()
      for (const { type, names: own } of this.figures) {
        if (type !== 'group') continue
        const key = own[0]!.words.join(' ')
        const whose = demonyms.get(key) ?? demonyms.get(key.replace(/s$/, ''))
        if (whose !== undefined) this.#people.set(whose, (this.#people.get(whose) ?? 0) + own.length)
      }
    }
    return this.#people.get(code) ?? 0
  }

  /** The figures that the text calls by a noun, or that are of one of these kinds (`place/city`): of many the most named. */
  calledOrOf(noun: string, kinds: readonly string[]): ReadonlySet<number> {
    if (!this.#called) {
      this.#called = new Map()
      const note = (key: string, f: number) => {
        const list = this.#called!.get(key)
        if (list) list.push(f)
        else this.#called!.set(key, [f])
      }
      this.figures.forEach(({ type, subtype, nouns }, f) => {
        for (const one of nouns) note(one, f)
        if (subtype !== undefined) note(`${type}/${subtype}`, f)
      })
      const order = (a: number, b: number) => this.figures[b]!.names.length - this.figures[a]!.names.length || a - b
      for (const list of this.#called.values()) if (list.length > MOST_CALLED) list.sort(order).splice(MOST_CALLED)
    }
    return new Set([noun, ...kinds].flatMap((key) => this.#called!.get(key) ?? []))
  }

  /** The singular of a common noun. */
  noun(i: number): string {
    return this.tree.lemma(i).toLowerCase()
  }
}

/** So many figures are asked whether a noun means them; an article of more is a list. */
const MOST_CALLED = 60
