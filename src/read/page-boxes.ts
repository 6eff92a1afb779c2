import type { DomElement } from './dom.ts'
import { type PageParagraph, paragraphsOf } from './page-text.ts'

// related-links | c-newsletter__form | js-share-bar | author-bio | story_highlights
const BOX =
  /^(?:\S*[_-])?(?:related|recirc(?:ulation)?|recommended|newsletters?|sign-?up|promo(?:tion|box)?|share-?(?:bar|box|tools|links|buttons)?|sharing|social-?(?:links|share|media|bar)|sidebar|disqus|outbrain|taboola|zergnet|sponsored|advert(?:isement)?s?|ad-?(?:slot|unit|wrapper|container)|most-?(?:read|popular)|trending|read-?(?:more|next)|more-?(?:on|from|stories)|author-?(?:bio|box|info|card)|about-?(?:the-?)?author|tag-?list|breadcrumbs?|story-?_?highlights|donate|donation|inline-?video)(?:[_-]\S*)?$/i

/** Boxes are blocks; the classes of words in a line mean something else (a comment in a program). */
const BLOCKS = new Set(['aside', 'div', 'footer', 'form', 'nav', 'ol', 'section', 'table', 'ul'])

/** An element with more of the text than this is no box beside it, whatever its class says. */
const SHARE = 0.2
/** When less than this is left, the classes are those of the article's own paragraphs. */
const LEFT = 0.7

/** Paragraphs below an element, without the boxes that pages put among them: told by their class, and by their size. */
export function paragraphsBesideBoxes(root: DomElement): PageParagraph[] {
  const most = (root.textContent ?? '').length * SHARE
  const isBox = (element: DomElement): boolean =>
    BLOCKS.has(element.localName) &&
    (element.getAttribute('class')?.split(/\s+/) ?? []).some((name) => BOX.test(name)) &&
    (element.textContent ?? '').length <= most
  const all = paragraphsOf(root)
  const beside = paragraphsOf(root, isBox)
  return sizeOf(beside) >= LEFT * sizeOf(all) ? beside : all
}

/** Characters of all paragraphs. */
export const sizeOf = (paragraphs: readonly PageParagraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + text.length, 0)
