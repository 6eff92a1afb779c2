import { expect, test } from 'vitest'
import type { FactSheet } from '../../src/doc/sheet.ts'
import { verifySheet } from '../../src/sheet/verify.ts'
import { soundSheet } from './sheets.ts'

const changed = (change: (sheet: FactSheet) => void) => {
  const sheet = soundSheet()
  change(sheet)
  return verifySheet(sheet).join('\n')
}

test('a sound sheet has no problems', () => expect(verifySheet(soundSheet())).toEqual([]))

test.each<[string, (sheet: FactSheet) => void, string]>([
  ['another schema', (s) => Object.assign(s, { schema: 'other/1' }), 'schema: '],
  ['a field missing', (s) => Reflect.deleteProperty(s, 'notices'), 'notices: '],
  ['an unknown fact type', (s) => Object.assign(s.facts[0]!, { type: 'event.party' }), 'facts[0].type: '],
  ['a fact without evidence', (s) => s.facts[0]!.evidence.pop(), 'facts[0].evidence: '],
  ['evidence off its text', (s) => s.facts[0]!.evidence[0]!.start++, 'facts[0].evidence[0]: says "Acme bought'],
  [
    'a mention off its text',
    (s) => s.entities[1]!.mentions[0]!.end--,
    'entities[1].mentions[0]: says "Globex", the text says "Globe"',
  ],
  [
    'a span outside the text',
    (s) => Object.assign(s.values[0]!, { end: 99 }),
    'values[0]: no span of the text (23 to 99 of 34)',
  ],
  ['a span turned round', (s) => Object.assign(s.sentences[0]!, { start: 5, end: 4 }), 'sentences[0]: no span'],
  ['a dangling entity', (s) => Object.assign(s.facts[0]!.arguments[0]!, { entity: 'E9' }), 'there is no entity `E9`'],
  ['a dangling value', (s) => Object.assign(s.values[0]!, { equivalents: ['V9'] }), 'there is no value `V9`'],
  [
    'a dangling statement',
    (s) => Object.assign(s.facts[0]!, { attribution: { speaker: null, statement: 'F1' } }),
    'no statement `F1`',
  ],
  ['an id taken twice', (s) => Object.assign(s.entities[1]!, { id: 'E1' }), 'entities[1]: the id `E1` is taken'],
  [
    'a role the type does not have',
    (s) => Object.assign(s.facts[0]!.arguments[2]!, { role: 'price' }),
    'no role `price`',
  ],
  ['a key role missing', (s) => s.facts[0]!.arguments.shift(), 'role `buyer` missing'],
  [
    'an attribute outside its vocabulary',
    (s) => Object.assign(s.facts[0]!.attributes, { mood: 'good' }),
    'no attribute `mood`',
  ],
  [
    'a subtype of another type',
    (s) => Object.assign(s.entities[0]!, { subtype: 'city' }),
    '`city` is no subtype of organization',
  ],
  [
    'a key of other content',
    (s) => Object.assign(s.facts[0]!, { key: '0000000000000000' }),
    'facts[0].key: is 0000000000000000',
  ],
  [
    'coverage of another sheet',
    (s) => Object.assign(s.coverage, { sentences: 2 }),
    'coverage.sentences: is 2, the sheet gives 1',
  ],
  ['unused entities not told', (s) => s.facts.pop(), 'coverage.unusedEntities: is , the sheet gives E1,E2'],
])('%s', (_, change, problem) => expect(changed(change)).toContain(problem))

test('a mention across paragraphs; across the lines of one it is sound', () => {
  const problems = (paragraph: number): string =>
    changed((s) => {
      const [whole] = s.sentences
      s.article.text = s.article.text.replace('Acme bought', 'Acme\nbought')
      s.sentences = [
        { ...whole!, end: 4 },
        { ...whole!, id: 'S2', start: 5, paragraph },
      ]
      s.coverage.sentences = 2
      s.coverage.sentencesWithFacts = 2
      s.entities[0]!.mentions[0] = { start: 0, end: 11, text: 'Acme\nbought', kind: 'name' }
      s.facts[0]!.evidence[0]!.text = s.facts[0]!.evidence[0]!.text.replace(' ', '\n')
    })
  expect(problems(1)).toBe('entities[0].mentions[0]: crosses the end of a paragraph ("Acme\\nbought")')
  expect(problems(0)).toBe('')
})

test('a fact that is an argument of itself is a problem and no endless loop', () => {
  const problems = changed((s) => {
    const cause = { ...s.facts[0]!, type: 'cause' as const }
    s.facts[0] = {
      ...cause,
      arguments: [
        { role: 'cause', fact: 'F2' },
        { role: 'effect', entity: 'E1' },
      ],
    }
    s.facts[1] = {
      ...cause,
      id: 'F2',
      arguments: [
        { role: 'cause', fact: 'F1' },
        { role: 'effect', entity: 'E1' },
      ],
    }
  })
  expect(problems).toContain('is an argument of itself')
})

test.each([null, 5, 'sheet', [], {}])('%j is no sheet', (thing) => expect(verifySheet(thing)).not.toEqual([]))
