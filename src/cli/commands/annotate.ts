import { type Command, Option } from 'commander'
import { SetupError } from '../../base/errors.ts'
import type { Standoff } from '../../sheet/standoff.ts'
import { type CliCommand, PIPELINE, setAside } from '../command.ts'

interface Options {
  layers?: string
  pipeline: string
  output?: string
  format: 'jsonl' | 'conllu'
  pretokenized?: true
}

/** `factwire annotate INPUT.jsonl --layers …`: stand-off layers for other tools, one JSON line in, one out. */
const annotate: CliCommand = {
  name: 'annotate',

  declare(program: Command) {
    program
      .command('annotate')
      .summary('stand-off layers for other tools')
      .description(
        'Reads JSON lines {"id", "text", "published"?} and writes one line for each, in the same order, with the layers ' +
          'asked for. A line that cannot be read gives {"id", "error"}.',
      )
      .argument('<input>', 'JSON lines; - is standard input')
      .option('-l, --layers <names>', 'sentences, tokens, parse, mentions, values, entities, facts, clauses, …')
      .addOption(PIPELINE)
      .option('-o, --output <file>', 'where to write (default: standard output)')
      .addOption(
        new Option('-f, --format <format>', 'what to write: CoNLL-U is trees only')
          .choices(['jsonl', 'conllu'])
          .default('jsonl'),
      )
      .option('--pretokenized', 'lines are {"id", "sentences": [["The", "move"], …]}; tokens and sentences are kept')
      .action(run)
  },
}
export default annotate

async function run(input: string, options: Options): Promise<void> {
  const [
    { composePipeline },
    { PRETOKENIZED, readTextLine, readTokenLine },
    { article },
    { idOf, linesOf, textWriter },
  ] = await Promise.all([
    import('../../pipeline/load.ts'),
    import('../../read/json-line.ts'),
    import('../../doc/layers.ts'),
    import('../lines.ts'),
  ])
  const trees = options.format === 'conllu'
  const wanted = await layersNamed(trees ? 'conllu' : options.layers)
  const { annotate: read } = await composePipeline(options.pipeline, {
    until: new Set(wanted.flatMap(({ layer }) => layer.needs.map((need) => need.name))),
    likes: new Set(wanted.flatMap(({ layer }) => (layer.likes ?? []).map((like) => like.name))),
    ...(options.pretokenized && { given: PRETOKENIZED }),
  })
  const documentOf = options.pretokenized ? readTokenLine : readTextLine
  const uri = input === '-' ? 'stdin' : input
  const writer = textWriter(options.output)
  for await (const { json, line } of linesOf(input)) {
    let result: unknown
    try {
      const document = read(documentOf(json, { uri, line }))
      if (trees) {
        await writer.write(String(wanted[0]!.layer.of(document)))
        continue
      }
      const layers = wanted.map(({ name, layer }) => [name, layer.of(document)])
      result = { id: document.get(article).id, ...Object.fromEntries(layers) }
    } catch (error) {
      setAside(error)
      result = { id: idOf(json), error: error instanceof Error ? error.message : String(error) }
    }
    await writer.write(`${JSON.stringify(result)}\n`)
  }
  writer.end()
}

async function layersNamed(list: string | undefined): Promise<{ name: string; layer: Standoff }[]> {
  if (list === undefined) throw new SetupError('Expected names of layers: `--layers tokens,parse`')
  const { STANDOFF } = await import('../../sheet/standoff.ts')
  return list.split(',').map((given) => {
    const name = given.trim()
    const layer = STANDOFF[name]
    if (!layer) throw new SetupError(`Expected layers among ${Object.keys(STANDOFF).join(', ')}, got \`${name}\``)
    return { name, layer }
  })
}
