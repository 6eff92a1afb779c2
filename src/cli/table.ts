/** Rows as a table of text; numbers to the right, long cells cut at `width`. */
export function textTable(columns: readonly string[], rows: readonly (readonly unknown[])[], width = 60): string {
  const cells = rows.map((row) => row.map((cell) => shown(cell, width)))
  const widths = columns.map((name, i) => Math.max(name.length, ...cells.map((row) => row[i]!.length), 1))
  const right = columns.map(
    (_, i) => rows.length > 0 && rows.every((row) => row[i] === null || typeof row[i] === 'number'),
  )
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (right[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd()
  return [line(columns), line(widths.map((n) => '-'.repeat(n))), ...cells.map(line)].map((text) => `${text}\n`).join('')
}

function shown(cell: unknown, width: number): string {
  if (cell === null || cell === undefined) return ''
  const text = (typeof cell === 'object' ? JSON.stringify(cell) : String(cell)).replace(/\s+/g, ' ')
  return text.length > width ? `${text.slice(0, width - 1)}…` : text
}
