import { args, factRule } from '../fact-rule.ts'
import { modifier } from '../phrase.ts'

export default factRule({
  name: 'age',
  about:
    'How old somebody is: *Smith, 42,*, *10-year-old Cho Yu-na*, *the 47-year-old minister*, *he is 30 years old*.',
  types: ['person.age'],

  *find(view) {
    for (const { value, from, to } of view.values) {
      if (value.type !== 'age') continue
      const sentence = view.sentenceAt(from)
      // before the name, over its title: 10-year-old pupil Cho Yu-na
      let after = to
      while (after < sentence.to && modifier(view, after) && !view.mentionAt(after, 'person')) after++
      const mark = view.tokens.text(from - 1)
      const candidates = [view.mentionAt(after, 'person')]
      if (mark === ',' || mark === '(') candidates.unshift(view.nameAt(from - 2))
      const verb = view.tokens.lower(from - 1)
      if (['is', 'was', 'aged', 'turned', 'turns'].includes(verb))
        candidates.push(view.mentionAt(from - 2, 'person'), view.mentionAt(from - 3, 'person'))
      const person = candidates.find((one) => one?.entity.type === 'person')
      if (!person) continue
      yield {
        type: 'person.age',
        arguments: args({ person: { entity: person.entity }, age: { value } }),
        at: from,
        modality: 'asserted',
        polarity: 'positive',
        evidence: view.span(Math.min(person.from, from), Math.max(person.to, to)),
        confidence: 0.92,
      }
    }
  },

  examples: [
    ['John Smith, 42, was fined.', { person: 'John Smith', age: '42' }],
    ['Anna Brown, a 12-year-old pupil, won. She is 12 years old.', { person: 'Anna Brown', age: '12 years old' }],
  ],
  not: ['John Smith paid 42 dollars.'],
})
