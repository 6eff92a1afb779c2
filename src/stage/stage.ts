import type { z } from 'zod'
import type { Layer } from '../doc/layers.ts'
import type { Notice, Trace } from '../doc/notice.ts'
import type { Resources } from './resources.ts'

export type Layers = Record<string, Layer<unknown>>
export type Contents<L extends Layers> = { readonly [K in keyof L]: L[K] extends Layer<infer T> ? T : never }

/** How a stage speaks besides its layers. `trace` is there only while somebody asked to `explain`. */
export interface Say {
  notice(notice: Notice): void
  trace?: (trace: Omit<Trace, 'stage'>) => void
}

/** One article at a time, synchronous and pure: the same layers in, the same layers out. */
export type Run<N extends Layers, G extends Layers> = (needs: Contents<N>, say: Say) => Contents<G>

export interface StageSpec<N extends Layers, G extends Layers, O extends z.ZodType> {
  /** The file's stem; in a pipeline file it stands behind the folder: `value/values`. */
  name: string
  /** The layers it reads, under its own names for them; it is handed nothing else. */
  needs: N
  /** The layers it writes, and must write. */
  gives: G
  /** A strict zod object: an option it does not know is refused. */
  options: O
  /** Once, before any article: tables and weights. */
  load(options: z.output<O>, resources: Resources): Run<N, G> | Promise<Run<N, G>>
}

/** A stage as `compose` sees it, its types forgotten. */
export interface Stage {
  readonly name: string
  readonly needs: Layers
  readonly gives: Layers
  readonly options: z.ZodType
  load(options: unknown, resources: Resources): Run<Layers, Layers> | Promise<Run<Layers, Layers>>
}

/** Declares a stage. The types of `needs` and `gives` hold `load`'s function to them. */
export function stage<N extends Layers, G extends Layers, O extends z.ZodType>(spec: StageSpec<N, G, O>): Stage {
  // Forgetting the types is safe: compose hands over exactly `needs`, and options that `options` has parsed.
  return Object.freeze(spec) as unknown as Stage
}
