import { join } from 'node:path'
import { annotated, rowsOf, written } from '../annotated.mjs'
import { runScorer } from '../child.mjs'

const MARK = /["“”‘’']/

/** PolNeAR's contents take in the quotation marks around them, ours do not. */
function withMarks(text, [start, end]) {
  let from = start
  let to = end
  if (MARK.test(text[from - 1] ?? '')) from--
  if (/[,.]/.test(text[to] ?? '') && MARK.test(text[to + 1] ?? '')) to += 2
  else if (MARK.test(text[to] ?? '')) to++
  return [from, to]
}

/** Who says what, against PolNeAR (Newell, Margolin and Ruths 2018). */
export default {
  name: 'attribution',
  about: 'sources, cues and contents of statements against PolNeAR dev',
  needs: ['data/attribution/dev.jsonl', 'bench/sets/attribution.mjs'],

  async run({ data, root, work, pipeline }) {
    const file = join(data, 'data/attribution/dev.jsonl')
    const gold = rowsOf(file)
    const how = { root, work, pipeline, name: 'attribution' }
    const texts = new Map(gold.map(({ id, text }) => [id, text]))
    const rows = annotated(gold, 'statements', how).map(({ id, statements }) => ({
      id,
      attributions: statements.map((one) => ({
        ...one,
        content: one.content.map((span) => withMarks(texts.get(id), span)),
      })),
    }))
    const { all, quoted } = JSON.parse(runScorer(join(data, 'bench/sets/attribution.mjs'), [file, written(rows, how)]))
    const line = (name, { P, R, F1 }) =>
      `  ${name.padEnd(22)} P ${P.toFixed(1)}  R ${R.toFixed(1)}  F1 ${F1.toFixed(1)}`
    return {
      figures: {
        'content F1': all.content_j50.F1 / 100,
        'content and source F1': all.full_j50_source.F1 / 100,
        'quoted content F1': quoted.content_j50.F1 / 100,
      },
      report: [
        line('content', all.content_j50),
        line('content and source', all.full_j50_source),
        line('quoted content', quoted.content_j50),
      ].join('\n'),
    }
  },
}
