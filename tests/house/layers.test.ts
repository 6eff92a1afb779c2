import { expect, test } from 'vitest'
import { importsOf, layerOf, SOURCES } from './sources.ts'

/** A file imports from its own layer and from those before it. */
const ORDER =
  'base doc stage read text tag value parse refer link fact sheet sink kb pipeline run review train cli'.split(' ')

/** Packages that have one home. */
const HOMES: Readonly<Record<string, string>> = {
  'wink-nlp': 'text',
  'wink-eng-lite-web-model': 'text',
  compromise: 'text',
  'temporal-polyfill': 'value',
  'p-queue': 'run',
  commander: 'cli',
  'cli-progress': 'cli',
  '@duckdb/node-api': 'sink',
  n3: 'sink',
  '@mozilla/readability': 'read',
  linkedom: 'read',
  saxes: 'read',
  'csv-parse': 'read',
  yauzl: 'read',
  'tar-stream': 'read',
  hono: 'review',
  '@hono/node-server': 'review',
  preact: 'review',
  sigma: 'review',
  graphology: 'review',
  '@observablehq/plot': 'review',
}
/** Everybody's. */
const SHARED = ['zod']

const paths = [...SOURCES.keys()]

test('every folder of src is a layer', () => {
  for (const path of paths) if (path !== 'src/index.ts') expect(ORDER, path).toContain(layerOf(path))
})

test.each(paths)('%s imports from its own layer or from before it', (path) => {
  const own = path === 'src/index.ts' ? ORDER.length : ORDER.indexOf(layerOf(path)!)
  for (const target of importsOf(path).files) {
    expect(SOURCES.has(target), `${target} is a source`).toBe(true)
    expect(ORDER.indexOf(layerOf(target) ?? 'none'), target).toBeLessThanOrEqual(own)
    expect(target).not.toBe('src/index.ts')
  }
})

test('nobody imports training but the command line', () => {
  for (const path of paths) {
    if (layerOf(path) === 'train' || layerOf(path) === 'cli') continue
    for (const target of importsOf(path).files) expect(layerOf(target), path).not.toBe('train')
  }
})

test('there are no import loops, not even of types', () => {
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) expect.fail([...trail.slice(trail.indexOf(path)), path].join(' -> '))
    if (done.has(path)) return
    for (const target of importsOf(path).files) visit(target, [...trail, path])
    done.add(path)
  }
  for (const path of paths) visit(path, [])
})

test('packages are imported where they are at home', () => {
  for (const path of paths) {
    for (const name of importsOf(path).packages) {
      if (!SHARED.includes(name)) expect(`${name} in ${layerOf(path)}/`, path).toBe(`${name} in ${HOMES[name]}/`)
    }
  }
})

test('the page in the browser takes nothing from Node and no schemas but types', () => {
  for (const path of paths.filter((one) => one.startsWith('src/review/web/'))) {
    const values = [...SOURCES.get(path)!.matchAll(/^import (?!type )[^;]*? from '([^']+)'/gms)].map(
      ([, target]) => target,
    )
    expect(
      values.filter((target) => /^node:|^zod|^hono/.test(target!)),
      path,
    ).toEqual([])
  }
})
