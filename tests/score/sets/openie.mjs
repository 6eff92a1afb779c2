import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotated } from '../annotated.mjs'
import { runScorer } from '../child.mjs'

/** Clauses as open extractions, against CaRB (Bhardwaj, Aggarwal and Mausam 2019). */
export default {
  name: 'openie',
  about: 'clauses as open extractions against CaRB dev',
  needs: ['data/openie/dev.tsv', 'bench/sets/carb.py'],

  async run({ data, root, work, pipeline }) {
    const gold = join(data, 'data/openie/dev.tsv')
    const sentences = readFileSync(join(data, 'data/openie/dev.txt'), 'utf8').split('\n').filter(Boolean)
    const rows = sentences.map((text, i) => ({ id: String(i), text }))
    const lines = annotated(rows, 'clauses', { root, work, pipeline, name: 'openie' }).flatMap(({ clauses }, i) =>
      clauses
        .filter((clause) => clause.arguments.length > 0)
        .map((clause) =>
          [sentences[i], clause.confidence, clause.predicate.text, ...clause.arguments.map(({ text }) => text)].join(
            '\t',
          ),
        ),
    )
    const file = join(work, 'openie.tsv')
    writeFileSync(file, `${lines.join('\n')}\n`)
    const report = runScorer(join(data, 'bench/sets/carb.py'), [gold, file], 'python3')
    const f1 = Number(/F1\D*([\d.]+)/i.exec(report)?.[1] ?? 0)
    return { figures: { F1: f1 > 1 ? f1 / 100 : f1 }, report: report.trim() }
  },
}
