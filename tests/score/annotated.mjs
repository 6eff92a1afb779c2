import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runScorer } from './child.mjs'

export const rowsOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))

/** Runs `factwire annotate` over rows of `{id, text, published?}` and gives its rows, in the same order. */
export function annotated(rows, layers, { root, work, pipeline, name }) {
  const input = join(work, `${name}.jsonl`)
  const output = join(work, `${name}.layers.jsonl`)
  const plain = rows.map(({ id, text, published }) => JSON.stringify({ id, text, ...(published && { published }) }))
  writeFileSync(input, `${plain.join('\n')}\n`)
  runScorer(join(root, 'dist/cli/main.js'), [
    'annotate',
    input,
    '--layers',
    layers,
    '--pipeline',
    pipeline,
    '-o',
    output,
  ])
  return rowsOf(output)
}

/** Writes rows as JSONL and gives the path. */
export function written(rows, { work, name }) {
  const file = join(work, `${name}.pred.jsonl`)
  writeFileSync(file, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`)
  return file
}
