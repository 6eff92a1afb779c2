import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runScorer } from '../child.mjs'

const SETS = {
  golden: 'golden-rules-en.jsonl',
  pragmatic: 'pragmatic-spec-en.dev.jsonl',
  'EWT raw': 'ewt-dev.jsonl',
  'GUM raw': 'gum-train-nonews.jsonl',
}

/** Sentences of raw text against rules that others agreed on, and against treebanks. */
export default {
  name: 'sentences',
  about: 'sentences of raw text: golden rules (of 52), pragmatic-spec dev (percent exact), EWT dev and GUM train (F1)',
  needs: [...Object.values(SETS).map((file) => `data/sentences/${file}`), 'bench/sets/sentences.mjs'],

  async run({ data, root, work, pipeline }) {
    const figures = {}
    const report = []
    for (const [name, file] of Object.entries(SETS)) {
      const gold = join(data, 'data/sentences', file)
      const rows = linesOf(gold)
      const given = join(work, file)
      const found = join(work, `${file}.found`)
      write(
        given,
        rows.map(({ id, text }) => ({ id, text })),
      )
      const cli = join(root, 'dist/cli/main.js')
      const args = ['annotate', given, '--layers', 'sentences', '--pipeline', pipeline, '-o', found]
      const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
      if (status !== 0) throw new Error(stderr)
      const read = linesOf(found)
      write(
        found,
        rows.map((row, i) => predicted(row, read[i].sentences ?? [])),
      )
      const score = JSON.parse(runScorer(join(data, 'bench/sets/sentences.mjs'), [gold, found]))
      if (name === 'golden') figures[name] = Math.round((score.exact * score.rows) / 100)
      else figures[name] = score.exact ?? score.sentence.F1
      report.push(`${name}: ${JSON.stringify(score)}`)
    }
    return { figures, report: report.join('\n') }
  },
}

const linesOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const write = (file, rows) => writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))

/** Rows of sentences are compared as texts, rows of documents as places. */
function predicted({ id, text, sentences }, found) {
  if (sentences) return { id, sentences: found.map(({ start, end }) => text.slice(start, end)) }
  return { id, sents: found.map(({ start, end }) => [start, end]) }
}
