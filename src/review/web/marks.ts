import type { FactSheet } from '../../doc/sheet.ts'
import { bySpan, type Span } from '../../doc/span.ts'
import { lanesOf, type Marked, type Segment, segmentsOf } from '../../sheet/highlight.ts'

/** What is underlined: a mention or a value, in its lane. */
export interface Mark {
  kind: 'entity' | 'value'
  id: string
  css: string
  lane: number
}

export interface Paragraph extends Span {
  zone: string
  segments: Segment<Mark>[]
}

/** A longer line is shown in pieces, so that the browser lays out only what is seen. */
const MAX_PIECE = 8_000
const MAX_LANE = 3

/** The article in paragraphs, each cut wherever anything begins or ends. Text in no sentence is not shown. */
export function paragraphsOf(sheet: FactSheet): Paragraph[] {
  const all = marksOf(sheet)
  // Cuts without an underline: evidence and text arguments are lit by segment.
  const cuts = sheet.facts
    .flatMap((fact) => [...fact.evidence, ...fact.arguments.flatMap((one) => ('text' in one ? [one] : []))])
    .map(({ start, end }) => ({ start, end, mark: undefined }))
  const spans: Marked<Mark | undefined>[] = [...all, ...cuts].sort(bySpan)
  const paragraphs = stretchesOf(sheet).map(({ start, end, zone }) => ({ start, end, zone }))
  let from = 0
  return paragraphs.map((paragraph) => {
    while (from < spans.length && reach(spans, from) <= paragraph.start) from++
    const near: Marked<Mark | undefined>[] = []
    for (let i = from; i < spans.length && spans[i]!.start < paragraph.end; i++) near.push(spans[i]!)
    const segments = segmentsOf(paragraph, near).map(({ start, end, marks }) => ({
      start,
      end,
      marks: marks.filter((mark) => mark !== undefined).sort((a, b) => a.lane - b.lane),
    }))
    return { ...paragraph, segments }
  })
}

/** Evidence may run over paragraphs; what starts early and ends late must still be seen. */
function reach(spans: readonly Span[], i: number): number {
  return spans[i]!.end
}

function marksOf({ entities, values }: FactSheet): Marked<Mark>[] {
  const marked: (Span & { mark: Omit<Mark, 'lane'> })[] = [
    ...entities.flatMap(({ id, type, mentions }) =>
      mentions.map(({ start, end, kind }) => ({
        start,
        end,
        mark: { kind: 'entity' as const, id, css: `${type} ${kind}` },
      })),
    ),
    ...values.map(({ id, start, end }) => ({ start, end, mark: { kind: 'value' as const, id, css: 'value' } })),
  ]
  const lanes = lanesOf(marked)
  return marked.map(({ start, end, mark }, i) => ({
    start,
    end,
    mark: { ...mark, lane: Math.min(lanes[i]!, MAX_LANE) },
  }))
}

/** Paragraphs by their sentences; a sheet without sentences is one stretch. */
function stretchesOf({ article, sentences }: FactSheet): (Span & { zone: string })[] {
  const stretches: (Span & { zone: string; paragraph: number })[] = []
  for (const { start, end, paragraph, zone } of sentences) {
    const last = stretches.at(-1)
    if (last?.paragraph === paragraph && end - last.start <= MAX_PIECE) last.end = end
    else stretches.push({ start, end, zone, paragraph })
  }
  if (stretches.length === 0) stretches.push({ start: 0, end: article.text.length, zone: 'body', paragraph: 0 })
  return stretches.flatMap(({ start, end, zone }) => {
    const pieces: (Span & { zone: string })[] = []
    for (let at = start; at < end; ) {
      const stop = pieceEnd(article.text, at, end)
      pieces.push({ start: at, end: stop, zone })
      at = stop
    }
    return pieces
  })
}

/** Never between the halves of a character beyond the basic plane. */
function pieceEnd(text: string, from: number, end: number): number {
  const stop = from + MAX_PIECE
  if (stop >= end) return end
  const low = text.charCodeAt(stop)
  return low >= 0xdc00 && low <= 0xdfff ? stop - 1 : stop
}
