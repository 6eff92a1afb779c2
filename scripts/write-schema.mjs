// Writes the JSON Schema of a fact sheet beside the built library. Runs as the last step of `npm run build`.
import { writeFileSync } from 'node:fs'
import { sheetJsonSchema } from '../dist/sheet/json-schema.js'

writeFileSync(
  new URL('../dist/fact-sheet.schema.json', import.meta.url),
  `${JSON.stringify(sheetJsonSchema(), null, 2)}\n`,
)
