import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Without the background flags Chromium asks for hosts of its maker at every start. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

export function launch(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no ${CHROMIUM}: apt-get install chromium`)
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}

export interface Server {
  url: string
  process: ChildProcess
  /** As a power cut would: nothing is said goodbye to. */
  kill(): Promise<void>
}

/** `factwire review` over a folder, from the build, on a free port. */
export async function startDesk(out: string): Promise<Server> {
  const child = spawn(process.execPath, [MAIN, 'review', out, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    if (said.includes('\n')) break
  }
  const url = /http:\S+/.exec(said)?.[0]
  if (url === undefined) throw new Error(`The desk did not start: ${said}`)
  return {
    url,
    process: child,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'factwire-browser-'))

export interface Watched {
  page: Page
  /** Errors of the console and of scripts. */
  errors: string[]
  /** Requests to any other place than the desk. */
  elsewhere: string[]
}

/** A new person at the desk. */
export async function sitDown(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const errors: string[] = []
  const elsewhere: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) elsewhere.push(request.url())
  })
  await page.goto(url)
  await page.waitForSelector('.queue tbody tr')
  return { page, errors, elsewhere }
}

export async function openSheet(page: Page, id: string): Promise<void> {
  await page.evaluate(
    (hash) => {
      location.hash = hash
    },
    `#/sheet/${encodeURIComponent(id)}`,
  )
  await page.waitForSelector('.article p')
}

/** The text of all elements of a class in the article, in order. */
export const textOf = (page: Page, css: string): Promise<string> =>
  page.$$eval(`.article .${css}`, (elements) => elements.map((element) => element.textContent).join(''))
