import type { EntityType } from '../doc/entity.ts'
import type { Tokens } from '../doc/tokens.ts'
import { readGender } from '../text/compromise.ts'
import type { Figure, Named } from './figure.ts'
import type { Gender, Knowledge } from './knowledge.ts'
import type { LegalForms } from './legal-forms.ts'
import { abbreviates, acronymLetters, shortens } from './name-match.ts'
import { initials, nameWords } from './name-words.ts'
import { statedAliases } from './stated-aliases.ts'

/** The mentions of one form and type, until it is known whose form it is. */
interface Group {
  type: EntityType
  names: Named[]
}

const GENERIC = new Set(['group', 'holding', 'holdings'])

/** Types that a tagger takes for one another: *Alipay* is what is offered and who offers it. */
const THINGS: ReadonlySet<EntityType> = new Set(['organization', 'product'])

/** Gathers names into figures: each thing with every form of its name. `names` is sorted by span. */
export function gatherNames(names: readonly Named[], tokens: Tokens, knowledge: Knowledge): Figure[] {
  const groups = groupByKey(names, knowledge)
  const union = new Union(groups.length)
  const groupOf = new Map<Named, number>()
  groups.forEach((group, i) => {
    for (const name of group.names) groupOf.set(name, i)
  })
  for (const [short, long] of statedAliases(names, tokens, knowledge))
    union.join(groupOf.get(short)!, groupOf.get(long)!)
  joinShortForms(groups, union, knowledge)
  joinTypes(groups, union, knowledge)
  const merged = new Map<number, Named[]>()
  groups.forEach((group, i) => {
    const root = union.root(i)
    for (const name of group.names) push(merged, root, name)
  })
  return [...merged.values()].map((list) => figureOf(list, knowledge))
}

/** The key under which equal names of one type meet: names of one country, demonyms of one people, all else by words. */
function keyOf({ words, type }: Named, { legal, countries, demonyms }: Knowledge): string {
  const key = words.join(' ')
  const people = demonyms.get(key) ?? demonyms.get(key.replace(/s$/, ''))
  if (people !== undefined && !countries.has(key)) return `people:${people}`
  if (type !== 'person' && countries.has(key)) return `country:${countries.get(key)}`
  return `${type}:${coreOf(words, legal).join(' ')}`
}

/** *Acme Group* and *Acme Holdings Ltd* are one. */
function coreOf(words: readonly string[], legal: LegalForms): readonly string[] {
  let core = legal.without(words)
  while (core.length > 1 && GENERIC.has(core.at(-1)!)) core = legal.without(core.slice(0, -1))
  return core
}

function groupByKey(names: readonly Named[], knowledge: Knowledge): Group[] {
  const groups = new Map<string, Group>()
  for (const name of names) {
    const key = keyOf(name, knowledge)
    const type = key.startsWith('people:') ? 'group' : name.type
    const group = groups.get(key)
    if (group) group.names.push(name)
    else groups.set(key, { type, names: [name] })
  }
  return [...groups.values()]
}

/** Gives each short form to the one longer name of its type that it can stand for; an acronym to one of any type. */
function joinShortForms(groups: readonly Group[], union: Union, knowledge: Knowledge): void {
  const byWord = new Map<string, number[]>()
  const full = groups.map(longest)
  full.forEach((name, i) => {
    if (name.words.length > 1) for (const word of new Set(name.words)) push(byWord, word, i)
  })
  const byInitials = new Map<string, number[]>()
  full.forEach(({ words }, i) => {
    if (words.length < 2 || groups[i]!.type === 'person') return
    for (const letters of new Set([...initials(words), ...initials(knowledge.legal.without(words))]))
      push(byInitials, letters, i)
  })
  groups.forEach((group, i) => {
    const short = full[i]!
    const near = hostsOf(group.type === 'person' ? short.words : knowledge.legal.without(short.words), byWord)
    let hosts = near.filter(
      (j) => j !== i && groups[j]!.type === group.type && shortens(short, full[j]!, group.type, knowledge),
    )
    if (hosts.length === 0 && group.type !== 'person')
      hosts = acronymLetters(short.form)
        .flatMap((letters) => byInitials.get(letters) ?? [])
        .filter((j) => j !== i && abbreviates(short, full[j]!, knowledge))
    if (hosts.length === 0 && THINGS.has(group.type))
      hosts = near.filter(
        (j) =>
          j !== i &&
          (groups[j]!.type === group.type || THINGS.has(groups[j]!.type)) &&
          shortens(short, full[j]!, groups[j]!.type, knowledge),
      )
    if (hosts.length === 0 && group.type === 'place')
      hosts = near.filter(
        (j) => isIncorporated(full[j]!, knowledge) && shortens(short, full[j]!, 'organization', knowledge),
      )
    const host = chooseHost(group, hosts, groups, full, knowledge)
    if (host !== undefined) union.join(i, host)
  })
}

/** *Norvik Energy Ltd*: what a tagger then takes for a place named *Norvik*, and no list of places has, is the company. */
const isIncorporated = ({ type, words }: Named, { legal }: Knowledge): boolean =>
  type === 'organization' && legal.without(words).length < words.length

/** The names that have every one of a short form's words, and more besides: those with the rarest of them. */
function hostsOf(words: readonly string[], byWord: ReadonlyMap<string, readonly number[]>): readonly number[] {
  let rarest: readonly number[] | undefined
  for (const word of words) {
    const found = byWord.get(word)
    if (!found) return []
    if (!rarest || found.length < rarest.length) rarest = found
  }
  return rarest ?? []
}

/**
 * One host of several: forms of one another are one host, and the longest stands for them. Of different ones that a
 * title does not refuse, the first that the article names.
 */
function chooseHost(
  group: Group,
  hosts: readonly number[],
  groups: readonly Group[],
  full: readonly Named[],
  knowledge: Knowledge,
): number | undefined {
  const gender = genderOf(group.names)
  const fitting = hosts.filter((j) => {
    const other = genderOf(groups[j]!.names)
    return gender === '' || other === '' || other === gender
  })
  return [...fitting]
    .sort((a, b) => groups[a]!.names[0]!.start - groups[b]!.names[0]!.start)
    .find((j) => !fitting.some((k) => k !== j && shortens(full[j]!, full[k]!, groups[k]!.type, knowledge)))
}

/** One name, one type: what is left of a name under another type goes to the reading that has more. */
function joinTypes(groups: readonly Group[], union: Union, knowledge: Knowledge): void {
  const byForm = new Map<string, number[]>()
  groups.forEach(({ names }, i) => {
    const key = coreOf(longest({ names }).words, knowledge.legal).join(' ')
    push(byForm, key, i)
  })
  for (const rivals of byForm.values()) {
    const [main, ...others] = [...rivals].sort((a, b) => groups[b]!.names.length - groups[a]!.names.length || a - b)
    for (const other of others) union.join(other, main!)
  }
}

/** The name with the most words, then the most letters; one that is not all capitals before one that is. */
function longest({ names }: Pick<Group, 'names'>): Named {
  const shouted = ({ form }: Named): number => (/\s/.test(form) && form === form.toUpperCase() ? 1 : 0)
  return names.reduce((best, name) => {
    const order =
      name.words.length - best.words.length || shouted(best) - shouted(name) || name.form.length - best.form.length
    return order > 0 ? name : best
  })
}

const genderOf = (names: readonly Named[]): Gender => names.find(({ gender }) => gender !== '')?.gender ?? ''

/** What a full name alone tells, where no title did: *Jean-Paul* is a Paul. Names that no list has are asked of compromise. */
function genderOfName({ form, words }: Named, { givenNames }: Knowledge): Gender {
  if (words.length < 2) return ''
  const [first = ''] = form.split(/\s/, 1)
  const given = nameWords(first).at(-1) ?? ''
  return givenNames.get(given) ?? (given.length < 2 ? '' : (readGender(form) ?? ''))
}

function figureOf(list: readonly Named[], knowledge: Knowledge): Figure {
  const names = [...list].sort((a, b) => a.start - b.start)
  const type = typeOf(names, knowledge)
  const name = longest({ names })
  return {
    type,
    subtype: subtypeOf(names, type, knowledge),
    name: name.form,
    names,
    words: new Set(names.flatMap(({ words }) => words)),
    gender: genderOf(names) || (type === 'person' ? genderOfName(name, knowledge) : ''),
    nouns: new Set(),
    modifiers: new Set(),
    references: names.map(({ from, to }) => ({ from, to, kind: 'name' })),
  }
}

/** The type that its mentions vote for; a name of several words, which tells more, has two votes; a legal form decides. */
function typeOf(names: readonly Named[], knowledge: Knowledge): EntityType {
  const { demonyms, countries } = knowledge
  if (names.some((name) => isIncorporated(name, knowledge))) return 'organization'
  const votes = new Map<EntityType, number>()
  for (const { type, words, score } of names) {
    const key = words.join(' ')
    const own = countries.has(key)
      ? type === 'person'
        ? 'person'
        : 'place'
      : demonyms.has(key) || demonyms.has(key.replace(/s$/, ''))
        ? 'group'
        : type
    votes.set(own, (votes.get(own) ?? 0) + score * (words.length > 1 ? 2 : 1))
  }
  return [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best))[0]
}

function subtypeOf(names: readonly Named[], type: EntityType, { countries, cities }: Knowledge): string | undefined {
  if (type === 'place') {
    if (names.some(({ words }) => countries.has(words.join(' ')))) return 'country'
    const told = names.find((one) => one.type === type && one.subtype !== undefined)?.subtype
    return told ?? (names.some(({ words }) => cities.has(words.join(' '))) ? 'city' : undefined)
  }
  return names.find((one) => one.type === type && one.subtype !== undefined)?.subtype
}

function push<K, V>(lists: Map<K, V[]>, key: K, one: V): void {
  const list = lists.get(key)
  if (list) list.push(one)
  else lists.set(key, [one])
}

/** Which groups are one, so far. */
class Union {
  readonly #parent: Int32Array

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, i) => i)
  }

  root(i: number): number {
    let at = i
    while (this.#parent[at] !== at) at = this.#parent[at]!
    return at
  }

  join(i: number, into: number): void {
    this.#parent[this.root(i)] = this.root(into)
  }
}
