import { type Command, InvalidArgumentError, Option } from 'commander'
import type { CliCommand } from '../command.ts'

interface Options {
  store: string
  format: 'table' | 'csv' | 'json' | 'jsonl'
  output?: string
  width: number
}

/** `factwire query "SQL"`: what does the store say? */
const query: CliCommand = {
  name: 'query',

  declare(program: Command) {
    program
      .command('query')
      .summary('ask a store in SQL')
      .description(
        'Asks the DuckDB store of a run. Tables: article, sentence, entity, mention, link, value, fact, argument, evidence, ' +
          'notice, copy; views: facts_readable, positions, metrics, statements. The store is opened for reading only.',
      )
      .argument('<sql>', 'for example "SELECT type, count(*) FROM fact GROUP BY ALL"')
      .requiredOption('-t, --store <path>', 'an output folder of `factwire run`, or a store')
      .addOption(
        new Option('-f, --format <format>', 'what to print')
          .choices(['table', 'csv', 'json', 'jsonl'])
          .default('table'),
      )
      .addOption(new Option('--width <n>', 'cut the cells of a table').argParser(whole).default(60))
      .option('-o, --output <file>', 'a file: .parquet, .csv, .tsv, .json or .jsonl')
      .action(run)
  },
}
export default query

async function run(sql: string, { store: path, format, output, width }: Options): Promise<void> {
  const [{ readStore }, { print }, { textTable }] = await Promise.all([
    import('../../sink/read-store.ts'),
    import('../output.ts'),
    import('../table.ts'),
  ])
  const store = await readStore(path)
  try {
    if (output !== undefined) return await store.save(sql, output)
    const { columns, rows } = await store.ask(sql)
    const objects = () => rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])))
    if (format === 'json') await print(`${JSON.stringify(objects(), null, 2)}\n`)
    else if (format === 'jsonl') for (const row of objects()) await print(`${JSON.stringify(row)}\n`)
    else if (format === 'csv') for (const row of [columns, ...rows]) await print(`${row.map(cell).join(',')}\n`)
    else await print(textTable(columns, rows, width))
  } finally {
    store.close()
  }
}

function cell(value: unknown): string {
  const text =
    value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}
