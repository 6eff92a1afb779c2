import type { Span } from '../doc/span.ts'

/** A span with what it means to the page. */
export interface Marked<M> extends Span {
  mark: M
}

/** A stretch of text with everything that covers it. */
export interface Segment<M> extends Span {
  marks: M[]
}

/** Cuts `within` wherever a span begins or ends. Spans may overlap; `marks` keep the order of `spans`. */
export function segmentsOf<M>(within: Span, spans: readonly Marked<M>[]): Segment<M>[] {
  const touching = spans.filter(({ start, end }) => start < within.end && end > within.start)
  const cuts = new Set([within.start, within.end])
  for (const { start, end } of touching) {
    if (start > within.start) cuts.add(start)
    if (end < within.end) cuts.add(end)
  }
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(1).map((end, i) => {
    const start = edges[i]!
    return { start, end, marks: touching.filter((one) => one.start < end && one.end > start).map(({ mark }) => mark) }
  })
}
