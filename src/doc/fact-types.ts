/**
 * The fact types of the fact sheet as data: the one place that names types, roles and attribute vocabularies.
 * Schemas, rules, `verify` and the documentation read this table.
 */

/** What a fact type is made of. Roles that are not listed are refused, unless `openRoles`. */
export interface FactType {
  about: string
  /** Every role, the key ones first. */
  roles: readonly string[]
  /** Roles that must be filled for the fact to count. */
  key: readonly string[]
  /** At least `n` arguments must be filled among these roles; `orAttribute` may stand in for them. */
  atLeast?: readonly { n: number; roles: readonly string[]; orAttribute?: string }[]
  /** Attribute name -> closed vocabulary, or `null` where any string is allowed. */
  attributes: Readonly<Record<string, readonly string[] | null>>
  /** Prepositions may be roles too. */
  openRoles?: true
}

const event = (
  about: string,
  roles: string[],
  key: string[],
  rest: Partial<Pick<FactType, 'atLeast' | 'attributes'>> = {},
): FactType => ({ about, roles: [...new Set([...roles, 'date', 'place'])], key, attributes: {}, ...rest })

const state = (about: string, roles: string[], key: string[], rest: Partial<FactType> = {}): FactType => ({
  about,
  roles: [...new Set([...roles, 'date'])],
  key,
  attributes: {},
  ...rest,
})

export const FACT_TYPES = {
  'role.holds': state('Somebody holds a post.', ['person', 'title', 'organization', 'place'], ['person', 'title'], {
    attributes: { status: ['current', 'former', 'incoming', 'acting'] },
  }),

  'org.owned_by': state(
    'An organization or brand belongs to an owner.',
    ['organization', 'owner', 'share'],
    ['organization', 'owner'],
  ),
  'org.unit_of': state('An organization is part of another.', ['organization', 'parent'], ['organization', 'parent']),
  'org.founded': state('An organization was founded.', ['organization', 'founder', 'date', 'place'], ['organization'], {
    atLeast: [{ n: 1, roles: ['founder', 'date', 'place'] }],
  }),
  'org.based_in': state(
    'An organization has its seat somewhere.',
    ['organization', 'place'],
    ['organization', 'place'],
  ),
  'org.offers': state(
    'An organization makes, provides, sells or operates something.',
    ['organization', 'product'],
    ['organization', 'product'],
  ),
  'org.member_of': state('Somebody or something belongs to a group.', ['member', 'group'], ['member', 'group']),

  'person.born': state('A birth.', ['person', 'date', 'place', 'cause'], ['person']),
  'person.died': state('A death.', ['person', 'date', 'place', 'cause'], ['person']),
  'person.age': state('How old somebody is.', ['person', 'age'], ['person', 'age']),
  'person.citizen_of': state('Citizenship or nationality.', ['person', 'place'], ['person', 'place']),
  'person.family': state('Two people are related.', ['person', 'relative'], ['person', 'relative'], {
    attributes: { relation: ['spouse', 'child', 'parent', 'sibling', 'other'] },
  }),
  'person.educated_at': state('Where somebody studied.', ['person', 'organization'], ['person', 'organization']),
  'person.lives_in': state('Where somebody lives.', ['person', 'place'], ['person', 'place']),

  'place.part_of': state('A place lies in another.', ['part', 'whole'], ['part', 'whole']),

  'entity.is_a': { about: 'What a thing is.', roles: ['entity', 'class'], key: ['entity', 'class'], attributes: {} },

  'event.agreement': event('A deal, pact, partnership or treaty.', ['party', 'about', 'amount'], ['party'], {
    attributes: { status: ['announced', 'signed', 'ended'] },
  }),
  'event.acquisition': event(
    'One buys another, or they merge.',
    ['buyer', 'target', 'seller', 'amount'],
    ['buyer', 'target'],
  ),
  'event.investment': event(
    'Investment, funding, loan or aid.',
    ['investor', 'recipient', 'project', 'amount'],
    ['investor'],
    {
      atLeast: [{ n: 1, roles: ['recipient', 'project'] }],
    },
  ),
  'event.personnel': event(
    'Somebody takes or leaves a post.',
    ['person', 'organization', 'place', 'title'],
    ['person'],
    {
      atLeast: [{ n: 1, roles: ['organization', 'place', 'title'] }],
      attributes: { change: ['appointed', 'elected', 'resigned', 'dismissed', 'retired', 'replaced'] },
    },
  ),
  'event.launch': event('Something is launched, opened, released, closed or called off.', ['agent', 'object'], [], {
    atLeast: [{ n: 1, roles: ['agent', 'object'] }],
    attributes: { change: ['launched', 'opened', 'debuted', 'released', 'closed', 'cancelled'] },
  }),
  'event.legal': event(
    'A step of the law against somebody.',
    ['target', 'authority', 'plaintiff', 'charge', 'penalty'],
    ['target'],
    {
      attributes: {
        action: [
          'investigated',
          'wanted',
          'searched',
          'seized',
          'detained',
          'arrested',
          'charged',
          'sued',
          'convicted',
          'acquitted',
          'cleared',
          'sentenced',
          'fined',
          'banned',
        ],
      },
    },
  ),
  'event.vote': event('An election or a vote on a bill.', ['subject', 'body', 'count'], ['subject'], {
    attributes: { outcome: ['won', 'lost', 'passed', 'rejected', 'held'] },
  }),
  'event.attack': event('Violence against a target.', ['target', 'place', 'attacker', 'weapon'], [], {
    atLeast: [{ n: 1, roles: ['target', 'place'] }],
  }),
  'event.casualties': event(
    'People killed, injured, missing, displaced or infected.',
    ['count', 'victim', 'cause'],
    ['count'],
    {
      attributes: { harm: ['killed', 'injured', 'missing', 'displaced', 'infected'] },
    },
  ),
  'event.disaster': event('An accident, storm, quake, fire or outbreak.', ['disaster'], ['disaster']),
  'event.meeting': event('A meeting, visit, talk or call.', ['participant', 'place'], ['participant'], {
    atLeast: [{ n: 2, roles: ['participant', 'place'] }],
  }),
  'event.trade': event('Goods or services change hands.', ['goods', 'seller', 'buyer', 'amount'], [], {
    atLeast: [{ n: 2, roles: ['goods', 'seller', 'buyer', 'amount'] }],
  }),
  'event.workforce': event('Hiring, job cuts or strikes.', ['organization', 'count'], ['organization', 'count'], {
    attributes: { change: ['hired', 'cut', 'striking'] },
  }),
  'event.award': event('A prize, medal or honour.', ['recipient', 'award'], ['recipient', 'award']),
  'event.scheduled': event('An event has its date.', ['event'], ['event', 'date']),

  'metric.level': {
    about: 'A figure stands at an amount.',
    roles: ['metric', 'amount', 'of', 'period'],
    key: ['metric', 'amount'],
    attributes: {},
  },
  'metric.change': {
    about: 'A figure rises, falls or stays.',
    roles: ['metric', 'amount', 'to', 'from', 'of', 'period'],
    key: ['metric'],
    atLeast: [{ n: 1, roles: ['amount', 'to'], orAttribute: 'direction' }],
    attributes: { direction: ['up', 'down', 'flat'], basis: null },
  },
  'metric.share': {
    about: 'A part makes up an amount of a whole.',
    roles: ['part', 'amount', 'whole', 'period'],
    key: ['part', 'amount'],
    attributes: {},
  },

  statement: {
    about: 'Somebody says something.',
    roles: ['speaker', 'content'],
    key: ['speaker', 'content'],
    attributes: { speech: ['direct', 'indirect', 'mixed'], cue: null },
  },
  cause: {
    about: 'One thing brings about another.',
    roles: ['cause', 'effect'],
    key: ['cause', 'effect'],
    attributes: {},
  },
  action: {
    about: 'Who does what: any clause that no other type covers.',
    roles: ['agent', 'object', 'date', 'place'],
    key: [],
    atLeast: [{ n: 1, roles: ['agent', 'object'] }],
    attributes: { predicate: null },
    openRoles: true,
  },
} as const satisfies Record<string, FactType>

export type FactTypeName = keyof typeof FACT_TYPES
export const FACT_TYPE_NAMES = Object.keys(FACT_TYPES) as FactTypeName[]

/** The rules a fact breaks, in words; empty when it is well formed. */
export function violations(
  type: FactTypeName,
  roles: readonly string[],
  attributes: Readonly<Record<string, string>>,
): string[] {
  const spec: FactType = FACT_TYPES[type]
  const broken: string[] = []
  for (const role of roles) {
    if (!spec.roles.includes(role) && !(spec.openRoles && /^[a-z][a-z_-]*$/.test(role)))
      broken.push(`no role \`${role}\``)
  }
  for (const role of spec.key) if (!roles.includes(role)) broken.push(`role \`${role}\` missing`)
  for (const { n, roles: among, orAttribute } of spec.atLeast ?? []) {
    if (orAttribute !== undefined && attributes[orAttribute] !== undefined) continue
    if (roles.filter((role) => among.includes(role)).length < n) broken.push(`fewer than ${n} of ${among.join(', ')}`)
  }
  for (const [name, value] of Object.entries(attributes)) {
    const vocabulary = spec.attributes[name]
    if (vocabulary === undefined) broken.push(`no attribute \`${name}\``)
    else if (vocabulary !== null && !vocabulary.includes(value))
      broken.push(`attribute \`${name}\` cannot be \`${value}\``)
  }
  return broken
}
