import { type Command, InvalidArgumentError, Option } from 'commander'
import { FactwireError } from '../../base/errors.ts'
import type { Document } from '../../doc/document.ts'
import type { Sentence } from '../../doc/tokens.ts'
import { type CliCommand, PIPELINE } from '../command.ts'

interface Options {
  pipeline: string
  sentence: number
  inputFormat?: string
}

/** `factwire explain FILE --sentence N`: which rule proposed what, and why it was kept or refused. */
const explain: CliCommand = {
  name: 'explain',

  declare(program: Command) {
    program
      .command('explain')
      .summary('which rule proposed what in a sentence, and what became of it')
      .description('Reads an article and tells of one sentence what every stage saw, proposed, kept and refused.')
      .argument('<file>', 'an article')
      .addOption(
        new Option('-s, --sentence <number>', 'the number of the sentence, as in its id: 3 for S3')
          .argParser(sentenceNumber)
          .makeOptionMandatory(),
      )
      .addOption(PIPELINE)
      .option('-i, --input-format <name>', 'how to read the file, whatever its name and content say')
      .action(run)
  },
}
export default explain

async function run(file: string, { pipeline: name, sentence: number, inputFormat }: Options): Promise<void> {
  const [{ loadPipeline }, { readArticles }, { sentences }, { explainSentence }, { print }] = await Promise.all([
    import('../../pipeline/pipeline.ts'),
    import('../../read/files.ts'),
    import('../../doc/layers.ts'),
    import('../explanation.ts'),
    import('../output.ts'),
  ])
  const pipeline = await loadPipeline(name)
  for await (const article of readArticles(file, inputFormat === undefined ? {} : { format: inputFormat })) {
    const document: Document = pipeline.annotate(article, { explain: true })
    const all: readonly Sentence[] = document.has(sentences) ? document.get(sentences) : []
    const sentence = all[number - 1]
    if (!sentence) throw new FactwireError(`Expected a sentence from 1 to ${all.length}, got ${number} (${file})`)
    await print(explainSentence(document, sentence))
  }
}

function sentenceNumber(given: string): number {
  const number = Number(given.replace(/^S/i, ''))
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Expected a number from 1.')
  return number
}
