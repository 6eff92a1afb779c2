import type { DomDocument, DomElement } from './dom.ts'
import { type PageParagraph, paragraphsOf } from './page-text.ts'

/** What boxes are called: links to others, calls to readers, controls, words about who wrote it, when and on what. */
const BOX_WORDS = [
  'related|recirc(?:ulation)?|recommend(?:ed|ations?)|most-?(?:read|popular|viewed|shared)|popular-?posts|trending|read-?(?:more|next|also)|see-?also|also-?read|more-?(?:on|from|stories)|further-?reading',
  'newsletters?|sign-?up|subscribe|subscription|promo(?:tion|box)?|donate|donation|paywall|regwall|cookies?|consent|app-?download|feedback',
  'share-?(?:bar|box|tools|links|buttons|this|icons)?|sharing|sharedaddy|addtoany|social-?(?:links|share|sharing|media|bar|icons|buttons)?|follow-?us|toolbar|pagination|breadcrumbs?|post-?navigation|nav-?links',
  'sidebar|disqus|outbrain|taboola|zergnet|sponsored|advert(?:isement)?s?|ad-?(?:slot|unit|wrapper|container|feedback\\S*)|popup|modal|lightbox|comments?-?(?:area|section|list|form|respond)',
  'author-?(?:bio|box|info|card|meta|details|description|profile|name)|about-?(?:the-?)?author|bio(?:graphy)?|byline|tag-?(?:list|links|cloud)|(?:post|entry|article)-?(?:tags?|meta|categories|author|date|footer)|time-?stamp|publish(?:ed)?-?date',
  'story-?_?highlights|story-?_?hgh-?lght|inline-?video|video-?(?:resource|player|embed|details|title|headline|playlist)|(?:audio|media)-?player|slide-?show|(?:photo|image|article)-?gallery',
]
// related-links | c-newsletter__form | js-share-bar | author-bio | story_highlights
const BOX = new RegExp(`^(?:\\S*[_-])?(?:${BOX_WORDS.join('|')})(?:[_-]\\S*)?$`, 'i')

/** Words that only a screen reader is to say, in whatever element. */
const UNSEEN = /^(?:sr-only|visually-?hidden|screen-?reader(?:-?(?:text|only))?|assistive-?text|a11y-hidden|u-hidden)$/i

/** What an element may be called by. */
const NAMING = ['class', 'id', 'data-component', 'data-component-name', 'data-testid', 'data-module', 'role']
/** Roles of what stands beside the text. */
const BESIDE = /^(?:complementary|navigation|contentinfo|search|dialog|alertdialog|form|toolbar|tablist|menu)$/

/** Boxes are blocks; the classes of words in a line mean something else (a comment in a program). */
const BLOCKS = new Set([
  'aside',
  'div',
  'figure',
  'footer',
  'form',
  'header',
  'nav',
  'ol',
  'p',
  'section',
  'table',
  'ul',
])

/** An element with more of the text than this is no box beside it, whatever its class says. */
const SHARE = 0.2
/** When less than this is left, the classes are those of the article's own paragraphs. */
const LEFT = 0.7

/** Paragraphs below an element, without the boxes that pages put among them: told by their class, and by their size. */
export function paragraphsBesideBoxes(root: DomElement): PageParagraph[] {
  const most = (root.textContent ?? '').length * SHARE
  const known = new Map<string, boolean>()
  const isBox = (element: DomElement): boolean =>
    isNamedSo(element, known) && (element.textContent ?? '').length <= most
  const all = paragraphsOf(root)
  const beside = paragraphsOf(root, isBox)
  return sizeOf(beside) >= LEFT * sizeOf(all) ? beside : all
}

/** Characters: what a small box may hold. */
const SMALL = 400

/**
 * Readability puts a paragraph in the place of a `div` that holds no more than one, and with the `div` goes what it was
 * called: small boxes are made sections before, which stay.
 */
export function keepSmallBoxes(document: DomDocument): void {
  const known = new Map<string, boolean>()
  for (const div of [...document.querySelectorAll('div')]) {
    if (div.childElementCount > 1 || !isNamedSo(div, known) || (div.textContent ?? '').length > SMALL) continue
    const section = document.createElement('section')
    for (const name of NAMING) {
      const value = div.getAttribute(name)
      if (value !== null) section.setAttribute(name, value)
    }
    section.append(...div.childNodes)
    div.replaceWith(section)
  }
}

/** Pages repeat few names in many elements: what each says is looked up once. */
function isNamedSo(element: DomElement, known: Map<string, boolean>): boolean {
  const block = BLOCKS.has(element.localName)
  return NAMING.some((attribute) => {
    const value = element.getAttribute(attribute)
    if (!value) return false
    const key = `${block} ${attribute === 'role'} ${value}`
    let named = known.get(key)
    if (named === undefined) {
      const box = attribute === 'role' ? BESIDE : BOX
      named = value.split(/\s+/).some((name) => UNSEEN.test(name) || (block && box.test(name)))
      known.set(key, named)
    }
    return named
  })
}

/** Characters of all paragraphs. */
export const sizeOf = (paragraphs: readonly PageParagraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + text.length, 0)
