import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { FactSheet } from '../../src/doc/sheet.ts'
import { verifySheet } from '../../src/sheet/verify.ts'
import { filesIn, jsonArticles, linesOf, run, tempFolder } from './archive.ts'

const sheetsOf = (folder: string) =>
  linesOf(join(folder, 'sheets.jsonl')).map((line) => FactSheet.parse(JSON.parse(line)))
const idsOf = (folder: string) => sheetsOf(folder).map(({ article }) => article.id)

test('files, folders, patterns and archives give their sheets in the order of the input, all of them sound', async () => {
  const root = filesIn(tempFolder(), {
    'in/b.txt': 'Rain fell in Ames.\n',
    'in/a.jsonl': jsonArticles(3),
    'in/c/d.jsonl.gz': gzipSync(jsonArticles(2, 10)),
    'in/photo.png': 'no text',
    'in/.hidden.txt': 'Not to be seen.',
  })
  const passed: string[] = []
  const result = await run([join(root, 'in')], join(root, 'out'), { root, passedOver: (uri) => passed.push(uri) })
  expect(idsOf(join(root, 'out'))).toEqual(['a0', 'a1', 'a2', 'b', 'a10', 'a11'])
  expect(sheetsOf(join(root, 'out')).flatMap(verifySheet)).toEqual([])
  expect(result).toMatchObject({ stopped: false, failures: [], total: { articles: 6 }, run: { written: 6 } })
  expect(passed).toEqual(['in/photo.png'])
  await run([join(root, 'in/**/*.txt')], join(root, 'glob'), { root })
  expect(idsOf(join(root, 'glob'))).toEqual(['b'])
  await expect(run([join(root, 'nowhere/*.txt')], join(root, 'none'), { root })).rejects.toThrow('nowhere/*.txt')
})

test('what cannot be read is set aside with its place and its reason, and the others go on', async () => {
  const root = filesIn(tempFolder(), {
    'a.jsonl': `${jsonArticles(1)}{"id": "x"\n[1]\n{"id": "empty"}\n${jsonArticles(1, 1)}`,
    'b.txt': Buffer.from([0, 1, 2]),
    'c.jsonl.gz': gzipSync(jsonArticles(3, 5)).subarray(0, 100),
    'd.txt': 'Rain fell.',
  })
  const inputs = ['a.jsonl', 'b.txt', 'c.jsonl.gz', 'd.txt'].map((name) => join(root, name))
  const result = await run(inputs, join(root, 'out'), { root })
  expect(idsOf(join(root, 'out'))).toEqual(['a0', 'a1', 'd'])
  expect(result.failures.map(({ place, reason }) => [place, reason])).toEqual([
    ['a.jsonl, line 2', expect.stringContaining('Expected JSON')],
    ['a.jsonl, line 3', expect.stringContaining('Expected an object')],
    ['a.jsonl, line 4', expect.stringContaining('Expected a field with the text')],
    ['b.txt', expect.stringContaining('got a NUL')],
    ['c.jsonl.gz', expect.stringContaining('the file ends too early')],
  ])
})

test('a second run does nothing; what is new or changed is done, what is changed is replaced', async () => {
  const root = filesIn(tempFolder(), { 'a.jsonl': jsonArticles(5) })
  const to = join(root, 'out')
  const inputs = [join(root, 'a.jsonl')]
  await run(inputs, to, { root, sinks: ['jsonl', 'jsonl-gz', 'json'] })
  const before = readFileSync(join(to, 'sheets.jsonl'), 'utf8')
  const second = await run(inputs, to, { root, sinks: ['jsonl', 'jsonl-gz', 'json'] })
  expect(second.run).toMatchObject({ written: 0, passedOver: 5 })
  expect(readFileSync(join(to, 'sheets.jsonl'), 'utf8')).toBe(before)

  const changed = JSON.stringify({ id: 'a2', text: 'Globex sank.' })
  const lines = jsonArticles(5).split('\n')
  writeFileSync(
    join(root, 'a.jsonl'),
    [...lines.slice(0, 2), changed, ...lines.slice(3, 5), ''].join('\n') + jsonArticles(1, 9),
  )
  const third = await run(inputs, to, { root, sinks: ['jsonl', 'jsonl-gz', 'json'] })
  expect(third.run).toMatchObject({ written: 2, passedOver: 4 })
  expect(idsOf(to)).toEqual(['a0', 'a1', 'a3', 'a4', 'a2', 'a9'])
  expect(sheetsOf(to)[4]!.article.text).toBe('Globex sank.')
  expect(gunzipSync(readFileSync(join(to, 'sheets.jsonl.gz'))).toString()).toBe(
    readFileSync(join(to, 'sheets.jsonl'), 'utf8'),
  )
  expect(JSON.parse(readFileSync(join(to, 'sheets/a2.json'), 'utf8')).article.text).toBe('Globex sank.')

  const fourth = await run(inputs, to, { root, sinks: ['jsonl', 'jsonl-gz', 'json'], version: '2.0.0' })
  expect(fourth.run).toMatchObject({ written: 6, passedOver: 0 })
  const stages = ['text/paragraphs', 'text/tokens', 'text/sentences']
  const other = { name: 'other', version: '1', language: 'en', stages }
  filesIn(root, { 'other.json': JSON.stringify(other) })
  const fifth = await run(inputs, to, {
    root,
    sinks: ['jsonl', 'jsonl-gz', 'json'],
    version: '2.0.0',
    pipeline: join(root, 'other.json'),
  })
  expect(fifth.run).toMatchObject({ written: 6, passedOver: 0 })
  expect(idsOf(to)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a9'])
})

test('no article takes the id of another: the later one is renamed, and says so', async () => {
  const root = filesIn(tempFolder(), {
    'a/page.txt': 'Rain fell.',
    'b/page.txt': 'Snow fell.',
    'c.jsonl': '{"id": "page", "text": "Hail fell."}\n{"id": "page", "text": "Sleet fell."}\n',
  })
  const inputs = [join(root, 'a'), join(root, 'b'), join(root, 'c.jsonl')]
  await run(inputs, join(root, 'out'), { root })
  const sheets = sheetsOf(join(root, 'out'))
  expect(sheets.map(({ article }) => article.text)).toEqual(['Rain fell.', 'Snow fell.', 'Hail fell.', 'Sleet fell.'])
  expect(new Set(sheets.map(({ article }) => article.id)).size).toBe(4)
  expect(sheets[1]!.article.id).toMatch(/^page~[0-9a-f]{8}$/)
  expect(sheets[1]!.notices).toEqual([{ code: 'article/id-taken', detail: 'page' }])
  const again = await run(inputs, join(root, 'out'), { root })
  expect(again.run.written).toBe(0)
})

test('what failed is not tried again, unless asked for or changed', async () => {
  const root = filesIn(tempFolder(), { 'in/a.txt': Buffer.from([0]), 'in/b.txt': 'Rain fell.' })
  const to = join(root, 'out')
  expect((await run([join(root, 'in')], to, { root })).run).toMatchObject({ written: 1, failed: 1 })
  expect((await run([join(root, 'in')], to, { root })).run).toMatchObject({ written: 0, failed: 0, passedOver: 2 })
  expect((await run([join(root, 'in')], to, { root, retryFailed: true })).run).toMatchObject({
    failed: 1,
    passedOver: 1,
  })
  filesIn(root, { 'in/a.txt': 'Snow fell.' })
  const mended = await run([join(root, 'in')], to, { root })
  expect([mended.run.written, mended.failures]).toEqual([1, []])
})

test('near copies are marked, not dropped', async () => {
  const story = 'Acme Corp said on Monday it would buy Globex for $5 million, its largest deal so far. '.repeat(1)
  const words = Array.from({ length: 80 }, (_, i) => `word${i}`).join(' ')
  const root = filesIn(tempFolder(), {
    'a.txt': `${story}${words}`,
    'b.txt': `${story.toUpperCase()}${words} (Agencies)`,
    'c.txt': 'Rain fell in Ames on Tuesday, and the river rose above its banks for the first time in ten years.',
  })
  const result = await run(
    ['a', 'b', 'c'].map((name) => join(root, `${name}.txt`)),
    join(root, 'out'),
    { root },
  )
  expect(result.total).toMatchObject({ articles: 3, copies: 1 })
  expect(linesOf(join(root, 'out/copies.jsonl')).map((line) => JSON.parse(line))).toEqual([
    { id: 'b', of: 'a', similarity: expect.closeTo(1, 0) },
  ])
})

test('a run that was stopped goes on, and the end is the same as if it had not been', async () => {
  const root = filesIn(tempFolder(), { 'a.jsonl': jsonArticles(3000) })
  const inputs = [join(root, 'a.jsonl')]
  await run(inputs, join(root, 'whole'), { root, sinks: ['jsonl', 'jsonl-gz'] })
  const stop = new AbortController()
  const first = await run(inputs, join(root, 'parts'), {
    root,
    sinks: ['jsonl', 'jsonl-gz'],
    signal: stop.signal,
    onProgress: ({ written }) => written > 600 && stop.abort(),
  })
  expect(first.stopped).toBe(true)
  expect(first.run.written).toBeLessThan(3000)
  // As if killed in the middle of a write: a torn ledger line, and sheets that nobody has noted.
  appendFileSync(join(root, 'parts/.factwire/ledger.jsonl'), '{"sinks":["jsonl"],"do')
  appendFileSync(join(root, 'parts/sheets.jsonl'), '{"schema":')
  const second = await run(inputs, join(root, 'parts'), { root, sinks: ['jsonl', 'jsonl-gz'] })
  expect(first.run.written + second.run.written).toBe(3000)
  const bytes = (folder: string, file: string) => readFileSync(join(root, folder, file))
  for (const file of ['sheets.jsonl', 'copies.jsonl']) {
    expect(bytes('parts', file).equals(bytes('whole', file)), file).toBe(true)
  }
  expect(gunzipSync(bytes('parts', 'sheets.jsonl.gz')).equals(bytes('whole', 'sheets.jsonl'))).toBe(true)
  expect(second.total.articles).toBe(3000)
})

test('a sink that fails stops the run, which then goes on', async () => {
  const root = filesIn(tempFolder(), { 'a.jsonl': jsonArticles(4), out: 'a file where the folder should be' })
  await expect(run([join(root, 'a.jsonl')], join(root, 'out'), { root })).rejects.toThrow()
  const to = join(root, 'to')
  filesIn(root, { 'to/sheets.jsonl.chunks/x': 'a folder where the file should be' })
  await expect(run([join(root, 'a.jsonl')], to, { root, sinks: ['json', 'jsonl'] })).rejects.toThrow(
    'Sink `jsonl` cannot write',
  )
  rmSync(join(to, 'sheets.jsonl.chunks'), { recursive: true })
  const mended = await run([join(root, 'a.jsonl')], to, { root, sinks: ['json', 'jsonl'] })
  expect([mended.run.written, idsOf(to).length, readdirSync(join(to, 'sheets')).length]).toEqual([4, 4, 4])
})

test('a folder that another run writes to is refused; a run that was killed holds nothing', async () => {
  const root = filesIn(tempFolder(), { 'a.jsonl': jsonArticles(4), file: 'no folder' })
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const { holdFolder } = await import('../../src/run/hold.ts')
  holdFolder(join(root, 'to/.factwire'))()
  expect(existsSync(join(root, 'to/.factwire/running'))).toBe(false)
  const started = existsSync(`/proc/${other.pid}/stat`)
    ? ` ${readFileSync(`/proc/${other.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[19]}`
    : ''
  writeFileSync(join(root, 'to/.factwire/running'), `${other.pid}${started}`)
  await expect(run([join(root, 'a.jsonl')], join(root, 'to'), { root })).rejects.toThrow(`process ${other.pid} does`)
  other.kill('SIGKILL')
  await once(other, 'close')
  expect((await run([join(root, 'a.jsonl')], join(root, 'to'), { root })).run.written).toBe(4)
  await expect(run([join(root, 'a.jsonl')], join(root, 'file'), { root })).rejects.toThrow(
    'Expected a folder to write to',
  )
  await expect(run([join(root, 'b.jsonl')], join(root, 'to'), { root })).rejects.toThrow('got none')
})

test('a ledger that cannot be written stops the run like a sink, which then goes on', async () => {
  const root = filesIn(tempFolder(), { 'a.jsonl': jsonArticles(4) })
  const to = join(root, 'to')
  filesIn(root, { 'to/.factwire/sketches.bin/x': 'a folder where the file should be' })
  await expect(run([join(root, 'a.jsonl')], to, { root })).rejects.toThrow('Sink `ledger` cannot write')
  rmSync(join(to, '.factwire/sketches.bin'), { recursive: true })
  expect((await run([join(root, 'a.jsonl')], to, { root })).run.written).toBe(4)
  expect(idsOf(to)).toEqual(['a0', 'a1', 'a2', 'a3'])
})
