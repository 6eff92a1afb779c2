import type { Article } from '../doc/article.ts'
import type { Document } from '../doc/document.ts'
import type { FactSheet } from '../doc/sheet.ts'
import { makeSheet } from '../sheet/sheet.ts'
import type { AnnotateOptions } from '../stage/compose.ts'
import type { Shared } from '../stage/resources.ts'
import { composePipeline } from './load.ts'

/** A loaded pipeline. It keeps nothing between articles: the same article gives the same sheet, always. */
export interface Pipeline {
  readonly name: string
  /** The pipeline file's own version. */
  readonly version: string
  /** SHA-256 of the pipeline file and everything its stages read. */
  readonly hash: string
  /** What it has read, in shared memory: with it, other threads load without reading. */
  readonly shared: Shared
  /**
   * The fact sheet of an article. Synchronous and pure.
   *
   * Throws a StageError that names the stage and the article when a stage fails, a Bug when one breaks its promise.
   */
  extract(article: Article): FactSheet
  /** The article with all its layers, for tools; `explain` keeps what every rule proposed. Throws as `extract` does. */
  annotate(article: Article | Document, how?: AnnotateOptions): Document
  /** The sheet of an article that `annotate` has read. */
  sheetOf(document: Document): FactSheet
}

/**
 * Loads a pipeline: `news`, or the path of a pipeline file; in a thread, from what another has read (`shared`).
 *
 * Throws a SetupError that names the file and the place in it.
 */
export async function loadPipeline(name: string, given: { shared?: Shared } = {}): Promise<Pipeline> {
  const { spec, hash, models, annotate, shared } = await composePipeline(name, given)
  const provenance = { pipeline: spec.name, version: spec.version, hash, models: [...models] }
  return {
    name: spec.name,
    version: spec.version,
    hash,
    shared,
    annotate,
    extract: (article) => makeSheet(annotate(article), provenance),
    sheetOf: (document) => makeSheet(document, provenance),
  }
}
