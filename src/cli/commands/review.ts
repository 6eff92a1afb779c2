import { type Command, InvalidArgumentError } from 'commander'
import { type CliCommand, PIPELINE } from '../command.ts'

interface Options {
  port: number
  corrections?: string
  pipeline: string
}

/** `factwire review OUT`: the analyst's desk, a local web application. */
const review: CliCommand = {
  name: 'review',

  declare(program: Command) {
    program
      .command('review')
      .summary('read, check and correct fact sheets in the browser')
      .description(
        'Serves the analyst’s desk on 127.0.0.1 over a folder of sheets (or a file with one a line). Decisions are ' +
          'appended to a corrections file; the sheets are never changed. Ends with Ctrl-C.',
      )
      .argument('<out>', 'a folder of sheets (.json, .jsonl), or one such file')
      .option('--port <number>', 'where to listen; 0 takes a free port', portNumber, 4747)
      .option('-c, --corrections <file>', 'where decisions are kept (default: corrections.jsonl beside the sheets)')
      .addOption(PIPELINE)
      .action(run)
  },
}
export default review

async function run(out: string, { port, corrections, pipeline }: Options): Promise<void> {
  const [{ fileURLToPath }, { DeskStore }, { serveDesk }, { deskExplainer }] = await Promise.all([
    import('node:url'),
    import('../../review/store.ts'),
    import('../../review/server.ts'),
    import('../desk-explainer.ts'),
  ])
  const store = new DeskStore(out, {
    now: () => new Date().toISOString(),
    progress: (read) => process.stderr.write(`\rreading sheets: ${read}`),
    ...(corrections !== undefined && { corrections }),
  })
  const { count } = store.index
  if (count >= 1000) process.stderr.write('\n')
  for (const { line, why } of store.corrections.broken) {
    process.stderr.write(`factwire: ${store.corrections.path}, line ${line} is no correction: ${why}\n`)
  }
  const web = fileURLToPath(new URL('../../review/web', import.meta.url))
  const { url, close } = await serveDesk({ store, explainer: deskExplainer(pipeline), web }, port)
  process.stdout.write(`${count} ${count === 1 ? 'sheet' : 'sheets'} at ${url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)))
  }
}

function portNumber(given: string): number {
  const port = Number(given)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new InvalidArgumentError('Expected a port.')
  return port
}
