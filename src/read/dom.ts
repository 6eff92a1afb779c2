import { createRequire } from 'node:module'

/** As much of the DOM as is used here; linkedom's own types need a browser's. */
export interface DomNode {
  readonly nodeType: number
  readonly childNodes: Iterable<DomNode>
  readonly textContent: string | null
}

export interface DomElement extends DomNode {
  /** In lower case. */
  readonly localName: string
  readonly parentNode: DomElement | null
  getAttribute(name: string): string | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  readonly childElementCount: number
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  append(...nodes: DomNode[]): void
  replaceWith(node: DomNode): void
  remove(): void
}

export interface DomDocument {
  readonly documentElement: DomElement | null
  readonly body: DomElement | null
  createElement(name: string): DomElement
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

export const ELEMENT = 1
export const TEXT = 3

/** Loaded with the first page: a library of 15 MB in every thread, of no use where the archive is JSON or text. */
let linkedom: typeof import('linkedom') | undefined
const require = createRequire(import.meta.url)

/** A document of HTML; a fragment gets the frame that it lacks. No script runs, nothing is fetched. */
export function parsePage(html: string): DomDocument {
  const framed = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  linkedom ??= require('linkedom') as typeof import('linkedom')
  return (linkedom.parseHTML(framed) as unknown as { document: DomDocument }).document
}
