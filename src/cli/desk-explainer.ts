import { FactwireError } from '../base/errors.ts'
import type { Article, Block } from '../doc/article.ts'
import type { Document } from '../doc/document.ts'
import { parse, sentences, tags, tokens } from '../doc/layers.ts'
import type { FactSheet } from '../doc/sheet.ts'
import type { Sentence } from '../doc/tokens.ts'
import { loadPipeline, type Pipeline } from '../pipeline/pipeline.ts'
import type { Explainer } from '../review/server.ts'
import { explainSentence } from './explanation.ts'

/** Reads a sheet's article again to say why. The pipeline is loaded when it is first asked, and the last article kept. */
export function deskExplainer(pipelineName: string): Explainer {
  let pipeline: Promise<Pipeline> | undefined
  let last: { text: string; document: Document } | undefined

  async function read(sheet: FactSheet, id: string): Promise<{ document: Document; sentence: Sentence }> {
    pipeline ??= loadPipeline(pipelineName)
    const { annotate } = await pipeline
    if (last?.text !== sheet.article.text) {
      last = { text: sheet.article.text, document: annotate(articleOf(sheet), { explain: true }) }
    }
    const { document } = last
    const wanted = sheet.sentences.find((sentence) => sentence.id === id)
    const all: readonly Sentence[] = document.has(sentences) ? document.get(sentences) : []
    const sentence = wanted && all.find(({ start, end }) => start < wanted.end && end > wanted.start)
    if (!sentence) throw new FactwireError(`Expected a sentence of the sheet, got \`${id}\``)
    return { document, sentence }
  }

  return {
    async explain(sheet, id) {
      const { document, sentence } = await read(sheet, id)
      return explainSentence(document, sentence)
    },

    async grammar(sheet, id) {
      const { document, sentence } = await read(sheet, id)
      if (!document.has(parse) || !document.has(tags)) return []
      const all = document.get(tokens)
      const { upos, lemma } = document.get(tags)
      const { head, deprel } = document.get(parse)
      return Array.from({ length: sentence.to - sentence.from }, (_, i) => {
        const at = sentence.from + i
        return {
          start: all.start[at]!,
          end: all.end[at]!,
          lemma: lemma[at]!,
          upos: upos[at]!,
          head: head[at]! < 0 ? -1 : head[at]! - sentence.from,
          deprel: deprel[at]!,
        }
      })
    },
  }
}

/** The article of a sheet: a paragraph of its sentences is a block, so that it is read as it was. */
function articleOf({ article: { offsetUnit: _, ...article }, sentences: all }: FactSheet): Article {
  const blocks: Block[] = []
  let last = -1
  for (const { start, end, paragraph, zone } of all) {
    if (paragraph === last) blocks.at(-1)!.end = end
    else blocks.push({ start, end, zone })
    last = paragraph
  }
  return { ...article, blocks }
}
