import { FactwireError, ReadError } from '../base/errors.ts'
import type { Article } from '../doc/article.ts'
import { article as articleLayer, tokens } from '../doc/layers.ts'
import type { FactSheet } from '../doc/sheet.ts'
import { loadPipeline, type Pipeline } from '../pipeline/pipeline.ts'
import { readingsOf } from '../read/files.ts'
import { SINKS } from '../sink/formats.ts'
import type { Sink } from '../sink/sink.ts'
import type { Shared } from '../stage/resources.ts'
import { milliseconds } from './clock.ts'
import type { Answer, Failure, RenderedSheet, Task, WorkerSetup } from './messages.ts'
import { sketchOf } from './sketch.ts'

/** What a worker does with one task; never throws. */
export type Work = (task: Task) => Answer

/**
 * Loads the pipeline and gives the work, and what others can load from. The main thread uses it too when there are no
 * workers: there is no second path.
 */
export async function makeWork(setup: Omit<WorkerSetup, 'progress'>): Promise<{ work: Work; shared: Shared }> {
  const { pipeline: name, shared } = setup
  const pipeline = await loadPipeline(name, shared && { shared })
  const sinks = SINKS.filter(({ name }) => setup.sinks.includes(name))
  const work: Work = (task) => {
    const began = milliseconds()
    const answer: Answer = { sheets: [], failures: [], milliseconds: 0 }
    try {
      for (const article of articlesIn(task, setup.read)) {
        try {
          if (article instanceof ReadError) throw article
          answer.sheets.push(think(withSuffix(article, task.suffix), pipeline, sinks))
        } catch (error) {
          answer.failures.push(failureOf(error))
        }
      }
    } catch (error) {
      answer.failures.push(failureOf(error))
    }
    answer.milliseconds = milliseconds() - began
    return answer
  }
  return { work, shared: pipeline.shared }
}

function articlesIn(task: Task, read: WorkerSetup['read']): Iterable<Article | ReadError> {
  if ('article' in task) return [task.article]
  const { uri, bytes, id, format, name } = task.file
  return readingsOf(bytes, uri, {
    ...read,
    ...(format !== undefined && { format }),
    ...(name !== undefined && { name }),
    ...(id !== undefined && { id }),
  })
}

/** An id that another article has taken is told apart, and the sheet says so. */
function withSuffix(article: Article, suffix: string | undefined): Article {
  if (suffix === undefined) return article
  const notice = { code: 'article/id-taken', detail: article.id }
  return { ...article, id: article.id + suffix, notices: [...(article.notices ?? []), notice] }
}

function think(article: Article, pipeline: Pipeline, sinks: readonly Sink[]): RenderedSheet {
  const document = pipeline.annotate(article)
  const sheet = pipeline.sheetOf(document)
  return {
    id: article.id,
    parts: render(sheet, sinks),
    tokens: document.has(tokens) ? document.get(tokens).count : 0,
    characters: document.get(articleLayer).text.length,
    facts: countBy(sheet.facts, ({ type }) => type),
    notices: countBy(sheet.notices, ({ code }) => code),
    sketch: sketchOf(article.text),
  }
}

function render(sheet: FactSheet, sinks: readonly Sink[]): Record<string, Uint8Array> {
  const line = JSON.stringify(sheet)
  const bytes = new Map<string, Uint8Array>()
  const parts: Record<string, Uint8Array> = {}
  for (const sink of sinks) {
    const rendered = sink.render(sheet, line)
    const known = bytes.get(rendered) ?? encode(rendered)
    bytes.set(rendered, known)
    parts[sink.name] = known
  }
  return parts
}

/** Bytes with a buffer of their own: it is handed to the other thread, not copied. */
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

export function failureOf(error: unknown): Failure {
  const kind = error instanceof FactwireError ? error.name : 'Error'
  return { kind, reason: error instanceof Error ? error.message : String(error) }
}

function countBy<T>(list: readonly T[], name: (one: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const one of list) counts[name(one)] = (counts[name(one)] ?? 0) + 1
  return counts
}
