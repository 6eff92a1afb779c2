import type { Article } from '../src/doc/article.ts'

/** An article that is all body, for tests. */
export const plainArticle = (text: string, published: string | null = null): Article => ({
  id: 'test',
  source: { uri: 'test.txt', sha256: '', format: 'plain-text' },
  headline: null,
  supertitle: null,
  section: null,
  published: published === null ? null : { iso: published, grain: 'day', text: published },
  dateline: null,
  byline: null,
  credit: null,
  language: 'en',
  text,
  blocks: [{ start: 0, end: text.length, zone: 'body' }],
})
