import { describe, expect, test } from 'vitest'
import html from '../../src/cli/views/html.ts'
import json from '../../src/cli/views/json.ts'
import text from '../../src/cli/views/text.ts'
import { VIEWS } from '../../src/cli/views.ts'
import type { FactSheet } from '../../src/doc/sheet.ts'
import { valueInWords } from '../../src/sheet/words.ts'
import { grouped } from '../../src/value/print.ts'
import { soundSheet } from '../sheet/sheets.ts'

const plain = { color: false, several: false }

/** A sheet of an article that would like to be more than text. */
function hostileSheet(): FactSheet {
  const sheet = soundSheet()
  const evil = '<script>alert("x")</script>\u001b[2J\u202e'
  sheet.article.text = evil + sheet.article.text
  sheet.article.headline = evil
  sheet.facts[0]!.gloss = evil
  sheet.entities[0]!.name = evil
  sheet.notices = [{ code: 'test/evil', detail: evil }]
  return sheet
}

test('a view renders any sheet, also an empty one, and the same twice', () => {
  const empty: FactSheet = { ...soundSheet(), sentences: [], entities: [], values: [], facts: [] }
  for (const view of VIEWS) {
    for (const sheet of [soundSheet(), empty]) expect(view.render(sheet, plain)).toBe(view.render(sheet, plain))
  }
})

test('json is the sheet: indented alone, a line among several', () => {
  expect(JSON.parse(json.render(soundSheet(), plain))).toEqual(soundSheet())
  const line = json.render(soundSheet(), { color: false, several: true })
  expect(line.trimEnd().split('\n')).toHaveLength(1)
  expect(JSON.parse(line)).toEqual(soundSheet())
})

describe('text', () => {
  test('shows names, normalised values, facts with their words, and what keeps them from being plainly so', () => {
    const sheet = soundSheet()
    Object.assign(sheet.facts[0]!, { modality: 'planned', attribution: { speaker: 'E2' } })
    const page = text.render(sheet, plain)
    expect(page).toContain('E1   Acme    company · 1×')
    expect(page).toContain('V1   money     $5 million  5,000,000 USD')
    expect(page).toContain('F1   Acme acquires Globex for USD 5,000,000 [planned] [said by Globex]')
    expect(page).toContain('event.acquisition: “Acme bought Globex for $5 million”')
    expect(page).toContain('facts in 1 of 1 sentences')
  })

  test('has no colour unless it is asked for', () => {
    expect(text.render(soundSheet(), plain)).not.toContain('\u001b')
    expect(text.render(soundSheet(), { color: true, several: false })).toContain('\u001b[')
  })

  test('lets nothing through that moves the cursor', () => {
    expect(text.render(hostileSheet(), plain)).not.toMatch(/[\u001b\u202e]/)
  })
})

describe('html', () => {
  const page = html.render(soundSheet(), plain)

  test('every entry leads to its words, and lights them', () => {
    for (const id of ['E1', 'E2', 'V1', 'F1']) {
      expect(page.split(`<i id="at-${id}">`)).toHaveLength(2)
      expect(page).toContain(`<li id="${id}"><a href="#at-${id}"`)
      expect(page).toContain(`body:has(#at-${id}:target) .${id}{`)
    }
    expect(page).toContain('<span class="F1 E1 organization name" title="Acme (organization)">Acme</span>')
  })

  test('the words of the article stand there as they are', () => {
    const words = /<main>[\s\S]*<p class="body" dir="auto">([\s\S]*?)<\/p>/.exec(page)![1]!.replace(/<[^>]+>/g, '')
    expect(words).toBe(soundSheet().article.text)
  })

  test('needs nothing from elsewhere and runs nothing', () => {
    expect(page).not.toMatch(/<script|src=|https?:|@import|url\(|\son\w+=/)
    expect(page).toContain("default-src 'none'")
  })

  test('hostile text stays text', () => {
    const hostile = html.render(hostileSheet(), plain)
    expect(hostile).not.toMatch(/<script|\u001b/)
    expect(hostile).toContain('&lt;script&gt;alert(&quot;x&quot;)')
  })
})

test('figures have commas between thousands, whatever their size', () => {
  expect([0, 7.7, 1234.5, -1234567, 1e21].map(grouped)).toEqual(['0', '7.7', '1,234.5', '-1,234,567', '1e+21'])
})

test.each([
  [{ type: 'percent', number: 70, bound: 'about-below' }, 'nearly 70 %'],
  [{ type: 'money', number: 1e8, currency: 'CNY', bound: 'above' }, 'more than 100,000,000 CNY'],
  [{ type: 'quantity', number: 3, numberTo: 5, unit: 'km', per: 'day' }, '3 to 5 km per day'],
  [{ type: 'date', iso: '2018-11' }, '2018-11'],
  [{ type: 'age', number: 42 }, '42 years old'],
  [{ type: 'money', number: 5, currency: 'USD', ambiguous: true }, '5 USD (ambiguous)'],
] as const)('%o in words', (value, words) => {
  expect(valueInWords({ id: 'V1', start: 0, end: 1, text: '', ...value })).toBe(words)
})
