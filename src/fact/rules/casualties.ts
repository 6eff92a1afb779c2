import type { Clause, Phrase } from '../../doc/clause.ts'
import { args, factRule } from '../fact-rule.ts'
import type { Filler } from '../filler.ts'
import type { View } from '../view.ts'
import { whenOf } from '../when.ts'

const HARM: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kill: 'killed',
    die: 'killed',
    drown: 'killed',
    perish: 'killed',
    injure: 'injured',
    wound: 'injured',
    hurt: 'injured',
    displace: 'displaced',
    evacuate: 'displaced',
    infect: 'infected',
    hospitalize: 'injured',
    hospitalise: 'injured',
  }),
)
const STATE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dead: 'killed',
    injured: 'injured',
    wounded: 'injured',
    missing: 'missing',
    displaced: 'displaced',
    infected: 'infected',
    homeless: 'displaced',
  }),
)
/** UCUM units and money measure things, not people. */
const MEASURE =
  /[[\]/%]|^(?:km|m|cm|kg|t|ha|l|h|min|s|d|wk|mo|a|day|hour|percent|house|home|building|vehicle|car|village|animal|cow)$/

/** The count of people a phrase tells: *at least 12 people*, *hundreds*; a measure is none. */
function counted(view: View, phrase: Phrase): Filler | undefined {
  const found = view.valueIn(phrase, 'quantity')
  return found && !MEASURE.test(found.value.unit ?? '') ? { value: found.value } : undefined
}

function sufferers(view: View, clause: Clause): readonly Phrase[] {
  if (['die', 'drown', 'perish'].includes(clause.lemma)) return clause.subjects
  return view.patients(clause)
}

/** What did it: the agent where it is no person, or *in the blast*. */
function causeOf(view: View, clause: Clause): Filler | undefined {
  const found = [
    ...(clause.lemma === 'die' ? [] : view.agents(clause)),
    ...view.behind(clause, 'in', 'after', 'from', 'when'),
  ].find((phrase) => !view.mentionAt(phrase.head) && !view.valueAt(phrase.head))
  return found && { span: view.span(found.from, found.to) }
}

export default factRule({
  name: 'casualties',
  about: 'How many people were killed, injured, missing, displaced or infected.',
  types: ['event.casualties'],

  *find(view) {
    for (const clause of view.clauses) {
      const harm =
        HARM.get(clause.lemma) ?? (clause.kind === 'copula' ? STATE.get(view.tokens.lower(clause.head)) : undefined)
      if (harm === undefined) continue
      for (const phrase of clause.kind === 'copula' ? clause.subjects : sufferers(view, clause)) {
        const count = counted(view, phrase)
        if (!count) continue
        yield {
          type: 'event.casualties',
          arguments: args({
            count,
            cause: causeOf(view, clause),
            place: view.where(clause),
            date: whenOf(view, clause),
          }),
          attributes: { harm },
          at: clause.head,
          evidence: view.span(clause.from, clause.to),
          confidence: 0.8,
        }
      }
    }
  },

  examples: [
    [
      'The blast killed at least 12 people in Cairo on Monday.',
      { count: 'at least 12 people', '@harm': 'killed', place: 'Cairo' },
    ],
    ['Twenty passengers were injured in the crash.', { count: 'Twenty passengers', '@harm': 'injured' }],
  ],
  not: ['The plan was killed by parliament.'],
})
