import type { FactTypeName } from '../doc/fact-types.ts'

/** The words of each argument by role; a role filled several times is joined with commas. */
type Words = (role: string) => string | undefined

/** `{role}` is replaced; a part in brackets falls away when a role in it is empty; `@name` is an attribute. */
const TEMPLATES: Readonly<Record<FactTypeName, string>> = {
  'role.holds': '{person}: [{@status} ]{title}[, {organization}][, {place}][ ({date})]',
  'org.owned_by': '{organization} is owned by {owner}[ ({share})]',
  'org.unit_of': '{organization} is a unit of {parent}',
  'org.founded': '{organization} founded[ by {founder}][ in {place}][, {date}]',
  'org.based_in': '{organization} is based in {place}',
  'org.offers': '{organization} offers {product}',
  'org.member_of': '{member} is a member of {group}',
  'person.born': '{person} born[ in {place}][, {date}]',
  'person.died': '{person} died[ in {place}][, {date}][: {cause}]',
  'person.age': '{person} is {age}[ ({date})]',
  'person.citizen_of': '{person} is a citizen of {place}',
  'person.family': '{relative} is[ {@relation} of] {person}',
  'person.educated_at': '{person} studied at {organization}',
  'person.lives_in': '{person} lives in {place}',
  'place.part_of': '{part} is part of {whole}',
  'entity.is_a': '{entity} is {class}',
  'event.agreement': 'Agreement[ {@status}]: {party}[ about {about}][, {amount}][, {date}]',
  'event.acquisition': '{buyer} acquires {target}[ from {seller}][ for {amount}][, {date}]',
  'event.investment': '{investor} invests[ {amount}][ in {recipient}][ for {project}][, {date}]',
  'event.personnel': '{person} {@change}[: {title}][, {organization}][, {place}][, {date}]',
  'event.launch': '[{agent}: ]{@change}[ {object}][ in {place}][, {date}]',
  'event.legal': '{target} {@action}[ by {authority}][, plaintiff {plaintiff}][ for {charge}][: {penalty}][, {date}]',
  'event.vote': 'Vote: {subject}[ {@outcome}][ by {body}][, {count}][, {date}]',
  'event.attack': 'Attack[ by {attacker}][ on {target}][ in {place}][ with {weapon}][, {date}]',
  'event.casualties': '{count} {@harm}[: {victim}][, {cause}][ in {place}][, {date}]',
  'event.disaster': '{disaster}[ in {place}][, {date}]',
  'event.meeting': 'Meeting: {participant}[ in {place}][, {date}]',
  'event.trade': 'Trade: {goods}[ from {seller}][ to {buyer}][ for {amount}][, {date}]',
  'event.workforce': '{organization}: {count} {@change}[, {date}]',
  'event.award': '{recipient} receives {award}[, {date}]',
  'event.scheduled': '{event} scheduled for {date}[ in {place}]',
  'metric.level': '[{of}: ]{metric} at {amount}[ in {period}]',
  'metric.change': '[{of}: ]{metric} {@direction}[ {amount}][ from {from}][ to {to}][ in {period}][, {@basis}]',
  'metric.share': '{part}: {amount}[ of {whole}][ in {period}]',
  statement: '{speaker} [{@cue}]: {content}',
  cause: '{cause} → {effect}',
  action: '[{agent} ]{@predicate}[ {object}][, {date}][, {place}]',
}

/** A stretch of a template: words as they stand, or what a role or attribute holds. */
interface Part {
  words: string
  name: string
}

/** Parts that stand or fall together; those outside brackets always stand. */
interface Group {
  parts: readonly Part[]
  optional: boolean
}

const PARSED: ReadonlyMap<string, readonly Group[]> = new Map(
  Object.entries(TEMPLATES).map(([type, template]) => [
    type,
    template
      .split(/(\[[^\]]*\])/)
      .filter((stretch) => stretch !== '')
      .map((stretch) => ({
        optional: stretch.startsWith('['),
        parts: stretch
          .replace(/^\[|\]$/g, '')
          .split(/(\{[^}]+\})/)
          .filter((part) => part !== '')
          .map((part) => (part.startsWith('{') ? { words: '', name: part.slice(1, -1) } : { words: part, name: '' })),
      })),
  ]),
)

/** A fact in one line for people. Never parsed by anything. */
export function gloss(type: FactTypeName, words: Words, attributes: Readonly<Record<string, string>>): string {
  let line = ''
  for (const { parts, optional } of PARSED.get(type)!) {
    let filled = ''
    for (const part of parts) {
      const { name } = part
      const found = name === '' ? part.words : name.charCodeAt(0) === 64 ? attributes[name.slice(1)] : words(name)
      if (found === undefined && optional) {
        filled = ''
        break
      }
      filled += found ?? ''
    }
    line += filled
  }
  return (UNEVEN.test(line) ? line.replace(/\s+/g, ' ') : line).trim()
}

const UNEVEN = /[^\S ]| {2}/
