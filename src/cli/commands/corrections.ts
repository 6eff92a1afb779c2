import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { makeFolder } from '../../base/folder.ts'
import type { CliCommand } from '../command.ts'

interface Options {
  corrections?: string
  output: string
  format: string
}

/** `factwire corrections export OUT` and `factwire corrections report OUT`: what reviewers' decisions are good for. */
const corrections: CliCommand = {
  name: 'corrections',

  declare(program: Command) {
    const group = program.command('corrections').summary('gold annotations, lexicon entries and precision from reviews')
    const file = new Option('-c, --corrections <file>', 'where decisions are kept')
    group
      .command('export')
      .description(
        'Writes gold/ID.gold.json for each article that was marked as reviewed, lexicon.tsv with the names reviewers ' +
          'corrected, and report.txt and report.json with the precision of each fact type and rule.',
      )
      .argument('<out>', 'the folder or file that was reviewed')
      .requiredOption('-o, --output <folder>', 'where to write')
      .addOption(file)
      .action(exportAll)
    group
      .command('report')
      .description('Prints the precision of each fact type and rule, as judged.')
      .argument('<out>', 'the folder or file that was reviewed')
      .addOption(file)
      .addOption(new Option('-f, --format <format>', 'what to print').choices(['text', 'json']).default('text'))
      .action(report)
  },
}
export default corrections

async function exportAll(out: string, { output, corrections: file }: Options): Promise<void> {
  const [{ DeskStore }, { goldOf }, { lexiconOf }, { reportOf, reportText }, { toPath }] = await Promise.all([
    import('../../review/store.ts'),
    import('../../review/gold.ts'),
    import('../../review/lexicon.ts'),
    import('../../review/report.ts'),
    import('../output.ts'),
  ])
  const store = new DeskStore(out, { now: () => '', ...(file !== undefined && { corrections: file }) })
  const gold = toPath(join(output, 'gold'), 'gold.json', true)
  const articles = []
  let annotated = 0
  for (const id of store.ids) {
    const given = store.corrections.of(id)
    if (given.length === 0) continue
    const corrected = store.open(id)!
    articles.push({ corrected, corrections: given })
    if (corrected.reviewedBy.length === 0) continue
    annotated++
    await gold.write(id, `${JSON.stringify(goldOf(corrected), null, 2)}\n`)
  }
  const precision = reportOf(store.corrections.articles.map((id) => store.corrections.of(id)))
  makeFolder(output)
  writeFileSync(join(output, 'lexicon.tsv'), lexiconOf(articles))
  writeFileSync(join(output, 'report.txt'), reportText(precision))
  writeFileSync(join(output, 'report.json'), `${JSON.stringify(precision, null, 2)}\n`)
  process.stdout.write(`${annotated} gold articles of ${articles.length} with corrections, in ${output}\n`)
}

async function report(out: string, { corrections: file, format }: Options): Promise<void> {
  const [{ Corrections }, { correctionsPath }, { reportOf, reportText }] = await Promise.all([
    import('../../review/corrections.ts'),
    import('../../review/store.ts'),
    import('../../review/report.ts'),
  ])
  const all = new Corrections(file ?? correctionsPath(out))
  const precision = reportOf(all.articles.map((id) => all.of(id)))
  process.stdout.write(format === 'json' ? `${JSON.stringify(precision, null, 2)}\n` : reportText(precision))
}
