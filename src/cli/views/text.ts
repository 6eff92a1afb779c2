import { styleText } from 'node:util'
import type { FactSheet } from '../../doc/sheet.ts'
import { aboutArticle, byFamily, reservations, valueInWords } from '../../sheet/words.ts'
import type { View } from '../view.ts'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const MAX_NAME = 60
const MAX_QUOTE = 110
const RULE = '─'.repeat(72)

// What could move the cursor, hide words or turn their order round.
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** A sheet to be read on a terminal: who and what, how much and when, then the facts with the words that carry them. */
const text: View = {
  name: 'text',
  extension: 'txt',

  render(sheet, { color, several }) {
    const paint: Paint = (style, words) => (color ? styleText(style, words, { validateStream: false }) : words)
    const sections = [
      headOf(sheet, paint),
      entitiesOf(sheet, paint),
      valuesOf(sheet, paint),
      factsOf(sheet, paint),
      leftOverOf(sheet, paint),
    ]
    const page = sections.filter((section) => section.length > 0).map((lines) => lines.join('\n'))
    return `${page.join('\n\n')}\n${several ? `\n${paint('dim', RULE)}\n\n` : ''}`
  },
}
export default text

function headOf(sheet: FactSheet, paint: Paint): string[] {
  const { headline, id } = sheet.article
  return [paint('bold', safe(headline ?? id)), paint('dim', safe(aboutArticle(sheet)))]
}

function entitiesOf({ entities }: FactSheet, paint: Paint): string[] {
  if (entities.length === 0) return []
  const types = [...new Set(entities.map(({ type }) => type))].sort()
  const wide = widthOf(entities.map(({ name }) => name))
  const lines = types.flatMap((type) => [
    `  ${paint('cyan', type)}`,
    ...entities
      .filter((entity) => entity.type === type)
      .map(({ id, name, subtype, aliases, mentions }) => {
        const also = aliases.length > 0 ? `also ${aliases.map(safe).join(', ')}` : ''
        const about = [subtype, `${mentions.length}×`, also].filter(Boolean).join(' · ')
        return `    ${paint('dim', id.padEnd(4))} ${pad(name, wide)}  ${paint('dim', about)}`
      }),
  ])
  return [title('Entities', entities.length, paint), ...lines]
}

function valuesOf({ values }: FactSheet, paint: Paint): string[] {
  if (values.length === 0) return []
  const wide = widthOf(values.map((value) => value.text))
  const lines = values.map((value) => {
    const equal = value.equivalents?.length ? paint('dim', ` = ${value.equivalents.join(', ')}`) : ''
    const shown = `${pad(value.text, wide)}  ${safe(valueInWords(value))}${equal}`
    return `    ${paint('dim', value.id.padEnd(4))} ${paint('cyan', value.type.padEnd(8))}  ${shown}`
  })
  return [title('Values', values.length, paint), ...lines]
}

function factsOf(sheet: FactSheet, paint: Paint): string[] {
  if (sheet.facts.length === 0) return []
  const lines = byFamily(sheet.facts).flatMap(({ title: family, facts }) => [
    `  ${paint('cyan', family)}`,
    ...facts.flatMap((fact) => {
      const but = reservations(fact, sheet).map((words) => paint('yellow', ` [${safe(words)}]`))
      const quoted = fact.evidence.map(({ text: words }) => `“${safe(cut(words, MAX_QUOTE))}”`).join(' … ')
      return [
        `    ${paint('dim', fact.id.padEnd(4))} ${safe(fact.gloss)}${but.join('')}`,
        paint('dim', `         ${fact.type}: ${quoted}`),
      ]
    }),
  ])
  return [title('Facts', sheet.facts.length, paint), ...lines]
}

/** What no fact uses, and what the stages had to say. */
function leftOverOf({ coverage, notices, entities, values, article }: FactSheet, paint: Paint): string[] {
  const { sentences, sentencesWithFacts, unusedEntities, unusedValues } = coverage
  const names = entities.filter(({ id }) => unusedEntities.includes(id)).map(({ name }) => name)
  const amounts = values.filter(({ id }) => unusedValues.includes(id)).map((value) => value.text)
  const lines = [`    facts in ${sentencesWithFacts} of ${sentences} sentences`]
  if (names.length > 0) lines.push(`    entities in no fact: ${safe(names.join(', '))}`)
  if (amounts.length > 0) lines.push(`    values in no fact: ${safe(amounts.join(', '))}`)
  for (const { code, start, end, detail } of notices) {
    const words =
      start === undefined || end === undefined ? '' : ` “${safe(cut(article.text.slice(start, end), MAX_NAME))}”`
    lines.push(`    ${paint('yellow', code)}${words}${detail ? `: ${safe(detail)}` : ''}`)
  }
  return [paint('bold', 'Left over'), ...lines]
}

const title = (name: string, count: number, paint: Paint): string =>
  `${paint('bold', name)} ${paint('dim', String(count))}`

const widthOf = (names: readonly string[]): number => Math.min(MAX_NAME, Math.max(...names.map((name) => name.length)))
const pad = (name: string, wide: number): string => safe(name).padEnd(wide)
const cut = (words: string, length: number): string => (words.length > length ? `${words.slice(0, length)}…` : words)
const safe = (words: string): string => words.replace(/\s+/g, ' ').replace(UNPRINTABLE, '\ufffd')
