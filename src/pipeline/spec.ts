import { z } from 'zod'

/** A stage's name (`text/tokens`), or its name with options for it: `{ "use": "tag/model", "model": "names-en" }`. */
export const StageUse = z.union([z.string(), z.looseObject({ use: z.string() })])
export type StageUse = z.infer<typeof StageUse>

/** What a pipeline file holds. `version` is the file's own, and goes into every sheet. */
export const PipelineSpec = z.strictObject({
  name: z.string().min(1),
  version: z.string().min(1),
  language: z.string(),
  /** Run in this order; nothing reorders them. */
  stages: z.array(StageUse).min(1),
  /** Run behind those only where their layers are asked for: no sheet is made of them. */
  onDemand: z.array(StageUse).default([]),
})
export type PipelineSpec = z.infer<typeof PipelineSpec>
