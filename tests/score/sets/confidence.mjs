import { readTraitWeights } from '../../../dist/fact/confidence.js'
import { PIPELINES } from '../../../dist/pipeline/load.js'
import { Resources } from '../../../dist/stage/resources.js'
import { FactJudge } from '../../../dist/train/judged-facts.js'
import { asTable, inOneLine, reliabilityOf } from '../../../dist/train/reliability.js'
import { crossValidated, readLessons, toldBy } from '../../../dist/train/train-confidence.js'

/** How often a fact is right that is told with some confidence. */
export default {
  name: 'confidence',
  about: 'how often facts of some confidence are right, in gold/dev and KnowledgeNet fold 3',
  needs: [
    'gold/dev',
    'bench/score-article.mjs',
    'bench/sets/from-facts.mjs',
    'data/relations/knowledgenet/fold3.jsonl',
  ],

  async run({ data }) {
    const judge = await FactJudge.open(data)
    const unseen = reliabilityOf(crossValidated(await readLessons(judge)))
    const { card, weights } = new Resources(PIPELINES).model('confidence-en')
    const shipped = readTraitWeights(card, weights)
    const apart = reliabilityOf((await judge.passages(3)).map((fact) => toldBy(fact, shipped)))
    return {
      figures: {
        'news ECE': unseen.ece,
        'news Brier': unseen.brier,
        'KnowledgeNet ECE': apart.ece,
        'KnowledgeNet Brier': apart.brier,
      },
      report: [
        'gold/dev, cross-validated: each article by weights that were learned without it',
        `  ${inOneLine(unseen)}`,
        ...asTable(unseen),
        'KnowledgeNet fold 3, which no weight was learned from, by the weights that are shipped',
        `  ${inOneLine(apart)}`,
        ...asTable(apart),
      ].join('\n'),
    }
  },
}
