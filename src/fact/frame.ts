import type { Clause, Phrase } from '../doc/clause.ts'
import { EntityType } from '../doc/entity.ts'
import type { FactTypeName } from '../doc/fact-types.ts'
import { ValueType } from '../doc/value.ts'
import type { Proposal } from './fact-rule.ts'
import type { Filler } from './filler.ts'
import type { View } from './view.ts'
import { type Watch, watchVerbs } from './watch.ts'
import { whenOf } from './when.ts'

/** Which phrases of a clause may fill a role, and with what. Made by `agent`, `patient`, `behind` and their like. */
export interface Slot {
  phrases: (view: View, clause: Clause) => readonly Phrase[]
  entities: readonly EntityType[]
  values: readonly ValueType[]
  /** May the words themselves fill it, where they are no entity and no value? */
  words: boolean
}

export type Taken = EntityType | ValueType | 'words' | 'any'

const ENTITIES = EntityType.options
const VALUES = ValueType.options

/** What tells when is never the words of a role: *charged on Friday* names no charge. */
const TIMES: readonly ValueType[] = ['date', 'time', 'duration', 'set', 'age']

const slot = (phrases: Slot['phrases'], taken: readonly Taken[]): Slot => ({
  phrases,
  entities: taken.includes('any') ? ENTITIES : ENTITIES.filter((type) => taken.includes(type)),
  values: VALUES.filter((type) => taken.includes(type)),
  words: taken.includes('words') || taken.includes('any'),
})

/** Who does it, in either voice. */
export const agent = (...taken: Taken[]): Slot => slot((view, clause) => view.agents(clause), taken)
/** Whom or what it is done to, in either voice. */
export const patient = (...taken: Taken[]): Slot => slot((view, clause) => view.patients(clause), taken)
/** The grammatical subject, whatever the voice. */
export const subject = (...taken: Taken[]): Slot => slot((_, clause) => clause.subjects, taken)
export const object = (...taken: Taken[]): Slot =>
  slot((_, clause) => [...clause.objects, ...clause.indirectObjects], taken)
/** Phrases behind one of the prepositions, `from|out of`. */
export const behind = (prepositions: string, ...taken: Taken[]): Slot => {
  const each = prepositions.split('|')
  return slot((view, clause) => view.behind(clause, ...each), taken)
}

/** What a verb means: the fact it states, and where its arguments stand. */
export interface Frame {
  /** Lemmas with particles: `arrest`, `take over`. */
  verbs: readonly string[]
  /** Only in this voice. */
  voice?: Clause['voice']
  roles: Readonly<Record<string, Slot | readonly Slot[]>>
  attributes?: Readonly<Record<string, string>>
  confidence?: number
}

export const verbs = (words: string): readonly string[] => words.split(', ')

/** What of a phrase fits a slot. */
export function take(view: View, phrase: Phrase, { entities, values, words }: Slot): Filler | undefined {
  const mention = view.mentionAt(phrase.head) ?? view.titled(phrase.head)
  if (mention && entities.includes(mention.entity.type)) return { entity: mention.entity }
  if (values.length > 0) {
    const valued = view.valueIn(phrase, ...values)
    if (valued) return { value: valued.value }
  }
  if (!words || mention || view.tags.upos[phrase.head] === 'PRON') return undefined
  if (view.valueAt(phrase.head, ...TIMES)) return undefined
  return { span: view.span(phrase.from, view.withoutTail(phrase.head, phrase.to)) }
}

/** Frames of one rule by their verbs, in the order in which they are tried. */
export interface Frames {
  watch: Watch
  byVerb: ReadonlyMap<string, readonly Frame[]>
}

/** Frames that are tried in this order. */
export function frames(list: readonly Frame[]): Frames {
  const byVerb = new Map<string, Frame[]>()
  for (const frame of list) {
    for (const verb of new Set(frame.verbs)) byVerb.set(verb, [...(byVerb.get(verb) ?? []), frame])
  }
  return { watch: watchVerbs(...byVerb.keys()), byVerb }
}

/** The proposals of every clause that one of the frames fits; date and place are filled for events. */
export function* framed(view: View, type: FactTypeName, { watch, byVerb }: Frames, name?: string): Generator<Proposal> {
  for (const clause of view.clausesOf(watch)) {
    for (const frame of byVerb.get(clause.lemma)!) {
      if (frame.voice && frame.voice !== clause.voice) {
        view.declined?.(clause.head, `it reads “${clause.lemma}” in the ${frame.voice} voice only`)
        continue
      }
      const filled: { role: string; filler: Filler }[] = []
      for (const [role, slots] of Object.entries(frame.roles)) {
        const found = first(slots, (one) =>
          one.phrases(view, clause).flatMap((phrase) => take(view, phrase, one) ?? []),
        )
        filled.push(...found.map((filler) => ({ role, filler })))
      }
      if (filled.length === 0) {
        view.declined?.(clause.head, `nothing fits ${Object.keys(frame.roles).join(', ')} of “${clause.lemma}”`)
        continue
      }
      if (type.startsWith('event.')) circumstances(view, clause, filled)
      yield {
        type,
        arguments: filled,
        ...(frame.attributes && { attributes: frame.attributes }),
        at: clause.head,
        evidence: view.span(clause.from, clause.to),
        confidence: frame.confidence ?? 0.75,
        ...(name !== undefined && { pattern: name }),
      }
      break
    }
  }
}

/** Adds when and where, unless the roles have them already. */
function circumstances(view: View, clause: Clause, filled: { role: string; filler: Filler }[]): void {
  for (const [role, filler] of [
    ['date', whenOf(view, clause)],
    ['place', view.where(clause)],
  ] as const) {
    if (filler && !filled.some((one) => one.role === role)) filled.push({ role, filler })
  }
}

function first(slots: Slot | readonly Slot[], found: (slot: Slot) => Filler[]): Filler[] {
  for (const one of 'phrases' in slots ? [slots] : slots) {
    const fillers = found(one)
    if (fillers.length > 0) return fillers
  }
  return []
}
