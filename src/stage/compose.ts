import { z } from 'zod'
import { FactwireError, SetupError, StageError } from '../base/errors.ts'
import type { Article } from '../doc/article.ts'
import { Document } from '../doc/document.ts'
import { article as articleLayer } from '../doc/layers.ts'
import type { Notice, Trace } from '../doc/notice.ts'
import type { Resources } from './resources.ts'
import type { Layers, Run, Stage } from './stage.ts'

/** A stage with the options its pipeline gives it; `place` names it in errors. */
export interface Step {
  stage: Stage
  options: unknown
  place: string
}

export interface AnnotateOptions {
  /** Keeps the traces of every decision. */
  explain?: boolean
  /** Is handed each stage's work to do; a benchmark reads the clock before and after. */
  around?: <T>(stage: string, work: () => T) => T
}

/** Reads one article, or a document that has the given layers. */
export type Annotate = (input: Article | Document, how?: AnnotateOptions) => Document

interface Loaded {
  name: string
  needs: [string, string][]
  gives: [string, string][]
  run: Run<Layers, Layers>
}

/**
 * Checks that every stage finds its layers and none is written twice, loads each once, and returns the function that
 * annotates an article. Throws a SetupError with the stage's place before any article is read.
 *
 * `given` names layers that the documents will bring along: a stage that gives nothing else is left out.
 */
export async function compose(
  allSteps: readonly Step[],
  resources: Resources,
  given: readonly string[] = [],
): Promise<Annotate> {
  const written = new Map([articleLayer.name, ...given].map((name) => [name, 'the reader']))
  const steps = allSteps.filter(
    ({ stage }) => !Object.values(stage.gives).every(({ name }) => written.get(name) === 'the reader'),
  )
  for (const { stage, place } of steps) {
    for (const { name } of Object.values(stage.needs)) {
      if (!written.has(name))
        throw new SetupError(`Expected a stage before \`${stage.name}\` to give \`${name}\`, got none (${place})`)
    }
    for (const { name } of Object.values(stage.gives)) {
      const before = written.get(name)
      if (before !== undefined)
        throw new SetupError(
          `Expected one stage to give \`${name}\`, got \`${before}\` and \`${stage.name}\` (${place})`,
        )
      written.set(name, stage.name)
    }
  }

  const loaded: Loaded[] = []
  for (const { stage, options, place } of steps) {
    const parsed = stage.options.safeParse(options)
    if (!parsed.success) throw new SetupError(`${z.prettifyError(parsed.error)} (${place}, \`${stage.name}\`)`)
    const names = (layers: Layers): [string, string][] => Object.entries(layers).map(([key, { name }]) => [key, name])
    loaded.push({
      name: stage.name,
      needs: names(stage.needs),
      gives: names(stage.gives),
      run: await stage.load(parsed.data, resources),
    })
  }

  return (input, { explain = false, around = asItIs } = {}) => {
    const first = input instanceof Document ? input : Document.of(input)
    return loaded.reduce((document, step) => around(step.name, () => advance(document, step, explain)), first)
  }
}

const asItIs = <T>(_stage: string, work: () => T): T => work()

function advance(document: Document, { name, needs, gives, run }: Loaded, explain: boolean): Document {
  const inputs: Record<string, unknown> = {}
  for (const [key, name] of needs) inputs[key] = document.get({ name })
  const notices: Notice[] = []
  const traces: Trace[] = []
  let outputs: Record<string, unknown>
  try {
    outputs = run(inputs as never, {
      notice: (notice) => notices.push(notice),
      ...(explain && { trace: (trace: Omit<Trace, 'stage'>) => traces.push({ stage: name, ...trace }) }),
    })
  } catch (cause) {
    if (cause instanceof FactwireError) throw cause
    throw new StageError(name, document.get(articleLayer).id, cause)
  }
  return document.with(
    gives.map(([key, layer]) => [layer, outputs[key]]),
    notices,
    traces,
  )
}
