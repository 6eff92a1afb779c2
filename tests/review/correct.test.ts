import { expect, test } from 'vitest'
import type { FactSheet } from '../../src/doc/sheet.ts'
import { correct } from '../../src/review/correct.ts'
import { CORRECTION_SCHEMA, type Correction, type Decision } from '../../src/review/correction.ts'
import { hashesOf } from '../../src/review/hashes.ts'
import { verifySheet } from '../../src/sheet/verify.ts'
import { newsroom } from './news.ts'

const [harbour, , scripts] = newsroom() as [FactSheet, FactSheet, FactSheet]

let made = 0
const of = (sheet: FactSheet, decision: Decision, reviewer = 'ada'): Correction => ({
  schema: CORRECTION_SCHEMA,
  id: `${String(++made).padStart(8, '0')}-test`,
  article: sheet.article.id,
  ...hashesOf(sheet),
  reviewer,
  at: '2024-06-01T00:00:00.000Z',
  decision,
})

const factOf = (sheet: FactSheet, id: string) => sheet.facts.find((fact) => fact.id === id)
const draftOf = (id: string) => {
  const { id: _, gloss: __, confidence: ___, rule: ____, key: _____, ...draft } = factOf(harbour, id)!
  return draft
}

test('the invented sheets are sound, and without corrections stay as they are', () => {
  for (const sheet of newsroom()) {
    expect(verifySheet(sheet)).toEqual([])
    expect(correct(sheet, []).sheet).toBe(sheet)
  }
})

test('what is rejected is gone, what is accepted stays, and the sheet is sound', () => {
  const { sheet, rejected, judgements } = correct(harbour, [
    of(harbour, { what: 'accept', fact: 'F1' }),
    of(harbour, { what: 'reject', fact: 'F2' }),
  ])
  expect(sheet.facts.map(({ id }) => id)).toEqual(['F1', 'F3', 'F4'])
  expect(rejected.map(({ id }) => id)).toEqual(['F2'])
  expect(judgements.F1).toMatchObject({ verdict: 'accepted', by: 'ada', disputed: false })
  expect(verifySheet(sheet)).toEqual([])
  expect(sheet.provenance.models.at(-1)!.name).toBe('corrections')
})

test('an edited fact has the new content, key and gloss', () => {
  const to = { ...draftOf('F3'), modality: 'expected' as const, attributes: { change: 'cut' } }
  const { sheet, judgements } = correct(harbour, [of(harbour, { what: 'edit', fact: 'F3', to })])
  expect(factOf(sheet, 'F3')).toMatchObject({ modality: 'expected', rule: 'by-hand', attributes: { change: 'cut' } })
  expect(factOf(sheet, 'F3')!.gloss).toContain('300')
  expect(judgements.F3!.verdict).toBe('edited')
  expect(verifySheet(sheet)).toEqual([])
})

test('what breaks the contract is refused and changes nothing', () => {
  const bad: Decision[] = [
    { what: 'accept', fact: 'F99' },
    { what: 'edit', fact: 'F1', to: { ...draftOf('F1'), arguments: [{ role: 'buyer', entity: 'E1' }] } },
    { what: 'edit', fact: 'F1', to: { ...draftOf('F1'), evidence: [{ start: 0, end: 3, text: 'xyz' }] } },
    { what: 'merge', entities: ['E1', 'E9'] },
    { what: 'split', entity: 'E2', mentions: [{ start: 21, end: 30 }], to: { type: 'place', name: 'Fjordline' } },
    { what: 'edit-entity', entity: 'E1', to: { type: 'person', subtype: 'company', name: 'Norrland Rail' } },
    {
      what: 'add-fact',
      to: {
        ...draftOf('F1'),
        type: 'cause',
        arguments: [
          { role: 'cause', fact: 'F1' },
          { role: 'effect', fact: 'F77' },
        ],
      },
    },
  ]
  for (const decision of bad) {
    const { sheet, refused } = correct(harbour, [of(harbour, decision)])
    expect(refused, JSON.stringify(decision)).toHaveLength(1)
    expect(sheet.facts).toEqual(harbour.facts)
  }
})

test('a fact cannot come to be an argument of itself, over another neither', () => {
  const cause = (effect: string) => ({
    ...draftOf('F1'),
    type: 'cause' as const,
    arguments: [
      { role: 'cause', fact: 'F2' },
      { role: 'effect', fact: effect },
    ],
  })
  const added = of(harbour, { what: 'add-fact', to: cause('F1') })
  const id = `F-${added.id.slice(0, 8)}`
  const { refused } = correct(harbour, [added, of(harbour, { what: 'edit', fact: 'F1', to: cause(id) })])
  expect(refused.map(({ why }) => why)).toEqual(['a fact cannot be an argument of itself'])
})

test('merged entities are one in facts, speakers and mentions; split ones go with their mentions', () => {
  const merged = correct(harbour, [of(harbour, { what: 'merge', entities: ['E1', 'E3'] })]).sheet
  expect(verifySheet(merged)).toEqual([])
  expect(factOf(merged, 'F3')!.attribution!.speaker).toBe('E1')
  expect(merged.entities.find(({ id }) => id === 'E1')!.aliases).toContain('Ida Berg')

  const company = harbour.entities[0]!.mentions.find(({ text }) => text === 'the company')!
  const split = of(harbour, {
    what: 'split',
    entity: 'E1',
    mentions: [{ start: company.start, end: company.end }],
    to: { type: 'organization', name: 'the company' },
  })
  const parted = correct(harbour, [split]).sheet
  expect(verifySheet(parted)).toEqual([])
  const id = `E-${split.id.slice(0, 8)}`
  expect(factOf(parted, 'F3')!.arguments).toContainEqual({ role: 'organization', entity: id })
  expect(factOf(parted, 'F1')!.arguments).toContainEqual({ role: 'buyer', entity: 'E1' })
})

test('a rejected entity leaves its words behind', () => {
  const { sheet } = correct(harbour, [of(harbour, { what: 'reject-entity', entity: 'E3' })])
  expect(verifySheet(sheet)).toEqual([])
  expect(factOf(sheet, 'F2')!.arguments[0]).toMatchObject({ role: 'person', text: 'Ida Berg' })
  expect(factOf(sheet, 'F3')!.attribution!.speaker).toMatchObject({ text: 'Ida Berg' })
})

test('what a reviewer takes back does not count, until it is put back', () => {
  const reject = of(harbour, { what: 'reject', fact: 'F1' })
  const undo = of(harbour, { what: 'undo', decision: reject.id })
  expect(correct(harbour, [reject, undo]).sheet.facts).toHaveLength(4)
  expect(correct(harbour, [reject, undo]).undone).toEqual([reject.id])
  const redo = of(harbour, { what: 'redo', decision: reject.id })
  expect(correct(harbour, [reject, undo, redo]).sheet.facts).toHaveLength(3)
})

test('two reviewers keep their own words; the last counts, and the fact is disputed', () => {
  const { judgements, sheet } = correct(harbour, [
    of(harbour, { what: 'reject', fact: 'F1' }, 'ada'),
    of(harbour, { what: 'accept', fact: 'F1' }, 'ben'),
  ])
  expect(judgements.F1).toEqual({
    verdict: 'accepted',
    by: 'ben',
    disputed: true,
    said: [
      { reviewer: 'ada', verdict: 'rejected' },
      { reviewer: 'ben', verdict: 'accepted' },
    ],
  })
  expect(sheet.facts).toHaveLength(4)
})

test('a correction of another version is told and not applied', () => {
  const reject = of(harbour, { what: 'reject', fact: 'F1' })
  const changed = { ...harbour, facts: harbour.facts.slice(0, 2) }
  const corrected = correct(changed, [reject])
  expect(corrected.stale).toEqual([{ id: reject.id, sameText: true }])
  expect(corrected.sheet).toBe(changed)
  const other = { ...harbour, article: { ...harbour.article, text: `${harbour.article.text} More.` } }
  expect(correct(other, [reject]).stale).toEqual([{ id: reject.id, sameText: false }])
})

test('an entity added from any words of the text is sound', () => {
  const start = scripts.article.text.indexOf('👩‍👩‍👧')
  const mention = { start, end: start + '👩‍👩‍👧'.length, text: '👩‍👩‍👧', kind: 'name' as const }
  const { sheet } = correct(scripts, [
    of(scripts, { what: 'add-entity', to: { type: 'group', name: '👩‍👩‍👧' }, mentions: [mention] }),
  ])
  expect(verifySheet(sheet)).toEqual([])
  expect(sheet.entities[0]!.name).toBe('👩‍👩‍👧')
})
