import type { Clause, Phrase } from '../../doc/clause.ts'
import { args, factRule, type Proposal } from '../fact-rule.ts'
import type { Filler } from '../filler.ts'
import { agent, behind, object, take, verbs } from '../frame.ts'
import { first } from '../lookup.ts'
import type { View } from '../view.ts'
import { watchWords } from '../watch.ts'
import { whenNamed, whenOf } from '../when.ts'

const DEAL = watchWords(
  ...'deal, deals, agreement, agreements, pact, pacts, partnership, partnerships, treaty, treaties, accord, accords'.split(
    ', ',
  ),
  ...'contract, contracts, mou, mous, memorandum, ceasefire, truce, alliance, settlement'.split(', '),
)
const SIGN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sign: 'signed',
    ink: 'signed',
    seal: 'signed',
    conclude: 'signed',
    strike: 'announced',
    reach: 'announced',
    announce: 'announced',
    end: 'ended',
    terminate: 'ended',
    make: 'announced',
    enter: 'announced',
  }),
)
const PARTY = agent('organization', 'person', 'place', 'group')
const WITH = behind('with|between', 'organization', 'person', 'place', 'group')
const OBJECT = object('money')
const ALONE = new Set(verbs('agree, partner, team up, ally, collaborate'))

/** *a deal with Acme*: the names behind *with* or *between* inside the phrase. */
function* partiesIn(view: View, phrase: Phrase): Generator<Filler> {
  let open = false
  for (let i = phrase.head + 1; i < phrase.wide.to; i++) {
    const word = view.tokens.lower(i)
    if (word === 'with' || word === 'between') open = true
    const name = open ? view.nameAt(i) : undefined
    if (name && ['organization', 'person', 'place'].includes(name.entity.type)) {
      yield { entity: name.entity }
      i = name.to - 1
    } else if (open && view.tags.upos[i] === 'VERB') return
  }
}

function fillers(view: View, clause: Clause, slot: typeof PARTY): Filler[] {
  const found: Filler[] = []
  for (const phrase of slot.phrases(view, clause)) {
    const filler = take(view, phrase, slot)
    if (filler) found.push(filler)
  }
  return found
}

/** *through a deal with Acme*: the other party is the subject of the clause it stands in. */
function* nominal(view: View): Generator<Proposal> {
  for (const i of view.spots(DEAL)) {
    const { to: end } = view.sentenceAt(i)
    const others = [...partiesIn(view, { head: i, from: i, to: i + 1, wide: { from: i, to: Math.min(end, i + 12) } })]
    const clause = view.clauseAt(i)
    const doer = clause?.kind === 'verb' ? first(clause.subjects) : undefined
    const subject = doer && view.mentionAt(doer.head, 'organization', 'person', 'place')
    if (!subject || others.length === 0 || others.some((one) => 'entity' in one && one.entity === subject.entity)) {
      view.declined?.(i, subject ? 'no other party stands behind it' : 'the subject of its clause is no party')
      continue
    }
    const date = whenNamed(view, i)
    yield {
      type: 'event.agreement',
      arguments: args({ party: [{ entity: subject.entity }, ...others], date }),
      attributes: { status: 'announced' },
      at: i,
      modality: 'asserted',
      evidence: view.span(Math.min(subject.from, i), Math.min(end, i + 12)),
      confidence: 0.6,
      pattern: 'noun',
    }
  }
}

export default factRule({
  name: 'agreement',
  about: 'A deal, pact, partnership or treaty, and its parties.',
  types: ['event.agreement'],

  *find(view) {
    for (const clause of view.clauses) {
      if (clause.kind !== 'verb') continue
      const alone = ALONE.has(clause.lemma)
      const status = SIGN.get(clause.lemma)
      if (!alone && status === undefined) continue
      const deals =
        status === undefined
          ? []
          : [
              ...clause.objects,
              ...(clause.voice === 'passive' ? clause.subjects : []),
              ...view.behind(clause, 'into'),
            ].filter((phrase) => DEAL.has(view.tokens.lower(phrase.head)))
      if (!alone && deals.length === 0) continue
      const parties = [
        ...fillers(view, clause, PARTY),
        ...fillers(view, clause, WITH),
        ...deals.flatMap((phrase) => [...partiesIn(view, phrase)]),
      ]
      if (parties.length < 2) continue
      const date = whenOf(view, clause)
      const told = first(OBJECT.phrases(view, clause))
      const money = told && view.valueIn(told, 'money')
      yield {
        type: 'event.agreement',
        arguments: args({ party: parties, amount: money && { value: money.value }, date }),
        ...(status && { attributes: { status } }),
        at: clause.head,
        evidence: view.span(clause.from, clause.to),
        confidence: 0.7,
        pattern: 'verb',
      }
    }
    yield* nominal(view)
  },

  examples: [['Microsoft signed a deal with Nokia on Monday.', { party: 'Microsoft', '@status': 'signed' }]],
  not: ['They agreed that Microsoft was late.'],
})
