// Measures the built pipeline on annotated data and holds the floors.
//
//   npm run score -- [--data DIR] [--pipeline NAME] [--set NAME]… [--misses] [--by family|article] [--raise]
//
// The data is no part of the project: `--data`, else FACTWIRE_DATA, else `../shared`. A set whose data is missing is
// skipped and said so. A set is a file of `sets/`: it says what it needs and gives figures, and a report to read. One that
// takes minutes says that it is `long`, and is run when it is named.
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { heldTo } from './floors.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = resolve(HERE, '../..')
const FLOORS = join(HERE, 'floors.json')

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.FACTWIRE_DATA ?? join(ROOT, '../shared') },
    pipeline: { type: 'string', default: 'news' },
    set: { type: 'string', multiple: true },
    misses: { type: 'boolean', default: false },
    by: { type: 'string', multiple: true, default: [] },
    raise: { type: 'boolean', default: false },
  },
})
// scorers ask whether they were called by their own path: a link would hide it
const data = existsSync(options.data) ? realpathSync(options.data) : resolve(options.data)

const sets = []
for (const file of readdirSync(join(HERE, 'sets')).sort()) {
  const { default: set } = await import(join(HERE, 'sets', file))
  if (options.set ? options.set.includes(set.name) : !set.long) sets.push(set)
}
if (sets.length === 0) {
  console.error(`Expected the name of a set, got ${options.set.join(', ')}`)
  process.exit(2)
}

const floors = JSON.parse(readFileSync(FLOORS, 'utf8'))
const work = mkdtempSync(join(tmpdir(), 'factwire-score-'))
let below = 0
let skipped = 0
try {
  for (const set of sets) {
    const missing = set.needs.map((path) => join(data, path)).filter((path) => !existsSync(path))
    if (missing.length > 0) {
      skipped++
      console.log(`${set.name}: skipped, there is no ${missing.join(', ')}`)
      continue
    }
    const began = performance.now()
    const { figures, report } = await set.run({ ...options, data, root: ROOT, work })
    console.log(`\n== ${set.name}: ${set.about}\n${report}\n`)
    for (const { name, figure, text, ok } of heldTo(figures, floors[set.name] ?? {}, options.raise)) {
      if (!ok) below++
      console.log(`${ok ? 'ok   ' : 'BELOW'} ${name.padEnd(28)} ${figure.toFixed(4)}  ${text}`)
    }
    console.log(`(${((performance.now() - began) / 1000).toFixed(1)} s)`)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
if (options.raise) writeFileSync(FLOORS, `${JSON.stringify(floors, null, 2)}\n`)
if (skipped > 0) {
  console.log(
    `\nskipped ${skipped} of ${sets.length} sets: no data in ${options.data} (--data DIR or FACTWIRE_DATA says where it is)`,
  )
}
process.exitCode = below > 0 ? 1 : 0
