import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from './factwire.ts'

let folder: string
let packed: string[]

const run = (command: string, args: readonly string[], cwd = folder): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'factwire-package-'))
  const [{ filename, files }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT),
  )
  packed = files.map(({ path }: { path: string }) => path)
  writeFileSync(join(folder, 'package.json'), '{ "name": "newcomer", "private": true, "type": "module" }')
  run('npm', ['install', '--no-audit', '--no-fund', join(folder, filename)])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the package holds the build, the pipelines and the samples, and nothing of the workshop', () => {
  for (const file of [
    'README.md',
    'LICENSE',
    'dist/index.js',
    'dist/index.d.ts',
    'dist/fact-sheet.schema.json',
    'pipelines/news.json',
  ]) {
    expect(packed).toContain(file)
  }
  expect(
    packed.filter((path) => !/^(?:dist|pipelines|samples|docs)\/|^(?:README\.md|LICENSE|package\.json)$/.test(path)),
  ).toEqual([])
})

test('the installed command runs', () => {
  const bin = join(folder, 'node_modules/.bin/factwire')
  expect(run(bin, ['--help'])).toContain('Usage: factwire')
  const sample = join('node_modules/factwire/samples', readdirSync(join(folder, 'node_modules/factwire/samples'))[0]!)
  const sheet = JSON.parse(run(bin, ['extract', sample]))
  expect(sheet.schema).toBe('factwire/fact-sheet/1')
  writeFileSync(join(folder, 'sheet.json'), JSON.stringify(sheet))
  expect(run(bin, ['verify', 'sheet.json'])).toBe('1 of 1 sheet sound\n')
})

test('the installed library runs, and ships its JSON Schema', () => {
  const script = `
    import { loadPipeline, readArticles, verifySheet } from 'factwire'
    import schema from 'factwire/fact-sheet.schema.json' with { type: 'json' }
    const pipeline = await loadPipeline('news')
    for await (const article of readArticles('node_modules/factwire/samples/accident.txt')) {
      const sheet = pipeline.extract(article)
      console.log(JSON.stringify([schema.properties.schema.const === sheet.schema, verifySheet(sheet)]))
    }`
  expect(JSON.parse(run(process.execPath, ['--no-warnings', '--input-type=module', '-e', script]))).toEqual([true, []])
})

test('the installed types hold', () => {
  const program = `
    import { type FactSheet, loadPipeline, readArticles } from 'factwire'
    const pipeline = await loadPipeline('news')
    for await (const article of readArticles('x.txt')) {
      const sheet: FactSheet = pipeline.extract(article)
      const count: number = sheet.facts.length
      // @ts-expect-error a sheet has no mood
      sheet.mood = count
    }`
  writeFileSync(join(folder, 'program.ts'), program)
  const settings = '--noEmit --strict --skipLibCheck --target es2023 --module nodenext program.ts'.split(' ')
  expect(run(join(ROOT, 'node_modules/.bin/tsc'), settings)).toBe('')
})

test('no package that is installed with it has an install script', () => {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: true }>
  }
  expect(Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([])
})
