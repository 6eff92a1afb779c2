#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { Bug, FactwireError } from '../base/errors.ts'
import { COMMANDS } from './commands.ts'

const EXAMPLES = `
Examples:
  factwire extract samples/*.txt --format text
  factwire extract article.txt --format html -o article.html
  factwire verify sheets/*.json
  factwire explain article.txt --sentence 3

Exit codes: 0 all is well; 1 an article could not be read or a sheet is not sound; 2 the call or the pipeline is wrong.
A run has two more: 3 a sink cannot write, 130 interrupted; the same command goes on.`

/** Runs the command line. Sets the exit code and does not end the process, so that output is written to its end. */
async function main(argv: readonly string[]): Promise<void> {
  const { version, description } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Record<string, string>
  const program = new Command('factwire')
    .description(description!)
    .version(version!)
    .showHelpAfterError('(factwire --help shows how it is used)')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
  for (const { declare } of COMMANDS) declare(program)
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)
  try {
    await program.parseAsync(argv as string[])
  } catch (error) {
    process.exitCode = exitCodeOf(error)
  }
}

/** Usage and setup are 2, like every error that comes before the first article. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Bug) {
    process.stderr.write(`factwire: ${error.message}\nThis is a bug of factwire. Please report it with the article.\n`)
  } else if (error instanceof FactwireError) {
    process.stderr.write(`factwire: ${error.message}\n`)
  } else {
    process.stderr.write(`factwire: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  }
  return 2
}

// Whoever reads us has enough (`factwire … | head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? 0)
})

await main(process.argv)
