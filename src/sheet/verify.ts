import { SUBTYPES } from '../doc/entity.ts'
import type { Fact } from '../doc/fact.ts'
import { violations } from '../doc/fact-types.ts'
import { factKeys } from '../doc/key.ts'
import { FactSheet } from '../doc/sheet.ts'
import { coverageOf } from './sheet.ts'

const MAX_QUOTED = 60

/**
 * What is wrong with a sheet, one line each with its place; empty when it is sound: it has its schema, every span
 * equals its text, every id points at something, every fact is what its type asks for and has the key of its content.
 */
export function verifySheet(sheet: unknown): string[] {
  const parsed = FactSheet.safeParse(sheet)
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => `${pathOf(path) || 'sheet'}: ${message}`)
  }
  const checked = parsed.data
  const spans = spanProblems(checked)
  const pointers = pointerProblems(checked)
  // Keys and coverage are made of what the ids point at.
  return [...spans, ...pointers, ...factProblems(checked), ...(pointers.length === 0 ? derivedProblems(checked) : [])]
}

function spanProblems({ article: { text }, sentences, entities, values, facts, notices }: FactSheet): string[] {
  const problems: string[] = []
  const check = (place: string, span: { start: number; end: number; text?: string | undefined }): void => {
    if (span.start >= span.end || span.end > text.length) {
      problems.push(`${place}: no span of the text (${span.start} to ${span.end} of ${text.length})`)
    } else if (span.text !== undefined && span.text !== text.slice(span.start, span.end)) {
      problems.push(`${place}: says ${quote(span.text)}, the text says ${quote(text.slice(span.start, span.end))}`)
    }
  }
  // A wrapped line ends inside a paragraph: the sentences tell where a paragraph does.
  const paragraphAt = (offset: number): number | undefined =>
    sentences.findLast(({ start }) => start <= offset)?.paragraph
  const checkInLine = (place: string, span: { start: number; end: number; text: string }): void => {
    check(place, span)
    if (paragraphAt(span.start) !== paragraphAt(span.end - 1))
      problems.push(`${place}: crosses the end of a paragraph (${quote(span.text)})`)
  }
  let end = 0
  sentences.forEach((sentence, i) => {
    check(`sentences[${i}]`, sentence)
    if (sentence.start < end) problems.push(`sentences[${i}]: begins before the last one ends`)
    end = sentence.end
  })
  entities.forEach(({ mentions }, i) => {
    mentions.forEach((mention, j) => {
      checkInLine(`entities[${i}].mentions[${j}]`, mention)
    })
  })
  values.forEach((value, i) => {
    checkInLine(`values[${i}]`, value)
  })
  facts.forEach((fact, i) => {
    fact.evidence.forEach((evidence, j) => {
      check(`facts[${i}].evidence[${j}]`, evidence)
    })
    fact.arguments.forEach((argument, j) => {
      if ('text' in argument) check(`facts[${i}].arguments[${j}]`, argument)
    })
    const speaker = fact.attribution?.speaker
    if (speaker && typeof speaker !== 'string') check(`facts[${i}].attribution.speaker`, speaker)
  })
  notices.forEach(({ start, end: to }, i) => {
    if (start !== undefined && to !== undefined) check(`notices[${i}]`, { start, end: to })
  })
  return problems
}

function pointerProblems({ sentences, entities, values, facts, coverage }: FactSheet): string[] {
  const problems: string[] = []
  const seen = new Set<string>()
  for (const [name, list] of Object.entries({ sentences, entities, values, facts })) {
    list.forEach(({ id }, i) => {
      if (seen.has(id)) problems.push(`${name}[${i}]: the id \`${id}\` is taken`)
      seen.add(id)
    })
  }
  const entityIds = new Set(entities.map(({ id }) => id))
  const valueIds = new Set(values.map(({ id }) => id))
  const factById = new Map(facts.map((fact) => [fact.id, fact]))
  const point = (place: string, what: string, id: string, known: boolean): void => {
    if (!known) problems.push(`${place}: there is no ${what} \`${id}\``)
  }
  values.forEach(({ equivalents = [] }, i) => {
    for (const id of equivalents) point(`values[${i}].equivalents`, 'value', id, valueIds.has(id))
  })
  facts.forEach((fact, i) => {
    fact.arguments.forEach((argument, j) => {
      const place = `facts[${i}].arguments[${j}]`
      if ('entity' in argument) point(place, 'entity', argument.entity, entityIds.has(argument.entity))
      if ('value' in argument) point(place, 'value', argument.value, valueIds.has(argument.value))
      if ('fact' in argument) point(place, 'fact', argument.fact, factById.has(argument.fact))
    })
    const { speaker, statement } = fact.attribution ?? {}
    const place = `facts[${i}].attribution`
    if (typeof speaker === 'string') point(place, 'entity', speaker, entityIds.has(speaker))
    if (statement !== undefined) {
      point(place, 'statement', statement, factById.get(statement)?.type === 'statement')
    }
  })
  for (const id of coverage.unusedEntities) point('coverage.unusedEntities', 'entity', id, entityIds.has(id))
  for (const id of coverage.unusedValues) point('coverage.unusedValues', 'value', id, valueIds.has(id))
  return problems
}

function factProblems({ entities, facts }: FactSheet): string[] {
  const problems: string[] = []
  entities.forEach(({ type, subtype }, i) => {
    if (subtype !== undefined && !SUBTYPES[type]?.includes(subtype)) {
      problems.push(`entities[${i}].subtype: \`${subtype}\` is no subtype of ${type}`)
    }
  })
  facts.forEach((fact, i) => {
    const roles = fact.arguments.map(({ role }) => role)
    for (const broken of violations(fact.type, roles, fact.attributes)) {
      problems.push(`facts[${i}] (${fact.type}): ${broken}`)
    }
  })
  return problems
}

/** Keys and coverage, made again and compared. */
function derivedProblems(sheet: FactSheet): string[] {
  const problems: string[] = []
  const looped = loopOf(sheet.facts)
  if (looped !== undefined) return [`facts: \`${looped}\` is an argument of itself`]
  const keys = factKeys(sheet.facts, sheet.entities, sheet.values)
  sheet.facts.forEach(({ id, key }, i) => {
    if (keys.get(id) !== key) problems.push(`facts[${i}].key: is ${key}, its content gives ${keys.get(id)}`)
  })
  const coverage = coverageOf(sheet)
  for (const name of ['sentences', 'sentencesWithFacts', 'unusedValues', 'unusedEntities'] as const) {
    if (String(coverage[name]) !== String(sheet.coverage[name])) {
      problems.push(`coverage.${name}: is ${sheet.coverage[name]}, the sheet gives ${coverage[name]}`)
    }
  }
  return problems
}

/** The id of a fact that is, over others or not, an argument of itself. */
function loopOf(facts: readonly Fact[]): string | undefined {
  const pointed = new Map(
    facts.map((fact) => [fact.id, fact.arguments.flatMap((argument) => ('fact' in argument ? [argument.fact] : []))]),
  )
  const done = new Set<string>()
  const open = new Set<string>()
  const loops = (id: string): boolean => {
    if (done.has(id)) return false
    if (open.has(id)) return true
    open.add(id)
    const found = (pointed.get(id) ?? []).some(loops)
    open.delete(id)
    done.add(id)
    return found
  }
  return facts.find(({ id }) => loops(id))?.id
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`)).join('')
}

function quote(text: string): string {
  return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text)
}
