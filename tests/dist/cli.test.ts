import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FactSheet } from '../../src/doc/sheet.ts'
import { verifySheet } from '../../src/sheet/verify.ts'
import { factwire, ROOT } from './factwire.ts'

const samples = readdirSync(join(ROOT, 'samples')).map((name) => `samples/${name}`)
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'factwire-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const inFolder = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('calls', () => {
  test('help answers at once, and lists every command', () => {
    const { code, out } = factwire(['--help'])
    expect(code).toBe(0)
    // The quickest of some: others may work on this machine.
    const times = Array.from({ length: 4 }, () => {
      const began = performance.now()
      factwire(['--help'])
      return performance.now() - began
    })
    expect(Math.min(...times)).toBeLessThan(1000)
    for (const name of ['extract', 'verify', 'explain', 'annotate']) {
      expect(out).toContain(name)
      expect(factwire([name, '--help']).code).toBe(0)
    }
  })

  test('the version is the package’s', () => {
    expect(factwire(['--version']).out.trim()).toBe(
      JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
    )
  })

  test.each([
    [['extrat'], 'Did you mean extract?'],
    [['extract'], "missing required argument 'file'"],
    [['extract', 'a.txt', '--format', 'xml'], 'Allowed choices are json, text, html'],
    [
      ['extract', 'a.txt', '--pipeline', 'nope'],
      'Expected the name of a pipeline or the path of a pipeline file, got `nope`',
    ],
    [['extract', 'a.txt', 'b.txt', '--format', 'html'], '--output'],
    [['explain', 'samples/accident.txt', '--sentence', 'x'], 'Expected a number from 1'],
    [['explain', 'samples/accident.txt', '--sentence', '99'], 'Expected a sentence from 1 to'],
    [['annotate', 'a.jsonl', '--layers', 'dreams'], 'got `dreams`'],
  ])('%j is wrong: 2, and why', (args, why) => {
    const { code, err, out } = factwire(args)
    expect(err).toContain(why)
    expect(err).not.toMatch(/^ +at /m)
    expect([code, out]).toEqual([2, ''])
  })
})

describe('extract', () => {
  test('gives a sound sheet of every sample, and the same bytes again, in any time zone', () => {
    const first = factwire(['extract', ...samples])
    expect(first.err).toBe('')
    expect(first.code).toBe(0)
    const sheets = first.out
      .trimEnd()
      .split('\n')
      .map((line) => FactSheet.parse(JSON.parse(line)))
    expect(sheets.map(({ article }) => article.source.uri)).toEqual(samples)
    for (const sheet of sheets) expect(verifySheet(sheet)).toEqual([])
    expect(factwire(['extract', ...samples]).out).toBe(first.out)
    const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
    expect(factwire(['extract', ...samples], { env: elsewhere }).out).toBe(first.out)
  })

  test('gives the same sheet from another folder, but for the source’s path', () => {
    const here = JSON.parse(factwire(['extract', samples[0]!]).out)
    const there = JSON.parse(factwire(['extract', join(ROOT, samples[0]!)], { cwd: folder }).out)
    expect(there.article.source.uri).not.toBe(here.article.source.uri)
    there.article.source.uri = here.article.source.uri
    expect(there).toEqual(here)
    const rooted = JSON.parse(factwire(['extract', join(ROOT, samples[0]!), '--root', ROOT], { cwd: folder }).out)
    expect(rooted).toEqual(here)
  })

  test('sets a bad file aside, says so, and goes on', () => {
    const bad = inFolder('bad.txt', Buffer.from([0, 1, 2]))
    const { code, out, err } = factwire(['extract', samples[0]!, bad, join(folder, 'none.txt'), samples[1]!])
    expect(code).toBe(1)
    expect(out.trimEnd().split('\n')).toHaveLength(2)
    const lines = err.trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('bad.txt')
    expect(lines[1]).toContain('there is no such file')
  })

  test('reads standard input', () => {
    const { out } = factwire(['extract', '-'], { input: 'Rain\n\nRain fell.\n' })
    expect(JSON.parse(out).article).toMatchObject({ id: 'stdin', headline: 'Rain', text: 'Rain\n\nRain fell.\n' })
  })

  test('writes a file, or one each in a folder', () => {
    const page = join(folder, 'page.html')
    expect(factwire(['extract', samples[0]!, '-f', 'html', '-o', page])).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/)
    const sheets = join(folder, 'sheets')
    expect(factwire(['extract', ...samples, '-o', sheets]).code).toBe(0)
    expect(readdirSync(sheets)).toHaveLength(samples.length)
    const verified = factwire(['verify', ...readdirSync(sheets).map((name) => join(sheets, name))])
    expect(verified).toEqual({ code: 0, out: `${samples.length} of ${samples.length} sheets sound\n`, err: '' })
  })

  test('two articles of one id do not overwrite each other, and an id cannot leave its folder', () => {
    const one = inFolder('one.txt', '## Title: A\n## Id: ../../same\n\nRain fell.\n')
    const two = inFolder('two.txt', '## Title: B\n## Id: ../../same\n\nSnow fell.\n')
    const out = join(folder, 'ids')
    const { code, err } = factwire(['extract', one, two, '-o', out])
    expect([code, err]).toEqual([1, expect.stringContaining('`../../same` twice')])
    expect(readdirSync(out)).toHaveLength(1)
    expect(JSON.parse(readFileSync(join(out, readdirSync(out)[0]!), 'utf8')).article.headline).toBe('A')
  })

  test('whoever reads it may stop reading', () => {
    const command = `"${process.execPath}" dist/cli/main.js extract ${Array(40).fill(samples[0]).join(' ')} | head -c 10`
    const { stderr, stdout } = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' })
    expect([stdout.length, stderr]).toEqual([10, ''])
  })
})

test('verify lists what is wrong, with its place', () => {
  const sheet = JSON.parse(factwire(['extract', samples[0]!]).out)
  sheet.sentences[0].end = 1e6
  const lines = inFolder('two.jsonl', `${JSON.stringify(sheet)}\n${JSON.stringify({})}\n`)
  const packed = inFolder('more.jsonl.gz', gzipSync(`${JSON.stringify({})}\n{"torn`))
  const { code, out, err } = factwire(['verify', lines, inFolder('no.json', '{'), packed, 'gone.json'])
  expect(code).toBe(1)
  expect(out).toContain('two.jsonl, line 1: sentences[0]: no span of the text')
  expect(out).toContain('two.jsonl, line 2: schema: ')
  expect(out).toMatch(/no\.json: Expected JSON: /)
  expect(out).toMatch(/more\.jsonl\.gz, line 1: schema: /)
  expect(out).toMatch(/more\.jsonl\.gz, line 2: Expected JSON: /)
  expect(out).toContain('0 of 5 sheets sound')
  expect(err).toContain('Expected a readable file')
})

test('explain tells of one sentence', () => {
  const { code, out } = factwire(['explain', 'samples/company-result.txt', '--sentence', 'S3'])
  expect(code).toBe(0)
  expect(out).toContain('Sentence\n  “Norvane Energi ASA, the Norwegian maker')
  expect(out).toContain('Tokens\n')
})

test('explain tells of the whole article, also as JSON', () => {
  const { code, out } = factwire(['explain', 'samples/company-result.txt'])
  expect(code).toBe(0)
  expect(out).toMatch(/^Facts\n {2}F1 /)
  expect(out).toContain('\nValues in no fact\n')
  const json = JSON.parse(factwire(['explain', 'samples/company-result.txt', '--format', 'json']).out)
  const sheet = JSON.parse(factwire(['extract', 'samples/company-result.txt']).out)
  expect(json.facts).toEqual(sheet.facts)
  expect(json.unused.map(({ id }: { id: string }) => id)).toEqual([
    ...sheet.coverage.unusedValues,
    ...sheet.coverage.unusedEntities,
  ])
  for (const { places } of json.unused) for (const { reasons } of places) expect(reasons.length).toBeGreaterThan(0)
})

describe('annotate', () => {
  const text = 'Zoë \u{1F600} paid.\u2028She left.'
  const input = `${JSON.stringify({ id: 'a', text })}\n\nnonsense\n${JSON.stringify({ id: 'b', text: '' })}\n`

  test('one line in, one out, in order; a bad line keeps its place', () => {
    const { code, out, err } = factwire(['annotate', '-', '--layers', 'sentences,tokens'], { input })
    expect(code).toBe(1)
    expect(err).toContain('(stdin, line 3)')
    const [a, bad, b] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(Object.keys(a)).toEqual(['id', 'sentences', 'tokens'])
    expect(a.tokens.map(({ start, end }: { start: number; end: number }) => text.slice(start, end)).join('')).toBe(
      text.replace(/\s/g, ''),
    )
    expect(bad).toEqual({ id: null, error: expect.stringContaining('Expected JSON') })
    expect(b).toEqual({ id: 'b', sentences: [], tokens: [] })
  })

  test('given tokens and sentences are kept', () => {
    const given = [['did', 'n’t', 'buy', 'Ele', '.me'], ['OK']]
    const { out } = factwire(['annotate', '-', '--layers', 'tokens', '--pretokenized'], {
      input: JSON.stringify({ id: 'a', sentences: given }),
    })
    const joined = given.map((words) => words.join(' ')).join('\n')
    const tokens: { start: number; end: number; sentence: number }[] = JSON.parse(out).tokens
    expect(tokens.map(({ start, end }) => joined.slice(start, end))).toEqual(given.flat())
    expect(tokens.map(({ sentence }) => sentence)).toEqual([0, 0, 0, 0, 0, 1])
  })

  test('a layer that no stage gives is refused by name', () => {
    const bare = inFolder(
      'bare.json',
      JSON.stringify({ name: 'bare', version: '1', language: 'en', stages: ['text/paragraphs'] }),
    )
    const { code, err } = factwire(['annotate', '-', '--layers', 'values', '--pipeline', bare])
    expect([code, err]).toEqual([2, expect.stringContaining('`bare` to give `values`, no stage of it does')])
  })
})
