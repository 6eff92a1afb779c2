import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runScorer } from '../child.mjs'

const SETS = { worldwide: 'worldwide.dev', ieer: 'ieer.dev' }
const TYPES = {
  person: 'PERSON',
  organization: 'ORGANIZATION',
  place: 'PLACE',
  group: 'NORP',
  product: 'PRODUCT',
  event: 'MISC',
}

/** People, organizations and places of whole articles, span and type strict, as `factwire annotate` gives them. */
export default {
  name: 'names',
  about: 'people, organizations and places, strict: worldwide dev, IEER dev (never learned from)',
  needs: [...Object.values(SETS).map((set) => `data/names/${set}.jsonl`), 'bench/sets/names.mjs'],

  async run({ data, root, work, pipeline }) {
    const figures = {}
    const report = []
    for (const [name, set] of Object.entries(SETS)) {
      const gold = join(data, 'data/names', `${set}.jsonl`)
      const layers = join(work, `${set}.layers.jsonl`)
      const found = join(work, `${set}.found.jsonl`)
      const cli = join(root, 'dist/cli/main.js')
      const args = ['annotate', gold, '--layers', 'mentions', '--pipeline', pipeline, '-o', layers]
      const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
      if (status !== 0) throw new Error(stderr)
      const lines = readFileSync(layers, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      const names = lines.map(({ id, mentions }) => {
        const entities = mentions
          .filter(({ kind }) => kind === 'name')
          .map(({ start, end, type }) => ({ start, end, type: TYPES[type] }))
        return JSON.stringify({ id, entities })
      })
      writeFileSync(found, `${names.join('\n')}\n`)
      const score = (...args) =>
        runScorer(join(data, 'bench/sets/names.mjs'), [
          gold,
          found,
          '--types',
          'PERSON,ORGANIZATION,PLACE',
          '--trim',
          ...args,
        ])
      figures[`${name} F1`] = JSON.parse(score('--json')).ALL.f1
      report.push(name, score().trimEnd())
    }
    return { figures, report: report.join('\n') }
  },
}
