import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/doc/document.ts'
import { type Composed, composePipeline } from '../../src/pipeline/load.ts'
import { type Reason, whyUnused } from '../../src/sheet/unused.ts'
import { plainArticle } from '../articles.ts'

let pipeline: Composed
beforeAll(async () => {
  pipeline = await composePipeline('news')
})

const read = (text: string): Document => pipeline.annotate(plainArticle(text, '2020-01-15'), { explain: true })

/** Why nothing took these words, by the first place where they stand. */
function why(document: Document, words: string): readonly Reason[] {
  const places = whyUnused(document).flatMap(({ places }) => places)
  const place = places.find(({ text }) => text === words)
  expect(place, `“${words}” among the unused`).toBeDefined()
  return place!.reasons
}

describe('nothing took it, for', () => {
  test('the fact of its clause has no role for it, and the action that has one is refused', () => {
    const document = read('Nokia acquired Siemens through Ericsson in 2019.')
    expect(why(document, 'Ericsson')).toEqual([
      {
        code: 'refused',
        rule: 'action',
        type: 'action',
        why: '`acquisition/verb` tells the clause as event.acquisition',
      },
      { code: 'no-role', clause: 'acquire', rule: 'acquisition/verb', type: 'event.acquisition' },
    ])
  })

  test('it is among the words of a role', () => {
    expect(why(read('Nokia opened the old Norwegian bank.'), 'Norwegian')).toContainEqual({
      code: 'in-words',
      fact: 'F1',
      role: 'object',
    })
  })

  test('it is in no clause, and maybe in no sentence of the body', () => {
    expect(why(read('A quiet afternoon in Norway.'), 'Norway')).toEqual([{ code: 'no-clause', zone: 'body' }])
    const article = plainArticle('A quiet afternoon in Norway')
    const headed = pipeline.annotate(
      { ...article, blocks: [{ start: 0, end: article.text.length, zone: 'headline' }] },
      { explain: true },
    )
    expect(why(headed, 'Norway')).toEqual([{ code: 'no-clause', zone: 'headline' }])
  })

  test('rules look at its clause, and find nothing that fits', () => {
    const reasons = why(read('The factory left the market on Monday.'), 'Monday')
    expect(reasons).toEqual([
      {
        code: 'clause-declined',
        clause: 'leave',
        rule: 'membership',
        why: 'nothing fits member, group of “leave”',
      },
      {
        code: 'clause-declined',
        clause: 'leave',
        rule: 'action',
        why: 'no name and no value is in who does it or in what it is done to',
      },
    ])
  })

  test('a rule reads the verb in the other voice, or misses a key role', () => {
    const reasons = why(read('The rhino charged, and then charged again, on a Norwegian Monday.'), 'Norwegian')
    expect(reasons).toContainEqual({
      code: 'clause-declined',
      clause: 'charge',
      rule: 'legal',
      why: 'it reads “charge” in the passive voice only',
    })
    expect(reasons).toContainEqual({
      code: 'clause-refused',
      clause: 'charge',
      rule: 'legal',
      type: 'event.legal',
      why: 'role `target` missing',
    })
  })

  test('figures and statements that their rules wait for are not there', () => {
    const declined = (text: string, words: string) => why(read(text), words)
    expect(declined('Nokia was 5 percent.', '5 percent')).toContainEqual({
      code: 'clause-declined',
      clause: 'percent',
      rule: 'metric-level',
      why: 'its subject is no figure',
    })
    expect(declined('The workers said nothing on Monday.', 'Monday')).toContainEqual({
      code: 'clause-declined',
      clause: 'say',
      rule: 'statement',
      why: 'nothing that is said stands by it',
    })
  })

  test('its clause tells of nothing done', () => {
    const declined = (text: string): (string | undefined)[] =>
      why(read(text), 'Monday').map((reason) => ('why' in reason ? reason.why : undefined))
    expect(declined('The market was quiet on Monday.')).toContain('a copula does nothing')
    expect(declined('The market became quiet on Monday.')).toContain('its verb alone tells of nothing done')
    expect(why(read('Nokia opened.'), 'Nokia')).toContainEqual(
      expect.objectContaining({ code: 'clause-declined', rule: 'action', why: 'nothing is told but who does it' }),
    )
    expect(declined('Did the market fall asleep on Monday?')).toContain('a question tells nothing')
  })

  test('its fact is told with too little confidence', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'factwire-strict-'))
    const file = join(folder, 'strict.json')
    const { spec } = pipeline
    const stages = spec.stages.map((use) => (use === 'fact/facts' ? { use, confidence: 0.995 } : use))
    writeFileSync(file, JSON.stringify({ ...spec, stages }))
    try {
      const strict = await composePipeline(file)
      const document = strict.annotate(plainArticle('Nokia carried the flag to Norway.'), { explain: true })
      expect(why(document, 'Norway')).toContainEqual({
        code: 'refused',
        rule: 'action',
        type: 'action',
        why: expect.stringMatching(/^confidence 0\.\d+ is below 0\.995$/),
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

test('a proposal that another one says again is told of with its rival', () => {
  const { traces } = read('John Smith, chairman of Nokia, is the chairman of Nokia.')
  expect(traces).toContainEqual(
    expect.objectContaining({
      rule: 'position/copula',
      type: 'role.holds',
      verdict: 'refused',
      why: '`position/after-name` says the same, with no less',
    }),
  )
})

test('what a fact uses is not told of, and nothing is traced unless somebody asks', () => {
  const text = 'Nokia acquired Siemens in 2019.'
  expect(whyUnused(read(text))).toEqual([])
  expect(pipeline.annotate(plainArticle(text)).traces).toEqual([])
})
