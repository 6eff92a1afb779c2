import { factStages } from '../fact/stages.ts'
import { linkStages } from '../link/stages.ts'
import { parseStages } from '../parse/stages.ts'
import { referStages } from '../refer/stages.ts'
import type { Stage } from '../stage/stage.ts'
import { tagStages } from '../tag/stages.ts'
import { textStages } from '../text/stages.ts'
import { valueStages } from '../value/stages.ts'

const FOLDERS: Readonly<Record<string, readonly Stage[]>> = {
  text: textStages,
  tag: tagStages,
  value: valueStages,
  parse: parseStages,
  refer: referStages,
  link: linkStages,
  fact: factStages,
}

/** Every stage by the name a pipeline file uses: folder and file stem, `text/tokens`. */
export const STAGES: ReadonlyMap<string, Stage> = new Map(
  Object.entries(FOLDERS).flatMap(([folder, stages]) =>
    stages.map((stage) => [`${folder}/${stage.name}`, stage] as const),
  ),
)
