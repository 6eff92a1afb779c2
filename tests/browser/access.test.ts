import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newsroom, writeSheets } from '../review/news.ts'
import { launch, newFolder, openSheet, type Server, sitDown, startDesk } from './desk.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
let folder: string
let server: Server

beforeAll(async () => {
  browser = await launch()
  folder = newFolder()
  writeSheets(folder, newsroom().slice(0, 3))
  server = await startDesk(folder)
})
afterAll(async () => {
  await browser?.close()
  await server?.kill()
  rmSync(folder, { recursive: true })
})

/** What axe-core finds that keeps somebody out, with where. */
async function barriers(page: Page): Promise<string[]> {
  await page.waitForTimeout(300)
  // Straight into the page's own world: its policy lets no script in from a page.
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    interface Violation {
      id: string
      impact: string
      nodes: { html: string; failureSummary: string }[]
    }
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 150)} ${failureSummary}`),
      )
  })
}

const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  queue: async () => undefined,
  sheet: async (page) => {
    await openSheet(page, 'harbour')
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await page.waitForSelector('.fact.accepted, .fact.rejected')
  },
  form: async (page) => {
    await openSheet(page, 'harbour')
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await page.waitForSelector('.form')
  },
  entities: async (page) => {
    await openSheet(page, 'scripts')
    await page.keyboard.press('2')
    await page.click('.cards .line')
    await page.keyboard.press('e')
    await page.waitForSelector('.form')
  },
  values: async (page) => {
    await openSheet(page, 'harbour')
    await page.keyboard.press('3')
  },
  archive: async (page) => {
    await page.goto(`${page.url().split('#')[0]}#/archive/Norrland%20Rail`)
    await page.waitForSelector('.points circle')
  },
  keys: async (page) => {
    await page.keyboard.press('?')
    await page.waitForSelector('dialog[open]')
  },
}

test.each(Object.keys(STATES))('nothing keeps anybody out: %s', async (state) => {
  const { page, errors } = await sitDown(browser, server.url)
  await page.fill('#reviewer', 'Ada')
  await page.focus('.brand')
  await STATES[state]!(page)
  expect(await barriers(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await barriers(page), 'in dark colours').toEqual([])
  // 200 % of a window of 1280 by 800 leaves room for half of it.
  await page.setViewportSize({ width: 640, height: 400 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, 'cut off sideways').toBeLessThanOrEqual(0)
  expect(errors).toEqual([])
  await page.context().close()
})
