import { describe, expect, test } from 'vitest'
import { ReadError } from '../../src/base/errors.ts'
import { random } from '../../src/base/mix.ts'
import { Article } from '../../src/doc/article.ts'
import { articlesOf } from '../../src/read/files.ts'
import { FORMATS } from '../../src/read/formats.ts'

const read = (text: string | Uint8Array, uri = 'folder/acme.txt'): Article => {
  const [article] = articlesOf(typeof text === 'string' ? Buffer.from(text) : text, uri)
  return article!
}
const zones = ({ text, blocks }: Article) => blocks.map(({ start, end, zone }) => `${zone}: ${text.slice(start, end)}`)

const HEADED = `## Title: Acme buys Globex
## Supertitle: 
## Section: Business
## Date: Monday, March 4, 2019 - 09:30

Acme buys Globex

Acme Corp bought Globex on Monday.
It paid $5 million. (Newswire Daily)
`

describe('headed text', () => {
  test('header lines are metadata and lie in no block', () => {
    const article = read(HEADED)
    expect(article).toMatchObject({
      id: 'acme',
      headline: 'Acme buys Globex',
      supertitle: null,
      section: 'Business',
      published: { iso: '2019-03-04T09:30', grain: 'minute', text: 'Monday, March 4, 2019 - 09:30' },
      credit: 'Newswire Daily',
      source: { uri: 'folder/acme.txt', format: 'headed-text' },
      text: HEADED,
      notices: [],
    })
    expect(zones(article)).toEqual([
      'headline: Acme buys Globex',
      'body: Acme Corp bought Globex on Monday.\nIt paid $5 million.',
      'credit: (Newswire Daily)',
    ])
  })

  test('there may be no headline line and no credit', () => {
    const article = read('## Title: Rain\n\nRain fell in Ames (Iowa).\nIt stopped.\n')
    expect(article.headline).toBe('Rain')
    expect(zones(article)).toEqual(['body: Rain fell in Ames (Iowa).\nIt stopped.'])
  })

  test('a credit on a line of its own is no body', () => {
    expect(zones(read('## Title: Rain\n\nRain fell.\n\n(With inputs from agencies)\n'))).toEqual([
      'body: Rain fell.',
      'credit: (With inputs from agencies)',
    ])
  })

  test.each([
    'It ended. (See page 4 for what was left out)',
    'The total was higher (128 deaths).',
    'Shares of Acme (ACM)',
  ])('no credit: %s', (last) => expect(read(`## Title: Rain\n\nRain fell.\n${last}\n`).credit).toBeNull())

  test('what the header says twice, wrongly or unknown is noticed', () => {
    const { notices, text, published } = read('## Title: A\n## Title: B\n## Mood: good\n## Date: soon\n\nRain fell.\n')
    expect(published).toBeNull()
    expect(notices!.map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([
      ['header/said-twice', '## Title: B'],
      ['header/unknown-key', '## Mood: good'],
      ['published/unreadable', 'soon'],
    ])
  })

  test('a heading in the text is no header', () => {
    expect(zones(read('## Title: A\n\n## Outlook: rain\nIt rained.\n'))).toEqual(['body: ## Outlook: rain\nIt rained.'])
  })
})

describe('plain text', () => {
  test('a line that stands alone on top is the headline', () => {
    const article = read('Acme buys Globex\n\nAcme Corp bought Globex.\n')
    expect(article).toMatchObject({ headline: 'Acme buys Globex', published: null, source: { format: 'plain-text' } })
    expect(zones(article)).toEqual(['headline: Acme buys Globex', 'body: Acme Corp bought Globex.'])
  })

  test('a sentence on top, or a line in running text, is none', () => {
    expect(read('Acme bought Globex.\n\nIt paid.').headline).toBeNull()
    expect(read('Acme bought\nGlobex.').headline).toBeNull()
  })

  test.each([
    ['BEIJING, July 18 (Newswire) -- Acme bought Globex.', 'BEIJING, July 18 (Newswire)'],
    ['Rustenburg – Former manager Bo Smith was held.', 'Rustenburg'],
    ['SAN JOSE: Rain fell.', 'SAN JOSE'],
    ['CAIRO- 24 July 2022: President Bo Smith spoke.', 'CAIRO- 24 July 2022'],
    ['Port-au-Prince – 26 July 2022: Rain fell.', 'Port-au-Prince – 26 July 2022'],
    ['Acme bought Globex - again.', null],
    ['Well-known Acme fell.', null],
  ])('dateline of %s', (text, dateline) => expect(read(text).dateline).toBe(dateline))

  test('a dateline is a paragraph of its own, so that no name begins in it', () => {
    expect(zones(read('OSLO - Acme bought Globex.\nIt paid.'))).toEqual([
      'body: OSLO',
      'body: Acme bought Globex.\nIt paid.',
    ])
  })
})

describe('bytes', () => {
  const body = 'Zoë paid “€5” in Zürich.'
  const utf16 = (text: string, big: boolean) => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    return big ? bytes.swap16() : bytes
  }

  test('UTF-8, with and without a byte order mark, which stays in the text', () => {
    expect(zones(read(body))).toEqual([`body: ${body}`])
    const article = read(`\ufeff## Title: A\n\n${body}`)
    expect(article.text).toBe(`\ufeff## Title: A\n\n${body}`)
    expect(article.headline).toBe('A')
    expect(zones(article)).toEqual([`body: ${body}`])
  })

  test.each([false, true])('UTF-16 with a byte order mark (big-endian: %s)', (big) => {
    expect(zones(read(utf16(`## Title: A\n\n${body}`, big)))).toEqual([`body: ${body}`])
  })

  test('Latin-1 and windows-1252', () => {
    expect(read(Buffer.from('Zo\u00eb paid in Z\u00fcrich.', 'latin1')).text).toBe('Zoë paid in Zürich.')
    expect(read(Buffer.from([0x93, 0x80, 0x35, 0x94])).text).toBe('“€5”')
  })

  test('CRLF', () => {
    const article = read(HEADED.replaceAll('\n', '\r\n'))
    expect(article.published?.iso).toBe('2019-03-04T09:30')
    expect(zones(article)[1]).toBe('body: Acme Corp bought Globex on Monday.\r\nIt paid $5 million.')
  })

  test('emoji, combining marks and right-to-left text keep their offsets', () => {
    const line = '\u{1F3ED} Zoe\u0308 in \u05ea\u05dc \u05d0\u05d1\u05d9\u05d1 \u200fpaid 5 \u{1F469}\u200d\u{1F680}.'
    expect(zones(read(`## Title: \u{1F600}\n\n${line}\n`))).toEqual([`body: ${line}`])
  })

  test.each([
    ['an empty file', Buffer.alloc(0), 'got an empty file'],
    ['white space only', Buffer.from(' \n\t\r\n\u00a0'), 'got white space only'],
    ['a byte order mark only', Buffer.from('\ufeff'), 'got white space only'],
    ['a header without body', Buffer.from('## Title: A\n## Date: 2019\n'), 'Expected text below the header, got none'],
    ['a NUL', Buffer.from('Acme\0paid.'), 'got a NUL'],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]), 'got a NUL'],
    ['binary without a NUL', Buffer.from(Array.from({ length: 400 }, (_, i) => 1 + ((i * 37) % 255))), 'binary file'],
    ['UTF-16 cut in half', Buffer.from([0xff, 0xfe, 0x41]), 'UTF-16LE that its byte order mark promises'],
    ['one line of 50 MB', Buffer.alloc(50 << 20, 'a'), 'at most 1048576 bytes, got 52428800'],
  ])('%s is one clear error that names the file', (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(message)
    expect(() => read(bytes)).toThrow('folder/acme.txt')
  })

  test('an ending that no format knows is refused, unless the format is named', () => {
    const bytes = Buffer.from('Rain fell.')
    expect(() => read(bytes, 'a.pdf')).toThrow('.txt')
    expect([...articlesOf(bytes, 'a.2019', { format: 'plain-text' })]).toHaveLength(1)
    expect(() => [...articlesOf(bytes, 'a.txt', { format: 'morse' })]).toThrow('`morse`')
    expect(() => [...articlesOf(bytes, 'a.txt', { format: 'headed-text' })]).toThrow('headed-text')
  })
})

const WORDS = 'Acme Corp bought Globex on Monday, and paid five million dollars for it in Ames. '.repeat(4)
/** A file of each format. */
const SAMPLES: Record<string, readonly [uri: string, text: string]> = {
  'headed-text': ['a.txt', HEADED],
  'plain-text': ['a.txt', HEADED.slice(HEADED.indexOf('\n\n') + 2)],
  html: ['a.html', `<html><body><h1>Acme</h1><p>${WORDS}</p><p>${WORDS}\u{1F3ED}</p></body></html>`],
  nitf: ['a.xml', `<nitf><body><body.content><p>${WORDS}</p></body.content></body></nitf>`],
  'newsml-g2': [
    'a.xml',
    `<newsItem guid="g"><contentSet><inlineXML><p>${WORDS}</p></inlineXML></contentSet></newsItem>`,
  ],
  feed: ['a.rss', `<rss><channel><item><title>Acme</title><description>${WORDS}</description></item></channel></rss>`],
  ninjs: ['a.json', JSON.stringify({ uri: 'u', versioncreated: '2019-03-04', body_text: WORDS })],
  json: ['a.json', JSON.stringify({ title: 'Acme', text: WORDS })],
}

test.each(FORMATS)('$name gives sorted blocks inside the text, and the same article twice', ({ name }) => {
  const [uri, text] = SAMPLES[name]!
  const article = read(text, uri)
  expect(article.source.format).toBe(name)
  expect(article.blocks.length).toBeGreaterThan(0)
  expect(Article.parse(article)).toEqual(read(text, uri))
  let end = 0
  for (const block of article.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end)
    expect(block.end).toBeGreaterThan(block.start)
    expect(article.text.slice(block.start, block.end)).toMatch(/^\S[\s\S]*\S$/)
    end = block.end
  }
  expect(end).toBeLessThanOrEqual(article.text.length)
})

// Whatever a file holds, it gives an article or one clear error; nothing else escapes a reader.
test.each(FORMATS)(
  '$name, cut and changed at random, gives an article or a ReadError that names the file',
  ({ name }) => {
    const [uri, text] = SAMPLES[name]!
    const next = random(7)
    for (let round = 0; round < 60; round++) {
      const bytes = Buffer.from(text)
      const cut = bytes.subarray(0, Math.floor(next() * bytes.length))
      for (let k = 0; k < 4 && cut.length > 0; k++) cut[Math.floor(next() * cut.length)] = Math.floor(next() * 256)
      try {
        for (const { blocks, text: whole } of articlesOf(cut, uri)) {
          for (const { start, end } of blocks) expect(end <= whole.length && start < end).toBe(true)
        }
      } catch (error) {
        expect(error).toBeInstanceOf(ReadError)
        expect((error as Error).message).toContain(uri)
      }
    }
  },
)
