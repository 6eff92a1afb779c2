import { ORDINALS, ordinalAt } from '../date-words.ts'
import { type Candidate, valueKind } from '../value-kind.ts'

export default valueKind({
  name: 'ordinal',
  about: 'A place in a row: 18th, second.',
  onNumeral: true,
  starts: () => ORDINALS.keys(),

  read(reading, i): Candidate | undefined {
    const { lexemes } = reading
    const found = ordinalAt(lexemes, i)
    if (!found || lexemes.glued(i)) return undefined
    // "a second" may be a time; "First," opens a list and "first" alone is when.
    if (!lexemes.isNumber(i) && (found.number > 20 || !/^(?:NN|JJ)/.test(reading.tag(found.to)))) return undefined
    if (lexemes.is(i, 'second') && reading.tag(i).startsWith('NN')) return undefined
    return { type: 'ordinal', from: i, to: found.to, fields: { number: found.number } }
  },

  examples: [
    ['They held the 18th congress.', { text: '18th', number: 18 }],
    ['It was the second attempt.', { text: 'second', number: 2 }],
    ['He came 3rd.', { text: '3rd', number: 3 }],
  ],
  not: ['First, they left.', 'It took 18 days.', 'One second later it fell.'],
})
