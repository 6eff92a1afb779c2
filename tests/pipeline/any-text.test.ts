import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadPipeline, type Pipeline } from '../../src/pipeline/pipeline.ts'
import { articlesOf } from '../../src/read/files.ts'
import { verifySheet } from '../../src/sheet/verify.ts'

let pipeline: Pipeline
beforeAll(async () => {
  pipeline = await loadPipeline('news')
})

const extract = (text: string) => {
  const [article] = articlesOf(Buffer.from(text), 'any.txt')
  return pipeline.extract(article!)
}

const SENTENCES =
  'Acme Corp said on Monday that it had bought Globex for $5 million. Bo Smith, 42, its chairman, denied it. ' +
  'Sales rose 7.7 percent to €3.5bn in the first half. According to the ministry, three people were killed near Oslo.'

/** The same words, each way that bytes may carry them. */
const DRESSES: readonly [string, (text: string) => string][] = [
  ['as it is', (text) => text],
  ['line ends of Windows', (text) => text.replaceAll('. ', '.\r\n\r\n')],
  ['no-break spaces', (text) => text.replaceAll(' ', '\u00a0')],
  ['an emoji before every word', (text) => text.replaceAll(' ', ' \u{1F469}\u200d\u{1F680} ')],
  ['combining marks', (text) => text.replaceAll('o', 'o\u0308')],
  ['capitals', (text) => text.toUpperCase()],
  ['no capitals', (text) => text.toLowerCase()],
  ['no spaces', (text) => text.replaceAll(' ', '')],
  ['right to left', (text) => `\u202b${text.replaceAll('Acme Corp', '\u05d0\u05e7\u05de\u05d4')}\u202c`],
  ['typographic quotes', (text) => `\u201c${text.replaceAll('. ', '.\u201d \u201c')}`],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['tabs and form feeds', (text) => text.replaceAll(' ', '\t').replaceAll('.', '.\f')],
  ['Unicode line separators', (text) => text.replaceAll('. ', '.\u2028')],
]

test.each(DRESSES)('%s: a sound sheet, and the same again', (_, dress) => {
  const sheet = extract(dress(SENTENCES))
  expect(verifySheet(sheet)).toEqual([])
  expect(extract(dress(SENTENCES))).toEqual(sheet)
})

// Pieces that rules look for, in an order nobody would write.
const PIECES = (
  'Acme|Corp|Globex Ltd|Mr.|Bo Smith|he|its|the company|said|according to|will|not|bought|rose|owned by|, who|which|“|”|"|(|)|' +
  '$5 million|7.7 percent|€3.5bn|200 brands|last year|on Monday|May|2018|in the first half|two years ago|42|, 42,|5.30 a.m.|' +
  'Oslo|Norway|Chinese|chairman|of the|and|because of|.|,|;|:|—|-|/|’s|\n|\r\n|\n\n|\t|\u00a0|\u{1F600}|e\u0301|\u05d0|\u4e0a\u6d77|…|@|http://x.y|A.|U.S.|'
).split('|')

describe('whatever the text, the sheet is sound', () => {
  const sound = (text: string): void => {
    if (text.trim() !== '' && !text.includes('\0')) expect(verifySheet(extract(text))).toEqual([])
  }
  const settings = { seed: 20, numRuns: 150, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false }

  test('words in any order', () => {
    const glue = fc.constantFrom(' ', ' ', ' ', '')
    const text = fc.array(fc.tuple(fc.constantFrom(...PIECES), glue), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(text, (pieces) => sound(pieces.flat().join(''))),
      settings,
    )
  })

  test('characters in any order', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .filter((any) => !/[\u0001-\u001f\u007f]/.test(any))
    fc.assert(fc.property(text, sound), settings)
  })
})

test('one word alone, one mark alone, one number too long', () => {
  for (const text of [
    'Acme',
    '.',
    '“',
    '\u{1F600}',
    '\u0301',
    '5',
    '$',
    '(AP)',
    'Mr.',
    '\u200f',
    '## ',
    '9'.repeat(400),
  ]) {
    expect(verifySheet(extract(text)), text).toEqual([])
  }
})
