import { SaxesParser } from 'saxes'
import { ReadError } from '../base/errors.ts'
import { HTML_ENTITIES } from './html-entities.ts'

/** An element of XML. Names are without their prefixes: who needs the namespace asks for it. */
export interface XmlElement {
  name: string
  namespace: string
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
}

/** Deeper than any news format goes. */
const MAX_DEPTH = 200

// <?xml version="1.0" encoding="ISO-8859-1"?>
const ENCODING = /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']/

export const xmlCharset = (head: string): string | undefined => ENCODING.exec(head)?.[1]

/** Is the first element one of these, without its prefix? */
export function rootIsOneOf(text: string, names: readonly string[]): boolean {
  // <nitf | <rdf:RDF
  const root = /<([A-Za-z_][\w.-]{0,60})(?::([\w.-]{1,60}))?[\s>/]/.exec(
    text.slice(0, 20_000).replace(/<!--[\s\S]*?-->/g, ''),
  )
  return root !== null && names.includes(root[2] ?? root[1]!)
}

/**
 * The root of a document. Entities that a document defines itself are not known, so nothing is expanded and no file is
 * fetched. Throws a ReadError with the line for what is not well formed, or nested too deep.
 */
export function parseXml(text: string, file: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true })
  Object.assign(parser.ENTITIES, HTML_ENTITIES)
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  const fail = (message: string): never => {
    throw new ReadError(message, { file, place: `line ${parser.line}` })
  }
  parser.on('error', (error) => fail(`Expected well-formed XML: ${error.message.replace(/^\d+:\d+: /, '')}`))
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= MAX_DEPTH) fail(`Expected elements at most ${MAX_DEPTH} deep`)
    const plain: Record<string, string> = {}
    for (const { local: name, value } of Object.values(attributes)) plain[name] ??= value
    const element: XmlElement = { name: local, namespace: uri, attributes: plain, children: [] }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  const addText = (words: string): void => {
    open.at(-1)?.children.push(words)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text.replace(/^\ufeff/, '')).close()
  return root ?? fail('Expected an element, got none')
}

/** Elements below one (itself not) with a name, in order. */
export function* elements(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === name) yield child
    yield* elements(child, name)
  }
}

/** The first element on a path of names, each anywhere below the last. */
export function find(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let at = element
  for (const name of path) at = at && elements(at, name).next().value
  return at
}

/** The words of an element, white space collapsed; undefined when there are none. */
export function wordsOf(element: XmlElement | undefined): string | undefined {
  const words = element && textOf(element).replace(/\s+/g, ' ').trim()
  return words ? words : undefined
}

export function textOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
