// Speed and memory of whole runs over an archive.
//
//   npm run build && node tests/bench/archive.mjs ARCHIVE.jsonl[.gz] [--articles 2000] [--workers 1,2] [--sink jsonl,duckdb] [--pipeline news]
//
// Takes so many articles of a file of JSON lines, over and over with ids of their own until there are enough, and runs them with each
// number of workers. Prints tokens a second, how many times as fast as the first, the peak of memory, and processor time.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeArchive } from './write-archive.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '2000' },
    workers: { type: 'string', default: '1,2' },
    sink: { type: 'string', default: 'jsonl,duckdb' },
    pipeline: { type: 'string', default: 'news' },
  },
})
const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'factwire-bench-'))
const input = join(folder, 'in.jsonl')
const wanted = Number(options.articles)
writeArchive(positionals[0], input, wanted)

let first
for (const workers of options.workers.split(',')) {
  const to = join(folder, `out-${workers}`)
  const call = [
    'run',
    input,
    '--to',
    to,
    '--root',
    folder,
    '--sink',
    options.sink,
    '--pipeline',
    options.pipeline,
    '--workers',
    workers,
    '--quiet',
  ]
  const { status, stderr } = spawnSync(process.execPath, [main, ...call], { encoding: 'utf8' })
  if (status !== 0 && status !== 1) throw new Error(stderr)
  const { run, total } = JSON.parse(readFileSync(join(to, 'report.json'), 'utf8'))
  first ??= run.tokensPerSecond
  console.log(
    `${workers} workers: ${total.articles} articles, ${total.tokens} tokens, ${total.setAside} set aside; ${run.seconds} s, ` +
      `${run.tokensPerSecond} tokens/s (${(run.tokensPerSecond / first).toFixed(2)} times), peak memory ${run.peakMemoryMb} MB${childSeconds()}`,
  )
  rmSync(to, { recursive: true })
}
rmSync(folder, { recursive: true })

/** Node does not tell the processor time of its children; Linux does. */
function childSeconds() {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
    const seconds = (Number(fields[13]) + Number(fields[14])) / 100
    return `, processor time so far ${seconds.toFixed(0)} s`
  } catch {
    return ''
  }
}
