import { expect, test } from 'vitest'
import { stretchesOf } from '../../src/tag/stretches.ts'
import { CAPITAL, HAS_CAPITAL } from '../../src/tag/word-book.ts'

const sentence = (from: number, to: number) => ({
  from,
  to,
  paragraph: 0,
  zone: 'body' as const,
  start: 0,
  end: 0,
  list: false,
})

/** The stretches of sentences of words, as their words. */
function cut(...texts: string[]): string[] {
  const words = texts.flatMap((text) => text.split(' '))
  const flags = Uint8Array.from(words, (word) =>
    /^[A-Z]/.test(word) ? CAPITAL | HAS_CAPITAL : /[A-Z]/.test(word) ? HAS_CAPITAL : 0,
  )
  let from = 0
  const sentences = texts.map((text) => {
    const to = from + text.split(' ').length
    const made = sentence(from, to)
    from = to
    return made
  })
  return stretchesOf({ flags }, sentences).map(({ from, to }) => words.slice(from, to).join(' '))
}

test('a stretch is a word with a capital, one word before it and two behind', () => {
  expect(cut('it was said that Ana came here too late')).toEqual(['that Ana came here'])
  expect(cut('they sold an iPhone')).toEqual(['an iPhone'])
})

test('words with capitals that are not far apart share a stretch', () => {
  expect(cut('the Bank of the far West closed')).toEqual(['the Bank of the far West closed'])
  expect(cut('the Bank was by far the best for Ana')).toEqual(['the Bank was by', 'for Ana'])
})

test('no stretch goes over the end of a sentence, nor stands where there is no capital', () => {
  expect(cut('then came Ana', 'and Ben', 'nobody else')).toEqual(['came Ana', 'and Ben'])
})
