// How fast the desk is over an archive: `npm run bench:desk` (with `-- 100000` for so many sheets).
// Filters are asked over HTTP, as the page does; first paint is measured in Chromium, from a cold start of the page to the
// frame that shows the article.
import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MAIN = join(ROOT, 'dist/cli/main.js')
const SHEETS = Number(process.argv[2] ?? 100_000)
const ROUNDS = 7

/** The same archive every time (xorshift). */
let state = 88172645
function random(below) {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) % below
}

const SYLLABLES = 'ba ke lo mi nu ra se ti vo za dri fle gro pla sti tre'.split(' ')
const word = (rank) =>
  SYLLABLES[rank % 16] +
  SYLLABLES[(rank >> 4) % 16] +
  (rank > 255 ? SYLLABLES[(rank >> 8) % 16] : '') +
  (rank > 4095 ? SYLLABLES[rank >> 12] : '')
/** Few words are frequent and most are rare, as in any language. */
const someWord = () => word(Math.floor(60_000 ** (random(10_000) / 10_000)))
const name = (rank) => word(rank * 7 + 300).replace(/^./, (first) => first.toUpperCase())
const TYPES = [
  'event.acquisition',
  'metric.level',
  'statement',
  'role.holds',
  'action',
  'event.legal',
  'org.owned_by',
  'cause',
]

function sheetOf(number, words) {
  const entities = []
  const facts = []
  const sentences = []
  let text = ''
  for (let count = 0; count < words; ) {
    const start = text.length
    const who = name(random(20_000))
    text += who
    const end = text.length
    const length = 12 + random(14)
    for (let i = 0; i < length; i++) text += ` ${someWord()}`
    text += '.'
    const id = `E${entities.length + 1}`
    const mention = { start, end, text: who, kind: 'name' }
    entities.push({
      id,
      type: 'organization',
      name: who,
      aliases: [],
      mentions: [mention],
      salience: 0.1,
      confidence: 0.9,
      links: [],
    })
    const evidence = { start, end: text.length - 1, text: text.slice(start, -1) }
    if (random(3) > 0) {
      facts.push({
        id: `F${facts.length + 1}`,
        type: 'action',
        arguments: [{ role: 'agent', entity: id }],
        attributes: { predicate: 'do' },
        modality: 'asserted',
        polarity: 'positive',
        tense: 'past',
        evidence: [evidence],
        gloss: evidence.text.slice(0, 80),
        confidence: 0.5 + random(50) / 100,
        rule: 'bench',
        key: '0'.repeat(16),
        ...(random(2) === 0 && { type: TYPES[random(TYPES.length)] }),
      })
    }
    sentences.push({
      id: `S${sentences.length + 1}`,
      start,
      end: text.length,
      paragraph: sentences.length >> 2,
      zone: 'body',
    })
    count += length + 1
    text += sentences.length % 4 === 0 ? '\n' : ' '
  }
  const day = `20${10 + random(15)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`
  return {
    schema: 'factwire/fact-sheet/1',
    article: {
      id: `bench-${number}`,
      source: { uri: `bench-${number}.txt`, sha256: '0', format: 'bench' },
      headline: text.slice(0, 60),
      supertitle: null,
      section: ['World', 'Business', 'Sports', 'Science'][random(4)],
      published: { iso: day, grain: 'day', text: day },
      dateline: null,
      byline: null,
      credit: null,
      language: 'en',
      offsetUnit: 'utf16',
      text,
    },
    sentences,
    entities,
    values: [],
    facts,
    coverage: { sentences: sentences.length, sentencesWithFacts: 0, unusedValues: [], unusedEntities: [] },
    notices: random(5) === 0 ? [{ code: 'date/no-anchor' }] : [],
    provenance: { pipeline: 'bench', version: '1', hash: '', models: [] },
  }
}

const folder = mkdtempSync(join(tmpdir(), 'factwire-bench-'))
const file = openSync(join(folder, 'sheets.jsonl'), 'w')
writeSync(file, `${JSON.stringify({ ...sheetOf('long', 20_000) })}\n`)
for (let i = 0; i < SHEETS; i++) writeSync(file, `${JSON.stringify(sheetOf(i, 250))}\n`)
closeSync(file)
console.log(`${SHEETS} sheets, ${Math.round(statSync(join(folder, 'sheets.jsonl')).size / 1e6)} MB`)

async function startDesk() {
  const began = performance.now()
  const desk = spawn(process.execPath, [MAIN, 'review', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const url = await new Promise((found, fail) => {
    desk.on('exit', () => fail(new Error('the desk did not start')))
    desk.stdout.on('data', (chunk) => {
      const at = /http:\S+/.exec(String(chunk))
      if (at) found(at[0])
    })
  })
  return { desk, url, seconds: (performance.now() - began) / 1000 }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]
let desk
let browser
try {
  const first = await startDesk()
  first.desk.kill()
  const again = await startDesk()
  desk = again.desk
  const { url } = again
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${desk.pid}/status`, 'utf8'))?.[1]
  console.log(
    `open: ${first.seconds.toFixed(1)} s the first time, ${again.seconds.toFixed(1)} s again; ${Math.round(peak / 1024)} MB at most`,
  )

  const queries = {
    'all, most doubtful first': '',
    'a frequent word': 'text=bake',
    'a beginning': 'text=ba',
    'three beginnings': 'text=ba+ke+dri',
    'a rare word': 'text=stitrezava',
    'entity and type': 'entity=gro&type=statement',
    'section, dates, confidence, newest': 'section=Sports&from=2015-01-01&to=2019-12-31&below=0.7&order=newest',
    'notice and state, page 20': 'notice=date/no-anchor&status=open&offset=1000',
  }
  for (const [title, query] of Object.entries(queries)) {
    const times = []
    let total = 0
    for (let i = 0; i < ROUNDS; i++) {
      const began = performance.now()
      total = (await (await fetch(`${url}api/queue?${query}`)).json()).total
      times.push(performance.now() - began)
    }
    console.log(
      `filter: ${median(times).toFixed(0).padStart(4)} ms, at most ${Math.max(...times)
        .toFixed(0)
        .padStart(4)} ms, ${String(total).padStart(6)} found: ${title}`,
    )
  }

  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
  for (const id of ['bench-7', 'bench-long']) {
    const times = []
    const works = []
    for (let i = 0; i < ROUNDS; i++) {
      const context = await browser.newContext({ viewport: { width: 1360, height: 850 } })
      const page = await context.newPage()
      await page.addInitScript(() => {
        const watch = new MutationObserver(() => {
          if (!document.querySelector('.article p')) return
          watch.disconnect()
          requestAnimationFrame(() =>
            setTimeout(() => {
              window.shown = performance.now()
            }),
          )
        })
        watch.observe(document, { childList: true, subtree: true })
      })
      // The processor's own time in the page's thread: the machine may have more to do.
      const session = await context.newCDPSession(page)
      await session.send('Performance.enable', { timeDomain: 'threadTicks' })
      await page.goto(`${url}#/sheet/${id}`)
      await page.waitForFunction(() => window.shown)
      times.push(await page.evaluate(() => window.shown))
      const { metrics } = await session.send('Performance.getMetrics')
      works.push(1000 * metrics.find((metric) => metric.name === 'TaskDuration').value)
      await context.close()
    }
    console.log(
      `first paint: ${median(times).toFixed(0)} ms, ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms, the page's thread at work ${median(works).toFixed(0)} ms: ${id}`,
    )
  }
  const assets = join(ROOT, 'dist/review/web/assets')
  const sizes = readdirSync(assets).map((one) => gzipSync(readFileSync(join(assets, one))).length)
  console.log(`page: ${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)} KB gzipped, all of it`)
} finally {
  await browser?.close()
  desk?.kill()
  rmSync(folder, { recursive: true, force: true })
}
