import type { Argument, Fact } from '../doc/fact.ts'
import type { FactSheet } from '../doc/sheet.ts'
import type { Value } from '../doc/value.ts'

/** A fact with where it comes from, for pages over many articles. */
export interface ArchiveFact {
  article: string
  headline: string
  published: string
  fact: string
  type: string
  gloss: string
  quote: string
  modality: Fact['modality']
  polarity: Fact['polarity']
  /** What the fact itself says of its time (ISO 8601-2), else when it was published. */
  when: string
  /** Is `when` the fact's own? */
  dated: boolean
}

/** Two entities in one fact; `from` fills the earlier role. */
export interface Relation {
  from: string
  to: string
  type: string
  facts: ArchiveFact[]
}

/** One figure over time. `unit` is the currency, the unit or `%`. */
export interface Series {
  metric: string
  of: string
  unit: string
  points: { when: string; number: number; fact: ArchiveFact }[]
}

/** Articles that say different things of the same. */
export interface Conflict {
  about: string
  sides: { says: string; facts: ArchiveFact[] }[]
}

export interface EntityArchive {
  name: string
  articles: number
  timeline: ArchiveFact[]
  types: Record<string, string>
  relations: Relation[]
  series: Series[]
  conflicts: Conflict[]
}

/** All that `sheets` say of what they call `name`; `relations` also holds those between two others of these sheets. */
export function archiveOf(name: string, sheets: readonly FactSheet[]): EntityArchive {
  const timeline: ArchiveFact[] = []
  const types: Record<string, string> = {}
  const relations = new Map<string, Relation>()
  const series = new Map<string, Series>()
  const claims = new Map<string, { about: string; sides: Map<string, ArchiveFact[]> }>()
  for (const sheet of sheets) {
    const reader = new SheetReader(sheet)
    for (const fact of sheet.facts) {
      const names = reader.namesIn(fact)
      const seen = reader.shown(fact)
      for (const one of names) types[one.name] ??= one.type
      const [from, ...others] = names
      for (const to of others) {
        if (to.name === from!.name) continue
        const key = `${fact.type}\n${from!.name}\n${to.name}`
        const relation = relations.get(key) ?? { from: from!.name, to: to.name, type: fact.type, facts: [] }
        relation.facts.push(seen)
        relations.set(key, relation)
      }
      if (!names.some((one) => one.name === name)) continue
      timeline.push(seen)
      if (fact.polarity === 'negative') continue
      const figure = reader.figure(fact)
      if (!figure) continue
      const key = `${figure.metric.toLowerCase()}\n${figure.of}\n${figure.unit}`
      const one = series.get(key) ?? { metric: figure.metric, of: figure.of, unit: figure.unit, points: [] }
      one.points.push({ when: seen.when, number: figure.number, fact: seen })
      series.set(key, one)
      if (!seen.dated) continue
      const about = `${figure.of ? `${figure.of}: ` : ''}${figure.metric}, ${seen.when}`
      const claim = `${about.toLowerCase()}\n${fact.type}\n${figure.unit}`
      const claimed = claims.get(claim) ?? { about, sides: new Map<string, ArchiveFact[]>() }
      claimed.sides.set(figure.says, [...(claimed.sides.get(figure.says) ?? []), seen])
      claims.set(claim, claimed)
    }
  }
  timeline.sort((a, b) => compare(a.when, b.when) || compare(a.article, b.article))
  return {
    name,
    articles: sheets.length,
    timeline,
    types,
    relations: [...relations.values()].sort((a, b) => b.facts.length - a.facts.length || compare(a.to, b.to)),
    series: [...series.values()]
      .map((one) => ({ ...one, points: one.points.sort((a, b) => compare(a.when, b.when)) }))
      .sort((a, b) => b.points.length - a.points.length || compare(a.metric, b.metric)),
    conflicts: [...claims.values()]
      .filter(({ sides }) => sides.size > 1)
      .map(({ about, sides }) => ({ about, sides: [...sides].map(([says, facts]) => ({ says, facts })) })),
  }
}

class SheetReader {
  readonly #sheet: FactSheet
  readonly #entities: ReadonlyMap<string, { name: string; type: string }>
  readonly #values: ReadonlyMap<string, Value>

  constructor(sheet: FactSheet) {
    this.#sheet = sheet
    this.#entities = new Map(sheet.entities.map((entity) => [entity.id, entity]))
    this.#values = new Map(sheet.values.map((value) => [value.id, value]))
  }

  namesIn(fact: Fact): { name: string; type: string }[] {
    return fact.arguments.flatMap((argument) => {
      const entity = 'entity' in argument ? this.#entities.get(argument.entity) : undefined
      return entity ? [entity] : []
    })
  }

  shown(fact: Fact): ArchiveFact {
    const { id, headline, published } = this.#sheet.article
    const own = this.#time(fact)
    return {
      article: id,
      headline: headline ?? id,
      published: published?.iso ?? '',
      fact: fact.id,
      type: fact.type,
      gloss: fact.gloss,
      quote: fact.evidence[0]!.text,
      modality: fact.modality,
      polarity: fact.polarity,
      when: own ?? published?.iso ?? '',
      dated: own !== undefined,
    }
  }

  /** The figure of a metric fact, when it has a number. */
  figure(fact: Fact): { metric: string; of: string; unit: string; number: number; says: string } | undefined {
    if (fact.type !== 'metric.level' && fact.type !== 'metric.change') return undefined
    const metric = this.#words(fact, 'metric')
    const amount = this.#value(fact, 'amount') ?? this.#value(fact, 'to')
    if (metric === undefined || amount?.number === undefined) return undefined
    const change = fact.type === 'metric.change' && this.#value(fact, 'amount') !== undefined
    const number = change && fact.attributes.direction === 'down' ? -amount.number : amount.number
    const unit = amount.currency ?? amount.unit ?? (amount.type === 'percent' ? '%' : amount.type)
    const basis = change ? ` (change${fact.attributes.basis ? `, ${fact.attributes.basis}` : ''})` : ''
    return { metric: metric + basis, of: this.#words(fact, 'of') ?? '', unit, number, says: `${number} ${unit}` }
  }

  #time(fact: Fact): string | undefined {
    const value = this.#value(fact, 'period') ?? this.#value(fact, 'date')
    return value?.iso ?? value?.from
  }

  #value(fact: Fact, role: string): Value | undefined {
    const argument = argumentOf(fact, role)
    return argument && 'value' in argument ? this.#values.get(argument.value) : undefined
  }

  #words(fact: Fact, role: string): string | undefined {
    const argument = argumentOf(fact, role)
    if (!argument) return undefined
    if ('entity' in argument) return this.#entities.get(argument.entity)?.name
    return 'text' in argument ? argument.text : undefined
  }
}

const argumentOf = (fact: Fact, role: string): Argument | undefined => fact.arguments.find((one) => one.role === role)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
