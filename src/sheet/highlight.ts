import type { Span } from '../doc/span.ts'

/** A span with what it means to the page. */
export interface Marked<M> extends Span {
  mark: M
}

/** A stretch of text with everything that covers it. */
export interface Segment<M> extends Span {
  marks: M[]
}

/**
 * Cuts `within` wherever a span begins or ends. Spans may overlap; `marks` keep the order of `spans`. Takes the time of
 * sorting the spans, and of what it gives.
 */
export function segmentsOf<M>(within: Span, spans: readonly Marked<M>[]): Segment<M>[] {
  const touching = spans.filter(({ start, end }) => start < within.end && end > within.start)
  const cuts = new Set([within.start, within.end])
  for (const { start, end } of touching) {
    if (start > within.start) cuts.add(start)
    if (end < within.end) cuts.add(end)
  }
  const edges = [...cuts].sort((a, b) => a - b)
  const byStart = touching.map((_, i) => i).sort((a, b) => touching[a]!.start - touching[b]!.start)
  let next = 0
  // Indices of the spans that cover the place the walk has come to, in the order of `spans`.
  let open: number[] = []
  return edges.slice(1).map((end, i) => {
    const start = edges[i]!
    open = open.filter((index) => touching[index]!.end > start)
    for (; next < byStart.length && touching[byStart[next]!]!.start < end; next++) open.push(byStart[next]!)
    open.sort((a, b) => a - b)
    return { start, end, marks: open.map((index) => touching[index]!.mark) }
  })
}

/**
 * A line of its own for each span where several cover the same words: the lane of `spans[i]` is free of every other span
 * that overlaps it. The longer of two that begin together gets the lower lane, so that what is nested lies above.
 */
export function lanesOf(spans: readonly Span[]): number[] {
  const lanes: number[] = new Array(spans.length).fill(0)
  const ends: number[] = []
  const order = spans
    .map((_, i) => i)
    .sort((a, b) => spans[a]!.start - spans[b]!.start || spans[b]!.end - spans[a]!.end)
  for (const i of order) {
    const free = ends.findIndex((end) => end <= spans[i]!.start)
    const lane = free < 0 ? ends.length : free
    lanes[i] = lane
    ends[lane] = spans[i]!.end
  }
  return lanes
}
