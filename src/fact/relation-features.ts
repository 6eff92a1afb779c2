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
/** The hash of a label: there are few, and they come again and again. */
function hashOf(label: string): number {
  let hash = hashes.get(label)
  if (hash === undefined) {
    hash = hashWord(label)
    hashes.set(label, hash)
  }
  return hash
}

const EMPTY = hashWord('')

const bucket = (n: number): number => (n < 6 ? n : n < 9 ? 6 : n < 13 ? 7 : n < 20 ? 8 : n < 30 ? 9 : 10)

/** What pairs of parties look like, as hashes: words between and around them, and the path that joins them in the tree. */
export class RelationFeatures {
  readonly #view: View
  readonly #clusters: Clusters
  #out = new Int32Array(256)
  #count = 0
  /** What is asked of each token again and again, 0 where it was not yet. */
  readonly #words: Int32Array
  readonly #lemmas: Int32Array
  readonly #deprels: Int32Array
  readonly #seenAs: Int32Array
  /** A sentence's own features, that of its first token being `#sentence`: its verbs and nouns that are in no name. */
  #contents: number[] = []
  #sentence = -1
  readonly #up = new Int32Array(STEPS)
  readonly #down = new Int32Array(STEPS)
  /** The path so far: its relations, and with the words it leads over. */
  #bare = 0
  #worded = 0

  constructor(view: View, clusters: Clusters) {
    this.#view = view
    this.#clusters = clusters
    const { count } = view.tokens
    // One stretch of memory for all four: to ask for memory takes longer than to fill it.
    const known = new Int32Array(4 * count)
    this.#words = known.subarray(0, count)
    this.#lemmas = known.subarray(count, 2 * count)
    this.#deprels = known.subarray(2 * count, 3 * count)
    this.#seenAs = known.subarray(3 * count)
  }

  /**
   * The features of subject and object, until the next call; `between` is how many other parties stand between them.
   * Pairs of one sentence are best asked for one after the other.
   */
  of(subject: Party, object: Party, between: number): Int32Array {
    this.#count = 0
    const ahead = subject.from < object.from ? 1 : 2
    const [first, second] = ahead === 1 ? [subject, object] : [object, subject]
    this.#add(1, ahead, 0)
    this.#add(2, hashOf(subject.form), hashOf(object.form))
    this.#add(3, hashOf(object.side), ahead)
    this.#add(4, bucket(second.from - first.to), ahead)
    this.#add(5, Math.min(between, 5), ahead)
    this.#between(first, second, ahead)
    this.#around(first, second, ahead)
    this.#path(subject, object)
    this.#own(subject, 60)
    this.#own(object, 70)
    return this.#out.subarray(0, this.#count)
  }

  #add(template: number, a: number, b: number): void {
    if (this.#count === this.#out.length) this.#reserve(1)
    this.#out[this.#count++] = mix2(mix2(template, a), b)
  }

  #reserve(more: number): void {
    if (this.#count + more <= this.#out.length) return
    const longer = new Int32Array(2 * (this.#count + more))
    longer.set(this.#out)
    this.#out = longer
  }

  #word(i: number): number {
    const known = this.#words[i]!
    if (known !== 0) return known
    // biome-ignore lint/suspicious/noAssignInExpressions: fills the cache in passing
    return (this.#words[i] = hashWord(this.#view.tokens.lower(i)))
  }

  #lemma(i: number): number {
    if (i < 0) return EMPTY
    const known = this.#lemmas[i]!
    if (known !== 0) return known
    // biome-ignore lint/suspicious/noAssignInExpressions: fills the cache in passing
    return (this.#lemmas[i] = hashWord(this.#view.tags.lemma[i]!))
  }

  #deprel(i: number): number {
    const known = this.#deprels[i]!
    if (known !== 0) return known
    // biome-ignore lint/suspicious/noAssignInExpressions: fills the cache in passing
    return (this.#deprels[i] = hashOf(this.#view.parse.deprel[i]!))
  }

  #class(i: number): number {
    return this.#clusters.fine(this.#word(i))
  }

  /** A word, or what kind of party it is part of. */
  #seen(i: number): number {
    if (i < 0 || i >= this.#seenAs.length) return this.#kindOf(i)
    const known = this.#seenAs[i]!
    if (known !== 0) return known
    // biome-ignore lint/suspicious/noAssignInExpressions: fills the cache in passing
    return (this.#seenAs[i] = this.#kindOf(i))
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
      const lemma = this.#lemma(i)
      this.#add(10, word, ahead)
      this.#add(11, mix2(last, word), ahead)
      this.#add(12, lemma, ahead)
      const kind = this.#class(i)
      if (kind !== 0) this.#add(13, kind, ahead)
      last = word
      if (count <= 6) whole = mix2(whole, word)
      const upos = tags.upos[i]
      if (upos === 'VERB' || upos === 'NOUN' || upos === 'ADP') content = mix2(content, lemma)
    }
    this.#add(14, count <= 6 ? whole : 0, ahead)
    this.#add(15, content, ahead)
    if (count > 0) {
      this.#add(16, this.#seen(first.to), ahead)
      this.#add(17, this.#seen(second.from - 1), ahead)
      this.#add(18, mix2(this.#seen(second.from - 2), this.#seen(second.from - 1)), ahead)
    }
  }

  #around(first: Party, second: Party, ahead: number): void {
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
    const own = this.#ofSentence(from, to)
    this.#reserve(own.length)
    for (let k = 0; k < own.length; k++) this.#out[this.#count++] = own[k]!
  }

  #ofSentence(from: number, to: number): readonly number[] {
    if (this.#sentence === from) return this.#contents
    const found: number[] = []
    for (let i = from; i < to; i++) {
      const upos = this.#view.tags.upos[i]
      if ((upos === 'VERB' || upos === 'NOUN') && !this.#view.nameAt(i)) found.push(mix3(29, this.#lemma(i), 0))
    }
    this.#sentence = from
    this.#contents = found
    return found
  }

  /** The tree from the subject up to what both hang on, and down to the object. */
  #path(subject: Party, object: Party): void {
    const { parse, tags } = this.#view
    const up = this.#up
    const down = this.#down
    const highest = this.#climb(subject.head, up)
    const deepest = this.#climb(object.head, down)
    let u = -1
    let d = deepest
    while (d === deepest && ++u < highest) for (d = 0; d < deepest && down[d] !== up[u]; ) d++
    if (u === highest) {
      this.#add(30, 0, 0)
      return
    }
    const top = up[u]!
    this.#bare = 7
    this.#worded = 7
    for (let k = 0; k < u; k++) {
      this.#step(up[k]!, 1)
      if (k > 0) this.#node(up[k]!, 1)
    }
    if (top !== subject.head && top !== object.head) this.#node(top, 3)
    for (let k = d - 1; k >= 0; k--) {
      this.#step(down[k]!, 2)
      if (k > 0) this.#node(down[k]!, 2)
    }
    this.#add(35, this.#bare, 0)
    this.#add(36, this.#worded, 0)
    this.#add(37, this.#lemma(top), hashOf(tags.upos[top]!))
    this.#add(38, u, d)
    const above = u > 0 ? this.#deprel(up[0]!) : EMPTY
    const below = d > 0 ? this.#deprel(down[0]!) : EMPTY
    const [ofSubject, ofObject] = [this.#case(subject.head), this.#case(object.head)]
    this.#add(39, mix2(above, below), this.#lemma(top))
    this.#add(40, mix2(below, ofObject), this.#lemma(parse.head[object.head]!))
    this.#add(41, mix2(above, ofSubject), this.#lemma(parse.head[subject.head]!))
    this.#add(42, below, ofObject)
    this.#add(43, mix3(above, below, ofObject), this.#class(top))
    this.#add(44, mix2(ofObject, ofSubject), this.#lemma(top))
  }

  /** From token `i` to its head. */
  #step(i: number, side: number): void {
    const label = this.#deprel(i)
    this.#bare = mix3(this.#bare, label, side)
    this.#worded = mix3(this.#worded, label, side)
    this.#add(31, mix3(label, side, this.#lemma(this.#view.parse.head[i]!)), 0)
  }

  #node(i: number, side: number): void {
    const lemma = this.#lemma(i)
    this.#worded = mix2(this.#worded, lemma)
    this.#add(32, lemma, side)
    this.#add(33, lemma, 0)
    const kind = this.#class(i)
    if (kind !== 0) this.#add(34, kind, side)
  }

  /** Writes a token and those it hangs on; returns how many. */
  #climb(from: number, into: Int32Array): number {
    const { head } = this.#view.parse
    let count = 0
    for (let i = from; i >= 0 && count < STEPS; i = head[i]!) into[count++] = i
    return count
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
      this.#add(template + 5, mix4(depth === 0 ? 0 : 1, hashWord(before), hashWord(tokens.text(to)), 0), 0)
      this.#add(template + 6, Math.min(depth, 9), 0)
    } else this.#add(template + 7, this.#word(head), 0)
  }
}
