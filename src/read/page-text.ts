import { type DomElement, ELEMENT, TEXT } from './dom.ts'

export interface PageParagraph {
  text: string
  zone: 'body' | 'caption'
  /** The share of its letters that are links, 0 to 1; none unless said. */
  links?: number
  /** Whether it is prose, a heading, or an item (of a list, in a table, of a quotation). */
  role?: 'heading' | 'item' | 'prose'
}

/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const ITEMS = new Set(['blockquote', 'dd', 'dt', 'li', 'pre', 'td', 'th'])

/** Elements whose text nobody reads. */
const UNREAD = new Set(
  'audio button canvas embed head iframe input label map math noscript object script select style svg template textarea video'.split(
    ' ',
  ),
)

/**
 * The paragraphs below an element: cut where blocks begin and end and at double line breaks, white space as a browser
 * shows it. The walk keeps its own stack, so that a page cannot exhaust that of the program. What is `unread` is passed over.
 */
export function paragraphsOf(
  root: DomElement,
  unread: (element: DomElement) => boolean = () => false,
): PageParagraph[] {
  const paragraphs: PageParagraph[] = []
  let line = ''
  let breaks = 0
  let captions = 0
  let anchors = 0
  let headings = 0
  let items = 0
  let letters = 0
  let linked = 0
  const cut = (): void => {
    const text = line
      .replace(/[ \t\r\n\f]+/g, ' ')
      .replace(/ ?\u000b ?/g, '\n')
      .trim()
    if (text !== '')
      paragraphs.push({
        text,
        zone: captions > 0 ? 'caption' : 'body',
        links: letters === 0 ? 0 : linked / letters,
        role: headings > 0 ? 'heading' : items > 0 ? 'item' : 'prose',
      })
    line = ''
    breaks = 0
    letters = 0
    linked = 0
  }
  const count = (name: string, caption: boolean, step: 1 | -1): void => {
    if (caption) captions += step
    if (name === 'a') anchors += step
    if (HEADINGS.has(name)) headings += step
    if (ITEMS.has(name)) items += step
  }
  const enter = (name: string, caption: boolean): void => {
    if (name === 'br') {
      // A vertical tab stands for a line break until white space is collapsed.
      if (++breaks > 1) cut()
      else line += '\u000b'
    } else if (BLOCKS.has(name)) cut()
    count(name, caption, 1)
  }
  const leave = (name: string, caption: boolean): void => {
    if (BLOCKS.has(name)) cut()
    count(name, caption, -1)
  }

  const stack = [{ node: root, caption: false, children: root.childNodes[Symbol.iterator]() }]
  while (stack.length > 0) {
    const top = stack.at(-1)!
    const { value: child, done } = top.children.next()
    if (done) {
      leave(top.node.localName, top.caption)
      stack.pop()
    } else if (child.nodeType === TEXT) {
      const text = child.textContent ?? ''
      const inked = text.trim().length
      if (inked > 0) breaks = 0
      letters += inked
      if (anchors > 0) linked += inked
      line += text
    } else if (child.nodeType === ELEMENT) {
      const element = child as DomElement
      if (UNREAD.has(element.localName) || unread(element)) continue
      const caption = isCaption(element)
      enter(element.localName, caption)
      stack.push({ node: element, caption, children: element.childNodes[Symbol.iterator]() })
    }
  }
  cut()
  return paragraphs
}

// image-caption | media-caption__text | photo-credit; but not has-caption, which a whole article may be
const CAPTION =
  /^(?!(?:\S*[_-])?(?:has|no|with|narrow)[_-])(?:\S*[_-])?(?:caption|(?:photo|image|img|media|picture)_*-*credits?)(?:[_-]\S*)?$/i
/** Characters; a longer one is not a caption, whatever its class says. */
const LONGEST = 600

function isCaption(element: DomElement): boolean {
  const name = element.localName
  if (name === 'figcaption' || name === 'caption') return true
  const classes = element.getAttribute('class')
  return (
    classes !== null &&
    /caption|credit/i.test(classes) &&
    classes.split(/\s+/).some((one) => CAPTION.test(one)) &&
    (element.textContent ?? '').trim().length <= LONGEST
  )
}
