import { type Command, Option } from 'commander'

/** A command of `factwire`: a file of `commands/`. What it needs to run is imported in its action, so that help is quick. */
export interface CliCommand {
  /** The file's stem. */
  name: string
  declare(program: Command): void
}

export const PIPELINE = new Option(
  '-p, --pipeline <name>',
  'a pipeline that comes with factwire, or the path of a pipeline file',
).default('news')

/** Says on standard error what went wrong with one input; the run goes on, and ends with exit code 1. */
export function setAside(error: unknown): void {
  process.stderr.write(`factwire: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
