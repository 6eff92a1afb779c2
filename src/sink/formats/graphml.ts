import { join } from 'node:path'
import type { FactSheet } from '../../doc/sheet.ts'
import { ChunkFile } from '../chunk-file.ts'
import type { Sink } from '../sink.ts'

const KEYS = [
  ['node', 'name'],
  ['node', 'type'],
  ['node', 'article'],
  ['node', 'wikidata'],
  ['edge', 'fact_type'],
  ['edge', 'roles'],
  ['edge', 'modality'],
  ['edge', 'polarity'],
  ['edge', 'gloss'],
  ['edge', 'key'],
] as const

const HEADER = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${KEYS.map(([of, name]) => `<key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="string"/>`).join('\n')}
<graph edgedefault="directed">
`
const FOOTER = '</graph>\n</graphml>\n'

/** Entities are nodes, facts the edges between the first entity of a fact and each other one. */
const graphml: Sink = {
  name: 'graphml',
  about: '`graph.graphml`: entities as nodes, facts as edges, for Gephi and the like',
  output: 'graph.graphml',
  render: (sheet) => nodesOf(sheet) + edgesOf(sheet),
  open: async ({ folder, from }) =>
    new ChunkFile({ path: join(folder, 'graph.graphml'), from, header: HEADER, footer: FOOTER }),
}
export default graphml

function nodesOf({ article, entities }: FactSheet): string {
  return entities
    .map(({ id, name, type, links }) => {
      const wikidata = links.find(({ kb }) => kb === 'wikidata')?.id
      return `<node id="${nodeId(article.id, id)}">${data('node', { name, type, article: article.id, wikidata })}</node>\n`
    })
    .join('')
}

function edgesOf({ article, facts }: FactSheet): string {
  return facts
    .flatMap(({ arguments: filled, type, modality, polarity, gloss, key }) => {
      const [first, ...others] = filled.flatMap((argument) => ('entity' in argument ? [argument] : []))
      return others
        .filter(({ entity }) => entity !== first!.entity)
        .map(({ role, entity }) => {
          const roles = `${first!.role} ${role}`
          const about = data('edge', { fact_type: type, roles, modality, polarity, gloss, key })
          return `<edge source="${nodeId(article.id, first!.entity)}" target="${nodeId(article.id, entity)}">${about}</edge>\n`
        })
    })
    .join('')
}

const nodeId = (article: string, entity: string): string => escaped(`${article}#${entity}`)

function data(of: 'node' | 'edge', fields: Record<string, string | undefined>): string {
  return Object.entries(fields)
    .map(([name, value]) => (value === undefined ? '' : `<data key="${of}_${name}">${escaped(value)}</data>`))
    .join('')
}

/** XML 1.0 has no place for control characters and half pairs. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
