import { expect, test } from 'vitest'
import { type Sentence, Tokens } from '../../src/doc/tokens.ts'
import { freeNames, hangDates, headTitledNames, joinNeighbours } from '../../src/parse/parse-repair.ts'

const sentence: Sentence = { start: 0, end: 0, from: 0, to: 4, paragraph: 0, zone: 'body' }

test('nouns side by side are a compound', () => {
  // total retail sales grew: `sales` hung on `retail` as its conjunct
  const parse = { head: Int32Array.of(1, 3, 1, -1), deprel: ['amod', 'nsubj', 'conj', 'root'] }
  const { head, deprel } = joinNeighbours(parse, { upos: ['ADJ', 'NOUN', 'NOUN', 'VERB'] }, [sentence])
  expect([...head]).toEqual([2, 2, 3, -1])
  expect(deprel).toEqual(['amod', 'compound', 'nsubj', 'root'])
})

test('what a comma parts stays coordinated', () => {
  // tea , coffee grew
  const parse = { head: Int32Array.of(3, 2, 0, -1), deprel: ['nsubj', 'punct', 'conj', 'root'] }
  const { head } = joinNeighbours(parse, { upos: ['NOUN', 'PUNCT', 'NOUN', 'VERB'] }, [sentence])
  expect([...head]).toEqual([3, 2, 0, -1])
})

test('a date behind a name says when it was done', () => {
  // founded by Gates in 1975
  const upos = ['VERB', 'ADP', 'PROPN', 'ADP', 'NUM']
  const lemma = ['found', 'by', 'gates', 'in', '1975']
  const parse = { head: Int32Array.of(-1, 2, 0, 4, 2), deprel: ['root', 'case', 'obl:agent', 'case', 'nmod'] }
  expect([...hangDates(parse, { upos, lemma }).head]).toEqual([-1, 2, 0, 4, 0])
  // A number that is no year stays.
  expect([...hangDates(parse, { upos, lemma: [...lemma.slice(0, 4), '12'] }).head]).toEqual([-1, 2, 0, 4, 2])
})

test('yesterday is no name for a court', () => {
  // the court yesterday fined
  const parse = { head: Int32Array.of(1, 3, 1, -1), deprel: ['det', 'nsubj', 'appos', 'root'] }
  const { head, deprel } = hangDates(parse, {
    upos: ['DET', 'NOUN', 'NOUN', 'VERB'],
    lemma: ['the', 'court', 'yesterday', 'fine'],
  })
  expect([...head]).toEqual([1, 3, 3, -1])
  expect(deprel[2]).toBe('obl:unmarked')
})

test('a title right in front of a name is no noun that the name renames', () => {
  // freed former president Smith of fraud
  const parse = {
    head: Int32Array.of(-1, 2, 0, 2, 5, 2),
    deprel: ['root', 'amod', 'obj', 'appos', 'case', 'nmod'],
  }
  const { head, deprel } = headTitledNames(parse, { upos: ['VERB', 'ADJ', 'NOUN', 'PROPN', 'ADP', 'NOUN'] })
  expect([...head]).toEqual([-1, 2, 3, 0, 5, 3])
  expect(deprel.slice(2, 4)).toEqual(['nmod:desc', 'obj'])
})

test('a name in front of a sum is no kind of money', () => {
  const sums = (name: string) => {
    const source = `fined ${name} $ 5`
    const starts = [0, 6, 7 + name.length, 9 + name.length]
    const ends = [5, 6 + name.length, 8 + name.length, 10 + name.length]
    const tokens = new Tokens(source, Int32Array.from(starts), Int32Array.from(ends), new Int32Array(4))
    const parse = { head: Int32Array.of(-1, 2, 0, 2), deprel: ['root', 'compound', 'obj', 'nummod'] }
    return freeNames(parse, { upos: ['VERB', 'PROPN', 'SYM', 'NUM'], xpos: ['VBD', 'NNP', '$', 'CD'] }, tokens)
  }
  expect([...sums('Acme').head]).toEqual([-1, 0, 0, 2])
  expect(sums('Acme').deprel[1]).toBe('iobj')
  expect([...sums('US').head]).toEqual([-1, 2, 0, 2])
})
