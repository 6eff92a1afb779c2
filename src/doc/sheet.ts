import { z } from 'zod'
import { Published, Zone } from './article.ts'
import { Entity } from './entity.ts'
import { Fact } from './fact.ts'
import { Notice } from './notice.ts'
import { Span } from './span.ts'
import { Value } from './value.ts'

export const SCHEMA = 'factwire/fact-sheet/1'

export const SheetSentence = Span.extend({ id: z.string(), paragraph: z.int().min(0), zone: Zone })
export type SheetSentence = z.infer<typeof SheetSentence>

/** The output contract, version 1. The JSON Schema, tables and mappings are derived from here. */
export const FactSheet = z.object({
  schema: z.literal(SCHEMA),
  article: z.object({
    id: z.string(),
    source: z.object({ uri: z.string(), sha256: z.string(), format: z.string() }),
    headline: z.string().nullable(),
    supertitle: z.string().nullable(),
    section: z.string().nullable(),
    published: Published.nullable(),
    dateline: z.string().nullable(),
    byline: z.string().nullable(),
    credit: z.string().nullable(),
    language: z.string(),
    offsetUnit: z.literal('utf16'),
    text: z.string(),
  }),
  sentences: z.array(SheetSentence),
  entities: z.array(Entity),
  values: z.array(Value),
  facts: z.array(Fact),
  coverage: z.object({
    sentences: z.int().min(0),
    sentencesWithFacts: z.int().min(0),
    unusedValues: z.array(z.string()),
    unusedEntities: z.array(z.string()),
  }),
  notices: z.array(Notice),
  provenance: z.object({
    pipeline: z.string(),
    version: z.string(),
    /** SHA-256 of the pipeline file and everything it read. */
    hash: z.string(),
    models: z.array(z.object({ name: z.string(), sha256: z.string() })),
  }),
})
export type FactSheet = z.infer<typeof FactSheet>
