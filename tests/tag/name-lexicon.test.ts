import { expect, test } from 'vitest'
import { SetupError } from '../../src/base/errors.ts'
import { sentences, tokens } from '../../src/doc/layers.ts'
import { composePipeline } from '../../src/pipeline/load.ts'
import { readNameLexicon } from '../../src/tag/name-lexicon.ts'
import { plainArticle } from '../articles.ts'

const { annotate } = await composePipeline('news', { until: new Set(['sentences']) })

const LISTS = [
  {
    list: 'mine',
    rows: [
      { name: 'Acme', type: 'organization', subtype: 'company', wins: '', source: 'own' },
      { name: 'Acme Bank of Norway', type: 'organization', subtype: 'company', wins: 'yes', source: 'own' },
      { name: 'A.B. Olsen', type: 'person', subtype: '', wins: '', source: 'own' },
      { name: 'Zap!', type: 'product', subtype: 'brand', wins: '', source: 'own' },
    ],
  },
]

function found(text: string): string[] {
  const document = annotate(plainArticle(text))
  const lexicon = readNameLexicon(LISTS)
  return lexicon
    .find(document.get(tokens), document.get(sentences))
    .map(({ start, end, type, subtype, score }) => `${text.slice(start, end)} ${type} ${subtype ?? '-'} ${score}`)
}

test('the longest entry that begins at a word is found, with what the list says', () => {
  expect(found('The Acme Bank of Norway and Acme grew.')).toEqual([
    'Acme Bank of Norway organization company 1',
    'Acme organization company 0.5',
  ])
})

test('entries may hold dots and marks', () => {
  expect(found('It was A.B. Olsen who sold Zap! again.')).toEqual(['A.B. Olsen person - 0.9', 'Zap! product brand 0.5'])
})

test('a part of a word is no name, nor is another case', () => {
  expect(found('Acmeist poets met at ACME, acme and MacAcme.')).toEqual([])
})

test.each([
  [{ name: 'X', type: 'firm' }, /Expected a `type` among person, .* got `firm` for `X` \(lexicon mine\)/],
  [{ name: 'X', type: 'person', subtype: 'company' }, /Expected a `subtype` of person, got `company`/],
  [{ name: 'X', type: 'person', wins: 'maybe' }, /Expected `wins` to be yes or empty, got `maybe`/],
  [{ name: ' ', type: 'person' }, /Expected a `name` in every row/],
])('a row that says nothing sensible is refused: %j', (row, message) => {
  const read = () => readNameLexicon([{ list: 'mine', rows: [row] }])
  expect(read).toThrow(SetupError)
  expect(read).toThrow(message)
})
