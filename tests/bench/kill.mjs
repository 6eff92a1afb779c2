// Whole runs that are killed, run out of disk or meet a store that is locked, and are then taken up again.
//
//   npm run build && node tests/bench/kill.mjs ARCHIVE.jsonl[.gz] [--articles 5000] [--kills 20] [--seed 1] [--pipeline P] [--workers 2]
//
// An undisturbed run first. Then the same run is ended by SIGKILL at random moments until there were so many, the same command each
// time; a folder that comes to its end is compared with the undisturbed one, JSONL byte for byte and the store row for row, and
// the next folder is begun. Then a small file system (tmpfs, where one may mount it) that is full at several sizes, and a store
// that another process holds while an interrupted run goes on. Without --pipeline one that only cuts text into tokens: what
// is tested is what lies around it.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { random } from '../../dist/base/mix.js'
import { COPY_TABLE, TABLES } from '../../dist/sink/tables.js'
import { writeArchive } from './write-archive.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    pipeline: { type: 'string' },
  },
})
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const SINKS = 'jsonl,jsonl-gz,duckdb'
const FILES = ['sheets.jsonl', 'sheets.jsonl.gz', 'copies.jsonl']
/** Where gzip is cut into members depends on where a run was interrupted: what is in them does not. */
const contentOf = (path) => (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path))
const DISK_SHARES = [0.15, 0.4, 0.6, 0.8, 0.97]

const folder = mkdtempSync(join(tmpdir(), 'factwire-kill-'))
const input = join(folder, 'in.jsonl')
const small = join(folder, 'small.json')
const next = random(Number(options.seed))
let wrong = 0

writeArchive(positionals[0], input, Number(options.articles))
writeFileSync(
  small,
  JSON.stringify({ name: 'small', version: '1', language: 'en', stages: ['text/paragraphs', 'text/tokens'] }),
)

const WHOLE = join(folder, 'whole')
const began = performance.now()
const whole = await ended(start(WHOLE))
const seconds = (performance.now() - began) / 1000
if (whole.code !== 0) throw new Error(whole.stderr)
const { total } = reportOf(WHOLE)
console.log(`undisturbed: ${total.articles} articles, ${total.tokens} tokens, ${seconds.toFixed(1)} s`)

try {
  await kill(Number(options.kills))
  await fillDisk()
  await lockStore()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(wrong === 0 ? 'every run ended like the undisturbed one' : `${wrong} differences`)
process.exitCode = wrong === 0 ? 0 : 1

async function kill(kills) {
  let killed = 0
  const moments = []
  for (let round = 0; killed < kills; round++) {
    const to = join(folder, `killed-${round}`)
    for (let done = false; !done; ) {
      const child = start(to)
      const end = ended(child)
      const wait = killed < kills ? next() * seconds * 1000 : 1e9
      const first = await Promise.race([end, sleep(wait, undefined, { ref: false })])
      if (first === undefined) {
        child.kill('SIGKILL')
        await end
        killed++
        moments.push(Math.round(wait))
      } else {
        if (first.code !== 0) told(to, [`ended with ${first.code}: ${first.stderr}`])
        done = true
      }
    }
    told(`folder ${round + 1}`, await differences(to))
    rmSync(to, { recursive: true })
  }
  console.log(`killed ${killed} times, after ${moments.join(', ')} ms`)
}

async function fillDisk() {
  const needed = spawnSync('du', ['-sk', WHOLE], { encoding: 'utf8' }).stdout.split('\t')[0]
  for (const share of DISK_SHARES) {
    const to = join(folder, 'small')
    mkdirSync(to, { recursive: true })
    const size = Math.round(needed * share)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', to]).status !== 0) {
      return console.log('full disk: skipped, this user may not mount a tmpfs')
    }
    try {
      const full = await ended(start(to))
      console.log(`disk of ${size} KiB: ended with ${full.code}; ${full.stderr.trim().split('\n')[0]}`)
      if (full.code !== 3) told(`disk of ${size} KiB`, [`expected exit code 3, got ${full.code}`])
      spawnSync('mount', ['-o', `remount,size=${needed * 4}k`, to])
      const again = await ended(start(to))
      told(
        `disk of ${size} KiB`,
        again.code === 0 ? await differences(to) : [`ended with ${again.code}: ${again.stderr}`],
      )
    } finally {
      spawnSync('umount', [to])
    }
  }
}

async function lockStore() {
  const to = join(folder, 'locked')
  const begun = start(to)
  const stopped = ended(begun)
  const path = join(to, 'store.duckdb')
  // there it has begun to write, and what is in flight will be committed
  while (begun.exitCode === null && !existsSync(path)) await sleep(20)
  begun.kill('SIGINT')
  if ((await stopped).code !== 130) return console.log('locked store: skipped, the run was over before it was stopped')
  const holder = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { DuckDBInstance } from ${JSON.stringify(import.meta.resolve('@duckdb/node-api'))}
     const instance = await DuckDBInstance.create(${JSON.stringify(path)})
     const connection = await instance.connect()
     await connection.run('SELECT 1')
     console.log('held')
     setInterval(() => {}, 1000)`,
  ])
  await once(holder.stdout, 'data')
  const refused = await ended(start(to))
  console.log(`locked store: ended with ${refused.code}; ${refused.stderr.trim().split('\n')[0]}`)
  if (refused.code !== 3) told('locked store', [`expected exit code 3, got ${refused.code}`])
  holder.kill('SIGKILL')
  await once(holder, 'close')
  const again = await ended(start(to))
  told('locked store', again.code === 0 ? await differences(to) : [`ended with ${again.code}: ${again.stderr}`])
}

function start(to) {
  const pipeline = options.pipeline ?? small
  const call = ['run', input, '--to', to, '--root', folder, '--sink', SINKS, '--pipeline', pipeline]
  return spawn(process.execPath, [MAIN, ...call, '--workers', options.workers, '--quiet'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

async function ended(child) {
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk)
  })
  const [code] = await once(child, 'close')
  return { code, stderr }
}

function told(what, found) {
  wrong += found.length
  console.log(`${what}: ${found.length === 0 ? 'like the undisturbed run' : found.join('; ')}`)
}

/** What is not as in the undisturbed run. */
async function differences(to) {
  const found = FILES.filter((file) => !contentOf(join(to, file)).equals(contentOf(join(WHOLE, file)))).map(
    (file) => `${file} has ${statSync(join(to, file)).size} bytes, not ${statSync(join(WHOLE, file)).size}, or others`,
  )
  if (JSON.stringify(reportOf(to).total) !== JSON.stringify(total)) found.push('report.json counts otherwise')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const [name, path] of [
    ['one', WHOLE],
    ['two', to],
  ]) {
    await connection.run(`ATTACH '${join(path, 'store.duckdb')}' AS ${name} (READ_ONLY)`)
  }
  for (const { name } of [...TABLES, COPY_TABLE]) {
    const rows = (store) => `SELECT COLUMNS(*)::VARCHAR FROM ${store}.${name}`
    const only = (a, b) => `SELECT count(*) FROM (${rows(a)} EXCEPT ALL ${rows(b)})`
    const counts = await connection.runAndReadAll(`SELECT (${only('one', 'two')}), (${only('two', 'one')})`)
    const [lost, added] = counts.getRows()[0].map(Number)
    if (lost > 0 || added > 0) found.push(`table ${name}: ${lost} rows lost, ${added} added`)
  }
  connection.closeSync()
  instance.closeSync()
  return found
}

function reportOf(to) {
  return JSON.parse(readFileSync(join(to, 'report.json'), 'utf8'))
}
