import { describe, expect, test } from 'vitest'
import { articlesOf } from '../../src/read/files.ts'

const SENTENCE =
  'The harbour of Ames was closed for a third day on Monday, and ships with grain had to wait outside of it. '
const TEXT = SENTENCE.repeat(3).trim()
const BODY = `<p>${TEXT}</p>`
const TITLE = 'Harbour of Ames closed for a third day'

/** The paragraphs that are found in a page, headline and captions aside. */
function textsOf(body: string): string[] {
  const page = `<!doctype html><html><head><title>${TITLE}</title></head><body>${body}</body></html>`
  const article = [...articlesOf(Buffer.from(page), 'a.html')][0]!
  return article.blocks.filter(({ zone }) => zone === 'body').map(({ start, end }) => article.text.slice(start, end))
}

describe('what stands among and around the paragraphs of an article', () => {
  test.each([
    ['a paragraph that is one link', '<p><a href="/x">Mayor asks for a new harbour</a></p>'],
    ['a list of two links', '<ul><li><a href="/x">Mayor quits</a></li><li><a href="/y">Grain dearer</a></li></ul>'],
    ['a link with a sign before it', '<p>RELATED: <a href="/x">Mayor asks for a new harbour</a></p>'],
    ['a paragraph of that class', '<p class="post__read-more">Mayor asks for a new harbour.</p>'],
    ['a part that is called so', '<div data-component="newsletter-signup"><p>All of the news at eight.</p></div>'],
    ['a part with a role beside the text', '<div role="complementary"><p>The mayor of Ames is Ann Lee.</p></div>'],
    ['words for screen readers', '<p><span class="sr-only">Picture without a text</span></p>'],
    ['the title of a video', '<div class="video-resource__headline">See the ships wait</div>'],
    ['what a page asks for', '<p>Comments are closed.</p><p>Story continues below advertisement</p>'],
  ])('%s is left out', (_, between) => {
    expect(textsOf(`<article>${BODY}${between}${BODY}${BODY}</article>`)).toEqual([TEXT, TEXT, TEXT])
  })

  test.each([
    ['a heading that is one link', '<h3><a href="/x">Mayor asks for grain</a></h3>', 'Mayor asks for grain'],
    ['a list with one link', '<ul><li><a href="/x">The mayor’s plan</a></li></ul>', 'The mayor’s plan'],
    ['a paragraph with a link in it', '<p>Ann Lee <a href="/x">quit on Sunday</a>.</p>', 'Ann Lee quit on Sunday.'],
    ['a sign without a link', '<p>NOTE: Acme Corp owns a ship.</p>', 'NOTE: Acme Corp owns a ship.'],
  ])('%s is kept', (_, between, text) => {
    expect(textsOf(`<article>${BODY}${between}${BODY}${BODY}</article>`)).toEqual([TEXT, text, TEXT, TEXT])
  })

  test('a page that sets its text as links keeps it', () => {
    const linked = Array.from(
      { length: 9 },
      (_, i) => `<p><a href="/${i}">Ship ${i} has to wait outside of it.</a></p>`,
    )
    expect(textsOf(`<article>${BODY}${linked.join('<p>So it is.</p>')}</article>`)).toContain(
      'Ship 4 has to wait outside of it.',
    )
  })

  test('what stands above the headline is the frame of the page', () => {
    expect(textsOf(`<article><p>Ports and ships</p><p>${TITLE}</p>${BODY}${BODY}</article>`)).toEqual([TEXT, TEXT])
  })

  test('an agency behind a name is the credit of a picture', () => {
    expect(textsOf(`<article>${BODY}<p>Ann Lee / AFP / Getty Images</p>${BODY}</article>`)).toEqual([TEXT, TEXT])
  })

  test('words about the writer end an article also when nothing else tells who wrote it', () => {
    const article = (end: string) => textsOf(`<article>${BODY}${BODY}<p>${end}</p></article>`)
    expect(article('Ann Lee is a senior reporter in Ames.')).toEqual([TEXT, TEXT])
    expect(article('Bo Chen can be reached at bo@ames.example.')).toEqual([TEXT, TEXT])
    expect(article('Ann Lee is the owner of the first ship.')).toHaveLength(3)
  })
})
