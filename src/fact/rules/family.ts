import { args, factRule } from '../fact-rule.ts'
import { possessive } from '../phrase.ts'
import { watchWords } from '../watch.ts'

const KIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    wife: 'spouse',
    husband: 'spouse',
    widow: 'spouse',
    spouse: 'spouse',
    son: 'child',
    daughter: 'child',
    child: 'child',
    children: 'child',
    father: 'parent',
    mother: 'parent',
    parent: 'parent',
    parents: 'parent',
    brother: 'sibling',
    sister: 'sibling',
    twin: 'sibling',
    uncle: 'other',
    aunt: 'other',
    cousin: 'other',
    nephew: 'other',
    niece: 'other',
    grandfather: 'other',
    grandmother: 'other',
    grandson: 'other',
    granddaughter: 'other',
    'son-in-law': 'other',
    'daughter-in-law': 'other',
    'father-in-law': 'other',
    'mother-in-law': 'other',
    'brother-in-law': 'other',
    'sister-in-law': 'other',
  }),
)

const RELATIVE = watchWords(...KIN.keys())

export default factRule({
  name: 'family',
  about: 'Two people are related: *his wife Anna*, *John Smith’s brother, Paul*, *Anna, daughter of John Smith*.',
  types: ['person.family'],

  *find(view) {
    for (const i of view.spots(RELATIVE)) {
      const relation = KIN.get(view.tokens.lower(i))!
      let before = i - 1
      while (view.tags.upos[before] === 'ADJ' || view.tags.upos[before] === 'NUM') before--
      const owner = view.mentionAt(possessive(view, before) ? before - 1 : before, 'person')
      const next = view.tokens.text(i + 1) === ',' ? i + 2 : i + 1
      const named = view.nameAt(next)
      if (owner && named?.from === next && named.entity.type === 'person' && named.entity !== owner.entity) {
        yield {
          type: 'person.family',
          arguments: args({ person: { entity: owner.entity }, relative: { entity: named.entity } }),
          attributes: { relation },
          at: i,
          modality: 'asserted',
          polarity: 'positive',
          evidence: view.span(owner.from, named.to),
          confidence: 0.85,
          pattern: 'possessive',
        }
        continue
      }
      // Anna, (the) daughter of John Smith
      const other = view.tokens.lower(i + 1) === 'of' ? view.mentionAt(i + 2, 'person') : undefined
      let at = i - 1
      while (['the', 'a', 'eldest', 'youngest', 'only'].includes(view.tokens.lower(at))) at--
      const subject = view.tokens.text(at) === ',' ? view.nameAt(at - 1) : undefined
      if (other && subject?.entity.type === 'person' && subject.entity !== other.entity) {
        yield {
          type: 'person.family',
          arguments: args({ person: { entity: other.entity }, relative: { entity: subject.entity } }),
          attributes: { relation },
          at: i,
          modality: 'asserted',
          polarity: 'positive',
          evidence: view.span(subject.from, other.to),
          confidence: 0.85,
          pattern: 'of',
        }
      }
    }
  },

  examples: [
    [
      'John Smith and his wife Anna Smith left.',
      { person: 'John Smith', relative: 'Anna Smith', '@relation': 'spouse' },
    ],
  ],
  not: ['The sister company of Nokia grew.'],
})
