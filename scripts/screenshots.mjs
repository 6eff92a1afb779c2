// Draws docs/desk-*.png anew: the desk over the sheets of samples/, in Debian's Chromium (or the one CHROMIUM names).
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MAIN = join(ROOT, 'dist/cli/main.js')
const DOCS = join(ROOT, 'docs')

const out = mkdtempSync(join(tmpdir(), 'factwire-screenshots-'))
const samples = readdirSync(join(ROOT, 'samples'))
  .filter((file) => file.endsWith('.txt'))
  .map((file) => `samples/${file}`)
execFileSync(process.execPath, [MAIN, 'extract', ...samples, '--output', `${out}/`], { cwd: ROOT })
const desk = spawn(process.execPath, [MAIN, 'review', out, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
const url = await new Promise((found) => {
  desk.stdout.on('data', (chunk) => {
    const at = /http:\S+/.exec(String(chunk))
    if (at) found(at[0])
  })
})
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update'].concat([
    '--disable-sync',
    '--disable-quic',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
  ]),
})

try {
  mkdirSync(DOCS, { recursive: true })
  const page = await browser.newPage({ viewport: { width: 1360, height: 850 } })
  const shoot = async (name) => {
    await page.waitForTimeout(400)
    await page.screenshot({ path: join(DOCS, `desk-${name}.png`) })
  }
  await page.goto(url)
  await page.waitForSelector('.queue tbody tr')
  await page.fill('#reviewer', 'Ada')
  await page.press('#reviewer', 'Enter')

  await page.goto(`${url}#/sheet/000_14efa203bdfcdf50`)
  await page.waitForSelector('.fact')
  for (const key of ['j', 'a', 'a', 'r', 'a']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(80)
  }
  await shoot('sheet')

  await page.emulateMedia({ colorScheme: 'dark' })
  await page.keyboard.press('g')
  await page.waitForSelector('.arcs svg')
  await shoot('grammar')
  await page.emulateMedia({ colorScheme: 'light' })

  await page.keyboard.press('q')
  await page.waitForSelector('.queue tbody tr')
  await shoot('queue')

  // Of whom most is said.
  const { names } = await (await fetch(`${url}api/names?q=`)).json()
  const archives = await Promise.all(
    names.map(async ({ name }) => (await fetch(`${url}api/archive?name=${encodeURIComponent(name)}`)).json()),
  )
  const plotted = ({ series }) => series.filter(({ points }) => points.length > 1).length
  const worth = (archive) => archive.relations.length + archive.timeline.length + 20 * plotted(archive)
  const richest = archives.sort((a, b) => worth(b) - worth(a))[0]
  await page.goto(`${url}#/archive/${encodeURIComponent(richest.name)}`)
  await page.waitForSelector('.timeline li')
  await page.waitForTimeout(1500)
  await shoot('archive')
} finally {
  await browser.close()
  desk.kill()
  rmSync(out, { recursive: true, force: true })
}
