import type { Argument } from '../doc/fact.ts'
import type { FactSheet } from '../doc/sheet.ts'
import { TABLES } from './tables.ts'

type Row = Record<string, unknown>

/**
 * A sheet as a store loads it: the lengths in bytes of each table's part as a line of JSON, then the parts in the order of
 * `TABLES`: lines of JSON with the rows, nothing where there are none.
 */
export function rowLines(sheet: FactSheet): string {
  const tables = rowsOf(sheet)
  const parts = TABLES.map(({ name }) => linesOfRows(sheet.article.id, tables[name] ?? []))
  return `${JSON.stringify(parts.map((part) => Buffer.byteLength(part)))}\n${parts.join('')}`
}

/** Whoever reads a line holds all of it, several times over: a long article has several. */
const ROWS_A_LINE = 1000

/** An article's rows in one table. */
export function linesOfRows(article: string, rows: readonly Row[]): string {
  let lines = ''
  for (let from = 0; from < rows.length; from += ROWS_A_LINE) {
    lines += `${JSON.stringify({ article, rows: rows.slice(from, from + ROWS_A_LINE) })}\n`
  }
  return lines
}

/** The rows of a sheet by table, without the article's id. Names are those of `TABLES`. */
export function rowsOf(sheet: FactSheet): Record<string, Row[]> {
  const { article, sentences, entities, values, facts, notices, coverage, provenance } = sheet
  const { text } = article
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]))
  const valueText = new Map(values.map((value) => [value.id, value.text]))
  const glossOf = new Map(facts.map(({ id, gloss }) => [id, gloss]))
  const at = ({ start, end }: { start: number; end: number }) => ({ start_offset: start, end_offset: end })
  const filled = (fact: string, place: number, argument: Argument): Row => {
    const { role } = argument
    if ('entity' in argument) {
      return { fact, place, role, kind: 'entity', ref: argument.entity, text: nameOf.get(argument.entity) }
    }
    if ('value' in argument) {
      return { fact, place, role, kind: 'value', ref: argument.value, text: valueText.get(argument.value) }
    }
    if ('fact' in argument) {
      return { fact, place, role, kind: 'fact', ref: argument.fact, text: glossOf.get(argument.fact) }
    }
    const { start, end, text } = argument
    return { fact, place, role, kind: 'text', start_offset: start, end_offset: end, text }
  }
  const speakerOf = (speaker: NonNullable<FactSheet['facts'][number]['attribution']>['speaker']): Row => {
    if (speaker === null) return {}
    return typeof speaker === 'string' ? { speaker, speaker_name: nameOf.get(speaker) } : { speaker_name: speaker.text }
  }
  return {
    article: [
      {
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
    ],
    sentence: sentences.map(({ id, paragraph, zone, ...span }) => ({
      id,
      paragraph,
      zone,
      ...at(span),
      text: text.slice(span.start, span.end),
    })),
    // Field by field: these are the most rows, and copying what is left of an object takes three times as long.
    entity: entities.map(({ id, type, subtype, name, aliases, mentions, salience, confidence, links }) => ({
      id,
      type,
      subtype,
      name,
      aliases,
      mentions: mentions.length,
      salience,
      confidence,
      wikidata: links.find(({ kb }) => kb === 'wikidata')?.id,
    })),
    mention: entities.flatMap(({ id, mentions }) =>
      mentions.map(({ kind, start, end, text }) => ({
        entity: id,
        kind,
        start_offset: start,
        end_offset: end,
        text,
      })),
    ),
    link: entities.flatMap(({ id: entity, links }) => links.map((link) => ({ entity, ...link }))),
    value: values.map((value) => ({
      id: value.id,
      type: value.type,
      start_offset: value.start,
      end_offset: value.end,
      text: value.text,
      number: value.number,
      number_to: value.numberTo,
      currency: value.currency,
      unit: value.unit,
      per: value.per,
      iso: value.iso,
      from_day: value.from,
      to_day: value.to,
      grain: value.grain,
      bound: value.bound,
      ambiguous: value.ambiguous,
      equivalents: value.equivalents,
    })),
    fact: facts.map((fact) => ({
      id: fact.id,
      type: fact.type,
      modality: fact.modality,
      polarity: fact.polarity,
      tense: fact.tense,
      attributes: fact.attributes,
      attributed: fact.attribution !== undefined,
      ...(fact.attribution && speakerOf(fact.attribution.speaker)),
      statement: fact.attribution?.statement,
      gloss: fact.gloss,
      confidence: fact.confidence,
      rule: fact.rule,
      key: fact.key,
    })),
    argument: facts.flatMap(({ id, arguments: list }) => list.map((argument, place) => filled(id, place, argument))),
    evidence: facts.flatMap(({ id: fact, evidence }) =>
      evidence.map(({ start, end, text }, place) => ({ fact, place, start_offset: start, end_offset: end, text })),
    ),
    notice: notices.map(({ code, start, end, detail }) => ({ code, start_offset: start, end_offset: end, detail })),
  }
}
