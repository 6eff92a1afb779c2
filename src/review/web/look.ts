import type { Argument, Fact } from '../../doc/fact.ts'
import type { FactSheet } from '../../doc/sheet.ts'
import { contains, overlap, type Span, width } from '../../doc/span.ts'
import type { FactDraft } from '../correction.ts'

// What of a sheet belongs to what on the page.

/** Where an argument stands; an entity by its mentions in the fact's evidence, or all of them when none is there. */
export function wordsOfArgument(argument: Argument, evidence: readonly Span[], sheet: FactSheet): readonly Span[] {
  if ('text' in argument) return [argument]
  if ('value' in argument) return sheet.values.filter(({ id }) => id === argument.value)
  if ('fact' in argument) return sheet.facts.find(({ id }) => id === argument.fact)?.evidence ?? []
  const mentions = sheet.entities.find(({ id }) => id === argument.entity)?.mentions ?? []
  const inside = mentions.filter((mention) => evidence.some((quote) => overlap(quote, mention)))
  return inside.length > 0 ? inside : mentions.slice(0, 1)
}

export function wordsOfFact(fact: FactDraft, sheet: FactSheet): { lit: readonly Span[]; arg: readonly Span[] } {
  return {
    lit: fact.evidence,
    arg: fact.arguments
      .filter((argument) => !('fact' in argument))
      .flatMap((argument) => wordsOfArgument(argument, fact.evidence, sheet)),
  }
}

/** Those whose evidence covers a place, the tightest first. */
export function factsAt(facts: readonly Fact[], offset: number): Fact[] {
  const tightest = (fact: Fact): number =>
    Math.min(...fact.evidence.filter((quote) => covers(quote, offset)).map(width))
  return facts
    .filter(({ evidence }) => evidence.some((quote) => covers(quote, offset)))
    .sort((a, b) => tightest(a) - tightest(b))
}

export const covers = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end

export function argumentInWords(argument: Argument, { entities, values, facts }: FactSheet): string {
  if ('entity' in argument) return entities.find(({ id }) => id === argument.entity)?.name ?? argument.entity
  if ('value' in argument) return values.find(({ id }) => id === argument.value)?.text ?? argument.value
  if ('fact' in argument) return facts.find(({ id }) => id === argument.fact)?.gloss ?? argument.fact
  return argument.text
}

export function speakerInWords(fact: Fact, sheet: FactSheet): string | undefined {
  const speaker = fact.attribution?.speaker
  if (speaker === undefined) return undefined
  if (speaker === null) return 'reportedly'
  return typeof speaker === 'string' ? argumentInWords({ role: '', entity: speaker }, sheet) : speaker.text
}

/** The time a fact gives for itself, in normal form. */
export function timeOf(fact: Fact, { values }: FactSheet): string | undefined {
  const argument = fact.arguments.find(({ role }) => role === 'date' || role === 'period')
  const value = argument && 'value' in argument ? values.find(({ id }) => id === argument.value) : undefined
  return value?.iso ?? value?.from
}

/** The id of the sentence that holds the fact's evidence. */
export function sentenceOf(span: Span, { sentences }: FactSheet): string | undefined {
  return (sentences.find((sentence) => contains(sentence, span)) ?? sentences.find((one) => overlap(one, span)))?.id
}

/** The filler of an argument for a stretch of text: the entity or value that stands exactly there, else its words. */
export function fillerAt(role: string, span: Span, { article, entities, values }: FactSheet): Argument {
  const same = (one: Span): boolean => one.start === span.start && one.end === span.end
  const entity = entities.find(({ mentions }) => mentions.some(same))
  if (entity) return { role, entity: entity.id }
  const value = values.find(same)
  if (value) return { role, value: value.id }
  return { role, start: span.start, end: span.end, text: article.text.slice(span.start, span.end) }
}
