import { z } from 'zod'
import { Notice } from './notice.ts'
import { Span } from './span.ts'

/** When the article was published, as precisely as its source says and no more. */
export const Published = z.object({
  /** ISO 8601, cut at the grain: `2018`, `2018-08`, `2018-08-23`, `2018-08-23T01:00`. */
  iso: z.string(),
  grain: z.enum(['year', 'month', 'day', 'hour', 'minute', 'second']),
  /** The words of the source. */
  text: z.string(),
})
export type Published = z.infer<typeof Published>

/** Parts of a text that are no running text of their own: found by the reader, which knows the format. */
export const Zone = z.enum(['headline', 'body', 'credit', 'caption'])
export type Zone = z.infer<typeof Zone>

export const Block = Span.extend({ zone: Zone })
export type Block = z.infer<typeof Block>

/**
 * One article as read. `text` is the decoded source and never changes; `blocks` says which stretches of it are to be
 * read (header lines are in no block), sorted, without overlap, each one paragraph or several.
 */
export const Article = z.object({
  id: z.string().min(1),
  source: z.object({ uri: z.string(), sha256: z.string(), format: z.string() }),
  headline: z.string().nullable(),
  supertitle: z.string().nullable(),
  section: z.string().nullable(),
  published: Published.nullable(),
  dateline: z.string().nullable(),
  byline: z.string().nullable(),
  credit: z.string().nullable(),
  language: z.string(),
  text: z.string(),
  blocks: z.array(Block),
  /** What the reader has to say: an unreadable date, a header line it does not know. */
  notices: z.array(Notice).optional(),
})
export type Article = z.infer<typeof Article>
