import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readingsOf } from '../../src/read/files.ts'
import { type ItemOptions, itemsOf } from '../../src/read/items.ts'
import { LIMITS } from '../../src/read/limits.ts'
import { filesIn, tempFolder } from '../run/archive.ts'
import { tar, zip } from './packed.ts'

const bytes = (text: string) => Buffer.from(text)

/** What is found in files: texts and errors by place. */
async function found(files: Record<string, string | Uint8Array>, options: ItemOptions = {}) {
  const root = filesIn(tempFolder(), files)
  const rows: [string, string][] = []
  for await (const item of itemsOf([root], { root, ...options })) {
    if ('error' in item) rows.push([item.place, `error: ${item.error.message}`])
    else if ('article' in item) rows.push([item.place, item.article.text])
    else {
      try {
        for (const reading of readingsOf(item.file.bytes, item.file.uri, item.file)) {
          rows.push([item.place, reading instanceof Error ? `error: ${reading.message}` : reading.text])
        }
      } catch (error) {
        rows.push([item.place, `error: ${(error as Error).message}`])
      }
    }
  }
  return rows
}

describe('packed files', () => {
  const rain = { name: 'a/rain.txt', data: bytes('Rain fell.') }

  test('zip, tar and gz, also in one another', async () => {
    expect(
      await found({
        '1.zip': zip([rain, { name: 'b.jsonl', data: bytes('{"text": "Snow fell."}\n') }]),
        '2.tar': tar([rain]),
        '3.tgz': gzipSync(tar([rain, { name: 'in.zip', data: zip([rain]) }])),
        '4.txt.gz': Buffer.concat([gzipSync('Hail '), gzipSync('fell.')]),
      }),
    ).toEqual([
      ['1.zip!a/rain.txt', 'Rain fell.'],
      ['1.zip!b.jsonl, line 1', 'Snow fell.'],
      ['2.tar!a/rain.txt', 'Rain fell.'],
      ['3.tgz!a/rain.txt', 'Rain fell.'],
      ['3.tgz!in.zip!a/rain.txt', 'Rain fell.'],
      ['4.txt.gz', 'Hail fell.'],
    ])
  })

  test('an entry with other bytes than its archive summed up is not taken for sound', async () => {
    const packed = zip([{ name: 'damaged.txt', data: bytes('Rain fall.'), lie: { sum: 1 } }, rain])
    expect(await found({ '1.zip': packed })).toEqual([
      ['1.zip!damaged.txt', expect.stringContaining('Expected a sound entry: its bytes do not have the checksum')],
      ['1.zip!a/rain.txt', 'Rain fell.'],
    ])
  })

  test('names that lead out of the archive, passwords, bombs and lies are refused one by one', async () => {
    const zeros = Buffer.alloc(9 << 20)
    const rows = await found({
      '1.zip': zip([
        { name: '../../evil.txt', data: bytes('Evil.') },
        { name: '/etc/evil.txt', data: bytes('Evil.') },
        { name: 'locked.txt', data: bytes('Locked.'), lie: { encrypted: true } },
        { name: 'bomb.txt', data: zeros },
        { name: 'lies.txt', data: Buffer.alloc(5000, 'a'), lie: { size: 10 } },
        rain,
      ]),
      '2.tar': tar([{ name: '../evil.txt', data: bytes('Evil.') }, rain]),
      '3.txt.gz': gzipSync(zeros),
      '4.zip': bytes('no zip'),
    })
    expect(rows).toEqual([
      ['1.zip!../../evil.txt', expect.stringContaining('one that leads out of it')],
      ['1.zip!/etc/evil.txt', expect.stringContaining('an absolute path')],
      ['1.zip!locked.txt', expect.stringContaining('without a password')],
      ['1.zip!bomb.txt', expect.stringContaining('refused as a bomb')],
      ['1.zip!lies.txt', expect.stringContaining('Expected a sound entry')],
      ['1.zip!a/rain.txt', 'Rain fell.'],
      ['2.tar!../evil.txt', expect.stringContaining('one that leads out of it')],
      ['2.tar!a/rain.txt', 'Rain fell.'],
      ['3.txt.gz', expect.stringContaining('refused as a bomb')],
      ['4.zip', expect.stringContaining('Expected a zip archive')],
    ])
  })

  test('archives in archives in archives end somewhere', async () => {
    let packed = zip([rain])
    for (let i = 0; i < 4; i++) packed = zip([{ name: 'in.zip', data: packed }])
    const rows = await found({ 'out.zip': packed })
    expect(rows).toEqual([['out.zip!in.zip!in.zip!in.zip', expect.stringContaining('at most 3 archives')]])
  })

  test('an archive with too many entries, a file that is too large', async () => {
    const limits = { ...LIMITS, entries: 2, fileBytes: 100 }
    expect(await found({ 'a.zip': zip([rain, rain, rain]) }, { limits })).toEqual([
      ['a.zip!a/rain.txt', 'Rain fell.'],
      ['a.zip!a/rain.txt', 'Rain fell.'],
      ['a.zip', expect.stringContaining('at most 2 entries')],
    ])
    expect(
      await found({ 'a.txt': 'a'.repeat(101), 'b.jsonl': `"${'a'.repeat(200)}"\n{"text": "Rain."}` }, { limits }),
    ).toEqual([
      ['a.txt', expect.stringContaining('at most 100 bytes')],
      ['b.jsonl, line 1', expect.stringContaining('at most 100 bytes')],
      ['b.jsonl, line 2', 'Rain.'],
    ])
  })
})

describe('tables and records', () => {
  test('CSV and TSV, with quotes, line feeds in cells, and a byte order mark', async () => {
    expect(
      await found({
        'a.csv': '\ufeffid;title;text\n1;Rain;"Rain; it\nfell."\n2;Snow;\n',
        'b.tsv': 'headline\tbody\nHail\tHail "fell".\n',
      }),
    ).toEqual([
      ['a.csv, record 1', 'Rain\n\nRain; it\nfell.'],
      ['a.csv, record 2', expect.stringContaining('Expected a field with the text')],
      ['b.tsv, record 1', 'Hail\n\nHail "fell".'],
    ])
  })

  test('fields are found as --map says, also inside of objects', async () => {
    const line = JSON.stringify({ meta: { head: 'Rain' }, story: 'It fell.', text: 'no' })
    expect(await found({ 'a.jsonl': line }, { map: { headline: 'meta.head', text: 'story' } })).toEqual([
      ['a.jsonl, line 1', 'Rain\n\nIt fell.'],
    ])
  })

  test('JSON: one article, a list, an object with a list; a bad one does not take the others with it', async () => {
    const article = { title: 'Rain', text: 'It fell.' }
    expect(
      await found({
        'a.json': JSON.stringify(article),
        'b.json': JSON.stringify([article, { title: 'Snow' }, article]),
        'c.json': JSON.stringify({ count: 1, articles: [article] }),
      }),
    ).toEqual([
      ['a.json', 'Rain\n\nIt fell.'],
      ['b.json', 'Rain\n\nIt fell.'],
      ['b.json', expect.stringContaining('item 2')],
      ['b.json', 'Rain\n\nIt fell.'],
      ['c.json', 'Rain\n\nIt fell.'],
    ])
  })

  test('text that was broken into lines is joined, one character for one', async () => {
    const lines = [
      'The harbour of Ames was closed for a third day on Monday as',
      'the storm went on, and ships with grain had to wait outside',
      'of it until the water fell.',
      '    Acme Corp said it would lose a million dollars a day as',
      'long as its boats cannot leave the harbour.',
    ].join('\n')
    const [[, text]] = (await found({ 'a.jsonl': JSON.stringify({ text: lines }) })) as [[string, string]]
    expect(text.length).toBe(lines.length)
    expect(text.split('\n')).toEqual([
      'The harbour of Ames was closed for a third day on Monday as the storm went on, and ships with grain had to wait outside of it until the water fell.',
      '    Acme Corp said it would lose a million dollars a day as long as its boats cannot leave the harbour.',
    ])
  })
})

describe('what no sender should send', () => {
  const text = (one: string) => JSON.stringify({ text: one })

  test('records that are broken, deep or no records are told one by one', async () => {
    const deep = `{"text": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    expect(
      await found({ 'a.jsonl': ['null', deep, '{"text": 4', text('Rain fell.')].join('\n'), 'b.json': deep }),
    ).toEqual([
      ['a.jsonl, line 1', expect.stringContaining('Expected an object')],
      ['a.jsonl, line 2', expect.stringContaining('Expected a field with the text')],
      ['a.jsonl, line 3', expect.stringContaining('Expected JSON')],
      ['a.jsonl, line 4', 'Rain fell.'],
      ['b.json', expect.stringMatching(/^error: .*\(b\.json, item 1\)$/)],
    ])
  })

  test('characters that are none are replaced: NUL, and half a pair', async () => {
    const lines = [
      '{"text": "Rain\\u0000fell."}',
      '{"id": "x\\ud83d", "text": "Snow \\ud83d fell \\udc00."}',
      text('😀 Hail.'),
    ]
    const rows = await found({ 'a.jsonl': lines.join('\n') })
    expect(rows.map(([, one]) => one)).toEqual(['Rain\ufffdfell.', 'Snow \ufffd fell \ufffd.', '😀 Hail.'])
  })

  test('bytes that are no UTF-8 are read as windows-1252, also a line at a time; UTF-16 goes by its mark', async () => {
    const utf16 = Buffer.from('\ufeffRain fell. 😀', 'utf16le')
    expect(
      await found({
        'a.jsonl': Buffer.concat([bytes('{"text": "Caf'), Buffer.from([0xe9]), bytes('."}\n{"text": "Café."}\n')]),
        'b.txt': utf16,
        'c.txt': Buffer.from(utf16).swap16(),
        'd.txt': utf16.subarray(2),
      }),
    ).toEqual([
      ['a.jsonl, line 1', 'Café.'],
      ['a.jsonl, line 2', 'Café.'],
      ['b.txt', '\ufeffRain fell. 😀'],
      ['c.txt', '\ufeffRain fell. 😀'],
      ['d.txt', expect.stringContaining('UTF-16 without its byte order mark')],
    ])
  })

  test.each(['csv', 'gz', 'html', 'json', 'jsonl', 'tar', 'txt', 'warc', 'xml', 'zip'])(
    'an empty .%s is told',
    async (ending) => {
      expect(await found({ [`a.${ending}`]: '' })).toEqual([
        [`a.${ending}`, expect.stringMatching(/^error: Expected /)],
      ])
    },
  )

  test('what was cut off is told, and what stands before the cut is read', async () => {
    const lines = Array.from({ length: 400 }, (_, i) => text(`Rain fell on day ${i * i}.`)).join('\n')
    const rows = await found({
      'a.jsonl.gz': gzipSync(lines).subarray(0, 1000),
      'b.tar': tar([{ name: 'a.txt', data: bytes('Rain fell.') }]).subarray(0, 515),
      'c.zip': zip([{ name: 'a.txt', data: bytes('Rain fell.') }]).subarray(0, 60),
    })
    expect(rows[0]).toEqual(['a.jsonl.gz, line 1', 'Rain fell on day 0.'])
    const errors = rows.filter(([, one]) => one.startsWith('error'))
    expect(new Set(errors.map(([place]) => place))).toEqual(new Set(['a.jsonl.gz', 'b.tar!a.txt', 'b.tar', 'c.zip']))
  })

  test('a stream without an end is read only as far as it stays in proportion', async () => {
    async function* endless() {
      const chunk = gzipSync(Buffer.alloc(16 << 20))
      for (;;) yield chunk
    }
    const { default: gz } = await import('../../src/read/containers/gz.ts')
    const read = async () => {
      for await (const entry of gz.open({ uri: 'a.gz', name: 'a.gz', bytes: endless, limits: LIMITS })) {
        if ('bytes' in entry) for await (const _ of entry.bytes);
      }
    }
    await expect(read()).rejects.toThrow('refused as a bomb')
  })

  test('a header without an end is refused', async () => {
    expect(await found({ 'a.warc': `WARC/1.0\r\n${'A: b\r\n'.repeat(20_000)}` })).toEqual([
      ['a.warc', expect.stringContaining('a header of at most 65536 characters')],
    ])
  })
})

describe('web archives', () => {
  const record = (type: string, target: string, block: string, headers = '') =>
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${target}\r\n${headers}Content-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`
  const page = `<html><body><p>${'Rain fell in Ames, and the river rose. '.repeat(12)}</p></body></html>`
  const response = (body: string, headers = `Content-Length: ${body.length}\r\n`, status = '200 OK') =>
    `HTTP/1.1 ${status}\r\nContent-Type: text/html; charset=utf-8\r\n${headers}\r\n${body}`

  test('pages are read, other records passed over, what was cut off is told', async () => {
    const chunked = `${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`
    const archive = [
      record('warcinfo', 'x:', 'software: test'),
      record('response', 'http://a.example/rain', response(page)),
      record('response', 'http://a.example/chunks', response(chunked, 'Transfer-Encoding: chunked\r\n')),
      record('response', 'http://a.example/gone', response(page, '', '404 Not Found')),
      record('response', 'http://a.example/cut', response(page.slice(0, 200), `Content-Length: ${page.length}\r\n`)),
      record('resource', 'metadata://gnu.org/software/wget/warc/wget.log', 'Saved.', 'Content-Type: text/plain\r\n'),
      record('conversion', 'http://a.example/text', 'Snow fell.', 'Content-Type: text/plain\r\n'),
    ].join('')
    const cut = record('response', 'http://a.example/rain', response(page)).slice(0, 300)
    const none = record('response', 'http://a.example/gone', response(page, '', '404 Not Found'))
    const rows = await found({
      'a.warc.gz': gzipSync(archive),
      'b.warc': cut,
      'c.warc': 'no archive\n',
      'd.warc': none,
    })
    const text = page.replace(/<[^>]*>/g, '').trim()
    expect(rows).toEqual([
      ['a.warc.gz, record 2 (http://a.example/rain)', text],
      ['a.warc.gz, record 3 (http://a.example/chunks)', text],
      ['a.warc.gz, record 5 (http://a.example/cut)', expect.stringContaining('it was cut off')],
      ['a.warc.gz, record 7 (http://a.example/text)', 'Snow fell.'],
      ['b.warc', expect.stringContaining('the file ends too early')],
      ['c.warc', expect.stringContaining('Expected a WARC record')],
      ['d.warc', expect.stringContaining('Expected pages or texts, got 1 records without')],
    ])
  })
})

test('standard input needs its format, an unknown format is refused', async () => {
  const all = async (inputs: string[], options: ItemOptions) => {
    for await (const _ of itemsOf(inputs, options));
  }
  await expect(all(['-'], {})).rejects.toThrow('--input-format')
  await expect(all([join(tempFolder())], { format: 'morse' })).rejects.toThrow('morse')
})
