import { join } from 'node:path'
import { annotated, rowsOf, written } from '../annotated.mjs'
import { runScorer } from '../child.mjs'

/** Chains of whole phrases, against OntoGUM (Zhu, Pradhan and Zeldes 2021) without its news. */
export default {
  name: 'coref',
  about: 'chains of mentions against OntoGUM dev without news, as CoNLL scores them',
  needs: ['data/coref/ontogum/dev-nonews.jsonl', 'bench/sets/coref.py'],

  async run({ data, root, work, pipeline }) {
    const file = join(data, 'data/coref/ontogum/dev-nonews.jsonl')
    const how = { root, work, pipeline, name: 'coref' }
    const rows = annotated(rowsOf(file), 'chains', how).map(({ id, chains }) => ({
      id,
      clusters: chains.map(({ mentions }) => mentions.map(({ start, end }) => [start, end])),
    }))
    const score = JSON.parse(runScorer(join(data, 'bench/sets/coref.py'), [file, written(rows, how)], 'python3'))
    const line = (name) => `  ${name.padEnd(10)} P ${score[name].P}  R ${score[name].R}  F1 ${score[name].F1}`
    return {
      figures: { 'CoNLL F1': score.CoNLL_F1 / 100, 'mention F1': score.mention.F1 / 100 },
      report: ['mention', 'MUC', 'B3', 'CEAFe', 'LEA'].map(line).join('\n'),
    }
  },
}
