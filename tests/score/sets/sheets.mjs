import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPipeline, readArticles, verifySheet } from '../../../dist/index.js'
import { runScorer } from '../child.mjs'

/** Whole fact sheets against hand-annotated articles. */
export default {
  name: 'sheets',
  about: 'fact sheets against gold/dev',
  needs: ['gold/dev', 'bench/score-sheets.mjs'],

  async run({ data, work, pipeline: name, misses, by }) {
    const gold = join(data, 'gold/dev')
    const out = join(work, 'sheets')
    mkdirSync(out)
    const pipeline = await loadPipeline(name)
    const unsound = []
    const times = []
    for (const file of readdirSync(gold).filter((entry) => entry.endsWith('.txt'))) {
      for await (const article of readArticles(join(gold, file), { root: data })) {
        const began = performance.now()
        const sheet = pipeline.extract(article)
        times.push(performance.now() - began)
        for (const problem of verifySheet(sheet)) unsound.push(`${article.id}: ${problem}`)
        writeFileSync(join(out, `${article.id}.json`), JSON.stringify(sheet))
      }
    }
    const score = (...args) => runScorer(join(data, 'bench/score-sheets.mjs'), ['--gold', gold, '--pred', out, ...args])
    const result = JSON.parse(score('--json'))
    const more = [...by.flatMap((what) => ['--by', what]), ...(misses ? ['--misses'] : [])]
    const f1 = ({ f1 }) => f1 ?? 0
    return {
      figures: {
        'entities F1': f1(result.entities.all),
        'values F1': f1(result.values.normalised),
        'typed facts F1': f1(result.facts.typed),
        'all facts F1': f1(result.facts.all),
        'coreference F1': f1(result.entities.coref),
        'mustNot rate': result.mustNot.of ? result.mustNot.violated / result.mustNot.of : 0,
        ungrounded: result.ungrounded,
        malformed: result.problems,
        'articles not scored': result.errors,
        'verify problems': unsound.length,
      },
      report: [
        score(...more).trimEnd(),
        `articles: ${times.length}, slowest ${Math.max(...times).toFixed(0)} ms`,
        ...unsound.slice(0, 20).map((problem) => `verify: ${problem}`),
      ].join('\n'),
    }
  },
}
