import type { Span } from '../../doc/span.ts'

// Between places in the page and places in the article. Every stretch of text stands in an element with `data-s`.

/** The elements that hold the article's text, in order, found by offset. */
export class TextMap {
  readonly #elements: readonly HTMLElement[]
  readonly #starts: Int32Array

  constructor(root: HTMLElement) {
    this.#elements = [...root.querySelectorAll<HTMLElement>('[data-s]')]
    this.#starts = Int32Array.from(this.#elements, startOf)
  }

  /** The elements with text of the span. */
  over({ start, end }: Span): HTMLElement[] {
    const found: HTMLElement[] = []
    for (let i = this.#indexAt(start); i < this.#elements.length && this.#starts[i]! < end; i++) {
      found.push(this.#elements[i]!)
    }
    return found
  }

  /** Selects the span in the page, as if somebody had drawn over it. */
  select({ start, end }: Span): void {
    const selection = getSelection()
    const from = this.#pointAt(start)
    const to = this.#pointAt(end)
    if (selection && from && to) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }

  #pointAt(offset: number): { node: Text; offset: number } | undefined {
    const element = this.#elements[this.#indexAt(offset)] ?? this.#elements.at(-1)
    const node = element && textIn(element)
    return node && { node, offset: Math.min(Math.max(0, offset - startOf(element)), node.length) }
  }

  /** The last element that begins at `offset` or before it. */
  #indexAt(offset: number): number {
    let low = 0
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }
}

const startOf = (element: HTMLElement): number => Number(element.dataset.s)

function textIn(node: Node): Text | undefined {
  if (node.nodeType === Node.TEXT_NODE) return node as Text
  for (const child of node.childNodes) {
    const found = textIn(child)
    if (found) return found
  }
  return undefined
}

/** The article's offset under a place in the page. */
export function offsetAt(node: Node, offset: number): number | undefined {
  if (node.nodeType !== Node.TEXT_NODE) {
    const child = node.childNodes[offset] ?? node.childNodes[offset - 1]
    if (!child) return undefined
    const text = textIn(child)
    return text && offsetAt(text, node.childNodes[offset] ? 0 : text.length)
  }
  const element = node.parentElement?.closest<HTMLElement>('[data-s]')
  return element ? startOf(element) + offset : undefined
}

/** What is selected of the article, without white space at its ends. */
export function selectedSpan(root: HTMLElement, text: string): Span | undefined {
  const selection = getSelection()
  if (!selection?.anchorNode || !selection.focusNode || selection.isCollapsed) return undefined
  if (!root.contains(selection.anchorNode) || !root.contains(selection.focusNode)) return undefined
  const one = offsetAt(selection.anchorNode, selection.anchorOffset)
  const two = offsetAt(selection.focusNode, selection.focusOffset)
  if (one === undefined || two === undefined) return undefined
  let [start, end] = one < two ? [one, two] : [two, one]
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return start < end ? { start, end } : undefined
}
