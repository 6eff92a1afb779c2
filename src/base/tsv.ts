import { SetupError } from './errors.ts'

/**
 * Rows of a tab-separated table: `#` lines and empty lines are comments, the first other line names the columns.
 *
 * Throws a SetupError with the line's number when a row has another number of cells than the header.
 */
export function parseTsv(text: string, file: string): Record<string, string>[] {
  const rows: Record<string, string>[] = []
  let header: string[] | undefined
  const lines = text.split(/\r?\n/)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (line === '' || line.startsWith('#')) continue
    const cells = line.split('\t')
    if (!header) {
      header = cells
      continue
    }
    if (cells.length !== header.length) {
      throw new SetupError(`Expected ${header.length} cells, got ${cells.length} (${file}, line ${i + 1})`)
    }
    rows.push(Object.fromEntries(header.map((name, column) => [name, cells[column]!])))
  }
  return rows
}
