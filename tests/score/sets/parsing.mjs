import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runScorer } from '../child.mjs'

const SETS = { EWT: 'en_ewt-ud-dev.conllu', GUM: 'en_gum-dev-nonews.conllu' }

/** Trees on gold tokens, with our own tags, against treebanks. */
export default {
  name: 'parsing',
  about: 'trees on gold tokens, our own tags: EWT dev, GUM dev without news',
  needs: [...Object.values(SETS).map((file) => `data/parsing/${file}`), 'bench/sets/parsing.mjs'],

  async run({ data, root, work, pipeline }) {
    const figures = {}
    const report = []
    for (const [name, file] of Object.entries(SETS)) {
      const gold = join(data, 'data/parsing', file)
      const given = join(work, `${file}.jsonl`)
      const found = join(work, file)
      writeFileSync(given, `${JSON.stringify({ id: name, sentences: wordsOf(readFileSync(gold, 'utf8')) })}\n`)
      const cli = join(root, 'dist/cli/main.js')
      const args = ['annotate', given, '--pretokenized', '--format', 'conllu', '--pipeline', pipeline, '-o', found]
      const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
      if (status !== 0) throw new Error(stderr)
      const score = JSON.parse(runScorer(join(data, 'bench/sets/parsing.mjs'), [gold, found]))
      for (const key of ['UAS', 'LAS', 'UPOS']) figures[`${name} ${key}`] = score[key]
      report.push(`${name}: ${JSON.stringify(score)}`)
    }
    return { figures, report: report.join('\n') }
  },
}

/** Sentences of a treebank as lists of forms. */
function wordsOf(conllu) {
  return conllu
    .split('\n\n')
    .map((sentence) => sentence.split('\n').filter((line) => /^\d+\t/.test(line)))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.split('\t')[1]))
}
