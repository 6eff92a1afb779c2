import type { Fact } from '../doc/fact.ts'
import type { FactSheet } from '../doc/sheet.ts'
import type { Value } from '../doc/value.ts'
import { BOUND_WORDS, grouped } from '../value/print.ts'

// What a sheet says in codes, in words for people. Both views read from here.

/** A fact type's family (the part before the dot) -> its heading, in the order of a sheet for people. */
const FAMILIES: Readonly<Record<string, string>> = {
  role: 'Positions',
  org: 'Organizations',
  person: 'People',
  place: 'Places',
  entity: 'What things are',
  event: 'Events',
  metric: 'Figures',
  statement: 'Statements',
  cause: 'Causes',
  action: 'Actions',
}

/** Facts under the heading of their family; families without facts are left out. */
export function byFamily(facts: readonly Fact[]): { title: string; facts: Fact[] }[] {
  return Object.entries(FAMILIES)
    .map(([family, title]) => ({ title, facts: facts.filter(({ type }) => type.split('.')[0] === family) }))
    .filter((group) => group.facts.length > 0)
}

/** The normalised form: `more than 100,000,000 CNY`, `2018-01/2018-06`, `70 %`. */
export function valueInWords(value: Value): string {
  const { bound, number, numberTo, currency, unit, per, iso, type, ambiguous } = value
  const amount =
    number === undefined
      ? undefined
      : numberTo === undefined
        ? grouped(number)
        : `${grouped(number)} to ${grouped(numberTo)}`
  const measure = currency ?? unit ?? (type === 'percent' ? '%' : type === 'age' ? 'years old' : undefined)
  const words = [bound && BOUND_WORDS[bound], amount, iso, measure, per && `per ${per}`, ambiguous && '(ambiguous)']
  return words.filter(Boolean).join(' ')
}

/** What keeps a fact from being plainly so, as far as its gloss does not say it: `planned`, `said by Acme`. */
export function reservations(fact: Fact, sheet: FactSheet): string[] {
  const { modality, polarity, attribution } = fact
  const words: string[] = []
  if (modality !== 'asserted') words.push(modality)
  if (polarity === 'negative') words.push('not so')
  if (attribution) {
    const { speaker } = attribution
    if (speaker === null) words.push('reportedly')
    else words.push(`said by ${typeof speaker === 'string' ? nameOf(sheet, speaker) : speaker.text}`)
  }
  return words.filter((word) => !fact.gloss.includes(word))
}

function nameOf({ entities }: FactSheet, id: string): string {
  return entities.find((entity) => entity.id === id)?.name ?? id
}

/** Section, date and source in one line. */
export function aboutArticle({ article }: FactSheet): string {
  const { section, published, byline, credit, source } = article
  return [section, published?.iso.replace('T', ' '), byline, credit, source.uri].filter(Boolean).join(' · ')
}
