import type { FactSheet } from '../../src/doc/sheet.ts'
import { plainArticle } from '../articles.ts'

const TEXT = 'Acme bought Globex for $5 million.'
const at = (text: string) => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length, text })

/** A sound sheet, made by hand. */
export function soundSheet(): FactSheet {
  const { blocks: _, ...article } = plainArticle(TEXT)
  const company = { type: 'organization' as const, subtype: 'company', aliases: [], confidence: 1, links: [] }
  return {
    schema: 'factwire/fact-sheet/1',
    article: { ...article, offsetUnit: 'utf16' },
    sentences: [{ id: 'S1', start: 0, end: TEXT.length, paragraph: 0, zone: 'body' }],
    entities: [
      { id: 'E1', ...company, name: 'Acme', mentions: [{ ...at('Acme'), kind: 'name' }], salience: 0.5 },
      { id: 'E2', ...company, name: 'Globex', mentions: [{ ...at('Globex'), kind: 'name' }], salience: 0.5 },
    ],
    values: [{ id: 'V1', type: 'money', ...at('$5 million'), number: 5e6, currency: 'USD' }],
    facts: [
      {
        id: 'F1',
        type: 'event.acquisition',
        arguments: [
          { role: 'buyer', entity: 'E1' },
          { role: 'target', entity: 'E2' },
          { role: 'amount', value: 'V1' },
        ],
        attributes: {},
        modality: 'asserted',
        polarity: 'positive',
        tense: 'past',
        evidence: [at('Acme bought Globex for $5 million')],
        gloss: 'Acme acquires Globex for USD 5,000,000',
        confidence: 0.9,
        rule: 'acquisition',
        key: '3ccdb78114b07356',
      },
    ],
    coverage: { sentences: 1, sentencesWithFacts: 1, unusedValues: [], unusedEntities: [] },
    notices: [],
    provenance: { pipeline: 'test', version: '1', hash: '', models: [] },
  }
}
