import { expect, test } from 'vitest'
import { told } from './told.ts'

const ANN = `
  Ann Ann NNP PROPN 3 nsubj person
  Lee Lee NNP PROPN 1 flat person`

const CASES: [what: string, written: string, expected: string[]][] = [
  [
    'she is a woman, its owner is the subject, the company is the one that was named',
    `${ANN}
  joined join VBD VERB 0 root
  Norvik Norvik NNP PROPN 3 obj organization
  Ltd Ltd NNP PROPN 4 flat organization
  . . . PUNCT 3 punct

  The the DT DET 2 det
  company company NN NOUN 3 nsubj
  praised praise VBD VERB 0 root
  her her PRP PRON 3 obj
  . . . PUNCT 3 punct

  It it PRP PRON 2 nsubj
  sold sell VBD VERB 0 root
  its its PRP$ PRON 4 nmod:poss
  ships ship NNS NOUN 2 obj
  . . . PUNCT 2 punct`,
    ['Ann Lee: her', 'Norvik Ltd: The company, It, its'],
  ],
  [
    'what its own sentence goes on to name is another company',
    `
  The the DT DET 2 det
  company company NN NOUN 3 nsubj
  bought buy VBD VERB 0 root
  Norvik Norvik NNP PROPN 3 obj organization
  , , , PUNCT 7 punct
  a a DT DET 7 det
  company company NN NOUN 4 appos
  . . . PUNCT 3 punct`,
    ['Norvik: '],
  ],
  [
    'a pronoun is not the subject of its own verb, a reflexive is',
    `${ANN}
  praised praise VBD VERB 0 root
  her her PRP PRON 3 obj
  and and CC CCONJ 6 cc
  blamed blame VBD VERB 3 conj
  herself herself PRP PRON 6 obj
  . . . PUNCT 3 punct`,
    ['Ann Lee: herself'],
  ],
  [
    'what "it" means nothing',
    `
  Norvik Norvik NNP PROPN 2 nsubj organization
  grew grow VBD VERB 0 root
  . . . PUNCT 2 punct

  It it PRP PRON 3 nsubj
  is be VBZ AUX 3 cop
  clear clear JJ ADJ 0 root
  that that IN SCONJ 6 mark
  fish fish NN NOUN 6 nsubj
  sells sell VBZ VERB 3 csubj
  . . . PUNCT 3 punct`,
    ['Norvik: '],
  ],
  [
    'a noun that the text called somebody by',
    `
  Prime prime NNP PROPN 2 compound
  Minister minister NNP PROPN 3 compound
  Olga Olga NNP PROPN 5 nsubj person
  Ruiz Ruiz NNP PROPN 3 flat person
  met meet VBD VERB 0 root
  Ivo Ivo NNP PROPN 5 obj person
  Marek Marek NNP PROPN 6 flat person
  . . . PUNCT 5 punct

  The the DT DET 2 det
  minister minister NN NOUN 3 nsubj
  left leave VBD VERB 0 root
  . . . PUNCT 3 punct`,
    ['Olga Ruiz: The minister', 'Ivo Marek: '],
  ],
  [
    'another company is not the company',
    `
  Norvik Norvik NNP PROPN 3 nsubj organization
  Ltd Ltd NNP PROPN 1 flat organization
  sued sue VBD VERB 0 root
  the the DT DET 6 det
  other other JJ ADJ 6 amod
  company company NN NOUN 3 obj
  . . . PUNCT 3 punct`,
    ['Norvik Ltd: '],
  ],
  [
    'who says I, and for whom somebody says we',
    `
  “ “ \`\` PUNCT 3 punct
  We we PRP PRON 3 nsubj
  won win VBD VERB 9 ccomp
  because because IN SCONJ 6 mark
  I I PRP PRON 6 nsubj
  ran run VBD VERB 3 advcl
  , , , PUNCT 3 punct
  ” ” '' PUNCT 3 punct
  said say VBD VERB 0 root
  Norvik Norvik NNP PROPN 11 compound organization
  chief chief NN NOUN 12 compound
  Ann Ann NNP PROPN 9 nsubj person
  Lee Lee NNP PROPN 12 flat person
  . . . PUNCT 9 punct`,
    ['Norvik: We', 'Ann Lee: I'],
  ],
]

test.each(CASES)('%s', (_, written, expected) => {
  expect(told(written)).toEqual(expected)
})
