// Speed and memory of the built pipeline.
//
//   npm run bench -- [FOLDER] [--pipeline NAME] [--seconds N]
//   npm run bench -- names [--data DIR]      ours and others', on the same text
//   npm run bench -- length                  is the time linear in the article?
//
// Reads the articles of FOLDER (samples/ unless given) round and round, for N seconds after one warm-up round, and prints
// the time to load, tokens a second of each stage (in the flow, and alone) and of all, milliseconds an article and of 600 tokens, peak memory.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

if (process.argv[2] === 'names' || process.argv[2] === 'length') {
  const script = fileURLToPath(new URL(`${process.argv[2]}.mjs`, import.meta.url))
  process.exit(spawnSync(process.execPath, [script, ...process.argv.slice(3)], { stdio: 'inherit' }).status ?? 1)
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { pipeline: { type: 'string', default: 'news' }, seconds: { type: 'string', default: '10' } },
})
const folder = positionals[0] ?? fileURLToPath(new URL('../../samples', import.meta.url))

const beforeImport = performance.now()
const { loadPipeline, readArticles } = await import('../../dist/index.js')
const beforeLoad = performance.now()
const pipeline = await loadPipeline(options.pipeline)
const loaded = performance.now()

const articles = []
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()) {
  for await (const article of readArticles(join(folder, file))) articles.push(article)
}

const layers = await import('../../dist/doc/layers.js')
const tokensOf = (article) => pipeline.annotate(article).get(layers.tokens).count
const sizes = articles.map(tokensOf)
const cold = sizes.map((_, i) => time(() => pipeline.extract(articles[i])))

const times = []
const stages = new Map()
let tokens = 0
const cpu = process.cpuUsage()
const end = performance.now() + Number(options.seconds) * 1000
while (performance.now() < end) {
  articles.forEach((article, i) => {
    times.push(time(() => pipeline.extract(article)))
    tokens += sizes[i]
  })
}
const { user, system } = process.cpuUsage(cpu)
const timed = articles.length * 20
let staged = 0
for (let i = 0; i < timed; i++) {
  const article = articles[i % articles.length]
  const document = pipeline.annotate(article, { around: timedStage })
  timedStage('sheet', () => pipeline.sheetOf(document))
  staged += sizes[i % articles.length]
}

// A stage by itself, its code and tables at hand, in the processor's time: article after article, the best of some rounds.
const works = new Map()
for (const article of articles) {
  const document = pipeline.annotate(article, { around: kept })
  kept('sheet', () => pipeline.sheetOf(document))
}
const alone = new Map()
for (const [stage, all] of works) {
  const rounds = Array.from({ length: 12 }, () => {
    const began = process.cpuUsage()
    for (let i = 0; i < 5; i++) for (const work of all) work()
    const took = process.cpuUsage(began)
    return (took.user + took.system) / 5000
  })
  alone.set(stage, Math.min(...rounds))
}
const size = sizes.reduce((a, b) => a + b, 0)

const total = times.reduce((sum, ms) => sum + ms, 0)
const sorted = [...times].sort((a, b) => a - b)
const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
const rate = (count, ms) => `${Math.round(count / (ms / 1000)).toLocaleString('en')} tokens/s`
const per600 = (ms) => ((ms / tokens) * 600).toFixed(2)

console.log(`articles        ${articles.length} in ${folder}, ${size} tokens; read ${times.length} times`)
console.log(`import          ${(beforeLoad - beforeImport).toFixed(0)} ms`)
console.log(`load            ${(loaded - beforeLoad).toFixed(0)} ms`)
console.log(`first article   ${cold[0].toFixed(1)} ms`)
console.log(`an article      median ${at(0.5).toFixed(2)} ms, p95 ${at(0.95).toFixed(2)} ms`)
// Where others use the machine too, the processor's own time is the figure that can be compared.
const ofProcessor = (user + system) / 1000
console.log(`600 tokens      ${per600(total)} ms, of the processor's time ${per600(ofProcessor)} ms`)
console.log(`whole           ${rate(tokens, total)}, ${(times.length / (total / 1000)).toFixed(0)} articles/s`)
for (const [stage, ms] of stages)
  console.log(
    `  ${stage.padEnd(14)}${rate(staged, ms).padStart(20)}  ${((ms / timed) * 1000).toFixed(0)} µs an article; by itself ${rate(size, alone.get(stage))}`,
  )
console.log(`peak memory     ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)

function timedStage(stage, work) {
  const began = performance.now()
  const result = work()
  stages.set(stage, (stages.get(stage) ?? 0) + performance.now() - began)
  return result
}

function kept(stage, work) {
  works.set(stage, [...(works.get(stage) ?? []), work])
  return work()
}

function time(work) {
  const began = performance.now()
  work()
  return performance.now() - began
}
