import { spawnSync } from 'node:child_process'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { verifySheet } from '../../../dist/index.js'
import { filesOf } from '../../../dist/read/inputs.js'
import { itemsOf } from '../../../dist/read/items.js'

const FOLDER = 'data/archives'
const SETS = ['reuters21578.jsonl.gz', 'agnews-test.jsonl', 'html', 'newsml', 'warc']

/** Everything that a newsroom may hand over, good and broken, through `factwire run` and `factwire verify`. */
export default {
  name: 'archives',
  about: 'whole archives: every file is read, set aside with its reason or named as passed over; every sheet is sound',
  long: true,
  needs: SETS.map((set) => `${FOLDER}/${set}`),

  async run({ data, root, work, pipeline, misses }) {
    const figures = { 'verify problems': 0, 'silent files': 0, crashes: 0 }
    const report = []
    for (const set of SETS) {
      const to = join(work, `archives-${set}`)
      const input = join(data, FOLDER, set)
      const call = ['run', input, '--to', to, '--root', join(data, FOLDER), '--pipeline', pipeline, '--quiet']
      const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...call], {
        encoding: 'utf8',
      })
      if (status !== 0 && status !== 1) {
        figures.crashes++
        report.push(`${set}: ended with ${status}: ${stderr}`)
        continue
      }
      const { total, run, setAside, passedOver } = JSON.parse(readFileSync(join(to, 'report.json'), 'utf8'))
      const problems = await problemsOf(join(to, 'sheets.jsonl'))
      const silent = await silentFiles(input, join(data, FOLDER))
      figures[`${set} articles`] = total.articles
      figures['verify problems'] += problems.length
      figures['silent files'] += silent.length
      report.push(
        `${set}: ${total.articles} articles, ${total.tokens} tokens, ${total.setAside} set aside, ${total.nearCopies} near copies, ` +
          `${passedOver.reduce((sum, { files }) => sum + files, 0)} files passed over, ${problems.length} problems of verify; ` +
          `${run.seconds} s, ${run.peakMemoryMb} MB`,
        ...reasonsOf(setAside).map(([reason, n]) => `  ${String(n).padStart(5)}  ${reason}`),
        ...passedOver.map(({ ending, files }) => `  ${String(files).padStart(5)}  passed over: ${ending}`),
        ...silent.map((file) => `  nothing said of ${file}`),
        ...problems.slice(0, misses ? problems.length : 5).map((problem) => `  ${problem}`),
      )
    }
    return { figures, report: report.join('\n') }
  },
}

async function problemsOf(path) {
  const problems = []
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const sheet = JSON.parse(line)
    problems.push(...verifySheet(sheet).map((problem) => `${sheet.article.id}: ${problem}`))
  }
  return problems
}

/** Files that give neither an article nor an error, and are not named as passed over. */
async function silentFiles(input, root) {
  const said = new Set()
  const options = { root, passedOver: (uri) => said.add(uri) }
  for await (const { place } of itemsOf([input], options)) said.add(place.replace(/(?:!|, (?:line|record) ).*/s, ''))
  const silent = []
  for await (const { path } of filesOf([input])) {
    const uri = path.slice(root.length + 1)
    if (!said.has(uri)) silent.push(uri)
  }
  return silent
}

/** Reasons without their places, the most frequent first. */
function reasonsOf(setAside) {
  const counts = new Map()
  for (const { kind, reason } of setAside) {
    const plain = `${kind}: ${reason.replace(/ \([^()]*(?:\([^()]*\)[^()]*)*\)$/, '')}`
    counts.set(plain, (counts.get(plain) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}
