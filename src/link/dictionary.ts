import { SetupError } from '../base/errors.ts'
import { EntityType } from '../doc/entity.ts'
import type { Known } from './kb-file.ts'

/**
 * A dictionary of one's own: CSV with the columns `name`, `type`, `id` and, where wanted, `aliases` (parted by `|`),
 * `subtype`, `kb`, `country`, `weight`; or JSON lines with the same fields, `aliases` a list.
 *
 * Throws a SetupError that names the line of a row that has no name, no id or an unknown type.
 */
export function readDictionary(text: string, file: string): Known[] {
  const rows = file.endsWith('.jsonl') ? jsonRows(text, file) : csvRows(text)
  return rows.map(({ line, row }) => {
    const place = `${file}, line ${line}`
    const type = EntityType.safeParse(row.type)
    if (!type.success)
      throw new SetupError(`Expected a type of ${EntityType.options.join(', ')}, got \`${row.type}\` (${place})`)
    if (!row.name || !row.id) throw new SetupError(`Expected a name and an id (${place})`)
    return {
      kb: row.kb || 'own',
      id: row.id,
      name: row.name,
      aliases: (row.aliases ?? '').split('|').filter((alias) => alias !== ''),
      type: type.data,
      ...(row.subtype && { subtype: row.subtype }),
      country: row.country ?? '',
      weight: Number(row.weight ?? 0) || 0,
    }
  })
}

interface Row {
  line: number
  row: Record<string, string>
}

function jsonRows(text: string, file: string): Row[] {
  return text.split(/\r?\n/).flatMap((json, i) => {
    if (json.trim() === '') return []
    let row: Record<string, unknown>
    try {
      row = JSON.parse(json) as Record<string, unknown>
    } catch (cause) {
      throw new SetupError(`Expected JSON: ${(cause as Error).message} (${file}, line ${i + 1})`, { cause })
    }
    const cells = Object.entries(row).map(([key, cell]) => [
      key,
      Array.isArray(cell) ? cell.join('|') : String(cell ?? ''),
    ])
    return [{ line: i + 1, row: Object.fromEntries(cells) as Record<string, string> }]
  })
}

function csvRows(text: string): Row[] {
  const lines = csvCells(text.replace(/^\uFEFF/, ''))
  const header = lines[0]?.cells ?? []
  return lines.slice(1).map(({ line, cells }) => ({
    line,
    row: Object.fromEntries(header.map((name, k) => [name.trim(), cells[k] ?? ''])),
  }))
}

/** The cells of CSV by RFC 4180: quotes, doubled quotes and line ends inside them; empty lines are left out. */
export function csvCells(text: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let start = 1
  const endRow = () => {
    cells.push(cell)
    if (cells.length > 1 || cell !== '') rows.push({ line: start, cells })
    cells = []
    cell = ''
    start = line
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (char === '\n') line++
    if (isQuoted) {
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') cell += text[i++]
      else isQuoted = false
    } else if (char === '"' && cell === '') isQuoted = true
    else if (char === ',') {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') endRow()
    else if (char !== '\r') cell += char
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}
