import { join } from 'node:path'
import { annotated, rowsOf, written } from '../annotated.mjs'
import { runScorer } from '../child.mjs'

/** Relations of people and organizations, against KnowledgeNet (Mesquita and others 2019), fold 3. */
export default {
  name: 'knowledgenet',
  about: 'fifteen Wikidata properties against KnowledgeNet fold 3',
  needs: ['data/relations/knowledgenet/fold3.jsonl', 'bench/sets/from-facts.mjs'],

  async run({ data, root, work, pipeline }) {
    const file = join(data, 'data/relations/knowledgenet/fold3.jsonl')
    const gold = rowsOf(file)
    const how = { root, work, pipeline, name: 'knowledgenet' }
    const layers = annotated(gold, 'facts,entities,values', how)
    const { convert } = await import(join(data, 'bench/sets/from-facts.mjs'))
    const rows = gold.map((row, i) => convert(row, layers[i]))
    const { text } = JSON.parse(runScorer(join(data, 'bench/sets/knowledgenet.mjs'), [file, written(rows, how)]))
    return {
      figures: { 'text F1': text.F1 / 100, 'text precision': text.P / 100 },
      report: `  text  P ${text.P}  R ${text.R}  F1 ${text.F1}`,
    }
  },
}
