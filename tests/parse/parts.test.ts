import { expect, test } from 'vitest'
import { toConllu } from '../../src/parse/conllu.ts'
import { cutLong } from '../../src/parse/parts.ts'
import { treeOf } from './trees.ts'

const sentence = (from: number, to: number) => ({ from, to, start: from, end: to, paragraph: 0, zone: 'body' as const })

test('a long sentence is cut behind its last mark that fits, or where no more fits', () => {
  const xpos = Array.from({ length: 25 }, (_, i) => (i === 8 ? ',' : 'NN'))
  const sentences = [sentence(0, 20), sentence(20, 25)]
  const { parts, long } = cutLong(sentences, xpos, 10)
  expect(parts).toEqual([
    { from: 0, to: 9 },
    { from: 9, to: 19 },
    { from: 19, to: 20 },
    { from: 20, to: 25 },
  ])
  expect(long).toEqual([sentences[0]])
  expect(cutLong(sentences, xpos, 20).parts).toBe(sentences)
})

test('CoNLL-U has one root a sentence, whatever its parts', () => {
  const { tokens, sentences, tags, parse } = treeOf(`
    Acme Acme NNP PROPN 2 nsubj
    grew grow VBD VERB 0 root
    it it PRP PRON 4 nsubj
    fell fall VBD VERB 0 root`)
  expect(toConllu('a', tokens, sentences, tags, parse)).toBe(
    [
      '# newdoc id = a',
      '# sent_id = a-1',
      '# text = Acme grew it fell',
      '1\tAcme\tAcme\tPROPN\tNNP\t_\t2\tnsubj\t_\t_',
      '2\tgrew\tgrow\tVERB\tVBD\t_\t0\troot\t_\t_',
      '3\tit\tit\tPRON\tPRP\t_\t4\tnsubj\t_\t_',
      '4\tfell\tfall\tVERB\tVBD\t_\t2\tparataxis\t_\t_',
      '',
      '',
    ].join('\n'),
  )
})
