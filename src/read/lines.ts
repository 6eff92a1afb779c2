import type { Span } from '../doc/span.ts'

const LINE = /[^\r\n\u0085\u2028\u2029]+/g

/** The lines of a stretch of text that are not empty, trimmed; `gap` says whether an empty line stands before it. */
export interface Line extends Span {
  text: string
  gap: boolean
}

/** Lines as spans of the whole text. A byte order mark counts as white space. */
export function linesOf(text: string, from = 0): Line[] {
  const lines: Line[] = []
  let end = from
  for (const { 0: raw, index } of text.slice(from).matchAll(LINE)) {
    const trimmed = raw.trim()
    if (trimmed === '') continue
    const start = from + index + raw.indexOf(trimmed)
    const breaks = text.slice(end, start).match(/\r\n|[\r\n\u0085\u2028\u2029]/g)?.length ?? 0
    lines.push({ start, end: start + trimmed.length, text: trimmed, gap: breaks > 1 })
    end = start + trimmed.length
  }
  return lines
}
