import type { Document } from '../doc/document.ts'
import type { Entity } from '../doc/entity.ts'
import type { Fact } from '../doc/fact.ts'
import type { Layer } from '../doc/layers.ts'
import * as layers from '../doc/layers.ts'
import { bySpan, contains, type Span } from '../doc/span.ts'

import { toConllu } from '../parse/conllu.ts'
import { openRelations, type Stretch } from '../parse/open-relations.ts'
import { Tree } from '../parse/tree.ts'

/** A layer as other tools read it: lists of plain objects with offsets into the text. */
export interface Standoff {
  /** The document layers it is made of. */
  needs: readonly Layer<unknown>[]
  of(document: Document): unknown
}

const { article, sentences, tokens, tags, parse, values, entities, facts, clauses } = layers

/** Every layer `factwire annotate` can give, by name, as the contract defines it. */
export const STANDOFF: Readonly<Record<string, Standoff>> = {
  sentences: {
    needs: [sentences],
    of: (document) => document.get(sentences).map(({ start, end }) => ({ start, end })),
  },
  tokens: { needs: [tokens, sentences, tags], of: tokensOf },
  parse: {
    needs: [parse],
    of: (document) => {
      const { head, deprel } = document.get(parse)
      return deprel.map((relation, i) => ({ head: head[i]!, deprel: relation }))
    },
  },
  conllu: {
    needs: [article, tokens, sentences, tags, parse],
    of: (document) =>
      toConllu(
        document.get(article).id,
        document.get(tokens),
        document.get(sentences),
        document.get(tags),
        document.get(parse),
      ),
  },
  mentions: { needs: [entities], of: mentionsOf },
  values: { needs: [values], of: (document) => document.get(values) },
  entities: { needs: [entities], of: (document) => document.get(entities) },
  facts: { needs: [facts], of: (document) => document.get(facts) },
  clauses: { needs: [tokens, tags, parse, clauses], of: clausesOf },
  statements: { needs: [tokens, tags, entities, facts], of: statementsOf },
}

function tokensOf(document: Document): unknown {
  const all = document.get(tokens)
  const { lemma, upos, xpos } = document.get(tags)
  return document.get(sentences).flatMap(({ from, to }, sentence) =>
    Array.from({ length: to - from }, (_, offset) => {
      const i = from + offset
      const place = { start: all.start[i]!, end: all.end[i]!, sentence }
      return { ...place, lemma: lemma[i]!, upos: upos[i]!, xpos: xpos[i]! }
    }),
  )
}

function mentionsOf(document: Document): unknown {
  return document
    .get(entities)
    .flatMap(({ id, type, subtype, mentions }) =>
      mentions.map(({ start, end, kind }) => ({
        start,
        end,
        type,
        ...(subtype !== undefined && { subtype }),
        entity: id,
        kind,
      })),
    )
    .sort(bySpan)
}

/** Open relations: the predicate's words, and its arguments with their prepositions, the subject first. */
function clausesOf(document: Document): unknown {
  const all = document.get(tokens)
  const tree = new Tree(all, document.get(tags), document.get(parse))
  const quote = ({ from, to }: Stretch) => {
    const span = all.span(from, to)
    return { ...span, text: all.source.slice(span.start, span.end) }
  }
  return openRelations(tree, document.get(clauses)).map(({ predicate, arguments: filled, confidence }) => ({
    predicate: quote(predicate),
    arguments: filled.map(quote),
    confidence,
  }))
}

/** Statements as attributions: where the source, its cue and what it says stand. */
function statementsOf(document: Document): unknown {
  const everybody = new Map(document.get(entities).map((entity) => [entity.id, entity]))
  return document.get(facts).flatMap((fact) => {
    if (fact.type !== 'statement') return []
    const content = fact.arguments.flatMap((argument) =>
      argument.role === 'content' && 'text' in argument ? [{ start: argument.start, end: argument.end }] : [],
    )
    const source = fact.arguments.flatMap((argument) => {
      if (argument.role !== 'speaker') return []
      if ('text' in argument) return [{ start: argument.start, end: argument.end }]
      const speaker = 'entity' in argument ? everybody.get(argument.entity) : undefined
      return speaker ? mentionIn(fact, speaker, content) : []
    })
    const pairs = (spans: readonly Span[]) => spans.map(({ start, end }) => [start, end])
    return [{ source: pairs(source), cue: pairs(cueOf(document, fact, content)), content: pairs(content) }]
  })
}

/** The speaker's mention in the evidence, outside of what is said. */
function mentionIn({ evidence }: Fact, { mentions }: Entity, content: readonly Span[]): Span[] {
  const said = mentions.find(
    (mention) =>
      evidence.some((quote) => contains(quote, mention)) && !content.some((stretch) => contains(stretch, mention)),
  )
  return said ? [said] : []
}

/** The words of the cue, by lemma: the first in the evidence that are not in what is said. */
function cueOf(document: Document, { evidence, attributes }: Fact, content: readonly Span[]): Span[] {
  const words = attributes.cue?.split(' ') ?? []
  if (words.length === 0) return []
  const all = document.get(tokens)
  const { lemma } = document.get(tags)
  for (const quote of evidence) {
    for (let i = all.at(quote.start); i < all.count && all.end[i]! <= quote.end; i++) {
      const span = all.span(i, Math.min(i + words.length, all.count))
      const said = words.every((word, k) => lemma[i + k] === word || all.lower(i + k) === word)
      if (said && !content.some((stretch) => contains(stretch, span))) return [span]
    }
  }
  return []
}
