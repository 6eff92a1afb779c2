import { sha256 } from '../base/hash.ts'
import type { FactSheet } from '../doc/sheet.ts'

/** What a correction counts for. Independent of how the sheet's JSON was laid out. */
export function hashesOf(sheet: FactSheet): { sheetHash: string; textHash: string } {
  return { sheetHash: sha256(JSON.stringify(sheet)), textHash: sha256(sheet.article.text) }
}
