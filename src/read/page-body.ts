import type { DomDocument, DomElement } from './dom.ts'
import { sizeOf } from './page-boxes.ts'
import { type PageParagraph, paragraphsOf } from './page-text.ts'

/** Characters; less is hardly an article. */
const FEW = 400

/** What is left of the text must be so much of it, else the mark means something else. */
const MOST = 0.7
/** Of what was found so little lies in a longer mark: another element was taken for the article. */
const LITTLE = 0.3

/** Paragraphs of the elements that a page itself marks as the body of its article (schema.org, as microdata). */
export function markedBody(document: DomDocument): PageParagraph[] {
  const marked = [...document.querySelectorAll('[itemprop~="articleBody"]')]
  return marked
    .filter((element) => !marked.some((other) => other !== element && holds(other, element)))
    .flatMap((element) => paragraphsOf(element))
}

function holds(outer: DomElement, inner: DomElement): boolean {
  for (let at = inner.parentNode; at; at = at.parentNode) if (at === outer) return true
  return false
}

/**
 * Weighs what was found against what the page marks: what stands outside of the mark is left out when the mark has most of
 * the text; when what was found lies elsewhere, the mark is taken instead.
 */
export function insideOf(found: readonly PageParagraph[], marked: readonly PageParagraph[]): readonly PageParagraph[] {
  const size = sizeOf(marked)
  if (size < FEW) return found
  const said = new Set(marked.flatMap(({ text }) => endsOf(text)))
  const inside = found.filter(({ text }) => endsOf(text).some((end) => said.has(end)))
  if (sizeOf(inside) >= MOST * sizeOf(found)) return inside
  return sizeOf(inside) < LITTLE * sizeOf(found) && size > sizeOf(found) ? marked : found
}

const WORDS = 4
/** A paragraph with so many of its runs of words in the stated text is part of it. */
const STATED = 0.3

/**
 * Weighs what was found against the text that the page states for search engines: when that has most of it, what stands
 * before its beginning and behind its end is left out, and what stands between (a heading, a list) stays. When little
 * was found, or something else (the page is put together by scripts), the stated text is taken instead.
 */
export function asStated(found: readonly PageParagraph[], stated: string): readonly PageParagraph[] {
  if (stated.trim() === '') return found
  const runs = new Set(runsOf(stated))
  const covered = found.map(({ text }) => {
    const own = runsOf(text)
    return own.length > 0 && own.filter((run) => runs.has(run)).length >= own.length * STATED
  })
  const size = sizeOf(found)
  const common = sizeOf(found.filter((_, i) => covered[i]))
  if (stated.length >= 2 * size && (size < FEW || common < LITTLE * size)) return linesOf(stated)
  return stated.length >= FEW && common >= MOST * size
    ? found.slice(covered.indexOf(true), covered.lastIndexOf(true) + 1)
    : found
}

const linesOf = (text: string): PageParagraph[] =>
  text
    .split(/\s*\n\s*/)
    .filter((line) => line !== '')
    .map((line) => ({ text: line, zone: 'body' }))

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(WORDS - 1).map((_, i) => words.slice(i, i + WORDS).join(' '))
}

/** Letters at the beginning and the end of a paragraph tell it from others. */
const ENDS = 40

/** What a paragraph is known by, also when something in the middle of it was taken out: how it begins and how it ends. */
function endsOf(text: string): string[] {
  const letters = text.replace(/\s+/g, '')
  return letters.length <= ENDS ? [letters] : [`${letters.slice(0, ENDS)}…`, `…${letters.slice(-ENDS)}`]
}
