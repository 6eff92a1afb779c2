import { expect, test } from 'vitest'
import { article, sentences, tokens } from '../../src/doc/layers.ts'
import { readTextLine, readTokenLine } from '../../src/read/json-line.ts'

const place = { uri: 'in.jsonl', line: 3 }

test('a text line is all body, header or not', () => {
  const text = '## Title: A\n\nZoë \u{1F600} paid.\u2028'
  const read = readTextLine(JSON.stringify({ id: 'a', text, published: '26 July 2022' }), place).get(article)
  expect(read).toMatchObject({
    id: 'a',
    text,
    published: { iso: '2022-07-26' },
    blocks: [{ start: 0, end: text.length }],
  })
})

test('given tokens are joined by blanks, sentences by line feeds, and both are kept', () => {
  const given = [
    ['The', 'new economy', 'grew', '.'],
    ['\u{1F600}', 'It', 'did', 'n’t', '.'],
  ]
  const document = readTokenLine(JSON.stringify({ id: 'a', sentences: given }), place)
  const { text } = document.get(article)
  expect(text).toBe('The new economy grew .\n\u{1F600} It did n’t .')
  const all = document.get(tokens)
  expect(Array.from({ length: all.count }, (_, i) => all.text(i))).toEqual(given.flat())
  expect(document.get(sentences)).toEqual([
    { start: 0, end: 22, from: 0, to: 4, paragraph: 0, zone: 'body' },
    { start: 23, end: text.length, from: 4, to: 9, paragraph: 1, zone: 'body' },
  ])
})

test.each([
  ['{', 'Expected JSON'],
  ['[]', 'one article a line'],
  ['{"id": "a"}', '`text`'],
  ['{"id": "", "text": "x"}', '`id`'],
])('%s is an error that names the line', (json, message) => {
  expect(() => readTextLine(json, place)).toThrow(message)
  expect(() => readTextLine(json, place)).toThrow('(in.jsonl, line 3)')
})

test.each([
  ['{"id": "a", "sentences": [[]]}', '`sentences.0`'],
  ['{"id": "a", "sentences": [["a "]]}', 'white space at its edges'],
  ['{"id": "a", "text": "x"}', '`sentences`'],
])('%s has no tokens to keep', (json, message) => expect(() => readTokenLine(json, place)).toThrow(message))
