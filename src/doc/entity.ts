import { z } from 'zod'
import { Span } from './span.ts'

export const EntityType = z.enum(['person', 'organization', 'place', 'product', 'event', 'group'])
export type EntityType = z.infer<typeof EntityType>

/** The closed subtypes of a type; a type that is not listed has none. */
export const SUBTYPES: Partial<Record<EntityType, readonly string[]>> = {
  organization: [
    'company',
    'government',
    'agency',
    'court',
    'party',
    'military',
    'media',
    'university',
    'ngo',
    'team',
    'exchange',
    'international',
  ],
  place: ['country', 'city', 'province', 'region', 'state', 'continent', 'water', 'mountain', 'facility', 'address'],
  product: ['law', 'work', 'brand', 'service', 'vehicle'],
}

export const MentionKind = z.enum(['name', 'nominal', 'pronoun'])
export type MentionKind = z.infer<typeof MentionKind>

/** A name found by one source, before anybody knows whose name it is. */
export interface NameMention extends Span {
  type: EntityType
  subtype: string | undefined
  source: 'rule' | 'lexicon' | 'model'
  /** 0 to 1 */
  score: number
}

/** A name of the same kind at a stretch of its own. All mentions have the same fields in the same order, which keeps their readers fast. */
export const nameMention = (
  { start, end }: Span,
  type: EntityType,
  subtype: string | undefined,
  { source, score }: Pick<NameMention, 'source' | 'score'>,
): NameMention => ({ start, end, type, subtype, source, score })

export const EntityMention = Span.extend({ text: z.string(), kind: MentionKind })
export type EntityMention = z.infer<typeof EntityMention>

export const Link = z.object({ kb: z.string(), id: z.string(), confidence: z.number().min(0).max(1) })
export type Link = z.infer<typeof Link>

/** Somebody or something named in the article, with every place that means it. `mentions` is sorted by span. */
export const Entity = z.object({
  id: z.string(),
  type: EntityType,
  subtype: z.string().optional(),
  name: z.string().min(1),
  aliases: z.array(z.string()),
  mentions: z.array(EntityMention).min(1),
  /** 0 to 1: the share of the article's attention. */
  salience: z.number().min(0).max(1),
  confidence: z.number().min(0).max(1),
  links: z.array(Link),
})
export type Entity = z.infer<typeof Entity>

/** Every place that means one thing, named or not, as whole phrases, sorted by span; they may lie in one another. */
export const Chain = z.object({
  /** The id of the entity that it is, where it is one. */
  entity: z.string().optional(),
  mentions: z.array(EntityMention).min(2),
})
export type Chain = z.infer<typeof Chain>
