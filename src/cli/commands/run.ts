import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { SinkError } from '../../base/errors.ts'
import type { PassedOver } from '../../run/report.ts'
import { type CliCommand, PIPELINE } from '../command.ts'

interface Options {
  to: string
  sink: string
  pipeline: string
  workers: number
  deadline: number
  inputFormat?: string
  map?: string
  root?: string
  unordered?: true
  retryFailed?: true
  quiet?: true
}

/** Sinks that are on when none is named. */
const DEFAULT_SINKS = 'jsonl,duckdb'

/** Stopped by a signal, as shells count it; stopped by a sink. */
const EXIT_INTERRUPTED = 130
const EXIT_SINK = 3

/** `factwire run INPUT… --to OUT`: archives in, stores out. */
const command: CliCommand = {
  name: 'run',

  declare(program: Command) {
    program
      .command('run')
      .summary('archives in, a store out')
      .description(
        'Reads files, folders, patterns or standard input (-), archives unpacked in passing, and writes the sheets into ' +
          'every sink. The same command goes on where the last one was stopped or killed. Ends with 0 when all was read, ' +
          '1 when something was set aside (see report.txt), 2 when the call is wrong, 3 when a sink cannot write, 130 when interrupted.',
      )
      .argument('<input...>', 'files, folders, patterns such as "2019/**/*.html"; - is standard input')
      .addOption(new Option('-t, --to <folder>', 'where everything is written').argParser(folder).makeOptionMandatory())
      .option('-s, --sink <names>', 'what to write, by comma', DEFAULT_SINKS)
      .addOption(PIPELINE)
      .addOption(
        new Option('-w, --workers <n>', 'threads (0: none)')
          .argParser(threads)
          .default(availableParallelism(), 'all cores'),
      )
      .addOption(new Option('--deadline <seconds>', 'for one article').argParser(seconds).default(30))
      .option('-i, --input-format <name>', 'how to read the files, whatever their names say')
      .option('--map <fields>', 'names of fields in JSON and CSV: headline=title,text=body')
      .option('-r, --root <folder>', 'sheets name their source relative to this folder (default: the working folder)')
      .option('--unordered', 'write sheets as they are ready, not in the order of the input')
      .option('--retry-failed', 'try again what was set aside')
      .option('-q, --quiet', 'no progress')
      .action(run)
  },
}
export default command

async function run(inputs: string[], options: Options): Promise<void> {
  const [
    { runBatch },
    { makeReport, passOver, reportInWords },
    { readFieldMap },
    { replaceFile },
    { progressOn },
    { sizeOf },
  ] = await Promise.all([
    import('../../run/batch.ts'),
    import('../../run/report.ts'),
    import('../../read/record.ts'),
    import('../../sink/chunk-file.ts'),
    import('../progress.ts'),
    import('../../read/inputs.ts'),
  ])
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  const began = performance.now()
  const interrupted = new AbortController()
  const interrupt = (): void => {
    if (interrupted.signal.aborted) process.exit(EXIT_INTERRUPTED)
    process.stderr.write('\nfactwire: finishing what is in flight; once more stops at once\n')
    interrupted.abort()
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  let bytes = 0
  const passedOver = new Map<string, PassedOver>()
  const sinks = [...new Set(options.sink.split(',').map((name) => name.trim()))]
  const progress = progressOn(process.stderr, { total: await sizeOf(inputs, options.to), read: () => bytes })
  try {
    const result = await runBatch(inputs, {
      to: options.to,
      pipeline: options.pipeline,
      sinks,
      workers: options.workers,
      deadlineMs: options.deadline * 1000,
      version,
      format: options.inputFormat,
      map: options.map === undefined ? undefined : readFieldMap(options.map),
      root: options.root,
      unordered: options.unordered === true,
      retryFailed: options.retryFailed === true,
      signal: interrupted.signal,
      ...(!options.quiet && { onProgress: (now) => progress.show(now) }),
      advanced: (read) => (bytes += read),
      passedOver: (uri) => passOver(passedOver, uri),
    })
    progress.end()
    const seconds = (performance.now() - began) / 1000
    const { pipeline, workers } = options
    const about = { version, pipeline, inputs, sinks, workers, seconds, passedOver: [...passedOver.values()] }
    const report = makeReport(result, about)
    try {
      replaceFile(join(options.to, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
      replaceFile(join(options.to, 'report.txt'), reportInWords(report))
    } catch (cause) {
      throw new SinkError('report', cause)
    }
    const { written, failed, alreadyDone, tokensPerSecond, peakMemoryMb } = report.run
    process.stderr.write(
      `factwire: ${written} articles written, ${failed} set aside, ${alreadyDone} done before; ` +
        `${report.run.seconds} s, ${tokensPerSecond} tokens/s, ${peakMemoryMb} MB; see ${join(options.to, 'report.txt')}\n`,
    )
    if (result.failures.length > 0) process.exitCode = 1
    if (result.stopped) {
      process.stderr.write('factwire: stopped; the same command goes on from here\n')
      process.exitCode = EXIT_INTERRUPTED
    }
  } catch (error) {
    progress.end()
    if (!(error instanceof SinkError)) throw error
    process.stderr.write(
      `factwire: ${error.message}\nfactwire: nothing that was written is lost; the same command goes on from here\n`,
    )
    process.exitCode = EXIT_SINK
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  }
}

/** A variable of a script that is not set would be the working folder. */
function folder(path: string): string {
  if (path === '') throw new InvalidArgumentError('Expected the path of a folder.')
  return path
}

/** More than so many threads for one core only take up memory. */
const THREADS_A_CORE = 8

function threads(text: string): number {
  const most = THREADS_A_CORE * availableParallelism()
  const workers = count(text)
  if (workers > most) throw new InvalidArgumentError(`Expected at most ${most} threads on this machine.`)
  return workers
}

function seconds(text: string): number {
  const deadline = count(text)
  if (deadline === 0) throw new InvalidArgumentError('Expected at least a second.')
  return deadline
}

function count(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}
