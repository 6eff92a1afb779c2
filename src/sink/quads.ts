import { DataFactory, type Quad, Writer } from 'n3'
import type { FactSheet } from '../doc/sheet.ts'
import { articleIri, fullIri, graphOf, PREFIXES, type Term } from './graph.ts'

const { namedNode, literal, quad, defaultGraph } = DataFactory

/** The graph of a sheet as Turtle, or as N-Quads in a graph named for the article. */
export function writeGraph(sheet: FactSheet, format: 'Turtle' | 'N-Quads'): string {
  const named = format === 'N-Quads' ? namedNode(articleIri(sheet.article.id)) : defaultGraph()
  const object = (term: Term) => {
    if ('iri' in term) return namedNode(fullIri(term.iri))
    return literal(term.literal, term.datatype === undefined ? undefined : namedNode(fullIri(term.datatype)))
  }
  const quads: Quad[] = []
  for (const { iri, types, properties } of graphOf(sheet)) {
    const subject = namedNode(iri)
    for (const type of types) quads.push(quad(subject, namedNode(TYPE), namedNode(fullIri(type)), named))
    for (const [name, term] of properties) quads.push(quad(subject, namedNode(fullIri(name)), object(term), named))
  }
  let text = ''
  const writer = new Writer({ format, ...(format === 'Turtle' && { prefixes: { ...PREFIXES } }) })
  writer.addQuads(quads)
  writer.end((error, result) => {
    if (error) throw error
    text = String(result)
  })
  return text
}

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
