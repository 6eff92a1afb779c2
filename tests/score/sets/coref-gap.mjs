import { join } from 'node:path'
import { annotated, rowsOf } from '../annotated.mjs'

/** GAP (Webster et al. 2018): which of two names a pronoun means, either or neither. Overlapping names count, as there. */
export default {
  name: 'coref-gap',
  about: "the pronoun's right name against GAP development",
  needs: ['data/coref/gap/development.jsonl'],

  async run({ data, root, work, pipeline }) {
    const gold = rowsOf(join(data, 'data/coref/gap/development.jsonl'))
    const rows = annotated(gold, 'entities', { root, work, pipeline, name: 'coref-gap' })
    const counts = { all: [0, 0, 0], he: [0, 0, 0], she: [0, 0, 0] }
    gold.forEach(({ text, pronoun: [start, end], A, B }, i) => {
      const { entities = [] } = rows[i]
      const meant = entities.find(({ mentions }) => mentions.some((one) => one.start === start && one.end === end))
      const side = /^h(?:e|is|im)$/i.test(text.slice(start, end)) ? 'he' : 'she'
      for (const name of [A, B]) {
        const stop = name.start + name.text.length
        const said =
          meant?.mentions.some((one) => one.kind === 'name' && one.start < stop && name.start < one.end) ?? false
        const cell = said && name.coref ? 0 : said ? 1 : name.coref ? 2 : -1
        if (cell !== -1) for (const key of ['all', side]) counts[key][cell]++
      }
    })
    const f1 = ([tp, fp, fn]) => (2 * tp) / (2 * tp + fp + fn || 1)
    const line = (name, [tp, fp, fn]) =>
      `  ${name.padEnd(5)} P ${((100 * tp) / (tp + fp || 1)).toFixed(1)}  R ${((100 * tp) / (tp + fn || 1)).toFixed(1)}  F1 ${(100 * f1([tp, fp, fn])).toFixed(1)}`
    return {
      figures: { F1: f1(counts.all), 'she to he': f1(counts.she) / f1(counts.he) },
      report: Object.entries(counts)
        .map(([name, cells]) => line(name, cells))
        .join('\n'),
    }
  },
}
