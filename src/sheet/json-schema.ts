import { z } from 'zod'
import { FactSheet } from '../doc/sheet.ts'

/** The contract as JSON Schema (draft 2020-12), derived from the zod schema. */
export function sheetJsonSchema(): object {
  return {
    $id: 'factwire/fact-sheet.schema.json',
    title: 'Fact sheet, version 1',
    ...z.toJSONSchema(FactSheet),
  }
}
