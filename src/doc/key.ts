import { Bug } from '../base/errors.ts'
import { sha256 } from '../base/hash.ts'
import type { Entity } from './entity.ts'
import type { Argument, Fact } from './fact.ts'
import { Value } from './value.ts'

/** What the arguments of a fact point at, by id. Each throws or gives the thing itself. */
export interface Pointed {
  entity(id: string): Pick<Entity, 'name'>
  /** The normal form of a value. */
  value(id: string): string
  /** The key of another fact. */
  fact(id: string): string
}

const PLACE_OF_VALUE: ReadonlySet<string> = new Set(['id', 'start', 'end', 'text', 'equivalents'])
const FORM_OF_VALUE = Value.keyof()
  .options.filter((name) => !PLACE_OF_VALUE.has(name))
  .sort(byCodeUnit)

/** A value as keys compare it: `currency=CNY,number=100000000,type=money`. */
export function normalForm(value: Value): string {
  let form = ''
  for (const name of FORM_OF_VALUE) {
    const content = value[name]
    if (content !== undefined) form += `${form === '' ? '' : ','}${name}=${String(content)}`
  }
  return form
}

/**
 * The key of a fact: 16 hex digits that two runs, versions or articles share when they say the same thing. Where it
 * stands in the text, its modality and its attributes are not part of it.
 */
export function factKey(fact: Pick<Fact, 'type' | 'arguments'>, pointed: Pointed): string {
  const lines: { role: string; said: string }[] = []
  for (const argument of fact.arguments) lines.push({ role: argument.role, said: said(argument, pointed) })
  if (lines.length > 1) lines.sort((a, b) => byCodeUnit(a.role, b.role) || byCodeUnit(a.said, b.said))
  let text: string = fact.type
  for (const { role, said } of lines) text += `\n${role}=${said}`
  return sha256(text).slice(0, 16)
}

/** The keys of all facts of an article by fact id; a fact may point at another, in any order. Throws a Bug on a loop. */
export function factKeys(
  facts: readonly Pick<Fact, 'id' | 'type' | 'arguments'>[],
  entities: readonly Pick<Entity, 'id' | 'name'>[],
  values: readonly Value[],
): Map<string, string> {
  const entityById = new Map(entities.map((entity) => [entity.id, entity]))
  const valueById = new Map(values.map((value) => [value.id, value]))
  const factById = new Map(facts.map((fact) => [fact.id, fact]))
  const keys = new Map<string, string>()
  const forms = new Map<string, string>()
  const open = new Set<string>()
  const pointed: Pointed = {
    entity: (id) => known(entityById, id),
    value: (id) => {
      const done = forms.get(id)
      if (done !== undefined) return done
      const form = normalForm(known(valueById, id))
      forms.set(id, form)
      return form
    },
    fact: (id) => {
      const done = keys.get(id)
      if (done !== undefined) return done
      if (open.has(id)) throw new Bug(`Fact \`${id}\` is an argument of itself`)
      open.add(id)
      const key = factKey(known(factById, id), pointed)
      keys.set(id, key)
      return key
    },
  }
  for (const { id } of facts) pointed.fact(id)
  return keys
}

function said(argument: Argument, pointed: Pointed): string {
  if ('entity' in argument) return pointed.entity(argument.entity).name.toLowerCase()
  if ('value' in argument) return pointed.value(argument.value)
  if ('fact' in argument) return pointed.fact(argument.fact)
  return argument.text.toLowerCase()
}

function known<T>(byId: ReadonlyMap<string, T>, id: string): T {
  const found = byId.get(id)
  if (found === undefined) throw new Bug(`A fact points at \`${id}\`, which the sheet does not have`)
  return found
}

/** Not `localeCompare`: the order may not depend on where it is run. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
