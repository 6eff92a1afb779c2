import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { FactSheet } from '../../src/doc/sheet.ts'
import { newsroom, writeSheets } from '../review/news.ts'
import { launch, MAIN, newFolder, openSheet, type Server, sitDown, startDesk, textOf } from './desk.ts'

let browser: Browser
let folder: string
let server: Server
const sheets = newsroom()
const sheetOf = (id: string): FactSheet => sheets.find(({ article }) => article.id === id)!

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  folder = newFolder()
  writeSheets(folder, sheets)
  server = await startDesk(folder)
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await server.kill()
  rmSync(folder, { recursive: true })
})

const titles = (page: Page): Promise<string[]> =>
  page.$$eval('.queue tbody a', (links) => links.map((a) => a.textContent ?? ''))
const linesOf = (file: string): { reviewer: string; decision: { what: string } }[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('the queue filters by words and by type, and leads to the sheet', async () => {
  const { page, errors, elsewhere } = await sitDown(browser, server.url)
  expect(await titles(page)).toHaveLength(4)
  await page.keyboard.press('/')
  await page.keyboard.type('fjord')
  await page.waitForFunction(() => document.querySelectorAll('.queue tbody tr').length === 1)
  expect(await page.textContent('.count')).toBe('1 of 4 articles')
  await page.click('text=Clear')
  await page.selectOption('select[name=type]', 'metric.level')
  await page.waitForFunction(() => document.querySelectorAll('.queue tbody tr').length === 2)
  await page.click('text=Norrland Rail buys Fjordline')
  await page.waitForSelector('.article p')
  expect(await page.textContent('h1')).toBe('Norrland Rail buys Fjordline')
  expect(errors).toEqual([])
  expect(elsewhere).toEqual([])
})

test('a click on a fact lights its words, and a click on words selects their fact', async () => {
  const { page, errors } = await sitDown(browser, server.url)
  await openSheet(page, 'harbour')
  await page.click('text=Ida Berg: chief executive')
  expect(await textOf(page, 'lit')).toBe('chief executive Ida Berg')
  // The lit elements stand where the browser puts these very characters.
  const { start, end } = sheetOf('harbour').facts[1]!.evidence[0]!
  const off = await page.evaluate(
    ([from, to]) => {
      const texts: Text[] = []
      const walker = document.createTreeWalker(document.querySelector('.article')!, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text)
      const startOf = (text: Text): number => Number(text.parentElement!.closest<HTMLElement>('[data-s]')!.dataset.s)
      const at = (offset: number): Text => texts.findLast((text) => startOf(text) <= offset)!
      const range = document.createRange()
      range.setStart(at(from!), from! - startOf(at(from!)))
      range.setEnd(at(to! - 1), to! - startOf(at(to! - 1)))
      const wanted = range.getBoundingClientRect()
      const lit = [...document.querySelectorAll('.article .lit')].map((element) => element.getBoundingClientRect())
      return Math.max(
        Math.abs(Math.min(...lit.map(({ left }) => left)) - wanted.left),
        Math.abs(Math.max(...lit.map(({ right }) => right)) - wanted.right),
        Math.abs(Math.min(...lit.map(({ top }) => top)) - wanted.top),
      )
    },
    [start, end],
  )
  expect(off).toBeLessThan(1)
  await page.click('.article >> text=Fjordline')
  expect(await page.textContent('.fact.selected .gloss')).toContain('Norrland Rail acquires Fjordline')
  expect(await textOf(page, 'arg')).toContain('$40 million')
  await page.hover('.article >> text=900 million kronor')
  expect(await page.textContent('.fact.under .gloss')).toContain('Revenue at 900,000,000')
  expect(errors).toEqual([])
})

test('a fact is corrected, found again, taken back and exported with the keyboard alone', async () => {
  const { page, errors } = await sitDown(browser, server.url)
  const keys = page.keyboard
  // To the reviewer's name: over the pages of the bar.
  for (let i = 0; i < 10 && !(await page.evaluate(() => document.activeElement?.id === 'reviewer')); i++)
    await keys.press('Tab')
  await keys.type('Ada')
  await keys.press('Tab')
  await keys.press('j')
  for (let i = 0; i < 5; i++) {
    const at = await page.evaluate(() => document.activeElement?.textContent)
    if (at === 'Norrland Rail buys Fjordline') break
    await keys.press('j')
  }
  await keys.press('Enter')
  await page.waitForSelector('.article p')

  // The first fact is only a plan.
  await keys.press('j')
  await keys.press('e')
  await page.waitForSelector('.form')
  for (let i = 0; i < 40; i++) {
    const label = await page.evaluate(() => (document.activeElement as HTMLElement).closest('label')?.textContent ?? '')
    if (label.startsWith('modality')) break
    await keys.press('Tab')
  }
  await keys.type('pla')
  for (let i = 0; i < 40; i++) {
    if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Save') break
    await keys.press('Tab')
  }
  await keys.press('Enter')
  await page.waitForSelector('.fact.edited')

  await page.reload()
  await page.waitForSelector('.fact.edited')
  expect(await page.textContent('.fact.edited .about')).toContain('planned')
  const file = join(folder, 'corrections.jsonl')
  expect(linesOf(file)).toMatchObject([{ reviewer: 'Ada', decision: { what: 'edit' } }])

  await keys.press('u')
  await page.waitForFunction(() => !document.querySelector('.fact.edited'))
  await keys.press('U')
  await page.waitForSelector('.fact.edited')
  await keys.press('d')
  await page.waitForSelector('.title .reviewed')
  expect(linesOf(file).map(({ decision }) => decision.what)).toEqual(['edit', 'undo', 'redo', 'reviewed'])

  const out = join(folder, 'export')
  execFileSync(process.execPath, [MAIN, 'corrections', 'export', folder, '-o', out])
  const gold = JSON.parse(readFileSync(join(out, 'gold/harbour.gold.json'), 'utf8'))
  expect(gold.facts.find(({ modality }: { modality: string[] }) => modality[0] === 'planned')).toBeDefined()
  expect(readFileSync(join(out, 'report.txt'), 'utf8')).toMatch(/role\.holds +1 +0 +1 +0/)
  const applied = execFileSync(process.execPath, [MAIN, 'apply', folder], { encoding: 'utf8' })
  expect(JSON.parse(applied).facts.filter(({ rule }: { rule: string }) => rule === 'by-hand')).toHaveLength(1)
  expect(errors).toEqual([])
})

test('words are selected with the keyboard: an argument, and a missed entity', async () => {
  const { page, errors } = await sitDown(browser, server.url)
  await page.fill('#reviewer', 'Ada')
  await openSheet(page, 'harbour')
  await page.click('text=Ida Berg: chief executive')
  await page.keyboard.press('e')
  await page.focus('[aria-label="Select the words of title"]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.banner')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  expect(await page.inputValue('.form .row:nth-of-type(2) .filler select')).toBe('')
  expect(await page.textContent('.form .row:nth-of-type(2) .filler option')).toBe('“executive”')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.form', { state: 'detached' })

  await page.keyboard.press('t')
  await page.keyboard.press('Control+Home')
  await page.evaluate(() => {
    const text = [...document.querySelectorAll('.article p')].at(-1)!.querySelector('span')!.firstChild!
    getSelection()!.setBaseAndExtent(text, 0, text, 0)
  })
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('m')
  await page.waitForSelector('form[aria-label="New entity"]')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() =>
    document.querySelector('.said')?.textContent?.includes('added the organization Revenue'),
  )
  expect(linesOf(join(folder, 'corrections.jsonl'))).toHaveLength(1)
  expect(errors).toEqual([])
})

test('emoji, right-to-left text and overlapping names are underlined exactly', async () => {
  const { page, errors } = await sitDown(browser, server.url)
  await openSheet(page, 'scripts')
  const { article, entities, facts } = sheetOf('scripts')
  const stretches = await page.$$eval('.article [data-s]', (elements) =>
    elements.map((element) => ({
      start: Number((element as HTMLElement).dataset.s),
      text: element.textContent ?? '',
      marks: (element.matches('.m') ? 1 : 0) + element.querySelectorAll('.m').length,
    })),
  )
  for (const { start, text, marks } of stretches) {
    expect(article.text.slice(start, start + text.length)).toBe(text)
    const covering = entities.flatMap(({ mentions }) => mentions).filter((one) => one.start <= start && start < one.end)
    const values = sheetOf('scripts').values.filter((one) => one.start <= start && start < one.end)
    expect(marks, text).toBe(covering.length + values.length)
  }
  const overlapping = await page.$eval('.article .l2', (element) => element.textContent)
  expect(overlapping).toBe('Haifa')
  for (const fact of facts) {
    await page.click(`[data-fact="${fact.id}"] .line`)
    expect(await textOf(page, 'lit')).toBe(fact.evidence[0]!.text)
  }
  expect(await page.$eval('.article p:nth-of-type(2)', (p) => getComputedStyle(p).direction)).toBe('rtl')
  expect(errors).toEqual([])
})

test('hostile text is text', async () => {
  const { page, errors, elsewhere } = await sitDown(browser, server.url)
  const hostile = sheetOf('hostile <b>"&')
  expect(await titles(page)).toContain(hostile.article.headline)
  await openSheet(page, hostile.article.id)
  expect(await page.textContent('h1')).toBe(hostile.article.headline)
  expect(await page.title()).toContain('<script>')
  const shown = await page.$$eval('.article p', (all) => all.map((p) => p.textContent).join(''))
  expect(shown).toBe(hostile.article.text.replace('\n', ''))
  expect(await page.$('.article script, .article img, .side img, .article b')).toBeNull()
  expect(await page.evaluate(() => 'owned' in window)).toBe(false)
  await page.click('.fact .line')
  expect(await textOf(page, 'lit')).toBe(hostile.facts[0]!.evidence[0]!.text)
  expect(errors).toEqual([])
  expect(elsewhere).toEqual([])
})

test('a server that is killed loses no decision', async () => {
  const { page } = await sitDown(browser, server.url)
  await page.fill('#reviewer', 'Ada')
  await openSheet(page, 'harbour')
  await page.keyboard.press('Escape')
  await page.click('.fact .line')
  for (const key of ['a', 'r', 'a']) await page.keyboard.press(key)
  await page.waitForFunction(() => document.querySelectorAll('.fact.accepted, .fact.rejected').length === 3)
  await server.kill()
  server = await startDesk(folder)
  const again = await sitDown(browser, server.url)
  await openSheet(again.page, 'harbour')
  await again.page.waitForSelector('.fact')
  expect(await again.page.$$eval('.fact.accepted', (all) => all.length)).toBe(2)
  expect(await again.page.$$eval('.fact.rejected', (all) => all.length)).toBe(1)
})

test('two reviewers at once keep their own decisions, and see that they differ', async () => {
  const [ada, ben] = [await sitDown(browser, server.url), await sitDown(browser, server.url)]
  for (const [one, name] of [
    [ada, 'Ada'],
    [ben, 'Ben'],
  ] as const) {
    await one.page.fill('#reviewer', name)
    await openSheet(one.page, 'harbour')
    await one.page.click('text=Ida Berg: chief executive')
  }
  await ada.page.keyboard.press('a')
  await ada.page.waitForSelector('.fact.accepted')
  await ben.page.keyboard.press('r')
  await ben.page.waitForSelector('.fact.rejected')
  await ben.page.waitForSelector('.disputed')
  expect(linesOf(join(folder, 'corrections.jsonl')).map(({ reviewer }) => reviewer)).toEqual(['Ada', 'Ben'])
  await ada.page.reload()
  await ada.page.waitForSelector('.fact.rejected .disputed')
})

test('a sheet that changed under its corrections says so, and takes none of an old page', async () => {
  const { page } = await sitDown(browser, server.url)
  await page.fill('#reviewer', 'Ada')
  await openSheet(page, 'harbour')
  await page.click('text=Ida Berg: chief executive')
  await page.keyboard.press('r')
  await page.waitForSelector('.fact.rejected')
  const changed = { ...sheetOf('harbour'), facts: sheetOf('harbour').facts.slice(1) }
  writeFileSync(join(folder, '1.json'), JSON.stringify(changed))
  await page.keyboard.press('a')
  await page.waitForFunction(() => document.querySelector('.said')?.textContent?.includes('has changed'))
  await page.reload()
  await page.waitForSelector('.title .alert')
  expect(await page.textContent('.title .alert')).toContain(
    '1 decision was made for another version and is not applied',
  )
  expect(await page.$('.fact.rejected')).toBeNull()
  expect(linesOf(join(folder, 'corrections.jsonl'))).toHaveLength(1)
})

test('the archive shows figures as a plot, who is related as a graph, and articles that differ side by side', async () => {
  const { page, errors } = await sitDown(browser, server.url)
  await page.click('nav >> text=Archive')
  await page.fill('.names input', 'norr')
  await page.click('.names a >> text=Norrland Rail')
  await page.waitForSelector('.points circle')
  expect(await page.$$eval('.points circle', (all) => all.length)).toBe(3)
  expect(await page.$$eval('.conflict b', (all) => all.map((b) => b.textContent))).toEqual([
    '900000000 SEK',
    '870000000 SEK',
  ])
  expect(await page.$$eval('.conflict q', (all) => all.map((q) => q.textContent))).toEqual([
    'Revenue rose 12 percent in 2023 to 900 million kronor',
    'revenue in 2023 at 870 million kronor',
  ])
  await page.waitForSelector('.graph canvas')
  await page.click('.timeline a >> text=acquires')
  await page.waitForSelector('.fact.selected')
  expect(await textOf(page, 'lit')).toContain('Norrland Rail bought Fjordline')
  expect(errors).toEqual([])
})
