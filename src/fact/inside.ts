import type { Span } from '../doc/span.ts'
import { lowest } from './lookup.ts'

/** Finds which of some stretches a place lies in, without asking all of them. */
export class Inside<T> {
  readonly #sorted: readonly { item: T; span: Span; order: number }[]
  /** How far the stretches up to each one reach. */
  readonly #reach: Int32Array

  constructor(items: readonly T[], spanOf: (item: T) => Span) {
    const sorted: { item: T; span: Span; order: number }[] = []
    for (const item of items) sorted.push({ item, span: spanOf(item), order: sorted.length })
    this.#sorted = sorted.sort((a, b) => a.span.start - b.span.start || a.order - b.order)
    this.#reach = new Int32Array(items.length)
    let reach = 0
    for (let k = 0; k < items.length; k++) this.#reach[k] = reach = Math.max(reach, this.#sorted[k]!.span.end)
  }

  /** Does one of them begin at `start` or before and end at `end` or behind? */
  covers({ start, end }: Span): boolean {
    const behind = lowest(this.#sorted, start + 1, ({ span }) => span.start)
    return behind > 0 && this.#reach[behind - 1]! >= end
  }

  /** The shortest one around a place that `fits`; of several the first. */
  innermost(place: number, fits: (item: T) => boolean): T | undefined {
    let best: { item: T; span: Span; order: number } | undefined
    const behind = lowest(this.#sorted, place + 1, ({ span }) => span.start)
    for (let k = behind - 1; k >= 0 && this.#reach[k]! > place; k--) {
      const one = this.#sorted[k]!
      if (one.span.end <= place || !fits(one.item)) continue
      const wider = best ? one.span.end - one.span.start - (best.span.end - best.span.start) : -1
      if (wider < 0 || (wider === 0 && one.order < best!.order)) best = one
    }
    return best?.item
  }
}
