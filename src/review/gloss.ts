import type { Argument, Fact } from '../doc/fact.ts'
import type { FactSheet } from '../doc/sheet.ts'
import { gloss } from '../fact/gloss.ts'

type Parts = Pick<FactSheet, 'entities' | 'values' | 'facts'>

/** What a changed fact says in one line, as the pipeline would say it. */
export function glossOf({ type, arguments: filled, attributes }: Fact, parts: Parts): string {
  const words = (role: string): string | undefined => {
    const found = filled.filter((argument) => argument.role === role).map((argument) => wordsOf(argument, parts))
    return found.length > 0 ? found.join(', ') : undefined
  }
  return gloss(type, words, attributes)
}

function wordsOf(argument: Argument, { entities, values, facts }: Parts): string {
  if ('entity' in argument) return entities.find(({ id }) => id === argument.entity)?.name ?? argument.entity
  if ('value' in argument) return values.find(({ id }) => id === argument.value)?.text ?? argument.value
  if ('fact' in argument) return facts.find(({ id }) => id === argument.fact)?.gloss ?? argument.fact
  return argument.text
}
