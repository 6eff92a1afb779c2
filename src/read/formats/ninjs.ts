import { ReadError } from '../../base/errors.ts'
import { composeArticle } from '../composed.ts'
import { parseJson } from '../json-file.ts'
import type { Format } from '../reader.ts'
import { htmlParagraphs } from '../xml-article.ts'

type Json = Record<string, unknown>

/** IPTC's news in JSON, versions 1 to 3: `body_text` and `headline`, or lists of them by role. */
const ninjs: Format = {
  name: 'ninjs',
  about: 'IPTC’s news in JSON, versions 1 to 3',
  extensions: ['json', 'ninjs'],
  claims: (text) => /"uri"\s*:/.test(text) && /"(?:body_\w+|bodies|versioncreated|versionCreated)"\s*:/.test(text),

  *read({ uri, stem, sha256, text }) {
    const item = parseJson(text, uri) as Json
    const body = bodyOf(item)
    if (body === undefined) {
      throw new ReadError(`Expected an item with text, got one of type ${JSON.stringify(item.type ?? null)}`, {
        file: uri,
      })
    }
    yield composeArticle({
      id: word(item.uri) ?? stem,
      source: { uri, sha256, format: 'ninjs' },
      headline: word(item.headline) ?? byPrefix(item, 'headline') ?? mainOf(item.headlines),
      paragraphs: htmlParagraphs(body),
      published:
        word(item.contentcreated) ??
        word(item.contentCreated) ??
        word(item.firstCreated) ??
        word(item.versioncreated) ??
        word(item.versionCreated),
      section: named(item.subject) ?? named(item.subjects),
      dateline: word(item.located),
      byline: word(item.byline) ?? word(item.by),
      credit:
        word(item.creditline) ?? word(item.creditLine) ?? word(item.copyrightholder) ?? word(item.copyrightHolder),
      language: word(item.language)?.slice(0, 2).toLowerCase(),
    })
  },
}
export default ninjs

/** Marked-up text before plain: it has its paragraphs. */
function bodyOf(item: Json): string | undefined {
  const marked = ['body_xhtml', 'body_html', 'body_richtext', 'body_main', 'body_text'].map((name) => word(item[name]))
  return marked.find((text) => text !== undefined) ?? byPrefix(item, 'body') ?? mainOf(item.bodies)
}

/** `headline_main`, or the first `headline_…`. */
function byPrefix(item: Json, prefix: string): string | undefined {
  const names = Object.keys(item).filter((name) => name.startsWith(`${prefix}_`))
  return word(item[`${prefix}_main`]) ?? names.map((name) => word(item[name])).find((text) => text !== undefined)
}

/** `[{ "role": "main", "value": … }]`: the main one, else one that is marked up, else the first. */
function mainOf(list: unknown): string | undefined {
  if (!Array.isArray(list)) return undefined
  const all = list.filter((one): one is Json => typeof one === 'object' && one !== null)
  const chosen =
    all.find(({ contenttype, contentType }) => /html/.test(String(contenttype ?? contentType))) ??
    all.find(({ role }) => role === 'main') ??
    all[0]
  return word(chosen?.value)
}

function named(list: unknown): string | undefined {
  return Array.isArray(list) && typeof list[0] === 'object' && list[0] !== null
    ? word((list[0] as Json).name)
    : undefined
}

function word(thing: unknown): string | undefined {
  return typeof thing === 'string' && thing.trim() !== '' ? thing : undefined
}
