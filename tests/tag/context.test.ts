import { expect, test } from 'vitest'
import { type EntityType, nameMention } from '../../src/doc/entity.ts'
import { tokens } from '../../src/doc/layers.ts'
import { composePipeline } from '../../src/pipeline/load.ts'
import { inContext, readClassNouns } from '../../src/tag/context.ts'
import { plainArticle } from '../articles.ts'

const { annotate } = await composePipeline('news', { until: new Set(['tokens']) })
const nouns = readClassNouns([
  { noun: 'chain', type: 'organization', subtype: 'company', side: 'both' },
  { noun: 'broadcaster', type: 'organization', subtype: 'media', side: 'both' },
  { noun: 'stores', type: 'organization', subtype: 'company', side: 'after' },
  { noun: 'tool', type: 'product', subtype: '', side: 'before' },
])

function read(text: string, name: string, type: EntityType): string {
  const start = text.indexOf(name)
  const mention = nameMention({ start, end: start + name.length }, type, undefined, { source: 'model', score: 0.9 })
  const found = inContext(mention, annotate(plainArticle(text)).get(tokens), nouns)
  return `${text.slice(found.start, found.end)}: ${found.type}${found.subtype ? `/${found.subtype}` : ''}`
}

test.each<[string, string, EntityType, string]>([
  ['It sold its Zed Fresh supermarket chain.', 'Zed Fresh', 'person', 'Zed Fresh: organization/company'],
  ['The broadcaster Nadir said so.', 'Nadir', 'place', 'Nadir: organization/media'],
  ['He paid with the payment tool Mira.', 'Mira', 'person', 'Mira: product'],
  ['It closed its Oslo stores.', 'Oslo', 'place', 'Oslo: place'],
  ['Anna Berg left the chain.', 'Anna Berg', 'person', 'Anna Berg: person'],
  [
    'Farms of the Green River Delta region grow rice.',
    'Green River Delta',
    'place',
    'Green River Delta region: place/region',
  ],
  ['The Oslo region grows.', 'Oslo', 'place', 'Oslo: place'],
])('%s', (text, name, type, expected) => expect(read(text, name, type)).toBe(expected))
