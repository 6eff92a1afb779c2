// Names found by factwire and by what people would install, on the same text: scores and speed.
//
//   npm run bench -- names [--data DIR]
//
// The data is no part of the project: `--data`, else FACTWIRE_DATA, else `../shared`. wink-nlp names the types of what it finds, and
// none of them is a person, an organization or a place: the last line lists them. Speed: of compromise the whole reading with the
// three lists; of wink-nlp sentences, parts of speech and its entities; of factwire the whole way to `tag/choose`, and the tagger alone.
// Factwire's names are those of its entities, as `npm run score -- --set names` has them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runScorer } from '../score/child.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const { values: options } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: process.env.FACTWIRE_DATA ?? join(ROOT, '../shared') } },
})
const data = resolve(options.data)
const WINK_TYPES = {
  PERSON: 'person',
  ORGANIZATION: 'organization',
  ORG: 'organization',
  PLACE: 'place',
  GPE: 'place',
  LOC: 'place',
}
const TYPES = { person: 'PERSON', organization: 'ORGANIZATION', place: 'PLACE' }

const { composePipeline } = await import('../../dist/pipeline/load.js')
const { readTextLine } = await import('../../dist/read/json-line.js')
const layers = await import('../../dist/doc/layers.js')
const { default: nlp } = await import('compromise')
const { default: winkNLP } = await import('wink-nlp')
const { default: winkModel } = await import('wink-eng-lite-web-model')
const wink = winkNLP(winkModel, ['sbd', 'pos', 'ner'])
const winkTypes = new Map()
const { annotate } = await composePipeline('news', { until: new Set(['mentions']) })
const { annotate: annotateEntities } = await composePipeline('news', { until: new Set(['entities']) })

for (const set of ['worldwide.dev', 'ieer.dev']) {
  const gold = join(data, 'data/names', `${set}.jsonl`)
  if (!existsSync(gold)) {
    console.log(`${set}: skipped, there is no ${gold}`)
    continue
  }
  const articles = readFileSync(gold, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  let tokens = 0
  let tagging = 0
  const around = (stage, work) => {
    if (stage !== 'model') return work()
    const { result, ms } = timed(work)
    tagging += ms
    return result
  }
  const given = ({ id, text }) => readTextLine(JSON.stringify({ id, text }), { uri: set, line: 1 })
  const read = (article) => {
    const document = annotate(given(article), { around })
    tokens += document.get(layers.tokens).count
  }
  const namesOf = (article) =>
    annotateEntities(given(article))
      .get(layers.entities)
      .filter(({ type }) => type in TYPES)
      .flatMap(({ type, mentions }) =>
        mentions.filter(({ kind }) => kind === 'name').map(({ start, end }) => ({ start, end, type })),
      )
  articles.map(read)
  tokens = 0
  tagging = 0
  const { ms } = timed(() => articles.map(read))
  const ours = { ms, result: articles.map((article) => [article, namesOf(article)]) }
  const theirs = timed(() => articles.map((article) => [article, withCompromise(article.text)]))
  report(set, 'factwire', ours, tokens)
  const winks = timed(() => articles.map((article) => [article, withWink(article.text)]))
  report(set, 'compromise', theirs, tokens)
  report(set, 'wink-nlp', winks, tokens)
  console.log(`${set}: factwire's tagger alone ${rate(tokens, tagging)}`)
}

console.log(`wink-nlp's types: ${[...winkTypes].map(([type, count]) => `${type} ${count}`).join(', ')}`)

/** People, organizations and places, where wink-nlp sees them. */
function withWink(text) {
  const read = wink.readDoc(text)
  const types = read.entities().out(wink.its.type)
  for (const type of types) winkTypes.set(type, (winkTypes.get(type) ?? 0) + 1)
  const words = read.entities().out()
  const found = []
  let from = 0
  types.forEach((type, i) => {
    const start = text.indexOf(words[i], from)
    if (start < 0) return
    from = start + words[i].length
    if (WINK_TYPES[type]) found.push({ start, end: from, type: WINK_TYPES[type] })
  })
  return found
}

/** People, organizations and places, where compromise sees them. */
function withCompromise(text) {
  const read = nlp(text)
  const found = (view, type) =>
    view.json({ offset: true }).flatMap(({ offset, text: words }) => {
      const name = words.replace(/^[\s"'“‘(]+|[\s.,;:!?"'”’)]+$/g, '')
      const start = text.indexOf(name, offset.start)
      return name === '' || start < 0 ? [] : [{ start, end: start + name.length, type }]
    })
  return [
    ...found(read.people(), 'person'),
    ...found(read.organizations(), 'organization'),
    ...found(read.places(), 'place'),
  ]
}

/** By the processor's own time: others may use the machine too. */
function timed(work) {
  const began = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(began)
  return { result, ms: (user + system) / 1000 }
}

function report(set, name, { result, ms }, tokens) {
  const file = join(tmpdir(), `factwire-names-${process.pid}.jsonl`)
  const lines = result.map(([{ id }, found]) =>
    JSON.stringify({ id, entities: found.map(({ start, end, type }) => ({ start, end, type: TYPES[type] })) }),
  )
  writeFileSync(file, lines.join('\n'))
  const gold = join(data, 'data/names', `${set}.jsonl`)
  const args = [gold, file, '--types', 'PERSON,ORGANIZATION,PLACE', '--trim', '--json']
  const { ALL } = JSON.parse(runScorer(join(data, 'bench/sets/names.mjs'), args))
  console.log(`${set}: ${name.padEnd(12)} P ${ALL.p} R ${ALL.r} F1 ${ALL.f1}  ${rate(tokens, ms)}`)
}

function rate(count, ms) {
  return `${Math.round(count / (ms / 1000)).toLocaleString('en')} tokens/s`
}
