import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, layerOf, SOURCES, textOf } from './sources.ts'

const MAX_LINES = 300
const MAX_MEMBER_LINES = 200

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
const tests = filesBelow('tests').filter((path) => /\.(?:ts|mjs)$/.test(path))
const isMember = (path: string): boolean =>
  /\/(?:stages|kinds|rules|formats|streams|containers|commands|views)\//.test(path)

test('a file has one idea: 300 lines, a member of a catalogue 200', () => {
  for (const [path, source] of SOURCES) {
    const lines = source.trimEnd().split('\n').length
    expect(lines, path).toBeLessThanOrEqual(isMember(path) ? MAX_MEMBER_LINES : MAX_LINES)
  }
})

test('files are named for what they export, in kebab-case', () => {
  for (const path of [...SOURCES.keys(), ...tests]) {
    expect(basename(path), path).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?\.(?:tsx?|mjs)$/)
    if (path !== 'src/index.ts') expect(path).not.toMatch(/\/(?:utils?|helpers?|common|types|index|misc)(?:\/|\.ts$)/)
  }
})

test('nothing but the command line prints, reads the clock, the environment, a random number or the network', () => {
  const forbidden =
    /\bconsole\.|process\.(?:stdout|stderr|env|exit)|Math\.random|Date\.now|new Date\(\)|performance\.now|toLocale|\bIntl\.|\bfetch\(|node:(?:http|https|net|dns|tls)\b/
  for (const [path, source] of SOURCES) {
    if (layerOf(path) === 'cli' || layerOf(path) === 'train' || path === 'src/run/clock.ts') continue
    if (path.startsWith('src/review/web/')) continue
    expect(forbidden.exec(withoutComments(source))?.[0], path).toBeUndefined()
  }
})

test('nothing is left to be done, and the compiler is never switched off', () => {
  const unfinished = /\bTODO\b|\bFIXME\b|@ts-(?:ignore|expect-error|nocheck)/
  for (const [path, source] of SOURCES) expect(unfinished.exec(source)?.[0], path).toBeUndefined()
})

test('no file names a place on somebody’s machine', () => {
  const texts = [...filesBelow('src'), ...filesBelow('pipelines'), ...filesBelow('scripts'), ...tests, 'package.json']
  for (const path of texts) {
    if (/\.(?:bin|gz)$/.test(path)) continue
    expect(/(?:^|["'`( ])\/(?:work|home|root|Users|tmp|mnt)\//m.exec(textOf(path))?.[0], path).toBeUndefined()
  }
})
