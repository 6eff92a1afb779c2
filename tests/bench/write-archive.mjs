import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** So many articles of a file of JSON lines, over and over with ids of their own until there are enough. */
export function writeArchive(source, target, count) {
  const bytes = readFileSync(source)
  const lines = (source.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
  const file = openSync(target, 'w')
  for (let i = 0; i < count; i++) {
    const article = JSON.parse(lines[i % lines.length])
    writeSync(file, `${JSON.stringify({ ...article, id: `${article.id}-${Math.floor(i / lines.length)}` })}\n`)
  }
  closeSync(file)
}
