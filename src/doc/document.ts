import { Bug } from '../base/errors.ts'
import type { Article } from './article.ts'
import { article, type Layer } from './layers.ts'
import type { Notice, Trace } from './notice.ts'

/** An article and the layers written over it so far. Never changed: `with` gives a new one. */
export class Document {
  readonly #layers: ReadonlyMap<string, unknown>
  readonly notices: readonly Notice[]
  readonly traces: readonly Trace[]

  private constructor(layers: ReadonlyMap<string, unknown>, notices: readonly Notice[], traces: readonly Trace[]) {
    this.#layers = layers
    this.notices = notices
    this.traces = traces
  }

  static of(source: Article): Document {
    return new Document(new Map([[article.name, source]]), source.notices ?? [], [])
  }

  has(layer: Layer<unknown>): boolean {
    return this.#layers.has(layer.name)
  }

  /** What stands in a layer. Throws a Bug when nothing wrote it: `compose` refuses such a pipeline beforehand. */
  get<T>(layer: Layer<T>): T {
    if (!this.#layers.has(layer.name)) throw new Bug(`Layer \`${layer.name}\` was read before it was written`)
    return this.#layers.get(layer.name) as T
  }

  /** A document with these layers (name -> content) besides. Throws a Bug when one is written twice. */
  with(added: Iterable<[string, unknown]>, notices: readonly Notice[] = [], traces: readonly Trace[] = []): Document {
    const layers = new Map(this.#layers)
    for (const [name, content] of added) {
      if (layers.has(name)) throw new Bug(`Layer \`${name}\` was written twice`)
      layers.set(name, content)
    }
    return new Document(layers, [...this.notices, ...notices], [...this.traces, ...traces])
  }
}
