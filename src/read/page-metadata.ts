import type { DomDocument, DomElement } from './dom.ts'

/** What a page says of itself, each by the first of several ways that says it. */
export interface PageMetadata {
  headline: string | undefined
  published: string | undefined
  section: string | undefined
  byline: string | undefined
  credit: string | undefined
  language: string | undefined
  url: string | undefined
  /** The text of the article, as JSON-LD states it for search engines. */
  articleBody: string | undefined
}

const ARTICLE_TYPE = /(?:Article|Posting|Report|Review)$/

/** Names of `<meta>` (in `name`, `property` or `itemprop`), in lower case, the more trusted first. */
const META = {
  headline: ['og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title', 'headline'],
  published: [
    'article:published_time',
    'og:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'article.published',
    'dc.date.issued',
    'dcterms.created',
    'dc.date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'publication_date',
    'article_date_original',
    'originalpublicationdate',
    'date',
  ],
  section: ['article:section', 'og:article:section', 'parsely-section', 'section'],
  byline: ['author', 'article:author', 'parsely-author', 'sailthru.author', 'byl', 'dc.creator'],
  credit: ['og:site_name', 'dc.publisher', 'publisher', 'application-name'],
  language: ['og:locale', 'dc.language', 'language'],
} as const

/** Reads JSON-LD, OpenGraph and other `<meta>`, and where these are silent the page itself. */
export function readMetadata(document: DomDocument): PageMetadata {
  const linked = linkedArticle(document)
  const metas = metasOf(document)
  const said = (field: keyof typeof META): string | undefined =>
    META[field].map((name) => metas.get(name)).find((value) => value !== undefined)
  const url =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? metas.get('og:url') ?? word(linked.url)
  const byline = word(linked.author) ?? said('byline')
  return {
    headline: linkedHeadline(linked, document) ?? headlineOf(document, said('headline')),
    published: word(linked.datePublished) ?? said('published') ?? dateInPage(document) ?? dateInUrl(url),
    section: word(linked.articleSection) ?? said('section'),
    byline: byline !== undefined && /^https?:/.test(byline) ? undefined : byline,
    credit: word(linked.publisher) ?? said('credit'),
    language: document.documentElement?.getAttribute('lang') ?? word(linked.inLanguage) ?? said('language'),
    url: url ?? undefined,
    articleBody: word(linked.articleBody),
  }
}

type Linked = Record<string, unknown>

/** The object of JSON-LD that describes an article, or one without fields. */
function linkedArticle(document: DomDocument): Linked {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const open: unknown[] = [parseJson(script.textContent ?? '')]
    for (let i = 0; i < open.length && i < 1000; i++) {
      const thing = open[i]
      if (Array.isArray(thing)) open.push(...thing)
      else if (typeof thing === 'object' && thing !== null) {
        const linked = thing as Linked
        const types = [linked['@type']].flat()
        if (types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) return linked
        open.push(linked['@graph'], linked.mainEntity)
      }
    }
  }
  return {}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').replace(/[\r\n\t]/g, ' '))
  } catch {
    return undefined
  }
}

/** Text, a list of texts, or something with a name. */
function word(thing: unknown): string | undefined {
  if (typeof thing === 'string') return unescapeEntities(thing).trim() || undefined
  if (Array.isArray(thing)) return [...new Set(thing.map(word).filter(Boolean))].join(', ') || undefined
  return typeof thing === 'object' && thing !== null ? word((thing as Linked).name) : undefined
}

/** JSON-LD often has its entities escaped once too often. */
function unescapeEntities(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;|&#x27;|&apos;/gi, "'")
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

function metasOf(document: DomDocument): Map<string, string> {
  const metas = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.trim()
    if (!content) continue
    for (const attribute of ['property', 'name', 'itemprop']) {
      for (const name of meta.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? []) {
        if (name !== '' && !metas.has(name)) metas.set(name, content)
      }
    }
  }
  return metas
}

/** Some state a description as the headline, and the headline as a name: the title of the page tells. */
function linkedHeadline(linked: Linked, document: DomDocument): string | undefined {
  const [headline, name] = [word(linked.headline), word(linked.name)]
  const title = plain(document.querySelector('title')?.textContent ?? '')
  const titled = (words: string | undefined): boolean => words !== undefined && title.includes(plain(words))
  return titled(name) && !titled(headline) ? name : headline
}

/** A heading that says what the title says, else what `<meta>` says, else the title. */
function headlineOf(document: DomDocument, stated: string | undefined): string | undefined {
  const title = document.querySelector('title')?.textContent?.trim() || undefined
  const heads = [...document.querySelectorAll('h1')].flatMap((head) => textOf(head) ?? [])
  const named = plain(stated ?? title ?? '')
  const same = heads.find((head) => plain(head).length > 10 && named.includes(plain(head)))
  return same ?? stated ?? (heads.length === 1 ? heads[0] : undefined) ?? title
}

const textOf = (element: DomElement): string | undefined =>
  element.textContent?.replace(/\s+/g, ' ').trim() || undefined

const plain = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

function dateInPage(document: DomDocument): string | undefined {
  const marked = document.querySelector(
    '[itemprop="datePublished"], time[pubdate], article time[datetime], time[datetime]',
  )
  return marked?.getAttribute('datetime') ?? marked?.getAttribute('content') ?? (marked ? textOf(marked) : undefined)
}

function dateInUrl(url: string | null | undefined): string | undefined {
  const [, year, month, day] = /\/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?:\D|$)/.exec(url ?? '') ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}`
}
