import { join } from 'node:path'
import { annotated, rowsOf, written } from '../annotated.mjs'
import { runScorer } from '../child.mjs'

const BEFORE = new Set(['det', 'amod', 'compound', 'nummod', 'flat', 'nmod:poss', 'nmod:desc'])

/**
 * OntoGUM's mentions are whole noun phrases: with article, title and adjectives before the name, and the possessive 's
 * behind it. Ours end where the name does.
 */
function widen({ start, end, kind }, tokens, parse) {
  const from = tokens.findIndex((token) => token.end > start)
  let to = from
  while (to < tokens.length && tokens[to].start < end) to++
  if (from === -1 || kind === 'pronoun') return [start, end]
  let head = to - 1
  for (let i = from; i < to; i++) if (parse[i].head < from || parse[i].head >= to) head = i
  let first = from
  for (let i = first - 1; i >= 0 && tokens[i].sentence === tokens[from].sentence; i--) {
    let at = i
    while (at !== -1 && at !== head && at < from && BEFORE.has(parse[at].deprel)) at = parse[at].head
    if (at !== head && !(at >= from && at < to)) break
    first = i
  }
  const isOwner = to < tokens.length && parse[to].deprel === 'case' && parse[to].head === head
  return [tokens[first].start, isOwner ? tokens[to].end : end]
}

/** Entities as coreference chains, against OntoGUM (Zhu, Pradhan and Zeldes 2021) without its news. */
export default {
  name: 'coref',
  about: 'chains of mentions against OntoGUM dev without news, as CoNLL scores them',
  needs: ['data/coref/ontogum/dev-nonews.jsonl', 'bench/sets/coref.py'],

  async run({ data, root, work, pipeline }) {
    const file = join(data, 'data/coref/ontogum/dev-nonews.jsonl')
    const how = { root, work, pipeline, name: 'coref' }
    const rows = annotated(rowsOf(file), 'tokens,parse,entities', how).map(({ id, tokens, parse, entities }) => ({
      id,
      clusters: entities.map(({ mentions }) => mentions.map((mention) => widen(mention, tokens, parse))),
    }))
    const score = JSON.parse(runScorer(join(data, 'bench/sets/coref.py'), [file, written(rows, how)], 'python3'))
    const line = (name) => `  ${name.padEnd(10)} P ${score[name].P}  R ${score[name].R}  F1 ${score[name].F1}`
    return {
      figures: { 'CoNLL F1': score.CoNLL_F1 / 100, 'mention F1': score.mention.F1 / 100 },
      report: ['mention', 'MUC', 'B3', 'CEAFe', 'LEA'].map(line).join('\n'),
    }
  },
}
