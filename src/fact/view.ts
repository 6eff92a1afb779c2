import type { Article } from '../doc/article.ts'
import type { Clause, Oblique, Phrase } from '../doc/clause.ts'
import type { Entity, EntityMention, EntityType } from '../doc/entity.ts'
import type { Span } from '../doc/span.ts'
import type { Parse, Sentence, Tags, Tokens } from '../doc/tokens.ts'
import type { Value, ValueType } from '../doc/value.ts'
import type { Filler } from './filler.ts'
import type { Lexicons } from './lexicons.ts'
import { at, between, innermost } from './lookup.ts'
import type { Learning } from './relation-model.ts'
import { VERBS, type Watch, WORDS } from './watch.ts'

/** A mention of an entity as tokens: `from` (inclusive) to `to` (exclusive). */
export interface Mentioned {
  entity: Entity
  mention: EntityMention
  from: number
  to: number
}

/** A value as tokens: `from` (inclusive) to `to` (exclusive). */
export interface Valued {
  value: Value
  from: number
  to: number
}

export interface ViewLayers {
  article: Article
  tokens: Tokens
  sentences: readonly Sentence[]
  tags: Tags
  entities: readonly Entity[]
  values: readonly Value[]
  clauses: readonly Clause[]
  parse: Parse
}

const TAIL = new Set(['in', 'on', 'at', 'by', 'during', 'since', 'to', 'from', 'until'])
const GOES_ON = new Set(['with', 'which', 'who', 'whom', 'while', 'but', 'where', 'when', 'as'])
const PLACED = new Set(['in', 'at', 'on'])

const headOf = ({ head }: Clause): number => head
const fromOf = ({ from }: { from: number }): number => from

/** What a fact rule sees of an article: tokens, and what stands at each. */
export class View {
  readonly tokens: Tokens
  readonly tags: Tags
  readonly sentences: readonly Sentence[]
  readonly clauses: readonly Clause[]
  readonly parse: Parse
  /** Names first, then nominals and pronouns; each sorted by place. */
  readonly names: readonly Mentioned[]
  readonly values: readonly Valued[]
  /** Head words of posts, in lower case. */
  readonly positions: ReadonlySet<string>
  /** Verbs of saying and thinking: lemma -> kind. */
  readonly cues: ReadonlyMap<string, string>
  /** Is told that a rule leaves the clause of token `at` alone, while somebody asks why. */
  declined: ((at: number, why: string) => void) | undefined
  /** What the classifier of relations reads with, where there is one. */
  readonly learning: Learning | undefined
  readonly #nameAt: Int32Array
  /** Nominals and pronouns, by their last token. */
  readonly #others: readonly Mentioned[]
  readonly #otherAt: Int32Array
  readonly #valueAt: Int32Array
  readonly #sentenceAt: Int32Array
  /** The narrowest clause around each token, as an index; -1 for none. */
  readonly #clauseAt: Int32Array
  readonly #children: readonly (readonly Clause[])[]
  #spots: readonly (readonly number[])[] | undefined
  #ofVerbs: readonly (readonly number[])[] | undefined

  constructor(layers: ViewLayers, lexicons: Lexicons, learning?: Learning) {
    const { tokens, sentences, tags, entities, values, clauses } = layers
    this.tokens = tokens
    this.tags = tags
    this.positions = lexicons.positions
    this.cues = lexicons.cues
    this.learning = learning
    this.sentences = sentences
    this.clauses = clauses
    this.parse = layers.parse
    const names: Mentioned[] = []
    const others: Mentioned[] = []
    for (const entity of entities) {
      for (const mention of entity.mentions) {
        const { from, to } = this.stretch(mention)
        const mentioned = { entity, mention, from, to }
        if (mention.kind === 'name') names.push(mentioned)
        else others.push(mentioned)
      }
    }
    this.names = names.sort((a, b) => a.from - b.from)
    const valued: Valued[] = []
    for (const value of values) {
      const { from, to } = this.stretch(value)
      valued.push({ value, from, to })
    }
    this.values = valued
    this.#others = others
    this.#otherAt = new Int32Array(tokens.count).fill(-1)
    for (let index = 0; index < others.length; index++) this.#otherAt[others[index]!.to - 1] = index
    this.#nameAt = this.#cover(this.names)
    this.#valueAt = this.#cover(this.values)
    this.#sentenceAt = this.#cover(sentences)
    this.#clauseAt = innermost(clauses, tokens.count)
    const children: Clause[][] = []
    for (let i = 0; i < clauses.length; i++) children.push([])
    for (const clause of clauses) if (clause.parent >= 0) children[clause.parent]!.push(clause)
    this.#children = children
  }

  /** The tokens that a span touches. */
  stretch(span: Span): { from: number; to: number } {
    return { from: this.tokens.at(span.start), to: this.tokens.at(span.end - 1) + 1 }
  }

  #cover(ranges: readonly { from: number; to: number }[]): Int32Array {
    const owner = new Int32Array(this.tokens.count).fill(-1)
    for (let index = 0; index < ranges.length; index++) {
      const { from, to } = ranges[index]!
      for (let i = from; i < to; i++) owner[i] = index
    }
    return owner
  }

  /** The name that covers token `i`. */
  nameAt(i: number): Mentioned | undefined {
    return at(this.names, this.#nameAt[i])
  }

  /** The name, nominal or pronoun whose head is token `i`: a name anywhere inside it, others at their last token. */
  mentionAt(i: number, ...types: EntityType[]): Mentioned | undefined {
    const found = this.nameAt(i) ?? at(this.#others, this.#otherAt[i])
    return found && (types.length === 0 || types.includes(found.entity.type)) ? found : undefined
  }

  valueAt(i: number, ...types: ValueType[]): Valued | undefined {
    const found = at(this.values, this.#valueAt[i])
    return found && (types.length === 0 || types.includes(found.value.type)) ? found : undefined
  }

  /** The clause whose predicate is token `i`, else the narrowest one around it. */
  clauseAt(i: number): Clause | undefined {
    return at(this.clauses, this.#clauseAt[i])
  }

  /** The clauses whose predicates stand in tokens `from` to `to`, in order. */
  clausesIn(from: number, to: number): readonly Clause[] {
    return between(this.clauses, from, to, headOf)
  }

  /** The tokens whose words a rule waits for, in order. */
  spots({ number }: Watch): readonly number[] {
    this.#spots ??= WORDS.places(this.tokens.count, (i) => this.tokens.lower(i))
    return this.#spots[number]!
  }

  /** The clauses of verbs that a rule waits for, in order. */
  clausesOf({ number }: Watch): readonly Clause[] {
    const { clauses } = this
    this.#ofVerbs ??= VERBS.places(clauses.length, (i) => (clauses[i]!.kind === 'verb' ? clauses[i]!.lemma : ''))
    const found: Clause[] = []
    for (const i of this.#ofVerbs[number]!) found.push(clauses[i]!)
    return found
  }

  /** The clause that this one hangs on. */
  parentOf({ parent }: Clause): Clause | undefined {
    return at(this.clauses, parent)
  }

  /** The clauses that hang on the one with this index. */
  childrenOf(index: number): readonly Clause[] {
    return this.#children[index] ?? []
  }

  /** The values that begin in tokens `from` to `to`, in order. */
  valuesIn(from: number, to: number): readonly Valued[] {
    return between(this.values, from, to, fromOf)
  }

  /** The names that begin in tokens `from` to `to`, in order. */
  namesIn(from: number, to: number): readonly Mentioned[] {
    return between(this.names, from, to, fromOf)
  }

  sentenceAt(i: number): Sentence {
    return this.sentences[this.#sentenceAt[i]!]!
  }

  span(from: number, to: number): Span {
    return this.tokens.span(from, to)
  }

  /** The words of tokens `from` to `to`, as they stand. */
  words(from: number, to: number): string {
    const { start, end } = this.span(from, to)
    return this.tokens.source.slice(start, end)
  }

  /** Fills a role with the entity or value that is the head of the phrase, else with its words. */
  fill(phrase: Pick<Phrase, 'head' | 'from' | 'to'>): Filler {
    const mention = this.mentionAt(phrase.head) ?? this.titled(phrase.head)
    if (mention) return { entity: mention.entity }
    const valued = this.valueAt(phrase.head)
    if (valued) return { value: valued.value }
    return { span: this.span(phrase.from, this.withoutTail(phrase.head, phrase.to)) }
  }

  /**
   * The end of a phrase without times, places and amounts that only seem to hang on its noun: *a village in Nigeria on
   * Sunday*, *interest rates by 2 percent*. Never before its head.
   */
  withoutTail(head: number, end: number): number {
    let to = end
    for (let i = head + 1; i < end - 1; i++) {
      // a comma and what goes on behind it: *charges of fraud, with prosecutors saying …*
      if (this.tokens.text(i) === ',' && GOES_ON.has(this.tokens.lower(i + 1))) {
        to = i
        break
      }
    }
    for (let i = to - 1; i > head; i--) {
      if (!TAIL.has(this.tokens.lower(i))) continue
      const inside = i + 1
      const filled = this.valueAt(inside) ?? this.nameAt(this.tokens.lower(inside) === 'the' ? inside + 1 : inside)
      const fits =
        filled &&
        filled.to === to &&
        ('value' in filled || (filled.entity.type === 'place' && PLACED.has(this.tokens.lower(i))))
      if (fits) to = i
    }
    return to
  }

  /** The person a title is part of: *Coach Alan Wong*, where the parse makes the title the head. */
  titled(head: number): Mentioned | undefined {
    const next = this.nameAt(head + 1)
    if (next?.from !== head + 1 || next.entity.type !== 'person') return undefined
    return this.positions.has(this.tokens.lower(head)) ? next : undefined
  }

  /** The first value of these types inside the phrase, its head's own first. */
  valueIn(phrase: Phrase, ...types: ValueType[]): Valued | undefined {
    const own = this.valueAt(phrase.head, ...types)
    if (own) return own
    for (let i = phrase.from; i < phrase.to; i++) {
      const found = this.valueAt(i, ...types)
      if (found) return found
    }
    return undefined
  }

  /** Who does it. */
  agents(clause: Clause): readonly Phrase[] {
    return clause.voice === 'passive' ? clause.agents : clause.subjects
  }

  /** Whom or what it is done to. */
  patients(clause: Clause): readonly Phrase[] {
    if (clause.voice === 'passive') return clause.subjects
    return clause.indirectObjects.length > 0 ? [...clause.indirectObjects, ...clause.objects] : clause.objects
  }

  /** The clause's phrases behind one of these prepositions; `''` for those without. */
  behind(clause: Clause, ...prepositions: string[]): Oblique[] {
    const found: Oblique[] = []
    for (const one of clause.obliques) if (prepositions.includes(one.preposition)) found.push(one)
    return found
  }

  /** Does token `i` stand in a clause inside of this one? What is coordinated does not. */
  insideOf(outer: Clause, i: number): boolean {
    const inner = this.clauseAt(i)
    return inner !== undefined && inner !== outer && inner.relation !== 'conj'
  }

  /** Where: the place that a phrase of the clause names, else one behind *in*, *at* or *near* among its words. */
  where(clause: Clause): Filler | undefined {
    for (const oblique of this.behind(clause, 'in', 'at', 'near', 'outside', 'across', 'on')) {
      const found = this.mentionAt(oblique.head, 'place')
      if (found) return { entity: found.entity }
    }
    for (const name of this.namesIn(clause.group.to, clause.to)) {
      const before = this.tokens.lower(name.from - 1)
      const place = before === 'the' ? this.tokens.lower(name.from - 2) : before
      if (name.entity.type !== 'place' || !['in', 'at', 'near'].includes(place)) continue
      if (!this.insideOf(clause, name.from)) return { entity: name.entity }
    }
    return undefined
  }
}
