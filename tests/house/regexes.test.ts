import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkSync } from 'recheck'
import { expect, test } from 'vitest'
import { regexLiterals } from './regexes.ts'
import { ROOT, SOURCES } from './sources.ts'

// A regex is judged once: judging takes seconds, and an unchanged regex has an unchanged verdict.
const CACHE = join(ROOT, 'node_modules/.cache/factwire/regexes.json')

test('literals are found where they stand, and nothing else', () => {
  const code =
    "#!/usr/bin/env node\nconst a = b / c / d // /no/\nif (/[/]x\\//u.test('/no/')) return /y/g.exec(`/no/`)\nx = (1) / 2 / 3"
  expect(regexLiterals(code)).toEqual([
    { source: '[/]x\\/', flags: 'u', line: 3 },
    { source: 'y', flags: 'g', line: 3 },
  ])
})

// A hostile article must not hold a stage up.
test('no regex takes exponential time, literal or built', { timeout: 900_000 }, async () => {
  const places = new Map<string, { source: string; flags: string; place: string }>()
  for (const [path, code] of SOURCES) {
    if (path.endsWith('.tsx')) continue
    for (const { source, flags, line } of regexLiterals(code)) {
      places.set(`/${source}/${flags}`, { source, flags, place: `${path}:${line}` })
    }
  }
  expect(places.size).toBeGreaterThan(20)
  for (const { source, flags } of await builtRegexes()) {
    places.set(`/${source}/${flags}`, { source, flags, place: 'built' })
  }
  const verdicts = readCache()
  const bad: string[] = []
  for (const [key, { source, flags, place }] of places) {
    const verdict = verdicts[key] ?? judge(source, flags)
    verdicts[key] = verdict
    if (verdict === 'exponential' || verdict === 'invalid') bad.push(`${place} ${key}: ${verdict}`)
  }
  mkdirSync(dirname(CACHE), { recursive: true })
  writeFileSync(CACHE, JSON.stringify(verdicts))
  expect(bad).toEqual([])
})

/** Looks behind and ahead is what the exact checker cannot do: those are tried with hostile strings. */
function judge(source: string, flags: string): string {
  const exact = checkSync(source, flags, { timeout: 5000, checker: 'automaton' })
  const result = exact.status === 'unknown' ? checkSync(source, flags, { timeout: 5000, checker: 'fuzz' }) : exact
  if (result.status === 'vulnerable') return result.complexity.type
  return result.status === 'unknown' ? result.error.kind : result.status
}

/** Regexes that modules make of parts when they are imported. */
async function builtRegexes(): Promise<RegExp[]> {
  const Original = globalThis.RegExp
  const built: RegExp[] = []
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args) {
      const regex: RegExp = Reflect.construct(target, args)
      if (new Error().stack?.split('\n')[2]?.includes(`${ROOT}/src/`)) built.push(regex)
      return regex
    },
  })
  try {
    for (const path of SOURCES.keys())
      if (!/^src\/(?:cli\/main|run\/thread|train\/|review\/web\/)/.test(path)) await import(join(ROOT, path))
  } finally {
    globalThis.RegExp = Original
  }
  return built
}

function readCache(): Record<string, string> {
  return existsSync(CACHE) ? JSON.parse(readFileSync(CACHE, 'utf8')) : {}
}
