import type { Argument } from '../doc/fact.ts'
import type { FactSheet } from '../doc/sheet.ts'

type Row = Record<string, unknown>

/** The rows of a sheet by table, without the article's id: a line of JSON, as the store loads it. Names are those of `TABLES`. */
export function rowsOf(sheet: FactSheet): Record<string, Row | Row[]> {
  const { article, sentences, entities, values, facts, notices, coverage, provenance } = sheet
  const { text } = article
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]))
  const valueText = new Map(values.map((value) => [value.id, value.text]))
  const glossOf = new Map(facts.map(({ id, gloss }) => [id, gloss]))
  const at = ({ start, end }: { start: number; end: number }) => ({ start_offset: start, end_offset: end })
  const filled = (argument: Argument): Row => {
    if ('entity' in argument) return { kind: 'entity', ref: argument.entity, text: nameOf.get(argument.entity) }
    if ('value' in argument) return { kind: 'value', ref: argument.value, text: valueText.get(argument.value) }
    if ('fact' in argument) return { kind: 'fact', ref: argument.fact, text: glossOf.get(argument.fact) }
    return { kind: 'text', ...at(argument), text: argument.text }
  }
  const speakerOf = (speaker: NonNullable<FactSheet['facts'][number]['attribution']>['speaker']): Row => {
    if (speaker === null) return {}
    return typeof speaker === 'string' ? { speaker, speaker_name: nameOf.get(speaker) } : { speaker_name: speaker.text }
  }
  return {
    article: {
      id: article.id,
      ...article.source,
      headline: article.headline,
      supertitle: article.supertitle,
      section: article.section,
      published: article.published?.iso,
      published_grain: article.published?.grain,
      published_day: /^\d{4}-\d\d-\d\d/.exec(article.published?.iso ?? '')?.[0],
      dateline: article.dateline,
      byline: article.byline,
      credit: article.credit,
      language: article.language,
      text,
      sentences_with_facts: coverage.sentencesWithFacts,
      pipeline: provenance.pipeline,
      pipeline_version: provenance.version,
      pipeline_hash: provenance.hash,
    },
    sentence: sentences.map(({ id, paragraph, zone, ...span }) => ({
      id,
      paragraph,
      zone,
      ...at(span),
      text: text.slice(span.start, span.end),
    })),
    entity: entities.map(({ mentions, links, ...entity }) => ({
      ...entity,
      mentions: mentions.length,
      wikidata: links.find(({ kb }) => kb === 'wikidata')?.id,
    })),
    mention: entities.flatMap(({ id, mentions }) =>
      mentions.map((mention) => ({ entity: id, kind: mention.kind, ...at(mention), text: mention.text })),
    ),
    link: entities.flatMap(({ id: entity, links }) => links.map((link) => ({ entity, ...link }))),
    value: values.map(({ start, end, numberTo, from, to, ...value }) => ({
      ...value,
      start_offset: start,
      end_offset: end,
      number_to: numberTo,
      from_day: from,
      to_day: to,
    })),
    fact: facts.map(({ arguments: _, evidence: __, attribution, ...fact }) => ({
      ...fact,
      attributed: attribution !== undefined,
      ...(attribution && speakerOf(attribution.speaker)),
      statement: attribution?.statement,
    })),
    argument: facts.flatMap(({ id: fact, arguments: list }) =>
      list.map((argument, place) => ({ fact, place, role: argument.role, ...filled(argument) })),
    ),
    evidence: facts.flatMap(({ id: fact, evidence }) =>
      evidence.map((quote, place) => ({ fact, place, ...at(quote), text: quote.text })),
    ),
    notice: notices.map(({ code, start, end, detail }) => ({ code, start_offset: start, end_offset: end, detail })),
  }
}
