import { z } from 'zod'
import { FACT_TYPE_NAMES } from './fact-types.ts'
import { Span } from './span.ts'

export const Quote = Span.extend({ text: z.string() })
export type Quote = z.infer<typeof Quote>

/** What fills a role: an entity, a value, another fact, or words of the text. */
export const Argument = z.union([
  z.strictObject({ role: z.string(), entity: z.string() }),
  z.strictObject({ role: z.string(), value: z.string() }),
  z.strictObject({ role: z.string(), fact: z.string() }),
  z.strictObject({ role: z.string(), start: z.int().min(0), end: z.int().min(1), text: z.string() }),
])
export type Argument = z.infer<typeof Argument>

export const Modality = z.enum(['asserted', 'planned', 'expected'])
export type Modality = z.infer<typeof Modality>
export const Polarity = z.enum(['positive', 'negative'])
export type Polarity = z.infer<typeof Polarity>
export const Tense = z.enum(['past', 'present', 'future'])
export type Tense = z.infer<typeof Tense>

/** Whose claim a fact is: an entity, words of the text, or `null` where the text hides it (*reportedly*). */
export const Attribution = z.object({
  speaker: z.union([z.string(), Quote]).nullable(),
  /** The id of the statement fact, where there is one. */
  statement: z.string().optional(),
})
export type Attribution = z.infer<typeof Attribution>

export const Fact = z.object({
  id: z.string(),
  type: z.enum(FACT_TYPE_NAMES),
  arguments: z.array(Argument).min(1),
  attributes: z.record(z.string(), z.string()),
  modality: Modality,
  polarity: Polarity,
  tense: Tense,
  attribution: Attribution.optional(),
  evidence: z.array(Quote).min(1),
  gloss: z.string(),
  /** How many of a hundred facts like this one are right, in type and key arguments. */
  confidence: z.number().min(0).max(1),
  rule: z.string(),
  key: z.string().regex(/^[0-9a-f]{16}$/),
})
export type Fact = z.infer<typeof Fact>

/**
 * A statement or an attitude by place: whose it is, where the text says so, the words that tell it, and what it is about in
 * one stretch or several.
 */
export interface Said {
  source: Span | undefined
  cue: Span
  contents: readonly Span[]
}
