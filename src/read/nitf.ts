import type { Parts } from './composed.ts'
import { find, wordsOf, type XmlElement } from './xml.ts'
import { xmlParagraphs } from './xml-article.ts'

/** What an `nitf` element says; NewsML-G2 may hold one. */
export function nitfParts(nitf: XmlElement): Omit<Parts, 'id' | 'source'> {
  const head = find(nitf, 'body.head') ?? nitf
  const content = find(nitf, 'body.content')
  const date = find(nitf, 'date.issue') ?? find(nitf, 'date.release') ?? find(head, 'dateline', 'story.date')
  const pubdata = find(nitf, 'pubdata')
  return {
    headline: wordsOf(find(head, 'hl1')) ?? wordsOf(find(head, 'hedline')) ?? wordsOf(find(nitf, 'head', 'title')),
    paragraphs: content ? xmlParagraphs(content) : [],
    published: isoOf(date?.attributes.norm ?? pubdata?.attributes['date.publication'] ?? wordsOf(date)),
    section: pubdata?.attributes['position.section'],
    dateline: wordsOf(find(head, 'dateline', 'location')) ?? wordsOf(find(head, 'dateline')),
    byline: wordsOf(find(head, 'byline'))?.replace(/^by:? /i, ''),
    credit: wordsOf(find(head, 'distributor')) ?? pubdata?.attributes.name,
    language: nitf.attributes.lang?.slice(0, 2).toLowerCase(),
  }
}

/** `20190304T093000Z` with its marks. */
export function isoOf(stated: string | undefined): string | undefined {
  const basic = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(stated ?? '')
  if (!basic) return stated
  const [, year, month, day, hour, minute, second = '00', zone = ''] = basic
  return hour === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`
}
