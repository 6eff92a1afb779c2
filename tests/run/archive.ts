import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type BatchOptions, type BatchResult, runBatch } from '../../src/run/batch.ts'

/** A folder of its own for a test. */
export const tempFolder = (): string => mkdtempSync(join(tmpdir(), 'factwire-'))

/** Writes files below a folder, and gives the folder. */
export function filesIn(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** A pipeline that is loaded in no time. */
export function smallPipeline(folder: string): string {
  const path = join(folder, 'small.json')
  writeFileSync(
    path,
    JSON.stringify({ name: 'small', version: '1', language: 'en', stages: ['text/paragraphs', 'text/tokens'] }),
  )
  return path
}

/** Runs in this thread. */
export function run(
  inputs: readonly string[],
  to: string,
  options: Partial<BatchOptions> & { root: string },
): Promise<BatchResult> {
  return runBatch(inputs, {
    to,
    pipeline: smallPipeline(options.root),
    sinks: ['jsonl'],
    workers: 0,
    deadlineMs: 10_000,
    version: '1.0.0',
    ...options,
  })
}

export const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').slice(0, -1)

/** Lines of JSON articles: `n` of them, each about something else. */
export function jsonArticles(n: number, from = 0): string {
  return Array.from({ length: n }, (_, i) => {
    const k = from + i
    const text = `Acme number ${k} sold ${k * 7} boats in town ${k % 13}. `.repeat(3 + (k % 5))
    return `${JSON.stringify({ id: `a${k}`, title: `Boats ${k}`, text, date: '2019-03-04' })}\n`
  }).join('')
}
