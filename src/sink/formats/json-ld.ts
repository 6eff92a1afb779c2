import { join } from 'node:path'
import { ChunkFile } from '../chunk-file.ts'
import { graphOf, PREFIXES, type Term } from '../graph.ts'
import type { Sink } from '../sink.ts'

/** The graph as JSON-LD, a document a line; its context is in it, so that nothing has to be fetched to read it. */
const jsonLd: Sink = {
  name: 'json-ld',
  about: '`graph.jsonld.jsonl`: the same in JSON-LD, a document a line',
  output: 'graph.jsonld.jsonl',

  render(sheet) {
    const graph = graphOf(sheet).map(({ iri, types, properties }) => {
      const said: Record<string, unknown[]> = {}
      for (const [name, term] of properties) {
        said[name] ??= []
        said[name].push(objectOf(term))
      }
      return { '@id': iri, '@type': types, ...said }
    })
    return `${JSON.stringify({ '@context': PREFIXES, '@graph': graph })}\n`
  },

  open: async ({ folder, from }) => new ChunkFile({ path: join(folder, 'graph.jsonld.jsonl'), from }),
}
export default jsonLd

function objectOf(term: Term): unknown {
  if ('iri' in term) return { '@id': term.iri }
  return term.datatype === undefined ? { '@value': term.literal } : { '@value': term.literal, '@type': term.datatype }
}
