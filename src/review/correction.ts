import { z } from 'zod'
import { EntityMention, EntityType } from '../doc/entity.ts'
import { Fact } from '../doc/fact.ts'
import { Span } from '../doc/span.ts'

/** What a reviewer says of a fact; id, gloss, key and rule follow from it. */
export const FactDraft = Fact.omit({ id: true, gloss: true, confidence: true, rule: true, key: true })
export type FactDraft = z.infer<typeof FactDraft>

export const EntityDraft = z.object({
  type: EntityType,
  subtype: z.string().optional(),
  name: z.string().min(1),
})
export type EntityDraft = z.infer<typeof EntityDraft>

const id = z.string().min(1)

/** One thing a reviewer decided. Ids are those of the sheet, or of what an earlier decision added to it. */
export const Decision = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('accept'), fact: id }),
  z.strictObject({ what: z.literal('reject'), fact: id }),
  z.strictObject({ what: z.literal('edit'), fact: id, to: FactDraft }),
  z.strictObject({ what: z.literal('add-fact'), to: FactDraft }),
  z.strictObject({ what: z.literal('add-entity'), to: EntityDraft, mentions: z.array(EntityMention).min(1) }),
  z.strictObject({ what: z.literal('edit-entity'), entity: id, to: EntityDraft }),
  z.strictObject({ what: z.literal('add-mention'), entity: id, mention: EntityMention }),
  z.strictObject({ what: z.literal('reject-entity'), entity: id }),
  /** All become the first. */
  z.strictObject({ what: z.literal('merge'), entities: z.array(id).min(2) }),
  /** These mentions become an entity of their own. */
  z.strictObject({ what: z.literal('split'), entity: id, mentions: z.array(Span).min(1), to: EntityDraft }),
  /** The whole sheet has been read. */
  z.strictObject({ what: z.literal('reviewed') }),
  /** Takes an earlier decision back, and puts it into force again. */
  z.strictObject({ what: z.literal('undo'), decision: id }),
  z.strictObject({ what: z.literal('redo'), decision: id }),
])
export type Decision = z.infer<typeof Decision>

export const CORRECTION_SCHEMA = 'factwire/correction/1'

/**
 * A line of a corrections file. It counts for exactly the sheet it was made for: `sheetHash` is that sheet's, `textHash`
 * its article's text. `fact` is the judged fact as it was then, so that a report needs no old sheets.
 */
export const Correction = z.object({
  schema: z.literal(CORRECTION_SCHEMA),
  /** Made by whoever decides: sending a decision twice is deciding once. */
  id: z.string().regex(/^[0-9a-zA-Z-]{8,64}$/),
  article: z.string(),
  sheetHash: z.string(),
  textHash: z.string(),
  reviewer: z.string().min(1).max(100),
  /** ISO 8601, UTC */
  at: z.string(),
  fact: z.object({ type: z.string(), rule: z.string(), key: z.string(), confidence: z.number() }).optional(),
  decision: Decision,
})
export type Correction = z.infer<typeof Correction>
