import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseTsv } from '../../src/base/tsv.ts'
import { readClauses } from '../../src/parse/clauses.ts'
import { Governors } from '../../src/parse/governors.ts'
import { openRelations } from '../../src/parse/open-relations.ts'
import { treeOf } from './trees.ts'

const lexicons = {
  governors: new Governors(parseTsv(readFileSync('pipelines/lexicons/governors.tsv', 'utf8'), 'governors')),
  agents: new Set<string>(),
  undergone: new Set<string>(),
}

test('a verb with the verb it governs is one relation, with its subject first', () => {
  const { tree, sentences, tokens } = treeOf(`
    On on ADP IN 2 case
    Monday Monday NNP PROPN 5 obl
    , , , PUNCT 2 punct
    Acme Acme NNP PROPN 5 nsubj
    began begin VBD VERB 0 root
    to to TO PART 7 mark
    sell sell VB VERB 5 xcomp
    paint paint NN NOUN 7 obj
    and and CC CCONJ 10 cc
    oil oil NN NOUN 8 conj
    in in IN ADP 12 case
    Oslo Oslo NNP PROPN 7 obl
    . . . PUNCT 5 punct`)
  const words = ({ from, to }: { from: number; to: number }) =>
    tokens.source.slice(tokens.start[from], tokens.end[to - 1])
  const found = openRelations(tree, readClauses(tree, sentences, lexicons))
  expect(found.map((relation) => [relation.predicate, ...relation.arguments].map(words))).toEqual([
    ['began to sell', 'Acme', 'paint and oil', 'in Oslo', 'On Monday'],
  ])
})
