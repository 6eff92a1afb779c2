import { FactSheet } from '../../src/doc/sheet.ts'
import { soundSheet } from '../sheet/sheets.ts'

const TEXT =
  '\u{1F3ED} Acme, based in Ames, bought Globex for $5 million on Monday, Ann Lee said. It will open "Plant\t2".'
const at = (text: string) => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length, text })

/** A sheet with something of everything; `headline` tells two versions of one article apart. */
export function richSheet(id: string, headline = 'Acme buys Globex'): FactSheet {
  const sheet = soundSheet()
  const wikidata = (q: string) => [{ kb: 'wikidata', id: q, confidence: 0.9 }]
  const fact = sheet.facts[0]!
  return FactSheet.parse({
    ...sheet,
    article: {
      ...sheet.article,
      id,
      headline,
      text: TEXT,
      source: { uri: 'https://news.example/a?b=1', sha256: 'x', format: 'html' },
      published: { iso: '2019-03-04T09:30', grain: 'minute', text: '4 March 2019' },
    },
    sentences: [{ id: 'S1', start: 0, end: TEXT.length, paragraph: 0, zone: 'body' }],
    entities: [
      {
        ...sheet.entities[0]!,
        aliases: ['Acme Corp'],
        links: wikidata('Q1'),
        mentions: [{ ...at('Acme'), kind: 'name' }],
      },
      { ...sheet.entities[1]!, links: wikidata('Q2'), mentions: [{ ...at('Globex'), kind: 'name' }] },
      {
        ...sheet.entities[0]!,
        id: 'E3',
        type: 'place',
        subtype: 'city',
        name: 'Ames',
        links: wikidata('Q3'),
        mentions: [{ ...at('Ames'), kind: 'name' }],
      },
      {
        ...sheet.entities[0]!,
        id: 'E4',
        type: 'person',
        subtype: undefined,
        name: 'Ann Lee',
        links: [],
        mentions: [{ ...at('Ann Lee'), kind: 'name' }],
      },
    ],
    values: [
      { id: 'V1', type: 'money', ...at('$5 million'), number: 5e6, currency: 'USD' },
      {
        id: 'V2',
        type: 'date',
        ...at('Monday'),
        iso: '2019-03-04',
        from: '2019-03-04',
        to: '2019-03-04',
        grain: 'day',
      },
    ],
    facts: [
      {
        ...fact,
        attribution: { speaker: 'E4', statement: 'F3' },
        evidence: [at('Acme, based in Ames, bought Globex for $5 million on Monday')],
      },
      {
        ...fact,
        id: 'F2',
        type: 'org.based_in',
        arguments: [
          { role: 'organization', entity: 'E1' },
          { role: 'place', entity: 'E3' },
        ],
        evidence: [at('Acme, based in Ames')],
        gloss: 'Acme is based in Ames',
      },
      {
        ...fact,
        id: 'F3',
        type: 'statement',
        arguments: [
          { role: 'speaker', entity: 'E4' },
          { role: 'content', ...at('Acme, based in Ames, bought Globex') },
        ],
        attributes: { speech: 'indirect', cue: 'say' },
        evidence: [at('Ann Lee said')],
        gloss: 'Ann Lee says',
      },
      {
        ...fact,
        id: 'F4',
        type: 'event.launch',
        arguments: [
          { role: 'agent', entity: 'E1' },
          { role: 'object', ...at('Plant\t2') },
        ],
        modality: 'planned',
        attributes: { change: 'opened' },
        evidence: [at('It will open "Plant\t2"')],
        gloss: 'Acme opens "Plant\t2"',
      },
    ],
    notices: [{ code: 'text/odd', start: 0, end: 2, detail: 'an emoji' }],
  })
}
