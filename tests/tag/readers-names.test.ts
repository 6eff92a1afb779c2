import { beforeAll, expect, test } from 'vitest'
import { mentions } from '../../src/doc/layers.ts'
import { composePipeline } from '../../src/pipeline/load.ts'
import type { Annotate } from '../../src/stage/compose.ts'
import { plainArticle } from '../articles.ts'

// Names as readers know them: what the trained pipeline makes of the edges and the inside of names.

let annotate: Annotate
beforeAll(async () => {
  annotate = (await composePipeline('news', { until: new Set(['mentions']) })).annotate
})

function names(text: string): string[] {
  const found = annotate(plainArticle(text)).get(mentions)
  return found.map(({ start, end, type }) => `${text.slice(start, end)}: ${type}`)
}

test.each([
  // no titles, articles, possessives, quotes
  ['Chairman Jack Ma left the meeting early.', ['Jack Ma: person']],
  ['Prime Minister Anna Berg met President Omar Diallo on Monday.', ['Anna Berg: person', 'Omar Diallo: person']],
  ['The European Union’s plan was welcomed.', ['European Union: organization']],
  ['Germany’s economy grew faster than France’s.', ['Germany: place', 'France: place']],
  ['She moved from the Netherlands to Kenya.', ['Netherlands: place', 'Kenya: place']],
  // dots, marks, signs inside
  ['He flew to the U.S. on Friday.', ['U.S.: place']],
  ['Shares of Yahoo! rose, the company said.', ['Yahoo!: organization']],
  ['Procter & Gamble said sales fell.', ['Procter & Gamble: organization']],
  [
    'Danish shipping group A.P. Moller-Maersk said profits fell.',
    ['Danish: group', 'A.P. Moller-Maersk: organization'],
  ],
  ['Chinese delivery company Ele.me said orders doubled.', ['Chinese: group', 'Ele.me: organization']],
  // names of the whole world
  ['Police arrested Lim Ah Kow @ Tan at his home.', ['Lim Ah Kow @ Tan: person']],
  ['Chief Minister Conrad K Sangma said the talks went well.', ['Conrad K Sangma: person']],
  ['Businessman Trinh Van Quyet was arrested in Hanoi.', ['Trinh Van Quyet: person', 'Hanoi: place']],
  // acronyms in brackets
  [
    'The World Trade Organization (WTO) met in Geneva.',
    ['World Trade Organization: organization', 'WTO: organization', 'Geneva: place'],
  ],
  // one name is one mention
  ['The Shanghai Statistics Bureau published the figures.', ['Shanghai Statistics Bureau: organization']],
  ['She studied at the University of Cape Town.', ['University of Cape Town: organization']],
  ['The Bank of England raised rates.', ['Bank of England: organization']],
])('%s', (text, expected) => expect(names(text)).toEqual(expected))

test('names keep their subtypes', () => {
  const text = 'The Supreme Court in Nairobi heard Safari Bank Ltd against the Ministry of Finance of Kenya.'
  const found = annotate(plainArticle(text)).get(mentions)
  const subtypes = Object.fromEntries(found.map(({ start, end, subtype }) => [text.slice(start, end), subtype]))
  expect(subtypes).toMatchObject({ 'Supreme Court': 'court', 'Safari Bank Ltd': 'company' })
})

test('every name lies in one sentence, in order, without overlap', () => {
  const text = 'JAKARTA, Indonesia - Budi Santoso of Garuda Foods Tbk spoke.\nMr. Santoso left. “Garuda” rose 3%.'
  const found = annotate(plainArticle(text)).get(mentions)
  expect(found.length).toBeGreaterThan(3)
  found.forEach((one, i) => {
    if (i > 0) expect(one.start).toBeGreaterThanOrEqual(found[i - 1]!.end)
    expect(text.slice(one.start, one.end)).not.toMatch(/^\s|\s$|\n/)
  })
})
