import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from './read-text.ts'

/** What breaks readers of text: alone and in every mixture. */
const PIECES = [
  ...[
    'word',
    'Word',
    'WORD',
    'U.S.',
    'Mr.',
    'a',
    '9',
    '1,000',
    '.',
    '...',
    '!',
    '?',
    ',',
    '-',
    '—',
    '"',
    '“',
    '”',
    '’s',
    "n't",
  ],
  ...['(', ')', '$', 'US$', '€', '%', '#', '@', '&', '/', ':', '_', '*', 'http://a.b/c', 'a@b.cd', '1)', 'a.', '•'],
  ...['😀', '👩‍👩‍👧', '🇩🇪', 'e\u0301', '\ud800', '\udc00', 'שלום', 'مرحبا', '中文', 'ﬁ', '½'],
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u00a0',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\u202e',
    '\0',
  ],
]
const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), {
  maxLength: 60,
})

test('whatever is read, tokens lie in order inside their sentence, sentences inside their paragraph, and nothing is lost', () => {
  fc.assert(
    fc.property(text, (pieces) => {
      const source = pieces.join('')
      const { paragraphs, tokens, sentences } = readText(source)
      let at = 0
      for (const { start, end, from, to, paragraph } of sentences) {
        expect(from).toBe(at)
        expect(to).toBeGreaterThan(from)
        expect(start).toBe(tokens.start[from])
        expect(end).toBe(tokens.end[to - 1])
        expect(start).toBeGreaterThanOrEqual(paragraphs[paragraph]!.start)
        expect(end).toBeLessThanOrEqual(paragraphs[paragraph]!.end)
        at = to
      }
      expect(at).toBe(tokens.count)
      let covered = 0
      for (let i = 0; i < tokens.count; i++) {
        expect(tokens.end[i]).toBeGreaterThan(tokens.start[i]!)
        expect(tokens.start[i]).toBeGreaterThanOrEqual(covered)
        expect(source.slice(covered, tokens.start[i])).not.toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u)
        expect(source.slice(tokens.start[i], tokens.end[i])).toBe(tokens.text(i))
        covered = tokens.end[i]!
      }
      expect(source.slice(covered)).not.toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u)
    }),
    { seed: 7, numRuns: 500 },
  )
})

describe('time grows with the length and no faster', () => {
  const long = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length))
  test.each([
    'x',
    'a.',
    'a-',
    'a@',
    "a'",
    '1,',
    '1.',
    '1-',
    '(',
    '"',
    '.',
    '. ',
    '.) ',
    'http://a.b/',
    'www.',
    '👩‍👩‍👧',
    'e\u0301',
    'Mr. ',
    'U.S. ',
    '1) Word ',
    'WORD ',
    'word ',
    '• ',
    '\u200d',
    'a\n',
  ])('%j, over and over', (piece) => {
    const once = (size: number): number => {
      const source = long(piece, size)
      const began = performance.now()
      readText(source)
      return performance.now() - began
    }
    once(20_000)
    // 100,000 characters, at the speed of a slow machine; what is quadratic takes a minute.
    expect(once(100_000)).toBeLessThan(4000)
  })
})
