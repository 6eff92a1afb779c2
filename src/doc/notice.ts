import { z } from 'zod'

/** Something refused, cut or ambiguous that the reader of a sheet should know. `code` is `area/what`. */
export const Notice = z.object({
  code: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
  start: z.int().min(0).optional(),
  end: z.int().min(1).optional(),
  detail: z.string().optional(),
})
export type Notice = z.infer<typeof Notice>

/** One decision of a stage, for `factwire explain`: who proposed what, and what became of it. */
export interface Trace {
  stage: string
  rule: string
  start: number
  end: number
  /** `declined`: the rule looked there and proposed nothing. */
  verdict: 'kept' | 'refused' | 'declined'
  why?: string
  /** Of a fact: its type, where the word stands that it hangs on, and the ids of what fills its roles. */
  type?: string
  at?: number
  uses?: readonly string[]
}
