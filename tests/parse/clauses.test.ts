import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseTsv } from '../../src/base/tsv.ts'
import type { Clause, Phrase } from '../../src/doc/clause.ts'
import { readClauses } from '../../src/parse/clauses.ts'
import { Governors } from '../../src/parse/governors.ts'
import { treeOf } from './trees.ts'

const rows = (name: string) => parseTsv(readFileSync(`pipelines/lexicons/${name}.tsv`, 'utf8'), name)
const lexicons = {
  governors: new Governors(rows('governors')),
  agents: new Set(rows('agents').map(({ word }) => word!)),
  undergone: new Set(rows('undergone').map(({ word }) => word!)),
}

/** `lemma voice tense modality polarity`, then the arguments by name: `subjects=Acme|Globex`. */
function read(written: string): string[] {
  const { tree, sentences, tokens } = treeOf(written)
  const words = (phrase: Phrase & { preposition?: string }) =>
    (phrase.preposition ? `${phrase.preposition}: ` : '') +
    tokens.source.slice(tokens.start[phrase.from], tokens.end[phrase.to - 1])
  return readClauses(tree, sentences, lexicons).map((clause: Clause) => {
    const lists = (['subjects', 'objects', 'indirectObjects', 'agents', 'obliques'] as const)
      .filter((name) => clause[name].length > 0)
      .map((name) => ` ${name}=${clause[name].map(words).join('|')}`)
    const predicate = clause.predicate ? ` predicate=${words(clause.predicate)}` : ''
    const { lemma, voice, tense, modality, polarity } = clause
    return `${lemma} ${voice} ${tense} ${modality} ${polarity}${lists.join('')}${predicate}`
  })
}

const CASES: [name: string, tree: string, clauses: string[]][] = [
  [
    'coordinated subjects, a relative clause, control and obliques',
    `
    Acme Acme NNP PROPN 9 nsubj
    and and CC CCONJ 3 cc
    Globex Globex NNP PROPN 1 conj
    , , , PUNCT 6 punct
    which which WDT PRON 6 nsubj
    owns own VBZ VERB 3 acl:relcl
    Initech Initech NNP PROPN 6 obj
    , , , PUNCT 6 punct
    plan plan VBP VERB 0 root
    to to TO PART 11 mark
    sell sell VB VERB 9 xcomp
    the the DT DET 13 det
    bank bank NN NOUN 11 obj
    to to IN ADP 15 case
    Hooli Hooli NNP PROPN 11 obl
    on on IN ADP 17 case
    Monday Monday NNP PROPN 11 obl
    . . . PUNCT 9 punct`,
    [
      'own active present asserted positive subjects=Globex objects=Initech',
      'plan active present asserted positive subjects=Acme|Globex',
      'sell active future planned positive subjects=Acme|Globex objects=the bank obliques=to: Hooli|on: Monday',
    ],
  ],
  [
    'an auxiliary shared by two participles',
    `
    The the DT DET 2 det
    thief thief NN NOUN 4 nsubj:pass
    was be VBD AUX 4 aux:pass
    arrested arrest VBN VERB 0 root
    and and CC CCONJ 6 cc
    charged charge VBN VERB 4 conj
    by by IN ADP 8 case
    police police NN NOUN 6 obl:agent`,
    [
      'arrest passive past asserted positive subjects=The thief',
      'charge passive past asserted positive subjects=The thief agents=police',
    ],
  ],
  [
    'raising under a negation, and the gap of a relative clause',
    `
    The the DT DET 2 det
    firm firm NN NOUN 5 nsubj:pass
    is be VBZ AUX 5 aux:pass
    not not RB PART 5 advmod
    expected expect VBN VERB 0 root
    to to TO PART 7 mark
    close close VB VERB 5 xcomp
    the the DT DET 9 det
    mine mine NN NOUN 7 obj
    it it PRP PRON 11 nsubj
    bought buy VBD VERB 9 acl:relcl`,
    [
      'expect passive present asserted negative subjects=The firm',
      'close active future expected negative subjects=The firm objects=the mine',
      'buy active past asserted positive subjects=it objects=the mine',
    ],
  ],
  [
    'secondary predicates, and a verb that shares no auxiliary',
    `
    Smith Smith NNP PROPN 3 nsubj:pass
    was be VBD AUX 3 aux:pass
    named name VBN VERB 0 root
    chairman chairman NN NOUN 3 xcomp
    and and CC CCONJ 6 cc
    became become VBD VERB 3 conj
    a a DT DET 8 det
    citizen citizen NN NOUN 6 xcomp`,
    [
      'name passive past asserted positive subjects=Smith predicate=chairman',
      'become active past asserted positive subjects=Smith predicate=a citizen',
    ],
  ],
  [
    'a forecast, a condition and a refusal',
    `
    Prices price NNS NOUN 3 nsubj
    will will MD AUX 3 aux
    fall fall VB VERB 0 root
    if if IN SCONJ 7 mark
    the the DT DET 6 det
    ministry ministry NN NOUN 7 nsubj
    refuses refuse VBZ VERB 3 advcl
    to to TO PART 9 mark
    cut cut VB VERB 7 xcomp
    taxes tax NNS NOUN 9 obj`,
    [
      'fall active future expected positive subjects=Prices',
      'refuse active present expected positive subjects=the ministry',
      'cut active present expected negative subjects=the ministry objects=taxes',
    ],
  ],
  [
    'a denial, a plan of an agent and a particle',
    `
    She she PRP PRON 2 nsubj
    denied deny VBD VERB 0 root
    that that IN SCONJ 6 mark
    Acme Acme NNP PROPN 6 nsubj
    will will MD AUX 6 aux
    take take VB VERB 2 ccomp
    over over RP ADP 6 compound:prt
    Globex Globex NNP PROPN 6 obj`,
    [
      'deny active past asserted positive subjects=She',
      'take over active future planned negative subjects=Acme objects=Globex',
    ],
  ],
  [
    'who makes a plan, and no plan at all',
    `
    The the DT DET 2 det
    club club NN NOUN 3 nsubj
    has have VBZ VERB 0 root
    no no DT DET 5 det
    plans plan NNS NOUN 3 obj
    to to TO PART 7 mark
    move move VB VERB 5 acl`,
    [
      'have active present asserted negative subjects=The club objects=no plans to move',
      'move active future planned negative subjects=The club',
    ],
  ],
  [
    'a copula, its subject with an appositive, and a participle on a noun',
    `
    Ann Ann NNP PROPN 9 nsubj
    Lee Lee NNP PROPN 1 flat
    , , , PUNCT 5 punct
    42 42 CD NUM 5 nummod
    years year NNS NOUN 1 appos
    , , , PUNCT 1 punct
    is be VBZ AUX 9 cop
    the the DT DET 9 det
    head head NN NOUN 0 root
    of of IN ADP 12 case
    a a DT DET 12 det
    bank bank NN NOUN 9 nmod
    based base VBN VERB 12 acl
    in in IN ADP 15 case
    Oslo Oslo NNP PROPN 13 obl`,
    [
      'head active present asserted positive subjects=Ann Lee predicate=the head of a bank based in Oslo',
      'base passive past asserted positive subjects=a bank based in Oslo obliques=in: Oslo',
    ],
  ],
]

test.each(CASES)('%s', (_, tree, clauses) => {
  expect(read(tree)).toEqual(clauses)
})

test('asks what a question asks', () => {
  const { tree, sentences } = treeOf(`
    Did do VBD AUX 3 aux
    Acme Acme NNP PROPN 3 nsubj
    buy buy VB VERB 0 root
    Globex Globex NNP PROPN 3 obj
    ? ? . PUNCT 3 punct`)
  expect(readClauses(tree, sentences, lexicons)[0]).toMatchObject({
    question: true,
    modality: 'expected',
    tense: 'past',
  })
})

test('asks a tree for possessors, modifiers and appositives', () => {
  const { tree, tokens } = treeOf(`
    Acme Acme NNP PROPN 3 nmod:poss
    's 's POS PART 1 case
    head head NN NOUN 0 root
    of of IN ADP 5 case
    sales sale NNS NOUN 3 nmod
    , , , PUNCT 7 punct
    Ann Ann NNP PROPN 3 appos`)
  const words = (phrase: Phrase | undefined) =>
    phrase && tokens.source.slice(tokens.start[phrase.from], tokens.end[phrase.to - 1])
  expect(words(tree.possessor(2))).toBe('Acme')
  expect(tree.modifiers(2).map((phrase) => `${phrase.preposition} ${words(phrase)}`)).toEqual(['of sales'])
  expect(tree.appositives(2).map(words)).toEqual(['Ann'])
})

test('a participle whose auxiliary is left out, and a clause behind a comma that is no part of the phrase', () => {
  expect(
    read(`
    Two two CD NUM 8 nsubj:pass
    , , , PUNCT 3 punct
    seen see VBN VERB 1 acl
    by by IN ADP 5 case
    Ann Ann NNP PROPN 3 obl:agent
    , , , PUNCT 3 punct
    were be VBD AUX 8 aux:pass
    killed kill VBN VERB 0 root
    and and CC CCONJ 11 cc
    ten ten CD NUM 11 nsubj
    injured injure VBD VERB 8 conj`),
  ).toEqual([
    'see passive past asserted positive subjects=Two agents=Ann',
    'kill passive past asserted positive subjects=Two',
    'injure passive past asserted positive subjects=ten',
  ])
})
