import type { Command } from 'commander'
import type { CliCommand } from '../command.ts'

interface Options {
  corrections?: string
  output?: string
  all?: true
}

/** `factwire apply OUT`: sheets as their reviewers corrected them. */
const apply: CliCommand = {
  name: 'apply',

  declare(program: Command) {
    program
      .command('apply')
      .summary('sheets with their corrections applied')
      .description(
        'Writes the sheets that have corrections, corrected. A correction counts only for the very sheet it was made ' +
          'for: those for another version are listed on standard error, left out, and end with exit code 1.',
      )
      .argument('<out>', 'the folder or file that was reviewed')
      .option('-c, --corrections <file>', 'where decisions are kept (default: corrections.jsonl beside the sheets)')
      .option('-o, --output <folder>', 'a file for each sheet (default: standard output, one a line)')
      .option('-a, --all', 'also sheets without corrections')
      .action(run)
  },
}
export default apply

async function run(out: string, { corrections, output: path, all }: Options): Promise<void> {
  const [{ DeskStore }, { toPath, toStdout }] = await Promise.all([
    import('../../review/store.ts'),
    import('../output.ts'),
  ])
  const store = new DeskStore(out, {
    now: () => new Date().toISOString(),
    ...(corrections !== undefined && { corrections }),
  })
  const output = path === undefined ? toStdout() : toPath(path, 'json', true)
  for (const id of store.ids) {
    if (!all && store.corrections.of(id).length === 0) continue
    const { sheet, stale, refused } = store.open(id)!
    for (const { why } of refused) leftOut(id, why)
    if (stale.length > 0) leftOut(id, `${stale.length} made for another version of the sheet`)
    await output.write(id, path === undefined ? `${JSON.stringify(sheet)}\n` : `${JSON.stringify(sheet, null, 2)}\n`)
  }
  const known = new Set(store.ids)
  for (const id of store.corrections.articles) if (!known.has(id)) leftOut(id, 'there is no sheet of the article')
}

function leftOut(article: string, why: string): void {
  process.stderr.write(`factwire: ${article}: corrections left out: ${why}\n`)
  process.exitCode = 1
}
