import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, describe, expect, test } from 'vitest'
import { random } from '../../src/base/mix.ts'
import { TABLES } from '../../src/sink/tables.ts'
import { ROOT } from '../house/sources.ts'
import { jsonArticles, linesOf, smallPipeline } from '../run/archive.ts'

const MAIN = join(ROOT, 'dist/cli/main.js')
const ARTICLES = 5000
const KILLS = 20

let folder: string
let input: string
let pipeline: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'factwire-dist-'))
  input = join(folder, 'in.jsonl')
  writeFileSync(input, jsonArticles(ARTICLES))
  pipeline = smallPipeline(folder)
})

function start(to: string, ...more: string[]): ChildProcess {
  const options = ['--to', join(folder, to), '--root', folder, '--pipeline', pipeline, '--quiet', ...more]
  return spawn(process.execPath, [MAIN, 'run', input, ...options], { stdio: ['ignore', 'ignore', 'pipe'] })
}

async function ended(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = ''
  child.stderr!.on('data', (chunk) => {
    stderr += String(chunk)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stderr }
}

const bytes = (to: string, file: string): Buffer => readFileSync(join(folder, to, file))

/** Every row of every table, as text, sorted. */
async function rowsOf(to: string): Promise<Record<string, string[]>> {
  const instance = await DuckDBInstance.create(join(folder, to, 'store.duckdb'), { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const rows: Record<string, string[]> = {}
  for (const { name } of [...TABLES, { name: 'copy' }]) {
    const result = await connection.runAndReadAll(`SELECT * FROM ${name}`)
    rows[name] = result
      .getRowsJson()
      .map((row) => JSON.stringify(row))
      .sort()
  }
  connection.closeSync()
  instance.closeSync()
  return rows
}

describe('a run with threads', () => {
  test('gives the same bytes with one worker and with three', async () => {
    expect((await ended(start('one', '--workers', '1', '--sink', 'jsonl,jsonl-gz,duckdb'))).code).toBe(0)
    expect((await ended(start('three', '--workers', '3', '--sink', 'jsonl,jsonl-gz,duckdb'))).code).toBe(0)
    expect(linesOf(join(folder, 'one/sheets.jsonl'))).toHaveLength(ARTICLES)
    for (const file of ['sheets.jsonl', 'sheets.jsonl.gz', 'copies.jsonl']) {
      expect(bytes('three', file).equals(bytes('one', file)), file).toBe(true)
    }
    expect(await rowsOf('three')).toEqual(await rowsOf('one'))
  })

  test('killed twenty times and taken up again, it ends as if nothing had happened', async () => {
    const next = random(11)
    const sinks = ['--workers', '2', '--sink', 'jsonl,jsonl-gz,duckdb']
    const began = performance.now()
    await ended(start('timed', ...sinks))
    const ms = performance.now() - began
    for (let killed = 0, folders = 0; killed < KILLS; folders++) {
      const to = `killed-${folders}`
      for (let code: number | null = null; code === null; ) {
        const child = start(to, ...sinks)
        const end = ended(child)
        // The last kill behind it, the run comes to its end.
        const kill = killed < KILLS ? setTimeout(() => child.kill('SIGKILL'), next() * ms) : undefined
        code = (await end).code
        clearTimeout(kill)
        if (code === null) killed++
        else expect(code).toBe(0)
      }
      for (const file of ['sheets.jsonl', 'sheets.jsonl.gz', 'copies.jsonl']) {
        expect(bytes(to, file).equals(bytes('one', file)), file).toBe(true)
      }
      expect(await rowsOf(to)).toEqual(await rowsOf('one'))
      const report = JSON.parse(bytes(to, 'report.json').toString())
      expect(report.total.articles).toBe(ARTICLES)
    }
  })

  test('interrupted, it finishes what is in flight and says how to go on', async () => {
    const child = start('stopped', '--workers', '2', '--sink', 'jsonl')
    const end = ended(child)
    const file = join(folder, 'stopped/sheets.jsonl')
    while (!existsSync(file)) await sleep(20)
    child.kill('SIGINT')
    const { code, stderr } = await end
    if (code === 130) expect(stderr).toContain('the same command goes on')
    expect([0, 130]).toContain(code)
    expect((await ended(start('stopped', '--workers', '2', '--sink', 'jsonl'))).code).toBe(0)
    expect(bytes('stopped', 'sheets.jsonl').equals(bytes('one', 'sheets.jsonl'))).toBe(true)
  })

  test('interrupted while standard input says nothing more, it does not wait for it', async () => {
    const to = join(folder, 'waiting')
    const options = ['--to', to, '--sink', 'jsonl', '--workers', '1', '--pipeline', pipeline, '--quiet']
    const child = spawn(process.execPath, [MAIN, 'run', '-', '--input-format', 'jsonl', ...options], {
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    const end = ended(child)
    child.stdin!.write(jsonArticles(3))
    while (!existsSync(join(to, '.factwire/ledger.jsonl'))) await sleep(20)
    await sleep(500)
    child.kill('SIGINT')
    expect((await end).code).toBe(130)
    expect(linesOf(join(to, 'sheets.jsonl'))).toHaveLength(3)
  })

  test('an article that hangs or kills its thread is set aside, and only that one', async () => {
    const { runBatch } = (await import(join(ROOT, 'dist/run/batch.js'))) as typeof import('../../src/run/batch.ts')
    const thread = join(folder, 'thread.mjs')
    writeFileSync(
      thread,
      `import { serve } from ${JSON.stringify(join(ROOT, 'dist/run/worker.js'))}
       await serve((work) => (task) => {
         if (task.article.id === 'a40') for (;;);
         if (task.article.id === 'a60') process.exit(3)
         if (task.article.id === 'a80') { const hold = []; for (;;) hold.push(new Array(1e6).fill(hold.length)) }
         return work(task)
       })`,
    )
    const short = join(folder, 'short.jsonl')
    writeFileSync(short, jsonArticles(120))
    const { pathToFileURL } = await import('node:url')
    const result = await runBatch([short], {
      to: join(folder, 'hung'),
      root: folder,
      pipeline,
      sinks: ['jsonl'],
      workers: 2,
      deadlineMs: 1500,
      version: '1.0.0',
      thread: pathToFileURL(thread),
    })
    expect(result.failures.map(({ place, kind }) => [place, kind])).toEqual([
      ['short.jsonl, line 41', 'Deadline'],
      ['short.jsonl, line 61', 'Crash'],
      ['short.jsonl, line 81', expect.stringMatching(/Crash|Deadline/)],
    ])
    expect(result.run.written).toBe(117)
  })

  test('a full disk stops the run with exit code 3; with room again, it goes on', async (context) => {
    const small = join(folder, 'small')
    mkdirSync(small)
    const mounted = await ended(
      spawn('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small], { stdio: ['ignore', 'ignore', 'pipe'] }),
    )
    if (mounted.code !== 0) return context.skip()
    try {
      const full = await ended(start('small', '--workers', '1', '--sink', 'jsonl'))
      expect([full.code, full.stderr]).toEqual([3, expect.stringContaining('ENOSPC')])
      await ended(spawn('mount', ['-o', 'remount,size=64m', small], { stdio: ['ignore', 'ignore', 'pipe'] }))
      expect((await ended(start('small', '--workers', '1', '--sink', 'jsonl'))).code).toBe(0)
      expect(bytes('small', 'sheets.jsonl').equals(bytes('one', 'sheets.jsonl'))).toBe(true)
    } finally {
      await ended(spawn('umount', [small], { stdio: ['ignore', 'ignore', 'pipe'] }))
    }
  })
})

test('a store is asked, counted and compared from the command line', async () => {
  const call = async (...args: string[]) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    child.stdout!.on('data', (chunk) => {
      out += String(chunk)
    })
    const { code, stderr } = await ended(child)
    return { code, out, stderr }
  }
  const [one, three] = [join(folder, 'one'), join(folder, 'three')]
  const asked = await call('query', 'SELECT count(*) AS articles FROM article', '--store', one, '--format', 'jsonl')
  expect([asked.code, asked.out]).toEqual([0, `{"articles":"${ARTICLES}"}\n`])
  const wrong = await call('query', 'SELEC', '--store', one)
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Expected a query')])
  expect((await call('stats', one)).out).toMatch(/article +5000/)
  const page = join(folder, 'stats.html')
  expect((await call('stats', one, '--format', 'html', '--output', page)).code).toBe(0)
  expect(readFileSync(page, 'utf8')).toContain('<svg')
  expect((await call('diff', one, three)).out).toContain(`${ARTICLES} articles in both, 0 only in the first`)
})
