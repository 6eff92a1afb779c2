import type { Argument, Fact } from '../doc/fact.ts'
import type { FactSheet } from '../doc/sheet.ts'
import { valueInWords } from '../sheet/words.ts'

/** What a changed fact says, in one line: its arguments with their roles, in its own order. */
export function glossOf(fact: Fact, sheet: Pick<FactSheet, 'entities' | 'values' | 'facts'>): string {
  const words = fact.arguments.map((argument) => `${argument.role} ${wordsOf(argument, sheet)}`)
  return `${fact.attributes.predicate ?? fact.type.split('.').at(-1)!.replace(/_/g, ' ')}: ${words.join(', ')}`
}

function wordsOf(
  argument: Argument,
  { entities, values, facts }: Pick<FactSheet, 'entities' | 'values' | 'facts'>,
): string {
  if ('entity' in argument) return entities.find(({ id }) => id === argument.entity)?.name ?? argument.entity
  if ('value' in argument) {
    const value = values.find(({ id }) => id === argument.value)
    return value ? valueInWords(value) || value.text : argument.value
  }
  if ('fact' in argument) return facts.find(({ id }) => id === argument.fact)?.gloss ?? argument.fact
  return argument.text
}
