import type { Clause } from '../../doc/clause.ts'
import { args, factRule, type Proposal } from '../fact-rule.ts'
import type { Filler } from '../filler.ts'
import { comma, determiner, isPosition, possessive, statusOf, type Title, titleBefore, titlesAfter } from '../phrase.ts'
import { inBrackets, nameBefore, roleOf, type Seat, seatAfter } from '../seat.ts'
import type { Mentioned, View } from '../view.ts'

const TIMES: ReadonlySet<string> = new Set(['since', 'from', 'in', 'until', 'between', 'during'])

function proposal(
  view: View,
  person: Mentioned,
  title: Title,
  seat: Seat | undefined,
  pattern: string,
  confidence: number,
): Proposal {
  const ends = [person.from, person.to, title.from, title.to, ...(seat ? [seat.seat.from, seat.seat.to] : [])]
  const filled: Record<string, Filler> = {
    person: { entity: person.entity },
    title: { span: view.span(title.from, title.to) },
  }
  if (seat) filled[seat.role] = { entity: seat.seat.entity }
  // a judge since 2012, a judge from 2012 to 2015
  const behind = Math.max(title.to, seat?.seat.to ?? 0)
  const time = TIMES.has(view.tokens.lower(behind)) ? view.valueAt(behind + 1, 'date') : undefined
  if (time) filled.date = { value: time.value }
  return {
    type: 'role.holds',
    arguments: args(filled),
    attributes: { status: statusOf(view, title, seat && seat.seat.to <= title.from ? seat.seat.from : title.from) },
    at: title.head,
    modality: 'asserted',
    polarity: 'positive',
    evidence: view.span(Math.min(...ends), Math.max(...ends)),
    confidence,
    pattern,
    // a post is told again and again in other words: the person and the head word tell whether it is the same
    same: `${person.entity.id} ${view.tokens.lower(title.head)}`,
  }
}

/** *Acme Chairman Paul Smith*, *Lima's Party chief Ana Diaz*, *President Brown*. */
function beforeName(view: View, person: Mentioned, floor: number): Proposal | undefined {
  let to = person.from
  if (comma(view, to - 1)) to--
  const title = titleBefore(view, to, floor)
  if (!title) return undefined
  let seat = nameBefore(view, title.from)
  if (!seat && statusOf(view, title) !== 'current') seat = nameBefore(view, title.from - 1)
  return proposal(view, person, title, seat && roleOf(seat), 'before-name', to === person.from ? 0.9 : 0.75)
}

/** *Ana Diaz, deputy director of the Lima Statistics Bureau*, *Sandeep Rao (co-founder, Acme)*. */
function* afterName(view: View, person: Mentioned, ceiling: number): Generator<Proposal> {
  if (view.tokens.text(person.to) !== '(' && !comma(view, person.to)) return
  let from = person.to + 1
  const verb = view.tokens.lower(from) === 'who' ? view.tokens.lower(from + 1) : ''
  const past = verb === 'was' || verb === 'served'
  if (past || verb === 'is' || verb === 'serves') from += 2
  if (view.tokens.lower(from) === 'as') from++
  if (view.valueAt(from, 'age', 'quantity') && comma(view, from + 1)) from += 2
  for (const found of heldFrom(view, person, from, ceiling, 'after-name', 0.85)) {
    yield past ? { ...found, attributes: { status: 'former' } } : found
  }
}

/** The titles that begin at token `from`, over an article or an owner: *the company's chairman and chief executive*. */
function* heldFrom(
  view: View,
  person: Mentioned,
  start: number,
  ceiling: number,
  pattern: string,
  confidence: number,
): Generator<Proposal> {
  let from = start
  if (determiner(view, from) && !view.mentionAt(from)) from++
  let owner: Mentioned | undefined
  const first = view.mentionAt(from) ?? view.nameAt(from)
  if (
    first &&
    first.from === from &&
    first.entity !== person.entity &&
    (roleOf(first) || first.entity.type === 'group')
  ) {
    owner = first
    from = first.to
    if (possessive(view, from)) from++
  }
  if (['former', 'acting', 'interim', 'incoming', 'current', 'then'].includes(view.tokens.lower(from))) from++
  const titles = titlesAfter(view, from, ceiling)
  const last = titles.at(-1)
  if (!last) return
  // According to Roe, President Smith …: the title is the next one's
  const next = view.nameAt(last.to)
  if (next?.from === last.to && next.entity.type === 'person' && next.entity !== person.entity) return
  const seat = (owner && roleOf(owner)) ?? seatAfter(view, last.to, ceiling) ?? inBrackets(view, last.to)
  for (const title of titles) yield proposal(view, person, title, seat, pattern, confidence)
}

/** *the president of Acme, Jane Roe*: from the head of the title forwards. */
function ofBeforeName(view: View, head: number, ceiling: number): Proposal | undefined {
  const title = titleBefore(view, head + 1, Math.max(0, head - 6))
  const seat = title && seatAfter(view, title.to, ceiling)
  if (!seat) return undefined
  let next = seat.seat.to
  if (comma(view, next)) next++
  const person = view.nameAt(next)
  if (!person || person.from !== next || person.entity.type !== 'person') return undefined
  return proposal(view, person, title, seat, 'of-before-name', 0.85)
}

const AS = new Set(['serve', 'work', 'act', 'appoint', 'name', 'elect', 'continue', 'know'])
/** *has been the chairman since 2010*: still is. */
const perfect = (view: View, { group }: Clause): boolean => ['has', 'have'].includes(view.tokens.lower(group.from))

/** *John Smith is the chairman of Acme*, *she served as a judge*. */
function* byClause(view: View): Generator<Proposal> {
  for (const clause of view.clauses) {
    const person = clause.subjects[0] && view.mentionAt(clause.subjects[0].head, 'person')
    if (!person) continue
    const ceiling = view.sentenceAt(clause.head).to
    const phrase =
      clause.kind === 'copula'
        ? clause.predicate
        : AS.has(clause.lemma)
          ? view.behind(clause, 'as')[0]
          : clause.lemma === 'become'
            ? clause.objects[0]
            : undefined
    if (!phrase || clause.modality !== 'asserted') continue
    for (const found of heldFrom(view, person, phrase.from, ceiling, clause.kind === 'copula' ? 'copula' : 'as', 0.8)) {
      const past = clause.tense === 'past' && clause.lemma !== 'become' && !perfect(view, clause)
      const status = past && found.attributes?.status === 'current' ? 'former' : found.attributes?.status
      yield { ...found, attributes: { status: status ?? 'current' }, polarity: clause.polarity }
    }
  }
}

export default factRule({
  name: 'position',
  about: 'Who holds which post, told by a title beside a name.',
  types: ['role.holds'],

  *find(view) {
    for (const sentence of view.sentences) {
      for (let i = sentence.from; i < sentence.to; i++) {
        const person = view.nameAt(i)
        if (person?.entity.type === 'person' && person.from === i) {
          const before = beforeName(view, person, sentence.from)
          if (before) yield before
          yield* afterName(view, person, sentence.to)
        }
        if (isPosition(view, i)) {
          const found = ofBeforeName(view, i, sentence.to)
          if (found) yield found
        }
      }
    }
    yield* byClause(view)
  },

  examples: [
    [
      'John Smith was a judge from 1987 to 1990.',
      { person: 'John Smith', title: 'judge', date: '1987 to 1990', '@status': 'former' },
    ],
    [
      'Microsoft Chairman Paul Smith left London.',
      { person: 'Paul Smith', title: 'Chairman', organization: 'Microsoft' },
    ],
    [
      'Former Microsoft Chairman Paul Smith left London.',
      { person: 'Paul Smith', title: 'Chairman', organization: 'Microsoft', '@status': 'former' },
    ],
    [
      'Former finance minister Anne Martin spoke.',
      { person: 'Anne Martin', title: 'finance minister', '@status': 'former' },
    ],
    [
      'John Brown, deputy director of the World Health Organization, agreed.',
      { person: 'John Brown', title: 'deputy director', organization: 'World Health Organization' },
    ],
    [
      'The president of Kenya, William Moi, travelled to London.',
      { person: 'William Moi', title: 'president', place: 'Kenya' },
    ],
    [
      'Maria Lopez has been chief operating officer of Microsoft since 2010.',
      { person: 'Maria Lopez', title: 'chief operating officer', organization: 'Microsoft', '@status': 'current' },
    ],
  ],
  not: [
    'According to Paul Smith, the ministers left.',
    'Paul Smith met the ministers in London.',
    'John Brown, of London, agreed.',
  ],
})
