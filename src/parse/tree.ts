import { type Oblique, oblique, type Phrase } from '../doc/clause.ts'
import type { Parse, Tags, Tokens } from '../doc/tokens.ts'

const NOTHING = new Int32Array(0)

/** Relations that are no part of a noun phrase but follow it: a reader of the phrase alone does not miss them. */
const TRAILING = new Set(['conj', 'appos', 'acl:relcl', 'advcl:relcl', 'parataxis', 'list', 'dep', 'cc', 'orphan'])

/** What hangs on a noun only because it is a predicate (*is a bank*), or marks its place in the clause. */
const CLAUSAL = new Set([
  'case',
  'mark',
  'cop',
  'aux',
  'nsubj',
  'csubj',
  'expl',
  'advcl',
  'ccomp',
  'xcomp',
  'obl',
  'discourse',
  'vocative',
  'dislocated',
  'cc',
])

/** The part of a relation before the colon. */
export const universal = (relation: string): string => {
  const colon = relation.indexOf(':')
  return colon === -1 ? relation : relation.slice(0, colon)
}

const made = new WeakMap<Parse, Tree>()

/** The trees of an article, to be asked from above: children, subtrees, noun phrases. */
export class Tree {
  /** The trees of a parse: made once, whoever asks for them. */
  static of(tokens: Tokens, tags: Tags, parse: Parse): Tree {
    const known = made.get(parse)
    if (known?.tokens === tokens && known.tags === tags) return known
    const tree = new Tree(tokens, tags, parse)
    made.set(parse, tree)
    return tree
  }

  readonly tokens: Tokens
  readonly tags: Tags
  readonly head: Int32Array
  readonly deprel: readonly string[]
  /** The first token of each token's subtree, and the one behind its last. */
  readonly first: Int32Array
  readonly behind: Int32Array
  readonly #offset: Int32Array
  readonly #children: Int32Array

  constructor(tokens: Tokens, tags: Tags, { head, deprel }: Parse) {
    const count = head.length
    this.tokens = tokens
    this.tags = tags
    this.head = head
    this.deprel = deprel
    this.#offset = new Int32Array(count + 1)
    for (let i = 0; i < count; i++) if (head[i]! >= 0) this.#offset[head[i]! + 1]!++
    for (let i = 0; i < count; i++) this.#offset[i + 1]! += this.#offset[i]!
    this.#children = new Int32Array(this.#offset[count]!)
    const filled = this.#offset.slice()
    for (let i = 0; i < count; i++) if (head[i]! >= 0) this.#children[filled[head[i]!]!++] = i
    this.first = new Int32Array(count)
    this.behind = new Int32Array(count)
    for (let i = 0; i < count; i++) {
      this.first[i] = i
      this.behind[i] = i + 1
    }
    const order = this.#topDown()
    for (let k = order.length - 1; k >= 0; k--) {
      const i = order[k]!
      const h = head[i]!
      if (h < 0) continue
      this.first[h] = Math.min(this.first[h]!, this.first[i]!)
      this.behind[h] = Math.max(this.behind[h]!, this.behind[i]!)
    }
  }

  /** Every token, heads before what hangs on them. */
  #topDown(): Int32Array {
    const order = new Int32Array(this.head.length)
    let filled = 0
    for (let i = 0; i < this.head.length; i++) if (this.head[i]! < 0) order[filled++] = i
    for (let k = 0; k < filled; k++) {
      const end = this.#offset[order[k]! + 1]!
      for (let c = this.#offset[order[k]!]!; c < end; c++) order[filled++] = this.#children[c]!
    }
    return order.subarray(0, filled)
  }

  /** In text order. */
  children(i: number): Int32Array {
    if (i < 0) return NOTHING
    return this.#children.subarray(this.#offset[i]!, this.#offset[i + 1]!)
  }

  /** The first child with a relation, subtypes taken in (`nsubj` finds `nsubj:pass`) unless one is named; or -1. */
  child(i: number, relation: string): number {
    if (i < 0) return -1
    const end = this.#offset[i + 1]!
    for (let c = this.#offset[i]!; c < end; c++) if (this.is(this.#children[c]!, relation)) return this.#children[c]!
    return -1
  }

  /** Has token `i` the relation, subtypes taken in unless one is named? */
  is(i: number, relation: string): boolean {
    const own = this.deprel[i]!
    return own === relation || (own.startsWith(relation) && own.charCodeAt(relation.length) === 58)
  }

  lower(i: number): string {
    return this.tokens.lower(i)
  }

  lemma(i: number): string {
    return i < 0 ? '' : this.tags.lemma[i]!
  }

  xpos(i: number): string {
    return i < 0 ? '' : this.tags.xpos[i]!
  }

  upos(i: number): string {
    return i < 0 ? '' : this.tags.upos[i]!
  }

  /** The noun phrase of a head: see `Phrase`. */
  phrase(head: number): Phrase {
    let from = head
    let to = head + 1
    const children = this.children(head)
    for (let k = children.length - 1; k >= 0; k--) {
      const child = children[k]!
      if (child > head) continue
      if (this.deprel[child] === 'punct') continue
      if (!this.#belongs(child)) break
      from = this.first[child]!
    }
    for (const child of children) {
      if (child < head || this.deprel[child] === 'punct') continue
      if (!this.#belongs(child) || this.#setOff(child)) break
      to = this.behind[child]!
    }
    const wideTo = this.#trimRight(this.behind[head]!, to)
    return { head, from, to: this.#trimRight(to, head + 1), wide: { from, to: wideTo } }
  }

  #belongs(child: number): boolean {
    const relation = this.deprel[child]!
    return !TRAILING.has(relation) && !CLAUSAL.has(universal(relation))
  }

  /** *Acme, owned by Globex*: a clause behind a comma tells more, and does not narrow down. */
  #setOff(child: number): boolean {
    if (universal(this.deprel[child]!) !== 'acl') return false
    const start = this.first[child]!
    return this.lower(start) === ',' || this.lower(start - 1) === ','
  }

  /** Leaves out punctuation before `to`, but not before `least`. */
  #trimRight(to: number, least: number): number {
    let end = to
    while (end > least && this.deprel[end - 1] === 'punct' && this.head[end - 1]! < end) end--
    return end
  }

  /** A head and the heads coordinated with it, in text order; `accept` says which of those count. */
  conjuncts(head: number, accept: (token: number) => boolean = () => true): number[] {
    const found = [head]
    for (const child of this.children(head)) {
      if (this.deprel[child] === 'conj' && accept(child)) found.push(...this.conjuncts(child, accept))
    }
    return found
  }

  /** The words of the preposition or conjunction at `marker`, with the words fixed to it: `because of`. */
  words(marker: number): string {
    let text = this.lower(marker)
    for (const child of this.children(marker)) if (this.is(child, 'fixed')) text += ` ${this.lower(child)}`
    return text
  }

  /** The preposition of a noun, `''` when it has none: `in`, `according to`, `up to`. */
  preposition(noun: number): string {
    let text = ''
    for (const child of this.children(noun)) {
      if (this.deprel[child] !== 'case' || child > noun) continue
      text = text === '' ? this.words(child) : `${text} ${this.words(child)}`
    }
    return text
  }

  /** Phrases that rename a noun: *Lee, the founder of Acme*. */
  appositives(noun: number): Phrase[] {
    const found: Phrase[] = []
    for (const child of this.children(noun)) if (this.deprel[child] === 'appos') found.push(this.phrase(child))
    return found
  }

  /** Whose it is: *its arm*, *Acme's founder*; `undefined` when nobody's. */
  possessor(noun: number): Phrase | undefined {
    const child = this.child(noun, 'nmod:poss')
    return child === -1 ? undefined : this.phrase(child)
  }

  /** Phrases that hang on a noun by a preposition: *director of the bureau*. */
  modifiers(noun: number): Oblique[] {
    const found: Oblique[] = []
    for (const child of this.children(noun)) {
      if (!this.is(child, 'nmod') || this.deprel[child] === 'nmod:poss') continue
      const preposition = this.preposition(child)
      for (const head of this.conjuncts(child)) {
        found.push(oblique(this.phrase(head), this.preposition(head) || preposition))
      }
    }
    return found
  }
}
