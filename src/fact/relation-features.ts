import { mix2, mix3, mix4 } from '../base/mix.ts'
import type { Clusters } from '../parse/clusters.ts'
import { hashWord } from '../parse/words.ts'
import type { Party } from './parties.ts'
import type { View } from './view.ts'

/** Words between two parties beyond these are not looked at. */
const REACH = 12
/** Steps of a path through the tree on either side. */
const STEPS = 8

const hashes = new Map<string, number>()
/** The hash of a word or label; labels and small words come again and again. */
function hashOf(word: string): number {
  let hash = hashes.get(word)
  if (hash === undefined) {
    hash = hashWord(word)
    if (hashes.size > 50_000) hashes.clear()
    hashes.set(word, hash)
  }
  return hash
}

const bucket = (n: number): number => (n < 6 ? n : n < 9 ? 6 : n < 13 ? 7 : n < 20 ? 8 : n < 30 ? 9 : 10)

/** What pairs of parties look like, as hashes: words between and around them, and the path that joins them in the tree. */
export class RelationFeatures {
  readonly #view: View
  readonly #clusters: Clusters
  #out: number[] = []
  /** What is asked of each token again and again, 0 where it was not yet. */
  readonly #words: Int32Array
  readonly #lemmas: Int32Array
  readonly #seenAs: Int32Array
  /** The features of a sentence's verbs and nouns that are in no name, by its first token. */
  readonly #contents = new Map<number, readonly number[]>()
  readonly #up: number[] = []
  readonly #down: number[] = []

  constructor(view: View, clusters: Clusters) {
    this.#view = view
    this.#clusters = clusters
    const { count } = view.tokens
    this.#words = new Int32Array(count)
    this.#lemmas = new Int32Array(count)
    this.#seenAs = new Int32Array(count)
  }

  /** The features of subject and object; `between` is how many other parties stand between them. */
  of(subject: Party, object: Party, between: number): readonly number[] {
    this.#out = []
    const ahead = subject.from < object.from ? 1 : 2
    const [first, second] = ahead === 1 ? [subject, object] : [object, subject]
    this.#add(1, ahead, 0)
    this.#add(2, hashOf(subject.form), hashOf(object.form))
    this.#add(3, hashOf(object.side), ahead)
    this.#add(4, bucket(second.from - first.to), ahead)
    this.#add(5, Math.min(between, 5), ahead)
    this.#between(first, second, ahead)
    this.#around(subject, object, ahead)
    this.#path(subject, object)
    this.#own(subject, 60)
    this.#own(object, 70)
    return this.#out
  }

  #add(template: number, a: number, b: number): void {
    this.#out.push(mix3(template, a, b))
  }

  #word(i: number): number {
    if (this.#words[i] === 0) this.#words[i] = hashOf(this.#view.tokens.lower(i))
    return this.#words[i]!
  }

  #lemma(i: number): number {
    if (i < 0) return hashOf('')
    if (this.#lemmas[i] === 0) this.#lemmas[i] = hashOf(this.#view.tags.lemma[i]!)
    return this.#lemmas[i]!
  }

  #class(i: number): number {
    return this.#clusters.fine(this.#word(i))
  }

  /** A word, or what kind of party it is part of. */
  #seen(i: number): number {
    if (i < 0 || i >= this.#seenAs.length) return this.#kindOf(i)
    if (this.#seenAs[i] === 0) this.#seenAs[i] = this.#kindOf(i)
    return this.#seenAs[i]!
  }

  #kindOf(i: number): number {
    const mention = this.#view.nameAt(i)
    if (mention) return hashOf(mention.entity.type)
    const valued = this.#view.valueAt(i)
    return valued ? hashOf(valued.value.type) : this.#word(i)
  }

  #between(first: Party, second: Party, ahead: number): void {
    const { tags } = this.#view
    const count = second.from - first.to
    let whole = 7
    let last = 0
    let content = 7
    for (let i = first.to; i < second.from; i++) {
      const at = i - first.to
      if (at >= REACH && second.from - i > REACH) continue
      const word = this.#seen(i)
      this.#add(10, word, ahead)
      this.#add(11, mix2(last, word), ahead)
      this.#add(12, this.#lemma(i), ahead)
      const kind = this.#class(i)
      if (kind !== 0) this.#add(13, kind, ahead)
      last = word
      if (count <= 6) whole = mix2(whole, word)
      const upos = tags.upos[i]
      if (upos === 'VERB' || upos === 'NOUN' || upos === 'ADP') content = mix2(content, this.#lemma(i))
    }
    this.#add(14, count <= 6 ? whole : 0, ahead)
    this.#add(15, content, ahead)
    if (count > 0) {
      this.#add(16, this.#seen(first.to), ahead)
      this.#add(17, this.#seen(second.from - 1), ahead)
      this.#add(18, mix2(this.#seen(second.from - 2), this.#seen(second.from - 1)), ahead)
    }
  }

  #around(subject: Party, object: Party, ahead: number): void {
    const [first, second] = ahead === 1 ? [subject, object] : [object, subject]
    const { from, to } = this.#view.sentenceAt(first.from)
    const at = (i: number): number => (i < from || i >= to ? 1 : this.#seen(i))
    this.#add(20, at(first.from - 1), ahead)
    this.#add(21, mix2(at(first.from - 2), at(first.from - 1)), ahead)
    this.#add(22, at(second.to), ahead)
    this.#add(23, mix2(at(second.to), at(second.to + 1)), ahead)
    this.#add(24, at(first.to), ahead)
    this.#add(25, mix2(at(first.to), at(first.to + 1)), ahead)
    this.#add(26, mix2(at(second.from - 1), at(second.from - 2)), ahead)
    for (let i = Math.max(from, first.from - 4); i < first.from; i++) this.#add(27, at(i), ahead)
    for (let i = second.to; i < Math.min(to, second.to + 4); i++) this.#add(28, at(i), ahead)
    for (const feature of this.#content(from, to)) this.#out.push(feature)
  }

  #content(from: number, to: number): readonly number[] {
    const known = this.#contents.get(from)
    if (known) return known
    const found: number[] = []
    for (let i = from; i < to; i++) {
      const upos = this.#view.tags.upos[i]
      if ((upos === 'VERB' || upos === 'NOUN') && !this.#view.nameAt(i)) found.push(mix3(29, this.#lemma(i), 0))
    }
    this.#contents.set(from, found)
    return found
  }

  /** The tree from the subject up to what both hang on, and down to the object. */
  #path(subject: Party, object: Party): void {
    const { parse, tags } = this.#view
    const up = this.#climb(subject.head, this.#up)
    const down = this.#climb(object.head, this.#down)
    let u = 0
    let d = -1
    for (; u < up.length; u++) {
      d = down.indexOf(up[u]!)
      if (d !== -1) break
    }
    if (d === -1) {
      this.#add(30, 0, 0)
      return
    }
    const top = up[u]!
    let labels = 7
    let labelled = 7
    const step = (i: number, side: number): void => {
      const label = hashOf(parse.deprel[i]!)
      labels = mix3(labels, label, side)
      labelled = mix3(labelled, label, side)
      this.#add(31, mix3(label, side, this.#lemma(parse.head[i]!)), 0)
    }
    const node = (i: number, side: number): void => {
      if (i === subject.head || i === object.head) return
      labelled = mix2(labelled, this.#lemma(i))
      this.#add(32, this.#lemma(i), side)
      this.#add(33, this.#lemma(i), 0)
      const kind = this.#class(i)
      if (kind !== 0) this.#add(34, kind, side)
    }
    for (let k = 0; k < u; k++) {
      step(up[k]!, 1)
      if (k > 0) node(up[k]!, 1)
    }
    node(top, 3)
    for (let k = d - 1; k >= 0; k--) {
      step(down[k]!, 2)
      if (k > 0) node(down[k]!, 2)
    }
    this.#add(35, labels, 0)
    this.#add(36, labelled, 0)
    this.#add(37, this.#lemma(top), hashOf(tags.upos[top]!))
    this.#add(38, u, d)
    const [above, below] = [hashOf(u > 0 ? parse.deprel[up[0]!]! : ''), hashOf(d > 0 ? parse.deprel[down[0]!]! : '')]
    this.#add(39, mix2(above, below), this.#lemma(top))
    this.#add(40, mix2(below, this.#case(object.head)), this.#lemma(parse.head[object.head]!))
    this.#add(41, mix2(above, this.#case(subject.head)), this.#lemma(parse.head[subject.head]!))
    this.#add(42, below, this.#case(object.head))
    this.#add(43, mix3(above, below, this.#case(object.head)), this.#class(top))
    this.#add(44, mix2(this.#case(object.head), this.#case(subject.head)), this.#lemma(top))
  }

  #climb(from: number, into: number[]): readonly number[] {
    into.length = 0
    for (let i = from; i >= 0 && into.length < STEPS; i = this.#view.parse.head[i]!) into.push(i)
    return into
  }

  /** The preposition or ending in front of or behind a token's phrase. */
  #case(head: number): number {
    const { parse } = this.#view
    for (let i = head - 1; i > head - 6 && i >= 0; i--)
      if (parse.head[i] === head && parse.deprel[i] === 'case') return this.#word(i)
    return parse.head[head + 1] === head && parse.deprel[head + 1] === 'case' ? 3 : 0
  }

  /** What the party itself looks like. */
  #own({ filler, form, from, to, head }: Party, template: number): void {
    const { tokens } = this.#view
    if ('entity' in filler && form === 'name') {
      this.#add(template, hashOf(filler.entity.subtype ?? ''), 0)
      this.#add(template + 1, this.#word(to - 1), 0)
      if (to - from > 1) this.#add(template + 2, this.#word(from), 0)
      for (let i = from; i < to - 1; i++) this.#add(template + 3, this.#word(i), 0)
    } else if ('value' in filler) {
      const { iso = '', grain } = filler.value as { iso?: string; grain?: string }
      this.#add(template + 4, hashOf(grain ?? ''), iso.length)
      this.#add(template, this.#word(from), 0)
      this.#add(template + 1, this.#word(to - 1), 0)
      let depth = 0
      for (let i = from - 1; i > from - 16 && i >= 0; i--) {
        const mark = tokens.text(i)
        if (mark === ')') break
        if (mark === '(') depth = from - i
      }
      const before = tokens.text(from - 1)
      this.#add(template + 5, mix4(depth === 0 ? 0 : 1, hashOf(before), hashOf(tokens.text(to)), 0), 0)
      this.#add(template + 6, Math.min(depth, 9), 0)
    } else this.#add(template + 7, this.#word(head), 0)
  }
}
