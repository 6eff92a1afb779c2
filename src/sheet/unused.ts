import type { Zone } from '../doc/article.ts'
import type { Document } from '../doc/document.ts'
import type { Fact } from '../doc/fact.ts'
import { clauses, entities, facts, parse, sentences, tokens, values } from '../doc/layers.ts'
import type { Trace } from '../doc/notice.ts'
import { contains, overlap, type Span } from '../doc/span.ts'
import type { Sentence } from '../doc/tokens.ts'
import { innermost, lowest } from '../fact/lookup.ts'
import { coverageOf } from './sheet.ts'

/** Why no fact took a value or a name where it stands; several may hold at once. */
export type Reason =
  /** A rule took it into a proposal that was refused. */
  | { code: 'refused'; rule: string; type: string; why: string }
  /** It is among the words that fill a role of a fact, which tell it as they stand. */
  | { code: 'in-words'; fact: string; role: string }
  /** No predicate stands around it. */
  | { code: 'no-clause'; zone: Zone }
  /** The clause it stands in is told by a fact that has no role for it. */
  | { code: 'no-role'; clause: string; rule: string; type: string }
  /** A rule proposed something else of the clause, and was refused. */
  | { code: 'clause-refused'; clause: string; rule: string; type: string; why: string }
  /** A rule looked at the clause and proposed nothing; `action` looks at every one. */
  | { code: 'clause-declined'; clause: string; rule: string; why: string }

/** A place where something stands that no fact uses, with what it hangs on there, and why no rule took it. */
export interface UnusedPlace extends Span {
  text: string
  /** The id of its sentence. */
  sentence: string
  /** The relation by which the parser hangs it, and the word it hangs on. */
  hangs: { relation: string; on: string } | null
  reasons: readonly Reason[]
}

/** A value or an entity that no fact uses. */
export interface Unused {
  id: string
  what: 'value' | 'entity'
  places: readonly UnusedPlace[]
}

/**
 * The values and entities that `coverage` lists as unused, each with the reasons, place by place. The document must have
 * been annotated with `explain`: what rules refused is read from its traces.
 */
export function whyUnused(document: Document): Unused[] {
  const all = {
    sentences: document.get(sentences),
    entities: document.get(entities),
    values: document.get(values),
    facts: document.get(facts),
  }
  const { unusedValues, unusedEntities } = coverageOf(all)
  const why = new Why(document)
  const valueById = new Map(all.values.map((value) => [value.id, value]))
  const entityById = new Map(all.entities.map((entity) => [entity.id, entity]))
  return [
    ...unusedValues.map((id): Unused => ({ id, what: 'value', places: [why.at(id, valueById.get(id)!)] })),
    ...unusedEntities.map(
      (id): Unused => ({ id, what: 'entity', places: entityById.get(id)!.mentions.map((place) => why.at(id, place)) }),
    ),
  ]
}

class Why {
  readonly #document: Document
  /** The narrowest clause around each token, as an index; -1 for none. */
  readonly #clauseAt: Int32Array
  /** What became of proposals and clauses, by the word they hang on. */
  readonly #traces = new Map<number, Trace[]>()
  /** Refused proposals by the ids they use. */
  readonly #refused = new Map<string, Trace[]>()

  constructor(document: Document) {
    this.#document = document
    this.#clauseAt = innermost(document.get(clauses), document.get(tokens).count)
    for (const trace of document.traces) {
      if (trace.at === undefined) continue
      push(this.#traces, trace.at, trace)
      if (trace.verdict === 'refused') for (const id of trace.uses ?? []) push(this.#refused, id, trace)
    }
  }

  at(id: string, { start, end }: Span): UnusedPlace {
    const document = this.#document
    const all = document.get(tokens)
    const place = { start, end, text: all.source.slice(start, end) }
    const [from, to] = [all.at(start), all.at(end - 1) + 1]
    const number = lowest(document.get(sentences), from + 1, (sentence) => sentence.from) - 1
    const head = headOf(document.get(parse).head, from, to)
    const above = document.get(parse).head[head]!
    return {
      ...place,
      sentence: `S${number + 1}`,
      hangs: above < 0 ? null : { relation: document.get(parse).deprel[head]!, on: all.text(above) },
      reasons: [
        ...(this.#refused.get(id) ?? []).filter((trace) => overlap(trace, place)).map(refusedWith),
        ...wordsAround(document.get(facts), place),
        ...this.#ofClause(id, head, document.get(sentences)[number]!),
      ],
    }
  }

  /** What became of the narrowest clause around a token. */
  #ofClause(id: string, token: number, { zone }: Sentence): Reason[] {
    const clause = this.#document.get(clauses)[this.#clauseAt[token]!]
    if (!clause) return [{ code: 'no-clause', zone }]
    const { lemma, head } = clause
    const traces = this.#traces.get(this.#document.get(tokens).start[head]!) ?? []
    const reasons = traces.flatMap((trace): Reason[] => {
      const { rule, verdict, type = '', why = '', uses } = trace
      if (verdict === 'kept') return [{ code: 'no-role', clause: lemma, rule, type }]
      if (verdict === 'declined') return [{ code: 'clause-declined', clause: lemma, rule, why }]
      // what it was refused with is told already
      return uses?.includes(id) ? [] : [{ code: 'clause-refused', clause: lemma, rule, type, why }]
    })
    const told = reasons.filter(({ code }) => code === 'no-role')
    return told.length > 0 ? told : reasons
  }
}

const refusedWith = ({ rule, type = '', why = '' }: Trace): Reason => ({ code: 'refused', rule, type, why })

/** The roles that are filled with words around a place; what is said or brought about is told by facts of its own. */
function wordsAround(all: readonly Fact[], place: Span): Reason[] {
  return all
    .filter(({ type }) => type !== 'statement' && type !== 'cause')
    .flatMap(({ id, arguments: filled }) =>
      filled.flatMap((argument): Reason[] =>
        'start' in argument && contains(argument, place) ? [{ code: 'in-words', fact: id, role: argument.role }] : [],
      ),
    )
}

/** The token of a stretch that hangs outside of it. */
function headOf(head: Int32Array, from: number, to: number): number {
  for (let i = from; i < to; i++) if (head[i]! < from || head[i]! >= to) return i
  return to - 1
}

function push<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}
