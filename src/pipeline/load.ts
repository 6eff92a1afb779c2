import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { SetupError } from '../base/errors.ts'
import { type Annotate, compose, type Step } from '../stage/compose.ts'
import { Resources, type Shared } from '../stage/resources.ts'
import { PipelineSpec, type StageUse } from './spec.ts'
import { STAGES } from './stages.ts'

/** Where the pipelines that come with factwire stand: beside `src/`, and beside `dist/` in the package. */
export const PIPELINES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'pipelines')

/** A composed pipeline: what it is, and how it reads an article up to its last layer. */
export interface Composed {
  spec: PipelineSpec
  /** SHA-256 over the pipeline file and everything its stages read. */
  hash: string
  models: readonly { name: string; sha256: string }[]
  /** What was read for it, in shared memory. */
  shared: Shared
  /** The names of the layers it writes. */
  gives: ReadonlySet<string>
  annotate: Annotate
}

/** The file of a pipeline: `news` is one that comes with factwire, anything with a slash or `.json` a path. */
export function pipelineFile(name: string): string {
  const given = name.endsWith('.json') || name.includes('/') ? resolve(name) : join(PIPELINES, `${name}.json`)
  if (!existsSync(given))
    throw new SetupError(`Expected the name of a pipeline or the path of a pipeline file, got \`${name}\``)
  return given
}

export interface ComposeOptions {
  /** Leaves out the stages that none of these layers is made with. */
  until?: ReadonlySet<string>
  /** Layers that are welcome as well where the pipeline gives them. */
  likes?: ReadonlySet<string>
  /** Layers that the documents bring along; the stages that would give them are left out. */
  given?: readonly string[]
  /** What another thread has read of this pipeline: nothing is read or checked twice. */
  shared?: Shared
}

/** Reads, checks and loads a pipeline. Throws a SetupError that names the file and the place in it. */
export async function composePipeline(
  name: string,
  { until, likes, given = [], shared }: ComposeOptions = {},
): Promise<Composed> {
  const file = pipelineFile(name)
  const source = readFileSync(file, 'utf8')
  const spec = parseSpec(source, file)
  const resources = new Resources(dirname(file), shared, PIPELINES)
  resources.add(source)
  const named = (uses: readonly StageUse[], list: string): Step[] =>
    uses.map((use, index) => {
      const place = `${file}, ${list}[${index}]`
      const { use: stageName, ...options } = typeof use === 'string' ? { use } : use
      const stage = STAGES.get(stageName)
      if (!stage) {
        throw new SetupError(
          `Expected the name of a stage, got \`${stageName}\` (${place}). Stages: ${[...STAGES.keys()].join(', ')}`,
        )
      }
      return { stage, options, place }
    })
  const always = named(spec.stages, 'stages')
  const steps = [...always, ...named(spec.onDemand, 'onDemand')]
  const gives = new Set(steps.flatMap(({ stage }) => Object.values(stage.gives).map((layer) => layer.name)))
  for (const layer of until ?? []) {
    if (!gives.has(layer)) {
      throw new SetupError(`Expected the pipeline \`${spec.name}\` to give \`${layer}\`, no stage of it does (${file})`)
    }
  }
  const used = until ? usedFor(new Set([...until, ...(likes ?? [])]), steps) : always
  const annotate = await compose(used, resources, given)
  const { hash, models } = resources
  return { spec, hash, models, gives, annotate, shared: resources.shared }
}

/** The steps that these layers are made with, in their order. */
function usedFor(layers: Set<string>, steps: readonly Step[]): Step[] {
  const used = steps.toReversed().filter(({ stage }) => {
    if (!Object.values(stage.gives).some(({ name }) => layers.has(name))) return false
    for (const { name } of Object.values(stage.needs)) layers.add(name)
    return true
  })
  return used.reverse()
}

function parseSpec(source: string, file: string): PipelineSpec {
  let json: unknown
  try {
    json = JSON.parse(source)
  } catch (cause) {
    throw new SetupError(`Expected JSON: ${(cause as Error).message} (${file})`, { cause })
  }
  const parsed = PipelineSpec.safeParse(json)
  if (!parsed.success) throw new SetupError(`${z.prettifyError(parsed.error)} (${file})`)
  return parsed.data
}
