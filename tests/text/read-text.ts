import { article, paragraphs, sentences, tokens } from '../../src/doc/layers.ts'
import { type Paragraph, type Sentence, Tokens } from '../../src/doc/tokens.ts'
import { compose } from '../../src/stage/compose.ts'
import { Resources } from '../../src/stage/resources.ts'
import { textStages } from '../../src/text/stages.ts'
import { plainArticle } from '../articles.ts'
import { ROOT } from '../house/sources.ts'

const steps = ['paragraphs', 'tokens', 'sentences'].map((name) => ({
  stage: textStages.find((stage) => stage.name === name)!,
  options: {},
  place: name,
}))
const annotate = await compose(steps, new Resources(`${ROOT}/pipelines`))

/** The text layers of an article without layout. */
export function readText(text: string): {
  paragraphs: readonly Paragraph[]
  tokens: Tokens
  sentences: readonly Sentence[]
} {
  const document = annotate(plainArticle(text))
  if (!(document.get(tokens) instanceof Tokens) || document.get(article).text !== text) throw new Error('no tokens')
  return { paragraphs: document.get(paragraphs), tokens: document.get(tokens), sentences: document.get(sentences) }
}

export function wordsOf(text: string): string[] {
  const read = readText(text).tokens
  return Array.from({ length: read.count }, (_, i) => read.text(i))
}

export const sentencesOf = (text: string): string[] =>
  readText(text).sentences.map(({ start, end }) => text.slice(start, end))
