/** Telegraphs and old files end a line about here. */
const MIN_WIDTH = 40
const MAX_WIDTH = 90

/**
 * Text that was broken into lines of one width, with its lines joined again: a line end in the middle of a paragraph
 * becomes a blank, one character for one, so that offsets stay. An empty line or an indented one begins a paragraph.
 * Text that is not broken so comes back as it is.
 */
export function unwrap(text: string): string {
  const lines = text.split('\n')
  if (lines.length < 3 || !isWrapped(lines)) return text
  let joined = lines[0]!
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!
    const begins = line.trim() === '' || /^\s/.test(line) || lines[i - 1]!.trim() === ''
    joined += (begins ? '\n' : ' ') + line
  }
  return joined
}

/** Most line ends stand in the middle of a paragraph, behind a full line. */
function isWrapped(lines: readonly string[]): boolean {
  let inside = 0
  let full = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!.trimEnd()
    const next = lines[i + 1]!
    if (line === '' || next.trim() === '' || /^\s/.test(next)) continue
    inside++
    if (line.length >= MIN_WIDTH && line.length <= MAX_WIDTH) full++
  }
  return inside >= 2 && full >= inside * 0.8
}
