import { createRequire } from 'node:module'
import { Parser, type Quad, Store } from 'n3'
import * as oxigraph from 'oxigraph'
import SHACLValidator from 'rdf-validate-shacl'
import { expect, test } from 'vitest'
import { codePointOffsets } from '../../src/base/offsets.ts'
import jsonLd from '../../src/sink/formats/json-ld.ts'
import quickstatements from '../../src/sink/formats/quickstatements.ts'
import { writeGraph } from '../../src/sink/quads.ts'
import { textOf } from '../house/sources.ts'
import { soundSheet } from '../sheet/sheets.ts'
import { richSheet } from './rich-sheet.ts'

// It has no types of its own.
const jsonld = createRequire(import.meta.url)('jsonld') as {
  toRDF(document: unknown, how: { format: string; documentLoader(url: string): never }): Promise<string>
}

const turtle = (text: string): Quad[] => new Parser({ format: 'Turtle' }).parse(text)
const shapes = new Store(turtle(textOf('docs/shapes.ttl')))
const check = (quads: Quad[]) => new SHACLValidator(shapes as never).validate(new Store(quads) as never)
const triples = (quads: readonly Quad[]): string[] =>
  quads
    .map(({ subject, predicate, object }) => {
      const type = object.termType === 'Literal' ? object.datatype.value : ''
      // Doubles have more than one way to be written.
      const value = type.endsWith('#double') ? Number(object.value) : object.value
      return [subject.value, predicate.value, value, type].join(' ')
    })
    .sort()

test.each([
  ['rich', richSheet('a/b c')],
  ['small', soundSheet()],
])('the graph of a %s sheet has the shapes of docs/shapes.ttl', async (_, sheet) => {
  const report = await check(turtle(writeGraph(sheet, 'Turtle')))
  expect(report.results.map(({ message, focusNode }) => `${focusNode?.value} ${message.map(String)}`)).toEqual([])
})

test('the shapes find what is wrong', async () => {
  const good = writeGraph(richSheet('a'), 'Turtle')
  for (const [what, by] of [
    ['"asserted"', '"perhaps"'],
    ['oa:hasSelector <', 'oa:other <'],
    ['schema:name "Ames"', 'schema:title "Ames"'],
  ] as const) {
    expect(good).toContain(what)
    expect((await check(turtle(good.replace(what, by)))).conforms, what).toBe(false)
  }
})

test('Turtle, N-Quads and JSON-LD say the same', async () => {
  const sheet = richSheet('a')
  const expected = triples(turtle(writeGraph(sheet, 'Turtle')))
  expect(triples(new Parser({ format: 'N-Quads' }).parse(writeGraph(sheet, 'N-Quads')))).toEqual(expected)
  const documentLoader = (url: string): never => {
    throw new Error(`${url} would have to be fetched`)
  }
  const document = JSON.parse(jsonLd.render(sheet, ''))
  const nquads = await jsonld.toRDF(document, { format: 'application/n-quads', documentLoader })
  expect(triples(new Parser({ format: 'N-Quads' }).parse(nquads))).toEqual(expected)
})

test('another store reads it, and finds the quote at its code points', () => {
  const sheet = richSheet('a')
  const store = new oxigraph.Store()
  store.load(writeGraph(sheet, 'N-Quads'), { format: 'application/n-quads' })
  const rows = store.query(`PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX fw: <urn:factwire:ns#>
    SELECT ?start ?end ?exact WHERE { GRAPH ?g { ?fact fw:type "org.based_in" . ?a oa:hasBody ?fact ; oa:hasTarget ?t .
      ?t oa:hasSelector ?p , ?q . ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?exact } }`) as Map<
    string,
    { value: string }
  >[]
  expect(rows).toHaveLength(1)
  const [start, end, exact] = ['start', 'end', 'exact'].map((name) => rows[0]!.get(name)!.value)
  expect(exact).toBe('Acme, based in Ames')
  expect([...sheet.article.text].slice(Number(start), Number(end)).join('')).toBe(exact)
  expect(Number(start)).toBe(sheet.facts[1]!.evidence[0]!.start - 1)
})

test('offsets in code points', () => {
  const text = 'a\u{1F3ED}b\u{1F600}\ud800c'
  const at = codePointOffsets(text)
  for (let i = 0; i <= text.length; i++) {
    if (i === 2 || i === 5) continue
    expect(at(i), String(i)).toBe([...text.slice(0, i)].length)
  }
  expect(codePointOffsets('plain')(3)).toBe(3)
})

test('statements for Wikidata: only what is asserted, between items, qualifiers before references', () => {
  const lines = quickstatements.render(richSheet('a', 'Acme\t"buys"'), '').split('\n').slice(0, -1)
  expect(lines).toEqual([
    'Q1\tP159\tQ3\tS854\t"https://news.example/a?b=1"\tS1476\ten:"Acme buys"\tS577\t+2019-03-04T00:00:00Z/11',
  ])
  const sheet = richSheet('a')
  const owned = {
    ...sheet.facts[1]!,
    type: 'org.owned_by' as const,
    arguments: [
      { role: 'organization', entity: 'E2' },
      { role: 'owner', entity: 'E1' },
      { role: 'date', value: 'V2' },
    ],
  }
  const line = (change: object) => quickstatements.render({ ...sheet, facts: [{ ...owned, ...change }] }, '')
  expect(line({})).toMatch(/^Q2\tP127\tQ1\tP585\t\+2019-03-04T00:00:00Z\/11\tS854/)
  expect(
    line({ modality: 'planned' }) + line({ polarity: 'negative' }) + line({ attribution: { speaker: null } }),
  ).toBe('')
})
