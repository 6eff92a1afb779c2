import type { Command } from 'commander'
import { SetupError } from '../../base/errors.ts'
import type { CliCommand } from '../command.ts'

interface Options {
  data?: string
  out?: string
  cache?: string
}

/** `factwire train MODEL --data DIR`: makes a model that comes with factwire anew. */
const train: CliCommand = {
  name: 'train',

  declare(program: Command) {
    program
      .command('train')
      .summary('makes a model anew')
      .description('Trains a model on a folder of data and writes it with its card; the seed is fixed.')
      .argument('<model>', 'names, sentences, relations, chains, confidence, or parser (part of speech and grammar)')
      .option('-d, --data <folder>', 'the data folder (default: FACTWIRE_DATA)')
      .option('-o, --out <folder>', 'where models are written (default: the models of this installation)')
      .option('--cache <folder>', 'keeps what takes long to learn from texts between trainings')
      .action(run)
  },
}
export default train

async function run(model: string, options: Options): Promise<void> {
  const given = options.data ?? process.env.FACTWIRE_DATA
  if (given === undefined) throw new SetupError('Expected the data folder (--data DIR, or FACTWIRE_DATA), got none')
  const [{ join }, { existsSync }] = await Promise.all([import('node:path'), import('node:fs')])
  const data = existsSync(join(given, 'data')) ? join(given, 'data') : given
  const { PIPELINES } = await import('../../pipeline/load.ts')
  const out = options.out ?? join(PIPELINES, 'models')
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  if (model === 'names') {
    const { trainNames } = await import('../../train/train-names.ts')
    await trainNames({ data, out, say, ...(options.cache !== undefined && { cache: options.cache }) })
  } else if (model === 'parser') {
    const { trainTagsAndParser } = await import('../../train/parser-recipe.ts')
    trainTagsAndParser(data, out, say)
  } else if (model === 'sentences') {
    const { trainSentences } = await import('../../train/train-sentences.ts')
    trainSentences(data, PIPELINES, out, say)
  } else if (model === 'chains') {
    const { trainChains } = await import('../../train/train-chains.ts')
    await trainChains(data, out, say)
  } else if (model === 'relations') {
    const { trainRelations } = await import('../../train/train-relations.ts')
    await trainRelations(data, out, say)
  } else if (model === 'confidence') {
    const { trainConfidence } = await import('../../train/train-confidence.ts')
    await trainConfidence(given, out, say)
  } else
    throw new SetupError(
      `Expected a model among chains, confidence, names, parser, relations, sentences, got \`${model}\``,
    )
}
