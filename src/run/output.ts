import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from '../base/errors.ts'
import type { Sink } from '../sink/sink.ts'
import type { Ledger } from './ledger.ts'

/** What every run writes, whatever its sinks. */
const OF_EVERY_RUN = ['copies.jsonl', 'report.json', 'report.txt']

/**
 * Does the output folder hold what its ledger says, and nothing that a sink would write over? A folder whose ledger was
 * deleted, and one with somebody's own `sheets.jsonl`, are refused. Throws a SetupError.
 */
export function checkOutput(folder: string, sinks: readonly Sink[], ledger: Ledger): void {
  for (const { name, output, kept = output } of sinks) {
    if (ledger.checkpoint(name) !== undefined && !existsSync(join(folder, kept))) {
      throw new SetupError(
        `Expected \`${kept}\`, which an earlier run wrote, got none: put it back, or write to another folder (${folder})`,
      )
    }
  }
  const others = sinks.filter(({ name }) => !ledger.knows(name)).map(({ output }) => output)
  const foreign = [...others, ...(ledger.isNew ? OF_EVERY_RUN : [])].find((name) => holdsSomething(join(folder, name)))
  if (foreign !== undefined) {
    throw new SetupError(
      `Expected a folder without \`${foreign}\`, which no run of its ledger wrote: ` +
        `put the ledger (.factwire) back, move the file away, or write to another folder (${folder})`,
    )
  }
}

function holdsSomething(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isDirectory() ? readdirSync(path).length > 0 : found !== undefined
}
