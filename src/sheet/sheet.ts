import { z } from 'zod'
import { Bug } from '../base/errors.ts'
import type { Document } from '../doc/document.ts'
import type { Entity } from '../doc/entity.ts'
import type { Fact } from '../doc/fact.ts'
import { article, entities, facts, type Layer, sentences, values } from '../doc/layers.ts'
import type { Notice } from '../doc/notice.ts'
import { FactSheet, SCHEMA, type SheetSentence } from '../doc/sheet.ts'
import type { Span } from '../doc/span.ts'
import type { Sentence } from '../doc/tokens.ts'
import type { Value } from '../doc/value.ts'
import { linkedEntities } from '../link/linked.ts'

/**
 * The sheet of an annotated article. A layer that the pipeline does not give is an empty list.
 *
 * Throws a Bug when the layers do not make a sheet by its schema: a stage has broken its promise.
 */
export function makeSheet(document: Document, provenance: FactSheet['provenance']): FactSheet {
  const { blocks: _, notices: __, text, ...about } = document.get(article)
  const listOf = <T>(layer: Layer<readonly T[]>): readonly T[] => (document.has(layer) ? document.get(layer) : [])
  const parts = {
    sentences: sheetSentences(listOf(sentences)),
    entities: document.has(entities) ? linkedEntities(document) : [],
    values: listOf(values),
    facts: listOf(facts),
  }
  const sheet = {
    schema: SCHEMA,
    article: { ...about, offsetUnit: 'utf16', text },
    ...parts,
    coverage: coverageOf(parts),
    notices: [...document.notices].sort(byPlace),
    provenance,
  }
  const checked = FactSheet.safeParse(sheet)
  if (!checked.success) {
    throw new Bug(`The sheet of article \`${about.id}\` breaks its schema: ${z.prettifyError(checked.error)}`)
  }
  return checked.data
}

function sheetSentences(sentences: readonly Sentence[]): SheetSentence[] {
  const found: SheetSentence[] = []
  for (const { start, end, paragraph, zone } of sentences)
    found.push({ id: `S${found.length + 1}`, start, end, paragraph, zone })
  return found
}

/** What of the article no fact uses. A value whose equivalent is used is used. */
export function coverageOf(parts: {
  sentences: readonly Span[]
  entities: readonly Entity[]
  values: readonly Value[]
  facts: readonly Fact[]
}): FactSheet['coverage'] {
  const used = new Set<string>()
  const quotes: Span[] = []
  for (const { arguments: filled, attribution, evidence } of parts.facts) {
    for (const quote of evidence) quotes.push(quote)
    for (const argument of filled) {
      if ('entity' in argument) used.add(argument.entity)
      if ('value' in argument) used.add(argument.value)
    }
    if (typeof attribution?.speaker === 'string') used.add(attribution.speaker)
  }
  for (const { id, equivalents = [] } of parts.values) {
    if (used.has(id)) for (const same of equivalents) used.add(same)
  }
  const unused = (ofOne: readonly { id: string }[]): string[] => {
    const ids: string[] = []
    for (const { id } of ofOne) if (!used.has(id)) ids.push(id)
    return ids
  }
  return {
    sentences: parts.sentences.length,
    sentencesWithFacts: countTouched(parts.sentences, quotes),
    unusedValues: unused(parts.values),
    unusedEntities: unused(parts.entities),
  }
}

/** How many of the sorted `sentences` share a character with one of `quotes`. */
function countTouched(sentences: readonly Span[], quotes: readonly Span[]): number {
  const sorted = [...quotes].sort((a, b) => a.start - b.start)
  let touched = 0
  let next = 0
  let reach = 0
  for (const { start, end } of sentences) {
    for (; next < sorted.length && sorted[next]!.start < end; next++) reach = Math.max(reach, sorted[next]!.end)
    if (reach > start) touched++
  }
  return touched
}

/** Notices about the whole article first, then by position; `code` decides between two of the same place. */
function byPlace(a: Notice, b: Notice): number {
  return (
    (a.start ?? -1) - (b.start ?? -1) ||
    (a.end ?? -1) - (b.end ?? -1) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  )
}
