import { args, factRule, type Proposal } from '../fact-rule.ts'
import { behind, framed, frames, object, patient, subject, verbs } from '../frame.ts'
import type { Mentioned, Valued, View } from '../view.ts'

const DATE = behind('in|on|', 'date')
const PLACE = behind('in|at|near', 'place')
/** *(born 5 May 1960)*, *(5 May 1960 – 3 June 2010)*, *(1960–2010)* behind a name, and places told with them. */
function* inBrackets(view: View): Generator<Proposal> {
  for (const person of view.names) {
    if (person.entity.type !== 'person' || view.tokens.text(person.to) !== '(') continue
    const { to: end } = view.sentenceAt(person.from)
    let close = person.to + 1
    while (close < end && view.tokens.text(close) !== ')') close++
    const dates = view.valuesIn(person.to + 1, close).filter(({ value }) => value.type === 'date')
    const [first, second] = dates
    if (!first) continue
    const words = view.words(person.to + 1, close).toLowerCase()
    const fact = (type: 'person.born' | 'person.died', date: Valued, place: Mentioned | undefined): Proposal => ({
      type,
      arguments: args({
        person: { entity: person.entity },
        date: { value: date.value },
        place: place && { entity: place.entity },
      }),
      at: date.from,
      modality: 'asserted',
      polarity: 'positive',
      tense: 'past',
      evidence: view.span(person.from, Math.min(close + 1, end)),
      confidence: 0.9,
      pattern: 'brackets',
    })
    const placeAfter = (date: Valued): Mentioned | undefined => {
      for (let i = date.to; i < Math.min(close, date.to + 3); i++) {
        const place = view.nameAt(i)
        if (place?.entity.type === 'place') return place
      }
      return undefined
    }
    const range = second !== undefined && /^[–—-]$/.test(view.tokens.text(second.from - 1))
    if (/\bborn\b|\bb\.|née/.test(words) || range) yield fact('person.born', first, placeAfter(first))
    else if (/\bdied\b|\bd\./.test(words)) yield fact('person.died', first, placeAfter(first))
    if (range || (second && /\bdied\b|\bd\./.test(words))) yield fact('person.died', second!, placeAfter(second!))
  }
}

const BORN = frames([
  {
    verbs: verbs('bear, born'),
    voice: 'passive',
    roles: { person: subject('person'), date: DATE, place: PLACE },
    confidence: 0.85,
  },
])
const DIED = frames([
  {
    verbs: verbs('die, pass away, perish'),
    roles: { person: subject('person'), date: DATE, place: PLACE, cause: behind('of|from|after', 'words') },
    confidence: 0.85,
  },
  {
    verbs: verbs('kill, murder, assassinate'),
    voice: 'passive',
    roles: { person: patient('person'), date: DATE, place: PLACE, cause: behind('in', 'words') },
    confidence: 0.75,
  },
])
const STUDIED = frames([
  {
    verbs: verbs('study, graduate, attend, enroll, enrol, matriculate'),
    roles: { person: subject('person'), organization: [object('organization'), behind('at|from|in', 'organization')] },
    confidence: 0.75,
  },
  {
    verbs: verbs('earn, receive, obtain, complete, hold, finish, pursue, get'),
    roles: { person: subject('person'), organization: behind('at|from', 'organization'), degree: object('words') },
    confidence: 0.7,
  },
  {
    verbs: ['educate'],
    voice: 'passive',
    roles: { person: subject('person'), organization: behind('at|in', 'organization') },
    confidence: 0.8,
  },
])
const DEGREE =
  /degree|bachelor|master|ph\.?d|doctorate|diploma|\b[bm]\.?[as]\.?\b|stud(?:y|ies)|mba|education|certificate/i
const LIVES = frames([
  {
    verbs: verbs('live, reside, settle, move, relocate, emigrate, immigrate, grow up, raise'),
    roles: { person: subject('person'), place: behind('in|at|to|near', 'place') },
    confidence: 0.75,
  },
])

export default factRule({
  name: 'life',
  about: 'Births, deaths, schools and homes of people.',
  types: ['person.born', 'person.died', 'person.educated_at', 'person.lives_in'],

  *find(view) {
    yield* framed(view, 'person.born', BORN, 'born')
    yield* framed(view, 'person.died', DIED, 'died')
    for (const found of framed(view, 'person.educated_at', STUDIED, 'studied')) {
      const degree = found.arguments.find(({ role }) => role === 'degree')?.filler
      const words =
        degree && 'span' in degree ? view.tokens.source.slice(degree.span.start, degree.span.end) : undefined
      if (words !== undefined && !DEGREE.test(words)) continue
      yield { ...found, arguments: found.arguments.filter(({ role }) => role !== 'degree') }
    }
    yield* inBrackets(view)
    yield* framed(view, 'person.lives_in', LIVES, 'lives')
  },

  examples: [
    ['John Smith was born in Kenya in 1960.', { person: 'John Smith', place: 'Kenya', date: '1960' }],
    ['Anne Brown died in Paris on Monday.', { person: 'Anne Brown', place: 'Paris' }],
  ],
  not: ['The engine died.'],
})
