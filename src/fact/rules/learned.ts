import type { FactTypeName } from '../../doc/fact-types.ts'
import { chiefTitle } from '../chief.ts'
import { args, factRule, type Proposal } from '../fact-rule.ts'
import type { Filler } from '../filler.ts'
import { type Learned, learnedIn } from '../learned.ts'
import { Stated } from '../stated.ts'
import type { View } from '../view.ts'

/** A relation whose two sides are the key roles of one fact type. */
interface Plain {
  type: FactTypeName
  subject: string
  object: string
  /** Types that say the same or more of the same two. */
  unless: readonly FactTypeName[]
}

const plain = (type: FactTypeName, subject: string, object: string, ...unless: FactTypeName[]): Plain => ({
  type,
  subject,
  object,
  unless: [type, ...unless],
})

const PLAIN: Readonly<Record<string, Plain>> = {
  'lives-in': plain('person.lives_in', 'person', 'place'),
  nationality: plain('person.citizen_of', 'person', 'place'),
  'studied-at': plain('person.educated_at', 'person', 'organization'),
  'belongs-to': plain('org.member_of', 'member', 'group', 'role.holds', 'org.founded', 'person.educated_at'),
  'of-party': plain('org.member_of', 'member', 'group', 'role.holds'),
  'founded-by': plain('org.founded', 'organization', 'founder'),
  'based-in': plain('org.based_in', 'organization', 'place'),
  'unit-of': plain('org.unit_of', 'organization', 'parent', 'org.owned_by'),
}

/** Relations that fill a role of the one fact there is of somebody or something: a birth has a date and a place. */
const PART_OF: Readonly<Record<string, { type: FactTypeName; subject: string; role: string }>> = {
  born: { type: 'person.born', subject: 'person', role: 'date' },
  'born-in': { type: 'person.born', subject: 'person', role: 'place' },
  died: { type: 'person.died', subject: 'person', role: 'date' },
  founded: { type: 'org.founded', subject: 'organization', role: 'date' },
}

function proposal(
  view: View,
  { relation, subject, object, confidence }: Learned,
  type: FactTypeName,
  filled: Readonly<Record<string, Filler>>,
): Proposal {
  return {
    type,
    arguments: args(filled),
    at: object.head,
    evidence: view.span(Math.min(subject.from, object.from), Math.max(subject.to, object.to)),
    confidence: Math.round(confidence * 100) / 100,
    pattern: relation,
  }
}

/** Births, deaths and foundings with all that is told of them, one for each person or organization. */
function* occasions(view: View, all: readonly Learned[], stated: Stated): Generator<Proposal> {
  const found = new Map<string, Proposal>()
  for (const one of all) {
    const part = PART_OF[one.relation]
    if (!part) continue
    const key = `${part.type} ${one.subject.id}`
    const before = found.get(key) ?? stated.with(part.type, part.subject, one.subject.filler)[0]
    const fresh = proposal(view, one, part.type, { [part.subject]: one.subject.filler, [part.role]: one.object.filler })
    if (before?.arguments.some(({ role }) => role === part.role)) {
      // a birth in a town is one in its country too, where the text names both
      if (part.role === 'place' && !stated.joins(one.subject.filler, one.object.filler, part.type))
        yield { ...fresh, same: `${one.subject.id} ${one.object.id}` }
      continue
    }
    if (!before) found.set(key, fresh)
    else {
      found.set(key, {
        ...before,
        arguments: [...before.arguments, ...args({ [part.role]: one.object.filler })],
        evidence: {
          start: Math.min(before.evidence.start, fresh.evidence.start),
          end: Math.max(before.evidence.end, fresh.evidence.end),
        },
        confidence: Math.min(before.confidence, fresh.confidence),
        pattern: one.relation,
      })
    }
  }
  yield* found.values()
}

const PARENTS = new Set(['father', 'mother', 'parent', 'parents', 'dad', 'mom', 'mum'])

/** Two relatives; whose relative the other is, as the words put it: *her father Paul* against *his son Paul*. */
function kin(view: View, one: Learned): Proposal {
  const { relation, subject, object } = one
  if (relation === 'spouse') {
    const fact = proposal(view, one, 'person.family', { person: subject.filler, relative: object.filler })
    return { ...fact, attributes: { relation } }
  }
  for (let i = Math.min(subject.to, object.to); i < Math.max(subject.from, object.from); i++) {
    if (!PARENTS.has(view.tokens.lower(i))) continue
    const fact = proposal(view, one, 'person.family', { person: subject.filler, relative: object.filler })
    return { ...fact, attributes: { relation: 'parent' } }
  }
  const fact = proposal(view, one, 'person.family', { person: object.filler, relative: subject.filler })
  return { ...fact, attributes: { relation: 'child' } }
}

function chief(view: View, one: Learned, stated: Stated): Proposal | undefined {
  const { subject, object } = one
  const words = chiefTitle(view, subject, object)
  if (!words) return undefined
  const title = view.span(words.from, words.to)
  if (stated.joins(subject.filler, object.filler, 'role.holds')) return undefined
  const holds = stated
    .with('role.holds', 'person', object.filler)
    .filter(({ arguments: filled }) =>
      filled.some(
        ({ role, filler }) =>
          role === 'title' && 'span' in filler && filler.span.start < title.end && title.start < filler.span.end,
      ),
    )
  const known = holds.find(({ arguments: filled }) => !filled.some(({ role }) => role === 'organization'))
  if (known) {
    return {
      ...known,
      arguments: [...known.arguments, ...args({ organization: subject.filler })],
      confidence: Math.round(Math.min(known.confidence, one.confidence) * 100) / 100,
      pattern: one.relation,
    }
  }
  const fact = proposal(view, one, 'role.holds', {
    person: object.filler,
    title: { span: title },
    organization: subject.filler,
  })
  const person = 'entity' in object.filler ? object.filler.entity.id : object.id
  const head = view.tokens.lower(words.to - 1)
  const again = holds.length > 0 ? ` ${subject.id}` : ''
  return { ...fact, attributes: { status: 'current' }, same: `${person} ${head}${again}` }
}

export default factRule({
  name: 'learned',
  about: 'Relations that a trained classifier reads between two parties of a sentence, where no rule tells them.',
  types: [
    'role.holds',
    'org.unit_of',
    'org.founded',
    'org.based_in',
    'org.member_of',
    'person.born',
    'person.died',
    'person.citizen_of',
    'person.family',
    'person.educated_at',
    'person.lives_in',
  ],

  *find(view, found) {
    if (!view.learning) return
    const stated = new Stated(found)
    const all = learnedIn(view, view.learning)
    yield* occasions(view, all, stated)
    for (const one of all) {
      const { relation, subject, object } = one
      const simple = PLAIN[relation]
      if (simple) {
        if (stated.joins(subject.filler, object.filler, ...simple.unless)) continue
        yield proposal(view, one, simple.type, { [simple.subject]: subject.filler, [simple.object]: object.filler })
      } else if (relation === 'led-by') {
        const fact = chief(view, one, stated)
        if (fact) yield fact
      } else if (relation === 'spouse' || relation === 'child-of') {
        if (!stated.joins(subject.filler, object.filler, 'person.family')) yield kin(view, one)
      }
    }
  },

  examples: [
    [
      'Mary Jones received her doctorate in chemistry from Stanford University.',
      { person: 'Mary Jones', organization: 'Stanford University' },
    ],
  ],
  not: ['Mary Jones met Paul Smith in London on Monday.'],
})
