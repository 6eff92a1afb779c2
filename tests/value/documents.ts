import { sentences, tags, tokens, values } from '../../src/doc/layers.ts'
import { Tokens } from '../../src/doc/tokens.ts'
import type { Value } from '../../src/doc/value.ts'
import { PIPELINES } from '../../src/pipeline/load.ts'
import { Resources } from '../../src/stage/resources.ts'
import stage from '../../src/value/stages/values.ts'
import { plainArticle } from '../articles.ts'

const run = await stage.load({}, new Resources(PIPELINES))

/** The values of a text that is one paragraph and one sentence, its words all tagged as singular nouns. */
export function valuesIn(text: string, published: string | null = '2022-07-20'): readonly Value[] {
  const words = [...text.matchAll(/\S+/g)]
  const start = Int32Array.from(words, ({ index }) => index)
  const end = Int32Array.from(words, ({ 0: word, index }) => index + word.length)
  const all = new Tokens(text, start, end, new Int32Array(words.length))
  const span = { start: 0, end: text.length }
  const noun = words.map(() => 'NN')
  const read = run(
    {
      article: plainArticle(text, published),
      paragraphs: text === '' ? [] : [{ ...span, zone: 'body' }],
      [tokens.name]: all,
      [sentences.name]: words.length === 0 ? [] : [{ ...span, from: 0, to: words.length, paragraph: 0, zone: 'body' }],
      [tags.name]: { upos: words.map(() => 'NOUN'), xpos: noun, lemma: words.map(([word]) => word.toLowerCase()) },
    } as never,
    { notice() {} },
  )
  return (read as Record<string, readonly Value[]>)[values.name]!
}
