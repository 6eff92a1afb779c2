import type { FactSheet } from '../../doc/sheet.ts'
import type { Span } from '../../doc/span.ts'
import { type Marked, segmentsOf } from '../../sheet/highlight.ts'
import { aboutArticle, byFamily, reservations, valueInWords } from '../../sheet/words.ts'
import { STYLE } from '../style.ts'
import type { View } from '../view.ts'

/** What covers a stretch: an entity's mention, a value, or a fact's evidence. */
interface Mark {
  kind: 'mention' | 'value' | 'evidence'
  id: string
  title: string
  css: string
}

/**
 * The article with its highlights beside its entities, values and facts: one page that needs nothing else. It has no
 * script; whatever is clicked becomes the page's target, and a style rule for each id lights the words that carry it.
 */
const html: View = {
  name: 'html',
  extension: 'html',

  render(sheet) {
    const { article, entities, values, facts } = sheet
    const name = escaped(article.headline ?? article.id)
    return `<!doctype html>
<html lang="${escaped(article.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}</title>
<style>
${STYLE}
${[...entities, ...values, ...facts].map(({ id }) => lightRule(safeId(id))).join('\n')}
</style>
</head>
<body>
<main>
<header><h1 dir="auto">${name}</h1><p class="about">${escaped(aboutArticle(sheet))}</p></header>
${articleOf(sheet)}
</main>
<aside>
${[factsOf(sheet), entitiesOf(sheet), valuesOf(sheet), leftOverOf(sheet)].filter(Boolean).join('\n')}
</aside>
</body>
</html>
`
  },
}
export default html

/** `#at-F1` is an anchor before the words of F1; `.F1` are the words, `#F1` is its entry. */
const lightRule = (id: string): string => `body:has(#at-${id}:target) .${id}{background:var(--lit);color:var(--on-lit)}
body:has(#at-${id}:target) #${id}{outline:2px solid var(--accent)}`

function articleOf(sheet: FactSheet): string {
  const { article, sentences } = sheet
  const marks = marksOf(sheet)
  const anchored = new Set<string>()
  const paragraphs: (Span & { zone: string })[] = []
  let last = -1
  for (const { start, end, paragraph, zone } of sentences) {
    if (paragraph === last) paragraphs.at(-1)!.end = end
    else paragraphs.push({ start, end, zone })
    last = paragraph
  }
  if (paragraphs.length === 0) paragraphs.push({ start: 0, end: article.text.length, zone: 'body' })
  return paragraphs
    .map(
      (paragraph) =>
        `<p class="${paragraph.zone}" dir="auto">${stretchOf(article.text, paragraph, marks, anchored)}</p>`,
    )
    .join('\n')
}

function marksOf({ entities, values, facts }: FactSheet): Marked<Mark>[] {
  const evidence = facts.flatMap(({ id, evidence, gloss }) =>
    evidence.map(({ start, end }) => ({ start, end, mark: { kind: 'evidence' as const, id, title: gloss, css: '' } })),
  )
  const mentions = entities.flatMap(({ id, type, name, mentions }) =>
    mentions.map(({ start, end, kind }) => {
      const mark: Mark = { kind: 'mention', id, title: `${name} (${type})`, css: `${type} ${kind}` }
      return { start, end, mark }
    }),
  )
  const amounts = values.map((value) => {
    const mark: Mark = { kind: 'value', id: value.id, title: `${value.type}: ${valueInWords(value)}`, css: 'value' }
    return { start: value.start, end: value.end, mark }
  })
  return [...evidence, ...mentions, ...amounts]
}

/** A paragraph's words. Before the first words of each id stands the anchor that its entry leads to. */
function stretchOf(text: string, within: Span, marks: readonly Marked<Mark>[], anchored: Set<string>): string {
  return segmentsOf(within, marks)
    .map(({ start, end, marks: covering }) => {
      const words = escaped(text.slice(start, end))
      if (covering.length === 0) return words
      let anchors = ''
      for (const { id } of covering) {
        if (!anchored.has(id)) anchors += `<i id="at-${safeId(id)}"></i>`
        anchored.add(id)
      }
      const named = covering.filter(({ kind }) => kind !== 'evidence').at(-1)
      const classes = [...covering.map(({ id }) => safeId(id)), named?.css].filter(Boolean).join(' ')
      const shown = `<span class="${escaped(classes)}"${named ? ` title="${escaped(named.title)}"` : ''}>${words}</span>`
      return anchors + (named ? `<a href="#at-${safeId(named.id)}">${shown}</a>` : shown)
    })
    .join('')
}

function factsOf(sheet: FactSheet): string {
  if (sheet.facts.length === 0) return ''
  const families = byFamily(sheet.facts).map(({ title, facts }) => {
    const entries = facts.map((fact) => {
      const but = reservations(fact, sheet).map((words) => `<em>${escaped(words)}</em>`)
      const detail = `<small>${escaped(fact.type)} · ${escaped(fact.rule)} · ${fact.confidence.toFixed(2)}</small>`
      return entry(fact.id, `${escaped(fact.gloss)} ${but.join(' ')} ${detail}`)
    })
    return `<h3>${title}</h3>\n<ul>\n${entries.join('\n')}\n</ul>`
  })
  return section('Facts', sheet.facts.length, families.join('\n'))
}

function entitiesOf({ entities }: FactSheet): string {
  if (entities.length === 0) return ''
  const entries = entities.map(({ id, name, type, subtype, aliases, mentions }) => {
    const about = [
      subtype ?? type,
      `${mentions.length}×`,
      ...(aliases.length > 0 ? [`also ${aliases.join(', ')}`] : []),
    ]
    return entry(id, `<span class="${type} name">${escaped(name)}</span> <small>${escaped(about.join(' · '))}</small>`)
  })
  return section('Entities', entities.length, `<ul>\n${entries.join('\n')}\n</ul>`)
}

function valuesOf({ values }: FactSheet): string {
  if (values.length === 0) return ''
  const entries = values.map((value) => {
    const normal = `${value.type}: ${valueInWords(value)}`
    return entry(value.id, `<span class="value">${escaped(value.text)}</span> <small>${escaped(normal)}</small>`)
  })
  return section('Values', values.length, `<ul>\n${entries.join('\n')}\n</ul>`)
}

function leftOverOf({ coverage, notices }: FactSheet): string {
  const said = notices.map(({ code, detail }) => `<li>${escaped(code)}${detail ? `: ${escaped(detail)}` : ''}</li>`)
  const covered = `<li>facts in ${coverage.sentencesWithFacts} of ${coverage.sentences} sentences</li>`
  return section('Left over', notices.length, `<ul class="plain">\n${[covered, ...said].join('\n')}\n</ul>`)
}

const entry = (id: string, content: string): string =>
  `<li id="${safeId(id)}"><a href="#at-${safeId(id)}" dir="auto">${content}</a></li>`

const section = (title: string, count: number, content: string): string =>
  `<section>\n<h2>${title} <small>${count}</small></h2>\n${content}\n</section>`

/** Ids come from the sheet, and go into selectors. */
const safeId = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '_')

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (char) => ESCAPES[char]!)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
}
