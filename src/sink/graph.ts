import { codePointOffsets } from '../base/offsets.ts'
import type { EntityType } from '../doc/entity.ts'
import type { Argument, Fact } from '../doc/fact.ts'
import type { FactSheet } from '../doc/sheet.ts'
import type { Value } from '../doc/value.ts'

/** The vocabularies. `fw` is factwire's own, for what the others have no word for: fact types, roles, modality. */
export const PREFIXES: Readonly<Record<string, string>> = {
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  wd: 'http://www.wikidata.org/entity/',
  fw: 'urn:factwire:ns#',
}

/** A name with its prefix is an IRI of a vocabulary; an IRI in full begins with `urn:` or `http`. */
export type Term = { iri: string } | { literal: string; datatype?: string }

/** One resource with what is said of it, in order. */
export interface GraphNode {
  iri: string
  types: readonly string[]
  properties: readonly (readonly [predicate: string, object: Term])[]
}

const ENTITY_CLASSES: Readonly<Record<EntityType, string>> = {
  person: 'schema:Person',
  organization: 'schema:Organization',
  place: 'schema:Place',
  product: 'schema:Product',
  event: 'schema:Event',
  group: 'fw:Group',
}

/** Characters before and behind a quote, to find it again in a text that has changed. */
const CONTEXT = 32

const iri = (name: string): Term => ({ iri: name })
const text = (words: string): Term => ({ literal: words })
const typed = (literal: string | number | boolean, datatype: string): Term => ({
  literal: String(literal),
  datatype: `xsd:${datatype}`,
})

export const articleIri = (id: string): string => `urn:factwire:article:${encodeURIComponent(id)}`

/** A sheet as a graph: no blank nodes, so that an article's part of a store can be told and replaced. */
export function graphOf(sheet: FactSheet): GraphNode[] {
  const { article, entities, values, facts, provenance } = sheet
  const base = articleIri(article.id)
  const at = codePointOffsets(article.text)
  const inArticle = (id: string): Term => iri(`${base}#${id}`)
  const pipeline = `urn:factwire:pipeline:${provenance.hash}`
  const nodes: GraphNode[] = []
  const add = (id: string, types: string[], properties: ([string, Term | undefined] | false)[]): void => {
    const stated = properties.filter(
      (property): property is [string, Term] => property !== false && property[1] !== undefined,
    )
    nodes.push({ iri: id, types, properties: stated })
  }

  add(
    base,
    ['schema:NewsArticle', 'prov:Entity'],
    [
      ['schema:identifier', text(article.id)],
      ['schema:headline', article.headline === null ? undefined : text(article.headline)],
      ['schema:datePublished', article.published ? text(article.published.iso) : undefined],
      ['schema:articleSection', article.section === null ? undefined : text(article.section)],
      ['schema:author', article.byline === null ? undefined : text(article.byline)],
      ['schema:creditText', article.credit === null ? undefined : text(article.credit)],
      ['schema:inLanguage', text(article.language)],
      ['schema:url', /^https?:[^\s<>"{}|\\^`]+$/.test(article.source.uri) ? iri(article.source.uri) : undefined],
      ['fw:source', text(article.source.uri)],
      ['fw:sha256', text(article.source.sha256)],
      ...entities.map(({ id }): [string, Term] => ['schema:mentions', inArticle(id)]),
    ],
  )
  add(
    pipeline,
    ['prov:Activity'],
    [
      ['schema:name', text(provenance.pipeline)],
      ['schema:softwareVersion', text(provenance.version)],
    ],
  )
  for (const { id, type, subtype, name, aliases, salience, links } of entities) {
    add(
      `${base}#${id}`,
      [ENTITY_CLASSES[type]],
      [
        ['schema:name', text(name)],
        ...aliases.map((alias): [string, Term] => ['schema:alternateName', text(alias)]),
        ['fw:subtype', subtype === undefined ? undefined : text(subtype)],
        ['fw:salience', typed(salience, 'double')],
        ...links.map(({ kb, id: known }): [string, Term] =>
          kb === 'wikidata' ? ['schema:sameAs', iri(`wd:${known}`)] : ['schema:sameAs', text(`${kb}:${known}`)],
        ),
      ],
    )
  }
  for (const value of values) add(`${base}#${value.id}`, [valueClass(value)], valueProperties(value))
  for (const fact of facts) {
    const id = `${base}#${fact.id}`
    add(
      id,
      ['fw:Fact', 'prov:Entity'],
      [
        ['fw:type', text(fact.type)],
        ['fw:key', text(fact.key)],
        ['fw:modality', text(fact.modality)],
        ['fw:polarity', text(fact.polarity)],
        ['fw:tense', text(fact.tense)],
        ['fw:confidence', typed(fact.confidence, 'double')],
        ['schema:description', text(fact.gloss)],
        ...Object.entries(fact.attributes).map(([name, value]): [string, Term] => [
          `fw:attribute-${name}`,
          text(value),
        ]),
        ...speakerProperties(fact, inArticle),
        ...fact.arguments.map((_, i): [string, Term] => ['fw:argument', iri(`${id}-a${i}`)]),
        ['prov:wasDerivedFrom', iri(base)],
        ['prov:wasGeneratedBy', iri(pipeline)],
      ],
    )
    fact.arguments.forEach((argument, i) => {
      add(
        `${id}-a${i}`,
        ['fw:Argument'],
        [
          ['fw:role', text(argument.role)],
          ['fw:filler', fillerOf(argument, inArticle)],
        ],
      )
    })
    fact.evidence.forEach(({ start, end, text: quote }, i) => {
      const annotation = `${id}-e${i}`
      add(
        annotation,
        ['oa:Annotation'],
        [
          ['oa:hasBody', iri(id)],
          ['oa:hasTarget', iri(`${annotation}-target`)],
        ],
      )
      add(
        `${annotation}-target`,
        ['oa:SpecificResource'],
        [
          ['oa:hasSource', iri(base)],
          ['oa:hasSelector', iri(`${annotation}-position`)],
          ['oa:hasSelector', iri(`${annotation}-quote`)],
        ],
      )
      add(
        `${annotation}-position`,
        ['oa:TextPositionSelector'],
        [
          ['oa:start', typed(at(start), 'nonNegativeInteger')],
          ['oa:end', typed(at(end), 'nonNegativeInteger')],
        ],
      )
      add(
        `${annotation}-quote`,
        ['oa:TextQuoteSelector'],
        [
          ['oa:exact', text(quote)],
          ['oa:prefix', text(whole(article.text.slice(Math.max(0, start - CONTEXT), start)))],
          ['oa:suffix', text(whole(article.text.slice(end, end + CONTEXT)))],
        ],
      )
    })
  }
  return nodes
}

/** Half a pair at an edge is no character. */
const whole = (cut: string): string => cut.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

function fillerOf(argument: Argument, inArticle: (id: string) => Term): Term {
  if ('entity' in argument) return inArticle(argument.entity)
  if ('value' in argument) return inArticle(argument.value)
  return 'fact' in argument ? inArticle(argument.fact) : text(argument.text)
}

function speakerProperties({ attribution }: Fact, inArticle: (id: string) => Term): [string, Term][] {
  if (!attribution) return []
  const { speaker, statement } = attribution
  const said: [string, Term][] = statement === undefined ? [] : [['fw:statement', inArticle(statement)]]
  if (speaker === null) return [['fw:attributed', typed(true, 'boolean')], ...said]
  const who = typeof speaker === 'string' ? inArticle(speaker) : text(speaker.text)
  return [['fw:attributed', typed(true, 'boolean')], ['fw:speaker', who], ...said]
}

function valueClass({ type }: Value): string {
  if (type === 'money') return 'schema:MonetaryAmount'
  return type === 'date' || type === 'time' || type === 'duration' || type === 'set'
    ? 'fw:Time'
    : 'schema:QuantitativeValue'
}

function valueProperties(value: Value): [string, Term | undefined][] {
  const words = (given: string | undefined): Term | undefined => (given === undefined ? undefined : text(given))
  const number = (given: number | undefined): Term | undefined =>
    given === undefined ? undefined : typed(given, 'double')
  const range = value.numberTo !== undefined
  return [
    ['fw:valueType', text(value.type)],
    ['fw:text', text(value.text)],
    [range ? 'schema:minValue' : 'schema:value', number(value.number)],
    ['schema:maxValue', number(value.numberTo)],
    ['schema:currency', words(value.currency)],
    ['schema:unitText', words(value.unit)],
    ['fw:iso', words(value.iso)],
    ['fw:bound', words(value.bound)],
  ]
}

/** A name with its prefix, in full. */
export function fullIri(name: string): string {
  const colon = name.indexOf(':')
  const prefix = PREFIXES[name.slice(0, colon)]
  return prefix === undefined ? name : prefix + name.slice(colon + 1)
}
