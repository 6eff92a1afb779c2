import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Corrections } from '../../src/review/corrections.ts'
import { goldOf } from '../../src/review/gold.ts'
import { lexiconOf } from '../../src/review/lexicon.ts'
import { findSheets } from '../../src/review/queue.ts'
import { reportOf, reportText, wilson } from '../../src/review/report.ts'
import { DeskStore, taken } from '../../src/review/store.ts'
import { newsroom, newsSheet, writeSheets } from './news.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'factwire-desk-'))
  writeSheets(folder, newsroom())
})
afterEach(() => rmSync(folder, { recursive: true }))

const storeHere = (): DeskStore => new DeskStore(folder, { now: () => '2024-06-01T08:00:00.000Z' })
let made = 0
const post = (
  store: DeskStore,
  article: string,
  reviewer: string,
  decision: Parameters<DeskStore['decide']>[1]['decision'],
) => {
  const id = `decision-${++made}`
  return { id, outcome: store.decide(article, { id, reviewer, sheetHash: store.open(article)!.sheetHash, decision }) }
}

test('a decision is a line of the file, and counts once however often it is sent', () => {
  const store = storeHere()
  const { sheetHash } = store.open('harbour')!
  const decision = {
    id: 'same-decision',
    reviewer: 'ada',
    sheetHash,
    decision: { what: 'reject', fact: 'F1' },
  } as const
  taken(store.decide('harbour', decision))
  taken(store.decide('harbour', decision))
  const lines = readFileSync(join(folder, 'corrections.jsonl'), 'utf8').trimEnd().split('\n')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toMatchObject({
    reviewer: 'ada',
    fact: { type: 'event.acquisition', rule: 'acquisition' },
  })
  expect(storeHere().open('harbour')!.sheet.facts).toHaveLength(3)
})

test('two desks over one file see each other’s decisions, and neither loses its own', () => {
  const [one, two] = [storeHere(), storeHere()]
  taken(post(one, 'harbour', 'ada', { what: 'reject', fact: 'F1' }).outcome)
  taken(post(two, 'harbour', 'ben', { what: 'accept', fact: 'F1' }).outcome)
  taken(post(one, 'harbour', 'ada', { what: 'accept', fact: 'F2' }).outcome)
  for (const store of [one, two, storeHere()]) {
    const { judgements, corrections } = store.open('harbour')!
    expect(corrections.map(({ reviewer }) => reviewer)).toEqual(['ada', 'ben', 'ada'])
    expect(judgements.F1).toMatchObject({ verdict: 'accepted', disputed: true })
  }
})

test('a line torn by a crash is told, and the next decision stands on its own line', () => {
  const store = storeHere()
  taken(post(store, 'harbour', 'ada', { what: 'reject', fact: 'F1' }).outcome)
  appendFileSync(store.corrections.path, '{"schema":"factwire/correc')
  const again = storeHere()
  expect(again.open('harbour')!.judgements).toHaveProperty('F1')
  taken(post(again, 'harbour', 'ada', { what: 'accept', fact: 'F2' }).outcome)
  const read = new Corrections(store.corrections.path)
  expect(read.of('harbour')).toHaveLength(2)
  expect(read.broken).toMatchObject([{ line: 2 }])
})

test('a sheet that changed is shown as such; what was decided on the old one is neither applied nor lost', () => {
  const store = storeHere()
  const { sheetHash } = store.open('harbour')!
  taken(post(store, 'harbour', 'ada', { what: 'reject', fact: 'F1' }).outcome)
  const [harbour] = newsroom()
  writeFileSync(join(folder, '1.json'), JSON.stringify({ ...harbour!, facts: harbour!.facts.slice(1) }))
  const refused = store.decide('harbour', {
    id: 'too-late-1',
    reviewer: 'ben',
    sheetHash,
    decision: { what: 'reviewed' },
  })
  expect(refused).toMatchObject({ status: 409 })
  const changed = storeHere()
  expect(changed.open('harbour')!.stale).toHaveLength(1)
  expect(changed.open('harbour')!.sheet.facts.map(({ id }) => id)).toEqual(['F2', 'F3', 'F4'])
  expect(changed.statuses().get('harbour')).toBe('changed')
})

test('only what is in force can be taken back', () => {
  const store = storeHere()
  const { id } = post(store, 'harbour', 'ada', { what: 'reject', fact: 'F1' })
  expect(post(store, 'harbour', 'ada', { what: 'redo', decision: id }).outcome).toMatchObject({ status: 422 })
  taken(post(store, 'harbour', 'ada', { what: 'undo', decision: id }).outcome)
  expect(post(store, 'harbour', 'ada', { what: 'undo', decision: id }).outcome).toMatchObject({ status: 422 })
  expect(taken(post(store, 'harbour', 'ada', { what: 'redo', decision: id }).outcome).rejected).toHaveLength(1)
})

test('the report counts the last word on each fact, by type and by rule', () => {
  const store = storeHere()
  taken(post(store, 'harbour', 'ada', { what: 'accept', fact: 'F1' }).outcome)
  taken(post(store, 'harbour', 'ada', { what: 'reject', fact: 'F4' }).outcome)
  taken(post(store, 'results', 'ada', { what: 'accept', fact: 'F1' }).outcome)
  const { id } = post(store, 'results', 'ada', { what: 'reject', fact: 'F2' })
  taken(post(store, 'results', 'ada', { what: 'undo', decision: id }).outcome)
  const report = reportOf(store.corrections.articles.map((article) => store.corrections.of(article)))
  expect(report.all).toMatchObject({ judged: 3, accepted: 2, rejected: 1 })
  expect(report.types.find(({ name }) => name === 'metric.level')).toMatchObject({ judged: 2, precision: 0.5 })
  expect(report.rules.find(({ name }) => name === 'acquisition')).toMatchObject({ judged: 1, precision: 1 })
  expect(reportText(report)).toMatch(/metric\.level +2 +1 +0 +1 +50 %/)
  expect(wilson(8, 10).map((part) => Number(part.toFixed(3)))).toEqual([0.49, 0.943])
})

test('gold says what must be found and what must not; the lexicon has the corrected names', () => {
  const store = storeHere()
  taken(post(store, 'harbour', 'ada', { what: 'reject', fact: 'F4' }).outcome)
  taken(
    post(store, 'harbour', 'ada', {
      what: 'edit-entity',
      entity: 'E2',
      to: { type: 'organization', subtype: 'company', name: 'Fjordline' },
    }).outcome,
  )
  const corrected = store.open('harbour')!
  expect(goldOf(corrected)).toMatchObject({
    id: 'harbour',
    facts: [
      { id: 'F1', args: expect.arrayContaining([{ role: 'buyer', accepts: [{ entity: 'E1' }] }]) },
      { id: 'F2' },
      { id: 'F3' },
    ],
    mustNot: [{ types: ['metric.level'] }],
  })
  const lexicon = lexiconOf([{ corrected, corrections: corrected.corrections }])
  expect(lexicon.split('\n').slice(1)).toEqual([
    'name\ttype\tsubtype\tarticles\tsource',
    'Fjordline\torganization\tcompany\t1\treview',
    '',
  ])
})

test('sheets are read from lines too, and of an article that stands there twice the last counts', () => {
  const lines = join(folder, 'run.jsonl')
  const more = newsSheet({ id: 'late', text: 'Later news of Ümit Öz.', entities: { 'Ümit Öz': ['person'] } })
  writeFileSync(lines, `${[...newsroom(), more].map((sheet) => JSON.stringify(sheet)).join('\n')}\n`)
  const store = storeHere()
  expect(store.index.count).toBe(5)
  expect(findSheets(store.index, {}, new Map()).total).toBe(5)
  const again = { ...newsroom()[0]!, facts: [] }
  appendFileSync(lines, `${JSON.stringify(again)}\n`)
  expect(storeHere().original('harbour')!.facts).toEqual([])
  expect(findSheets(storeHere().index, { type: 'event.acquisition' }, new Map()).total).toBe(0)
  expect(store.original('late')!.article.text).toBe('Later news of Ümit Öz.')
  expect(new DeskStore(lines, { now: () => '' }).original('late')!.entities[0]!.name).toBe('Ümit Öz')
})

test('the index is kept, and made anew when a file is another', () => {
  const first = storeHere().index
  const kept = join(folder, '.factwire/desk-index')
  const again = storeHere().index
  expect({ ...again, orders: null }).toEqual({ ...first, orders: null })
  expect(again.orders.doubt).toEqual(first.orders.doubt)
  writeFileSync(kept, readFileSync(kept).subarray(0, 100))
  expect(storeHere().index.count).toBe(4)
  writeSheets(folder, [newsSheet({ id: 'other', text: 'Quite another text.' })])
  expect(storeHere().ids).toContain('other')
  expect(storeHere().ids).not.toContain('harbour')
})
