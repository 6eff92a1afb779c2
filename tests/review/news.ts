import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entity, EntityType } from '../../src/doc/entity.ts'
import type { Argument, Fact } from '../../src/doc/fact.ts'
import { factKeys } from '../../src/doc/key.ts'
import type { FactSheet } from '../../src/doc/sheet.ts'
import type { Value } from '../../src/doc/value.ts'
import { coverageOf } from '../../src/sheet/sheet.ts'

interface Draft {
  id: string
  text: string
  headline?: string
  section?: string
  published?: string
  /** Name -> type, and the words that mention it when they are more than the name; each is looked for everywhere. */
  entities?: Record<string, [EntityType, ...string[]]>
  values?: (Pick<Value, 'type' | 'text'> & Partial<Value>)[]
  facts?: DraftFact[]
}

type DraftFact = Partial<Omit<Fact, 'arguments' | 'evidence'>> & {
  type: Fact['type']
  /** Role -> the name of an entity, the text of a value, or words of the text. */
  args: Record<string, string>
  evidence: string
}

/** A sound sheet of invented news; every word named is found in the text, or this throws. */
export function newsSheet(draft: Draft): FactSheet {
  const { id, text, headline = null, section = null, published } = draft
  const at = (words: string, from = 0) => {
    const start = text.indexOf(words, from)
    if (start < 0) throw new Error(`“${words}” is not in the text of ${id}`)
    return { start, end: start + words.length, text: words }
  }
  const everywhere = (words: string) => {
    const found = [at(words)]
    for (let next = text.indexOf(words, found[0]!.end); next >= 0; next = text.indexOf(words, next + words.length)) {
      found.push(at(words, next))
    }
    return found
  }
  const entities: Entity[] = Object.entries(draft.entities ?? {}).map(([name, [type, ...words]], i) => ({
    id: `E${i + 1}`,
    type,
    name,
    aliases: words.filter((word) => /^\p{Lu}/u.test(word)),
    mentions: [name, ...words]
      .flatMap((one) =>
        everywhere(one).map((span) => ({ ...span, kind: /^\p{Ll}/u.test(one) ? 'nominal' : 'name' }) as const),
      )
      .sort((a, b) => a.start - b.start),
    salience: 0.5,
    confidence: 0.9,
    links: [],
  }))
  const values: Value[] = (draft.values ?? []).map((value, i) => ({ id: `V${i + 1}`, ...at(value.text), ...value }))
  const argument = (role: string, words: string, evidence: string): Argument => {
    const entity = entities.find(({ name }) => name === words)
    if (entity) return { role, entity: entity.id }
    const value = values.find((one) => one.text === words)
    return value ? { role, value: value.id } : { role, ...at(words, at(evidence).start) }
  }
  const facts: Fact[] = (draft.facts ?? []).map(({ args, evidence, ...rest }, i) => ({
    id: `F${i + 1}`,
    arguments: Object.entries(args).map(([role, words]) => argument(role, words, evidence)),
    attributes: {},
    modality: 'asserted',
    polarity: 'positive',
    tense: 'past',
    evidence: [at(evidence)],
    gloss: evidence,
    confidence: 0.8,
    rule: 'invented',
    key: '',
    ...rest,
  }))
  const keys = factKeys(facts, entities, values)
  const keyed = facts.map((fact) => ({ ...fact, key: keys.get(fact.id)! }))
  let offset = 0
  const sentences = text.split('\n').flatMap((line, paragraph) => {
    const start = offset
    offset += line.length + 1
    return line.trim() === '' ? [] : [{ start, end: start + line.length, paragraph, zone: 'body' as const }]
  })
  const parts = { sentences: sentences.map((one, i) => ({ id: `S${i + 1}`, ...one })), entities, values, facts: keyed }
  return {
    schema: 'factwire/fact-sheet/1',
    article: {
      id,
      source: { uri: `${id}.txt`, sha256: '0'.repeat(64), format: 'plain-text' },
      headline,
      supertitle: null,
      section,
      published: published === undefined ? null : { iso: published, grain: 'day', text: published },
      dateline: null,
      byline: null,
      credit: null,
      language: 'en',
      offsetUnit: 'utf16',
      text,
    },
    ...parts,
    coverage: coverageOf(parts),
    notices: [],
    provenance: { pipeline: 'test', version: '1', hash: '', models: [] },
  }
}

/** Two articles on one company that differ, one with a line of its own for every trouble of text, one hostile. */
export function newsroom(): FactSheet[] {
  return [
    newsSheet({
      id: 'harbour',
      headline: 'Norrland Rail buys Fjordline',
      section: 'Business',
      published: '2024-03-05',
      text: 'Norrland Rail bought Fjordline for $40 million on Tuesday.\nIts chief executive Ida Berg said the company will hire 300 people.\nRevenue rose 12 percent in 2023 to 900 million kronor.',
      entities: {
        'Norrland Rail': ['organization', 'the company'],
        Fjordline: ['organization'],
        'Ida Berg': ['person'],
      },
      values: [
        { type: 'money', text: '$40 million', number: 4e7, currency: 'USD' },
        { type: 'date', text: 'Tuesday', iso: '2024-03-05', grain: 'day' },
        { type: 'quantity', text: '300 people', number: 300, unit: 'person' },
        { type: 'percent', text: '12 percent', number: 12 },
        { type: 'date', text: '2023', iso: '2023', grain: 'year' },
        { type: 'money', text: '900 million kronor', number: 9e8, currency: 'SEK' },
      ],
      facts: [
        {
          type: 'event.acquisition',
          args: { buyer: 'Norrland Rail', target: 'Fjordline', amount: '$40 million', date: 'Tuesday' },
          evidence: 'Norrland Rail bought Fjordline for $40 million on Tuesday',
          gloss: 'Norrland Rail acquires Fjordline for 40,000,000 USD, 2024-03-05',
          confidence: 0.95,
          rule: 'acquisition',
        },
        {
          type: 'role.holds',
          args: { person: 'Ida Berg', title: 'chief executive', organization: 'Norrland Rail' },
          evidence: 'chief executive Ida Berg',
          gloss: 'Ida Berg: chief executive, Norrland Rail',
          confidence: 0.9,
          rule: 'position/title-name',
        },
        {
          type: 'event.workforce',
          args: { organization: 'Norrland Rail', count: '300 people' },
          attributes: { change: 'hired' },
          evidence: 'the company will hire 300 people',
          gloss: 'Norrland Rail: 300 people hired',
          modality: 'planned',
          tense: 'future',
          attribution: { speaker: 'E3' },
          confidence: 0.7,
          rule: 'workforce',
        },
        {
          type: 'metric.level',
          args: { metric: 'Revenue', amount: '900 million kronor', of: 'Norrland Rail', period: '2023' },
          evidence: 'Revenue rose 12 percent in 2023 to 900 million kronor',
          gloss: 'Norrland Rail: Revenue at 900,000,000 SEK in 2023',
          confidence: 0.6,
          rule: 'metric/level',
        },
      ],
    }),
    newsSheet({
      id: 'results',
      headline: 'Norrland Rail corrects its figures',
      section: 'Markets',
      published: '2024-04-11',
      text: 'Norrland Rail put revenue in 2023 at 870 million kronor, and at 640 million kronor in 2022.',
      entities: { 'Norrland Rail': ['organization'] },
      values: [
        { type: 'date', text: '2023', iso: '2023', grain: 'year' },
        { type: 'money', text: '870 million kronor', number: 8.7e8, currency: 'SEK' },
        { type: 'money', text: '640 million kronor', number: 6.4e8, currency: 'SEK' },
        { type: 'date', text: '2022', iso: '2022', grain: 'year' },
      ],
      facts: [
        {
          type: 'metric.level',
          args: { metric: 'revenue', amount: '870 million kronor', of: 'Norrland Rail', period: '2023' },
          evidence: 'revenue in 2023 at 870 million kronor',
          gloss: 'Norrland Rail: revenue at 870,000,000 SEK in 2023',
          rule: 'metric/level',
        },
        {
          type: 'metric.level',
          args: { metric: 'revenue', amount: '640 million kronor', of: 'Norrland Rail', period: '2022' },
          evidence: 'revenue in 2023 at 870 million kronor, and at 640 million kronor in 2022',
          gloss: 'Norrland Rail: revenue at 640,000,000 SEK in 2022',
          rule: 'metric/level',
        },
      ],
    }),
    newsSheet({
      id: 'scripts',
      headline: 'Trains 🚆 in שלום city',
      section: 'World',
      published: '2024-05-01',
      text: 'The 👩‍👩‍👧 family 🚆 rode to Bank of Haifa Museum.\nשלום עולם אמר יעקב כהן ברכבת.\nZoë’s café\u00a0in Haifa sold 5 km of 🧵.',
      entities: {
        'Bank of Haifa': ['organization'],
        'Haifa Museum': ['organization'],
        Haifa: ['place'],
        'יעקב כהן': ['person'],
        Zoë: ['person'],
      },
      values: [{ type: 'quantity', text: '5 km of 🧵', number: 5, unit: 'km' }],
      facts: [
        {
          type: 'action',
          args: { agent: 'Zoë', object: '5 km of 🧵' },
          attributes: { predicate: 'sell' },
          evidence: 'café\u00a0in Haifa sold 5 km of 🧵',
          gloss: 'Zoë sell 5 km of 🧵',
        },
        {
          type: 'action',
          args: { agent: 'יעקב כהן' },
          attributes: { predicate: 'say' },
          evidence: 'אמר יעקב כהן',
          gloss: 'אמר יעקב כהן',
        },
        {
          type: 'org.based_in',
          args: { organization: 'Bank of Haifa', place: 'Haifa' },
          evidence: 'family 🚆 rode to Bank of Haifa Museum',
          gloss: 'Bank of Haifa is based in Haifa',
        },
      ],
    }),
    newsSheet({
      id: 'hostile <b>"&',
      headline: '<script>document.title="owned"</script><img src=x onerror=alert(1)>',
      section: '<i>x</i>',
      published: '2024-06-01',
      text: `<script>window.owned = 1</script> <img src=x onerror="window.owned=2"> Acme & Sons.\n${'a<b>'.repeat(250_000)}`,
      entities: { 'Acme & Sons': ['organization'] },
      facts: [
        {
          type: 'entity.is_a',
          args: { entity: 'Acme & Sons', class: '<img src=x onerror="window.owned=2">' },
          evidence: '<img src=x onerror="window.owned=2"> Acme & Sons',
          gloss: 'Acme & Sons is <img src=x onerror="window.owned=3">',
          confidence: 0.1,
        },
      ],
    }),
  ]
}

/** Writes sheets as a run does: a file each. */
export function writeSheets(folder: string, sheets: readonly FactSheet[]): void {
  mkdirSync(folder, { recursive: true })
  sheets.forEach((sheet, i) => {
    writeFileSync(join(folder, `${i + 1}.json`), JSON.stringify(sheet, null, 2))
  })
}
