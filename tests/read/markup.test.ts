import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/doc/article.ts'
import { articlesOf } from '../../src/read/files.ts'

const read = (text: string | Uint8Array, uri: string): Article[] => [
  ...articlesOf(typeof text === 'string' ? Buffer.from(text) : text, uri),
]
const zones = ({ text, blocks }: Article) => blocks.map(({ start, end, zone }) => `${zone}: ${text.slice(start, end)}`)

const SENTENCE =
  'The harbour of Ames was closed for a third day on Monday, and ships with grain had to wait outside of it. '
const BODY = `<p>${SENTENCE.repeat(3)}</p>`

describe('html', () => {
  const page = (head: string, body: string) =>
    `<!doctype html><html lang="en-GB"><head><title>Harbour closed | Ames Daily</title>${head}</head><body><nav><a href="/">Home</a></nav>${body}</body></html>`

  test('the article is found, block by block, without what stands around it', () => {
    const [article] = read(
      page(
        '<meta property="article:published_time" content="2019-03-04T09:30:00+01:00"><meta name="author" content="Ann Lee">',
        `<article><h1>Harbour closed</h1><p>By Ann Lee</p><p>4 March 2019</p>${BODY}<h2 class="widget-title">Grain waits</h2>
         <p>Acme Corp<br>waits.</p><figure><img src="a.png"><figcaption>A boat</figcaption></figure><div>Read more: <a href="/x">Rain</a></div>${BODY}
         <p>Advertisement</p><p>© 2019 Ames Daily. All rights reserved.</p></article>`,
      ),
      'page.html',
    ) as [Article]
    const body = `body: ${SENTENCE.repeat(3).trim()}`
    expect(zones(article)).toEqual([
      'headline: Harbour closed',
      body,
      'body: Grain waits',
      'body: Acme Corp\nwaits.',
      'caption: A boat',
      body,
    ])
    expect(article).toMatchObject({
      id: 'page',
      headline: 'Harbour closed',
      byline: 'Ann Lee',
      language: 'en',
      published: { iso: '2019-03-04T09:30:00+01:00' },
      source: { format: 'html' },
    })
  })

  test('JSON-LD is heard first, and stands in for a page that scripts put together', () => {
    const linked = {
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'Harbour &amp; town',
          datePublished: '2019-03-04',
          author: [{ name: 'Ann Lee' }, { name: 'Bo Chen' }],
          publisher: { name: 'Ames Daily' },
          articleSection: 'Trade',
          articleBody: `${SENTENCE}\n${SENTENCE}${SENTENCE}`,
        },
      ],
    }
    const script = `<script type="application/ld+json">${JSON.stringify(linked)}</script>`
    const [article] = read(page(script, '<div id="root"><p>Loading the page</p></div>'), 'page.html') as [Article]
    expect(article).toMatchObject({
      headline: 'Harbour & town',
      byline: 'Ann Lee, Bo Chen',
      credit: 'Ames Daily',
      section: 'Trade',
      published: { iso: '2019-03-04', grain: 'day' },
    })
    expect(article.blocks).toHaveLength(3)
  })

  const texts = (article: Article | undefined) =>
    zones(article!)
      .slice(1)
      .map((line) => line.replace(/^body: /, ''))
  const TEXT = SENTENCE.repeat(3).trim()
  const links = (...titles: string[]) =>
    `<ul>${titles.map((title) => `<li><a href="/x">${title}</a></li>`).join('')}</ul>`

  test('comments, lists of other articles, topics and words about the author are no part of it', () => {
    const author = '<meta name="author" content="Ann Lee">'
    const around = `<article>${BODY}<p>Related stories</p>${links('Grain dearer', 'Mayor quits')}${BODY}
      ${links('Rain in May', 'Snow in June', 'Hail in July')}<h2>Grain waits</h2>${BODY}
      <p>Ann Lee is a reporter for Ames Daily who writes about ports and ships in the whole country.</p>
      <p>Follow Ann Lee on Twitter @annlee</p><p>Topics: <a href="/t">Ports</a></p></article>`
    expect(texts(read(page(author, around), 'a.html')[0])).toEqual([TEXT, TEXT, 'Grain waits', TEXT])
    const comments = `<article>${BODY}${BODY}<h3>2 comments on “Harbour closed”</h3><p>Bo wrote:</p>${BODY}</article>`
    expect(texts(read(page('', comments), 'a.html')[0])).toEqual([TEXT, TEXT])
    // A heading of one such word, before its end, is the article's own.
    const own = `<article>${BODY}${BODY}<h2>Response</h2>${BODY}</article>`
    expect(texts(read(page('', own), 'a.html')[0])).toEqual([TEXT, TEXT, 'Response', TEXT])
  })

  test('what stands on top once more, captions by their class, and what is to be subscribed to', () => {
    const head = '<meta name="author" content="Ann Lee"><meta property="article:section" content="Trade">'
    const body = `<article><p><a href="/">Home</a><a href="/t">Trade</a>Harbour closed on Monday at noon</p><p>Trade</p>
      <p>Ann Lee, Staff Writer</p><p>Updated: 4 March 2019, 9:30 AM GMT</p><p>By Ann Lee | 5 min read</p>${BODY}
      <div class="photo has-caption"><p class="image-caption">Boats in the harbour on Monday</p></div>${BODY}
      <p>News of the harbour in <a href="/n">our daily newsletter</a>.</p><p>Ann Lee</p>
      <p>Acme Corp said that its <a href="/x">newsletter</a> had lost a third of its readers.</p>${BODY}</article>`
    const page = (head: string, body: string) =>
      `<html><head><title>Harbour closed on Monday at noon</title>${head}</head><body>${body}</body></html>`
    expect(zones(read(page(head, body), 'a.html')[0]!)).toEqual([
      'headline: Harbour closed on Monday at noon',
      `body: ${TEXT}`,
      'caption: Boats in the harbour on Monday',
      `body: ${TEXT}`,
      'body: Ann Lee',
      'body: Acme Corp said that its newsletter had lost a third of its readers.',
      `body: ${TEXT}`,
    ])
  })

  test('boxes among the paragraphs are told by their class and size, not by their class alone', () => {
    const box = (name: string, body: string) => `<div class="${name}">${body}</div>`
    const beside = `<article>${BODY}${box('c-related__list', '<p>Grain became dearer in the whole country last week.</p>')}${BODY}</article>`
    expect(texts(read(page('', beside), 'a.html')[0])).toEqual([TEXT, TEXT])
    const whole = `<article>${box('related', BODY)}${box('related', BODY)}</article>`
    expect(texts(read(page('', whole), 'a.html')[0])).toEqual([TEXT, TEXT])
  })

  test('a description that is stated as headline is none', () => {
    const linked = { '@type': 'Article', name: 'Harbour closed', headline: 'event of 2019 in Ames' }
    const script = `<script type="application/ld+json">${JSON.stringify(linked)}</script>`
    expect(read(page(script, `<article>${BODY}${BODY}</article>`), 'a.html')[0]!.headline).toBe('Harbour closed')
  })

  test('controls of a video are no part of it', () => {
    const video = '<div>Play Video</div><div>Current Time 0:00</div><div>Loaded: 0%</div><div>Fullscreen</div>'
    expect(texts(read(page('', `<article>${BODY}${video}${BODY}</article>`), 'a.html')[0])).toEqual([TEXT, TEXT])
  })

  test('what a page marks as the body of its article is believed, if it has most of the text', () => {
    const marked = (body: string) =>
      `<article><p>Grain ships wait for days outside of the harbour.</p><div itemprop="articleBody">${body}</div>
       <p>A longer version of this was printed on Sunday.</p></article>`
    expect(texts(read(page('', marked(BODY + BODY)), 'a.html')[0])).toEqual([TEXT, TEXT])
    const little = texts(
      read(page('', `<article><div itemprop="articleBody">Rain fell.</div>${BODY}</article>`), 'a.html')[0],
    )
    expect(little).toContain(TEXT)
  })

  test('what stands around the text that a page states for search engines is left out', () => {
    const linked = { '@type': 'NewsArticle', articleBody: `${TEXT} ${TEXT}` }
    const script = `<script type="application/ld+json">${JSON.stringify(linked)}</script>`
    const body = `<article><p>You have read two of your three free articles this month.</p>${BODY}<h2>Grain waits</h2>${BODY}
      <p>This was printed on page four of our Sunday paper.</p></article>`
    expect(texts(read(page(script, body), 'a.html')[0])).toEqual([TEXT, 'Grain waits', TEXT])
  })

  test('the encoding that a page declares', () => {
    const [article] = read(
      Buffer.from(page('<meta charset="iso-8859-2">', `<p>\u00e8 ${SENTENCE}</p>`), 'latin1'),
      'a.html',
    ) as [Article]
    expect(article.text).toContain('č The harbour')
    const [utf8] = read(page('<meta charset="iso-8859-2">', `<p>č ${SENTENCE}</p>`), 'a.html') as [Article]
    expect(utf8.text).toContain('č The harbour')
  })

  test('a page without an article, and one of ten thousand elements in one another, is one clear error or an article', () => {
    expect(() => read('<html><body></body></html>', 'a.html')).toThrow(
      'Expected an article in the page, found none (a.html)',
    )
    const deep = `${'<div>'.repeat(10_000)}${BODY}${'</div>'.repeat(10_000)}`
    try {
      expect(read(deep, 'a.html')).toHaveLength(1)
    } catch (error) {
      expect((error as Error).message).toMatch(/\(a\.html\)$/)
    }
  })
})

const NITF = `<nitf><head><title>t</title><docdata><date.issue norm="20190304T093000Z"/><doc-id id-string="n1"/></docdata></head>
<body><body.head><hedline><hl1>Harbour closed</hl1></hedline><byline>By Ann Lee</byline><dateline><location>Ames</location></dateline></body.head>
<body.content><p>Rain fell&nbsp;&#8212; a lot.</p><media><media-caption>A boat</media-caption></media><p>Acme <em>waits</em>.</p></body.content></body></nitf>`

describe('xml', () => {
  test('nitf', () => {
    const [article] = read(NITF, 'a.xml') as [Article]
    expect(zones(article)).toEqual([
      'headline: Harbour closed',
      'body: Rain fell — a lot.',
      'caption: A boat',
      'body: Acme waits.',
    ])
    expect(article).toMatchObject({
      id: 'n1',
      byline: 'Ann Lee',
      dateline: 'Ames',
      published: { iso: '2019-03-04T09:30:00Z' },
      source: { format: 'nitf' },
    })
  })

  test('NewsML-G2: a message of items, with XHTML or NITF in them; one without text is told', () => {
    const item = (guid: string, content: string) =>
      `<newsItem guid="${guid}" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2019-03-04T09:30:00Z</versionCreated></itemMeta>
       <contentMeta><headline>Harbour closed</headline><by>Ann Lee</by></contentMeta><contentSet>${content}</contentSet></newsItem>`
    const xhtml =
      '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body><p>Rain fell.</p></body></html></inlineXML>'
    const message = (...items: string[]) =>
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items.join('')}</itemSet></newsMessage>`
    const articles = read(
      message(item('g1', xhtml), item('g2', `<inlineXML>${NITF}</inlineXML>`), item('g3', '')),
      'a.xml',
    )
    expect(articles.map(({ id, text }) => [id, text])).toEqual([
      ['g1', 'Harbour closed\n\nRain fell.'],
      ['g2', 'Harbour closed\n\nRain fell — a lot.\n\nA boat\n\nAcme waits.'],
    ])
    expect(() => read(message(item('g3', '')), 'a.xml')).toThrow(
      'Expected a news item with text, got newsMessage of ninat:text',
    )
  })

  test('RSS and Atom', () => {
    const rss = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ames Daily</title><language>en-us</language>
      <item><title>Harbour closed</title><guid>g1</guid><pubDate>Mon, 04 Mar 2019 09:30:00 GMT</pubDate><description>Short.</description>
      <content:encoded><![CDATA[<p>Rain fell.</p><p>Acme waits.</p>]]></content:encoded></item><item><title>Empty</title></item></channel></rss>`
    expect(read(rss, 'a.rss')).toMatchObject([
      {
        id: 'g1',
        text: 'Harbour closed\n\nRain fell.\n\nAcme waits.',
        credit: 'Ames Daily',
        published: { iso: '2019-03-04T09:30:00Z' },
      },
    ])
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Ames</title><entry><id>e1</id><title type="html">Rain &amp;amp; snow</title>
      <published>2019-03-04T09:30:00Z</published><summary>It fell.</summary></entry></feed>`
    expect(read(atom, 'a.xml')).toMatchObject([{ id: 'e1', headline: 'Rain & snow', source: { format: 'feed' } }])
  })

  test.each([
    [
      'entities that the document defines',
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><nitf>&b;</nitf>`,
      'Expected well-formed XML',
    ],
    [
      'a file outside',
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>`,
      'Expected well-formed XML',
    ],
    [
      'ten thousand elements in one another',
      `<nitf>${'<p>'.repeat(10_000)}${'</p>'.repeat(10_000)}</nitf>`,
      'at most 200 deep',
    ],
    ['an element that is not closed', '<nitf><p>Rain</nitf>', 'Expected well-formed XML'],
    ['another kind of XML', '<svg></svg>', 'Expected the format `nitf` or `newsml-g2` or `feed`'],
  ])('%s is one clear error', (_, xml, message) => {
    expect(() => read(xml, 'a.xml')).toThrow(message)
    expect(() => read(xml, 'a.xml')).toThrow('a.xml')
  })
})

describe('ninjs', () => {
  test.each([
    ['1', { uri: 'u', versioncreated: '2019-03-04T09:30:00Z', headline: 'Rain', body_html: '<p>It fell.</p>' }],
    ['1.6', { uri: 'u', versioncreated: '2019-03-04T09:30:00Z', headline_main: 'Rain', body_main: 'It fell.' }],
    [
      '3',
      {
        uri: 'u',
        versioncreated: '2019-03-04T09:30:00Z',
        headlines: [{ role: 'main', value: 'Rain' }],
        bodies: [{ role: 'main', value: 'It fell.' }],
      },
    ],
  ])('version %s', (_, item) => {
    expect(read(JSON.stringify(item), 'a.json')).toMatchObject([
      {
        id: 'u',
        headline: 'Rain',
        text: 'Rain\n\nIt fell.',
        published: { iso: '2019-03-04T09:30:00Z' },
        source: { format: 'ninjs' },
      },
    ])
  })

  test('a picture has no text', () => {
    const picture = { uri: 'u', type: 'picture', versioncreated: '2019', headline: 'Rain' }
    expect(() => read(JSON.stringify(picture), 'a.json')).toThrow('got one of type "picture"')
  })
})
