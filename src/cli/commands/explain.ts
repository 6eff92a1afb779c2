import { type Command, InvalidArgumentError, Option } from 'commander'
import { FactwireError } from '../../base/errors.ts'
import type { Document } from '../../doc/document.ts'
import type { Sentence } from '../../doc/tokens.ts'
import { type CliCommand, PIPELINE } from '../command.ts'

interface Options {
  pipeline: string
  sentence?: number
  format: 'text' | 'json'
  inputFormat?: string
}

/** `factwire explain FILE`: every fact with its rule, and why no fact took the rest; `--sentence N`: all of one sentence. */
const explain: CliCommand = {
  name: 'explain',

  declare(program: Command) {
    program
      .command('explain')
      .summary('which rule made each fact, and why no fact took the rest')
      .description(
        'Reads an article and tells which rule made each fact, and of every value and entity that no fact uses why no ' +
          'rule took it; with --sentence, what every stage saw, proposed, kept and refused there.',
      )
      .argument('<file>', 'an article')
      .addOption(
        new Option('-s, --sentence <number>', 'only this sentence, by the number in its id: 3 for S3').argParser(
          sentenceNumber,
        ),
      )
      .addOption(new Option('-f, --format <name>', 'of the answer').choices(['text', 'json']).default('text'))
      .addOption(PIPELINE)
      .option('-i, --input-format <name>', 'how to read the file, whatever its name and content say')
      .action(run)
  },
}
export default explain

async function run(file: string, options: Options): Promise<void> {
  const { pipeline: name, sentence: number, format, inputFormat } = options
  const [{ loadPipeline }, { readArticles }, { article, sentences }, explanation, { print }] = await Promise.all([
    import('../../pipeline/pipeline.ts'),
    import('../../read/files.ts'),
    import('../../doc/layers.ts'),
    import('../explanation.ts'),
    import('../output.ts'),
  ])
  const { explainArticle, explainAsJson, explainSentence } = explanation
  const pipeline = await loadPipeline(name)
  for await (const read of readArticles(file, inputFormat === undefined ? {} : { format: inputFormat })) {
    const document: Document = pipeline.annotate(read, { explain: true })
    let sentence: Sentence | undefined
    if (number !== undefined) {
      const all: readonly Sentence[] = document.has(sentences) ? document.get(sentences) : []
      sentence = all[number - 1]
      if (!sentence) throw new FactwireError(`Expected a sentence from 1 to ${all.length}, got ${number} (${file})`)
    }
    if (format === 'json') {
      const within = sentence ?? { start: 0, end: document.get(article).text.length }
      await print(`${JSON.stringify(explainAsJson(document, within), null, 2)}\n`)
    } else await print(sentence ? explainSentence(document, sentence) : explainArticle(document))
  }
}

function sentenceNumber(given: string): number {
  const number = Number(given.replace(/^S/i, ''))
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Expected a number from 1.')
  return number
}
