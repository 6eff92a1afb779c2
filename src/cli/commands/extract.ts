import { type Command, Option } from 'commander'
import { SetupError } from '../../base/errors.ts'
import type { Article } from '../../doc/article.ts'
import { type CliCommand, PIPELINE, setAside } from '../command.ts'

interface Options {
  pipeline: string
  format: string
  inputFormat?: string
  output?: string
  root?: string
}

/** Files that are read while an article waits for its turn. */
const AHEAD = 8

/** `factwire extract FILE…`: articles in, fact sheets out, in the order of the files. */
const extract: CliCommand = {
  name: 'extract',

  declare(program: Command) {
    program
      .command('extract')
      .summary('articles in, fact sheets out')
      .description(
        'Reads articles and writes their fact sheets, in the order of the files. ' +
          'JSON is indented for one file and one line a sheet for several.',
      )
      .argument('<file...>', 'articles; - reads one from standard input')
      .addOption(PIPELINE)
      .addOption(new Option('-f, --format <format>', 'what to write').choices(['json', 'text', 'html']).default('json'))
      .option('-i, --input-format <name>', 'how to read the files, whatever their names and contents say')
      .option('-o, --output <path>', 'a file, or a folder for a file each (default: standard output)')
      .option('-r, --root <folder>', 'sheets name their source relative to this folder (default: the working folder)')
      .action(run)
  },
}
export default extract

async function run(files: string[], options: Options): Promise<void> {
  const several = files.length > 1
  if (several && options.format === 'html' && options.output === undefined) {
    throw new SetupError('Expected a folder for several pages: `--output pages/`')
  }
  const [{ loadPipeline }, { readAhead }, { VIEWS }, { toPath, toStdout }] = await Promise.all([
    import('../../pipeline/pipeline.ts'),
    import('../../run/read-ahead.ts'),
    import('../views.ts'),
    import('../output.ts'),
  ])
  const view = VIEWS.find(({ name }) => name === options.format)!
  const output = options.output === undefined ? toStdout() : toPath(options.output, view.extension, several)
  const look = {
    color: options.output === undefined && process.stdout.isTTY === true && !process.env.NO_COLOR,
    several: several && options.output === undefined,
  }
  const pipeline = await loadPipeline(options.pipeline)
  for await (const outcome of readAhead(files, (file) => read(file, options), AHEAD)) {
    if ('error' in outcome) setAside(outcome.error)
    else for (const article of outcome.result) await one(article)
  }

  async function one(article: Article): Promise<void> {
    try {
      await output.write(article.id, view.render(pipeline.extract(article), look))
    } catch (error) {
      setAside(error)
    }
  }
}

async function read(file: string, { inputFormat, root }: Options): Promise<Article[]> {
  const { articlesOf, readArticles } = await import('../../read/files.ts')
  const format = inputFormat === undefined ? {} : { format: inputFormat }
  if (file === '-') {
    const { buffer } = await import('node:stream/consumers')
    return [...articlesOf(await buffer(process.stdin), 'stdin', format)]
  }
  const articles: Article[] = []
  for await (const article of readArticles(file, { ...format, ...(root !== undefined && { root }) })) {
    articles.push(article)
  }
  return articles
}
