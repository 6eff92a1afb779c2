import { type Command, Option } from 'commander'
import type { Stats } from '../../kb/stats.ts'
import type { CliCommand } from '../command.ts'

/** `factwire stats STORE`: what is in it? */
const stats: CliCommand = {
  name: 'stats',

  declare(program: Command) {
    program
      .command('stats')
      .summary('what is in a store')
      .description('Counts what is in the store of a run: the most named entities, facts by type and by month.')
      .argument('<store>', 'an output folder of `factwire run`, or a store')
      .addOption(new Option('-f, --format <format>', 'what to write').choices(['text', 'html', 'json']).default('text'))
      .option('-o, --output <file>', 'where (default: standard output)')
      .action(run)
  },
}
export default stats

async function run(store: string, { format, output }: { format: string; output?: string }): Promise<void> {
  const [{ readStats }, { statsPage }, { print, toPath }] = await Promise.all([
    import('../../kb/stats.ts'),
    import('../stats-page.ts'),
    import('../output.ts'),
  ])
  const found = await readStats(store)
  const text =
    format === 'json'
      ? `${JSON.stringify(found, null, 2)}\n`
      : format === 'html'
        ? statsPage(found)
        : await inWords(found)
  if (output === undefined) await print(text)
  else await toPath(output, format, false).write('stats', text)
}

async function inWords({ totals, entities, factTypes, months, byMonth, notices }: Stats): Promise<string> {
  const { textTable } = await import('../table.ts')
  const recent = months.slice(-12)
  const parts = [
    textTable(['what', 'count'], Object.entries(totals)),
    textTable(
      ['entity', 'type', 'articles', 'mentions'],
      entities.map((one) => [one.name, one.type, one.articles, one.mentions]),
    ),
    textTable(
      ['fact type', 'facts', 'asserted'],
      factTypes.map((one) => [one.type, one.facts, one.asserted]),
    ),
  ]
  if (recent.length > 0) {
    const rows = byMonth.map(({ type, facts }) => [type, ...facts.slice(-recent.length)])
    parts.push(textTable(['fact type', ...recent.map(({ month }) => month)], rows))
  }
  if (notices.length > 0)
    parts.push(
      textTable(
        ['notice', 'count'],
        notices.map(({ code, notices: n }) => [code, n]),
      ),
    )
  return parts.join('\n')
}
