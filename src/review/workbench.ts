import { type Entity, type EntityMention, SUBTYPES } from '../doc/entity.ts'
import type { Argument, Fact } from '../doc/fact.ts'
import { violations } from '../doc/fact-types.ts'
import type { FactSheet } from '../doc/sheet.ts'
import { bySpan, contains, overlap, type Span, sameSpan } from '../doc/span.ts'
import type { Decision, EntityDraft, FactDraft } from './correction.ts'

export type Verdict = 'accepted' | 'rejected' | 'edited' | 'added'

/** The rule of what a reviewer wrote. */
const BY_HAND = 'by-hand'

type Act = Exclude<Decision, { what: 'undo' | 'redo' | 'reviewed' }>

/** A sheet on which decisions are carried out one after the other. What cannot be carried out leaves no trace. */
export class Workbench {
  readonly entities: Map<string, Entity>
  readonly facts: Map<string, Fact>
  readonly rejected = new Set<string>()
  /** Facts whose content has changed: their gloss is stale. */
  readonly touched = new Set<string>()
  /** Fact -> reviewer -> last word; the reviewer who spoke last stands last. */
  readonly said = new Map<string, Map<string, Verdict>>()
  readonly #edited = new Set<string>()
  readonly #text: string
  readonly #values: ReadonlyMap<string, Span>

  constructor({ article, entities, facts, values }: FactSheet) {
    this.#text = article.text
    this.entities = new Map(entities.map((entity) => [entity.id, entity]))
    this.facts = new Map(facts.map((fact) => [fact.id, fact]))
    this.#values = new Map(values.map((value) => [value.id, value]))
  }

  /** Carries out a decision; gives the reason when it cannot. `id` names what it adds. */
  decide(act: Act, id: string, reviewer: string): string | undefined {
    const short = id.slice(0, 8)
    switch (act.what) {
      case 'accept':
        return this.#judge(act.fact, this.#edited.has(act.fact) ? 'edited' : 'accepted', reviewer)
      case 'reject':
        return this.#judge(act.fact, 'rejected', reviewer)
      case 'edit':
        if (!this.facts.has(act.fact)) return `there is no fact \`${act.fact}\``
        return this.#write(act.fact, act.to) ?? this.#judge(act.fact, 'edited', reviewer)
      case 'add-fact':
        return this.#write(`F-${short}`, act.to) ?? this.#judge(`F-${short}`, 'added', reviewer)
      case 'add-entity':
        return this.#addEntity(`E-${short}`, act.to, act.mentions)
      case 'edit-entity':
        return this.#editEntity(act.entity, act.to)
      case 'add-mention':
        return this.#addMention(act.entity, act.mention)
      case 'reject-entity':
        return this.#rejectEntity(act.entity)
      case 'merge':
        return this.#merge(act.entities)
      case 'split':
        return this.#split(act.entity, `E-${short}`, act.mentions, act.to)
    }
  }

  /** What is kept; what pointed at a rejected fact now points at its words. */
  withoutRejected(): Fact[] {
    const gone = (id: string): Fact | undefined => (this.rejected.has(id) ? this.facts.get(id) : undefined)
    return [...this.facts.values()]
      .filter(({ id }) => !this.rejected.has(id))
      .map((fact) => {
        const filled = fact.arguments.map((argument): Argument => {
          const lost = 'fact' in argument ? gone(argument.fact) : undefined
          return lost ? { role: argument.role, ...lost.evidence[0]! } : argument
        })
        if (fact.attribution?.statement === undefined || !gone(fact.attribution.statement)) {
          return { ...fact, arguments: filled }
        }
        return { ...fact, arguments: filled, attribution: { speaker: fact.attribution.speaker } }
      })
  }

  #judge(fact: string, verdict: Verdict, reviewer: string): string | undefined {
    if (!this.facts.has(fact)) return `there is no fact \`${fact}\``
    const words = this.said.get(fact) ?? new Map<string, Verdict>()
    words.delete(reviewer)
    words.set(reviewer, verdict)
    this.said.set(fact, words)
    if (verdict === 'rejected') this.rejected.add(fact)
    else this.rejected.delete(fact)
    return undefined
  }

  #write(id: string, draft: FactDraft): string | undefined {
    const why = this.#unsound(id, draft)
    if (why !== undefined) return why
    this.facts.set(id, { ...draft, id, gloss: '', confidence: 1, rule: BY_HAND, key: '' })
    this.touched.add(id)
    this.#edited.add(id)
    return undefined
  }

  #unsound(id: string, draft: FactDraft): string | undefined {
    const roles = draft.arguments.map(({ role }) => role)
    const [broken] = violations(draft.type, roles, draft.attributes)
    if (broken !== undefined) return `${draft.type}: ${broken}`
    for (const argument of draft.arguments) {
      if ('entity' in argument && !this.entities.has(argument.entity))
        return `there is no entity \`${argument.entity}\``
      if ('value' in argument && !this.#values.has(argument.value)) return `there is no value \`${argument.value}\``
      if ('fact' in argument && !this.facts.has(argument.fact)) return `there is no fact \`${argument.fact}\``
      if ('fact' in argument && this.#reaches(argument.fact, id)) return 'a fact cannot be an argument of itself'
      if ('text' in argument && !this.#says(argument)) return 'the words of an argument are not in the text'
    }
    const { speaker, statement } = draft.attribution ?? {}
    if (typeof speaker === 'string' && !this.entities.has(speaker)) return `there is no entity \`${speaker}\``
    if (speaker && typeof speaker !== 'string' && !this.#says(speaker)) return 'the speaker is not in the text'
    if (statement !== undefined && this.facts.get(statement)?.type !== 'statement') {
      return `there is no statement \`${statement}\``
    }
    return draft.evidence.every((quote) => this.#says(quote)) ? undefined : 'the evidence is not in the text'
  }

  #says({ start, end, text }: Span & { text: string }): boolean {
    return start < end && this.#text.slice(start, end) === text
  }

  #reaches(from: string, to: string): boolean {
    const seen = new Set<string>()
    const open = [from]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === to) return true
      if (seen.has(id)) continue
      seen.add(id)
      for (const argument of this.facts.get(id)?.arguments ?? []) if ('fact' in argument) open.push(argument.fact)
    }
    return false
  }

  #addEntity(id: string, draft: EntityDraft, mentions: readonly EntityMention[]): string | undefined {
    const why = unfit(draft) ?? (mentions.every((one) => this.#says(one)) ? undefined : 'a mention is not in the text')
    if (why !== undefined) return why
    const sorted = [...mentions].sort(bySpan)
    this.entities.set(id, { id, ...draft, aliases: [], mentions: sorted, salience: 0, confidence: 1, links: [] })
    return undefined
  }

  #editEntity(id: string, draft: EntityDraft): string | undefined {
    const entity = this.entities.get(id)
    if (!entity) return `there is no entity \`${id}\``
    const why = unfit(draft)
    if (why !== undefined) return why
    const { subtype: _, ...rest } = entity
    const aliases = entity.aliases.filter((alias) => alias !== draft.name)
    this.entities.set(id, { ...rest, ...draft, aliases, confidence: 1 })
    this.#touch(id)
    return undefined
  }

  #addMention(id: string, mention: EntityMention): string | undefined {
    const entity = this.entities.get(id)
    if (!entity) return `there is no entity \`${id}\``
    if (!this.#says(mention)) return 'the mention is not in the text'
    if (entity.mentions.some((one) => sameSpan(one, mention))) return 'the mention is there already'
    this.entities.set(id, { ...entity, mentions: [...entity.mentions, mention].sort(bySpan) })
    return undefined
  }

  /** Facts keep the words that named it. */
  #rejectEntity(id: string): string | undefined {
    const entity = this.entities.get(id)
    if (!entity) return `there is no entity \`${id}\``
    this.#rewrite(id, (fact, role) => {
      const { start, end, text } = nearest(entity.mentions, fact.evidence[0]!)
      return { role, start, end, text }
    })
    this.entities.delete(id)
    return undefined
  }

  #merge([into, ...others]: readonly string[]): string | undefined {
    const missing = [into!, ...others].find((id) => !this.entities.has(id))
    if (missing !== undefined) return `there is no entity \`${missing}\``
    if (others.includes(into!)) return 'an entity cannot be merged with itself'
    for (const other of others) {
      const one = this.entities.get(into!)!
      const two = this.entities.get(other)!
      const mentions = [...one.mentions, ...two.mentions.filter((b) => !one.mentions.some((a) => sameSpan(a, b)))]
      const names = [...one.aliases, two.name, ...two.aliases].filter((name) => name !== one.name)
      this.entities.set(one.id, {
        ...one,
        aliases: [...new Set(names)],
        mentions: mentions.sort(bySpan),
        salience: Math.min(1, one.salience + two.salience),
        links: one.links.length > 0 ? one.links : two.links,
      })
      this.#rewrite(other, (_, role) => ({ role, entity: one.id }))
      this.entities.delete(other)
    }
    return undefined
  }

  /** A fact goes with the mentions inside its evidence: it moves when all of them do. */
  #split(from: string, id: string, spans: readonly Span[], draft: EntityDraft): string | undefined {
    const entity = this.entities.get(from)
    if (!entity) return `there is no entity \`${from}\``
    const moved = entity.mentions.filter((mention) => spans.some((span) => sameSpan(span, mention)))
    const rest = entity.mentions.filter((mention) => !moved.includes(mention))
    if (moved.length !== spans.length) return 'the entity does not have these mentions'
    if (rest.length === 0) return 'the entity would have no mention left'
    const why = this.#addEntity(id, draft, moved)
    if (why !== undefined) return why
    this.entities.set(from, {
      ...entity,
      mentions: rest,
      aliases: entity.aliases.filter((name) => name !== draft.name),
    })
    this.#rewrite(from, (fact, role) => {
      const inside = entity.mentions.filter((mention) => fact.evidence.some((quote) => contains(quote, mention)))
      const goes = inside.length > 0 && inside.every((mention) => moved.includes(mention))
      return { role, entity: goes ? id : from }
    })
    return undefined
  }

  #rewrite(entity: string, to: (fact: Fact, role: string) => Argument): void {
    for (const fact of this.facts.values()) {
      const spoken = fact.attribution?.speaker === entity
      if (!spoken && !fact.arguments.some((argument) => 'entity' in argument && argument.entity === entity)) continue
      const filled = fact.arguments.map((argument) =>
        'entity' in argument && argument.entity === entity ? to(fact, argument.role) : argument,
      )
      const changed = { ...fact, arguments: filled }
      if (spoken) {
        const speaker = to(fact, 'speaker')
        if ('entity' in speaker) changed.attribution = { ...fact.attribution, speaker: speaker.entity }
        else if ('text' in speaker) {
          const { role: _, ...quote } = speaker
          changed.attribution = { ...fact.attribution, speaker: quote }
        }
      }
      this.facts.set(fact.id, changed)
      this.touched.add(fact.id)
    }
  }

  #touch(entity: string): void {
    this.#rewrite(entity, (_, role) => ({ role, entity }))
  }
}

function unfit({ type, subtype }: EntityDraft): string | undefined {
  if (subtype === undefined || SUBTYPES[type]?.includes(subtype)) return undefined
  return `\`${subtype}\` is no subtype of ${type}`
}

function nearest(mentions: readonly EntityMention[], evidence: Span): EntityMention {
  return mentions.find((mention) => overlap(mention, evidence)) ?? mentions[0]!
}
