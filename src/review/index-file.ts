import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { makeFolder } from '../base/folder.ts'
import type { SheetFile, SheetFiles } from './sheet-files.ts'
import { indexSheets, type SheetIndex } from './sheet-index.ts'

/** Another number where the index has another shape. */
const FORMAT = 1

interface Kept {
  format: number
  files: readonly SheetFile[]
  index: SheetIndex
}

/**
 * The index of the sheets, kept in `.factwire/desk-index` of their folder: reading every sheet again takes a minute for a
 * gigabyte, reading the index a second. It is made anew when any file is another, larger or newer one; a folder that
 * cannot be written to does without.
 */
export function openIndex(files: SheetFiles, progress?: (read: number) => void): SheetIndex {
  const path = join(files.root, '.factwire', 'desk-index')
  const kept = files.folder ? readKept(path) : undefined
  if (kept?.format === FORMAT && sameFiles(kept.files, files.files)) return kept.index
  const index = indexSheets(files, progress)
  if (files.folder) keep(path, { format: FORMAT, files: files.files, index })
  return index
}

function readKept(path: string): Kept | undefined {
  try {
    return deserialize(readFileSync(path))
  } catch {
    return undefined
  }
}

function keep(path: string, kept: Kept): void {
  try {
    makeFolder(dirname(path))
    writeFileSync(`${path}.tmp`, serialize(kept))
    renameSync(`${path}.tmp`, path)
  } catch {
    // It only saves time.
  }
}

function sameFiles(a: readonly SheetFile[], b: readonly SheetFile[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ path, size, modifiedMs }, i) => {
      const other = b[i]!
      return path === other.path && size === other.size && modifiedMs === other.modifiedMs
    })
  )
}
