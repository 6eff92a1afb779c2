import type { Document } from '../doc/document.ts'
import type { Layer } from '../doc/layers.ts'
import * as layers from '../doc/layers.ts'
import { bySpan, type Span } from '../doc/span.ts'
import { linkedEntities } from '../link/linked.ts'
import { toConllu } from '../parse/conllu.ts'
import { openRelations, type Stretch } from '../parse/open-relations.ts'
import { Tree } from '../parse/tree.ts'

/** A layer as other tools read it: lists of plain objects with offsets into the text. */
export interface Standoff {
  /** The document layers it is made of. */
  needs: readonly Layer<unknown>[]
  /** Layers it tells more with, where the pipeline gives them. */
  likes?: readonly Layer<unknown>[]
  of(document: Document): unknown
}

const { article, sentences, tokens, tags, parse, values, entities, links, facts, clauses, statements, chains } = layers

const pair = ({ start, end }: Span): [number, number] => [start, end]

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
    needs: [tokens, sentences, tags, parse],
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
  entities: { needs: [entities], likes: [links], of: linkedEntities },
  chains: { needs: [chains], of: (document) => document.get(chains) },
  facts: { needs: [facts], of: (document) => document.get(facts) },
  clauses: { needs: [tokens, tags, parse, clauses], of: clausesOf },
  statements: {
    needs: [statements],
    of: (document) =>
      document.get(statements).map(({ source, cue, contents }) => ({
        source: source ? [pair(source)] : [],
        cue: [pair(cue)],
        content: contents.map(pair),
      })),
  },
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
  const tree = Tree.of(all, document.get(tags), document.get(parse))
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
