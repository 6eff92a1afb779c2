import type { Span } from '../doc/span.ts'

const LINE = /[^\r\n\u0085\u2028\u2029]+/g

/** Typewriters and wires wrap lines at 60 to 80 characters; a longer line is a paragraph of its own. */
const MAX_WIDTH = 100
/** So many wrapped lines show that a text is wrapped. */
const ENOUGH = 4
/** A line is full when the next word would have made it wider than the others are, give or take this much. */
const SLACK = 4

interface Line extends Span {
  /** Does it begin at the margin, directly under the line before? */
  goesOn: boolean
}

/** The paragraphs of a stretch of text: its lines, or, where lines are wrapped, the runs of full lines and their ends. */
export function paragraphsOf(text: string, block: Span): Span[] {
  const lines = linesOf(text, block)
  const width = wrapWidth(text, lines)
  const found: Span[] = []
  lines.forEach((line, i) => {
    const before = found.at(-1)
    if (width !== undefined && before && line.goesOn && isFull(text, lines[i - 1]!, line, width)) before.end = line.end
    else found.push({ start: line.start, end: line.end })
  })
  return found
}

function linesOf(text: string, { start: from, end: to }: Span): Line[] {
  const lines: Line[] = []
  let last = -1
  for (const { 0: raw, index } of text.slice(from, to).matchAll(LINE)) {
    const trimmed = raw.trim()
    if (trimmed === '') continue
    const begin = from + index
    const start = begin + raw.indexOf(trimmed)
    const gap = last < 0 ? '' : text.slice(last, begin)
    const oneBreak = /^[ \t]*(?:\r\n|[\r\n\u0085\u2028\u2029])$/.test(gap)
    lines.push({ start, end: start + trimmed.length, goesOn: oneBreak && start === begin })
    last = start + trimmed.length
  }
  return lines
}

/** The width to which lines are wrapped: the widest line, when enough of the lines that go on are full. */
function wrapWidth(text: string, lines: readonly Line[]): number | undefined {
  let width = 0
  let going = 0
  for (let i = 1; i < lines.length; i++) {
    if (!lines[i]!.goesOn) continue
    going++
    width = Math.max(width, lines[i - 1]!.end - lines[i - 1]!.start)
  }
  if (going < ENOUGH || width > MAX_WIDTH) return undefined
  let full = 0
  for (let i = 1; i < lines.length; i++) if (lines[i]!.goesOn && isFull(text, lines[i - 1]!, lines[i]!, width)) full++
  return full >= ENOUGH && full * 2 >= going ? width : undefined
}

function isFull(text: string, line: Span, next: Span, width: number): boolean {
  const word = /^\S+/.exec(text.slice(next.start, Math.min(next.end, next.start + MAX_WIDTH)))?.[0] ?? ''
  return line.end - line.start + 1 + word.length > width - SLACK
}
