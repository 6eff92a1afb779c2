import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Diff } from '../../kb/diff.ts'
import type { CliCommand } from '../command.ts'

const MARKS = { added: '+', lost: '-', changed: '~' } as const

/** `factwire diff A B`: what do two runs of one archive say differently? */
const diff: CliCommand = {
  name: 'diff',

  declare(program: Command) {
    program
      .command('diff')
      .summary('what two runs say differently')
      .description(
        'Compares the facts of the articles that both runs have, by key: added, lost, or changed in modality, polarity, tense, attribution or attributes.',
      )
      .argument('<first>', 'an output folder of `factwire run`, a store, or a file of sheets')
      .argument('<second>', 'the same')
      .addOption(new Option('-l, --list <n>', 'list so many differences').argParser(whole).default(50))
      .addOption(new Option('-f, --format <format>', 'what to print').choices(['text', 'json']).default('text'))
      .action(run)
  },
}
export default diff

async function run(first: string, second: string, { list, format }: { list: number; format: string }): Promise<void> {
  const [{ diffRuns }, { print }] = await Promise.all([import('../../kb/diff.ts'), import('../output.ts')])
  const found = await diffRuns(first, second, list)
  await print(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : await inWords(found))
}

async function inWords({ summary, articles, differences }: Diff): Promise<string> {
  const { textTable } = await import('../table.ts')
  const sum = (field: 'same' | 'added' | 'lost' | 'changed'): number =>
    summary.reduce((total, row) => total + row[field], 0)
  const rows = summary.map((row) => [row.type, row.same, row.added, row.lost, row.changed])
  const all = ['all', sum('same'), sum('added'), sum('lost'), sum('changed')]
  const lines = differences.map(
    ({ change, article, type, gloss, detail }) =>
      `${MARKS[change]} ${article}  ${type}  ${gloss}${detail === null ? '' : `  (${detail})`}\n`,
  )
  return [
    `${articles.both} articles in both, ${articles.onlyFirst} only in the first, ${articles.onlySecond} only in the second\n\n`,
    textTable(['fact type', 'same', 'added', 'lost', 'changed'], [...rows, all]),
    ...(lines.length > 0 ? ['\n', ...lines] : []),
  ].join('')
}

function whole(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}
