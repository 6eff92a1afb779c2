import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bytesOf } from '../base/bytes.ts'
import { makeFolder } from '../base/folder.ts'
import * as layers from '../doc/layers.ts'
import { Clusters } from '../parse/clusters.ts'
import { Tree } from '../parse/tree.ts'
import { compress } from '../parse/weights.ts'
import { composePipeline, PIPELINES } from '../pipeline/load.ts'
import { readTextLine } from '../read/json-line.ts'
import { CHAIN_FEATURES_VERSION } from '../refer/chain-features.ts'
import { sightOf } from '../refer/chain-sight.ts'
import { loadKnowledge } from '../refer/knowledge.ts'
import { findSpots } from '../refer/spots.ts'
import { Resources } from '../stage/resources.ts'
import { type Lesson, learnChains, type Settings } from './learn-chains.ts'

/** The genres of OntoGUM whose texts are under CC BY or CC BY-SA; weights learned from the others could not be given away. */
const GENRES = new Set(['academic', 'bio', 'court', 'interview', 'speech', 'voyage'])

const SETTINGS: Settings = {
  bits: 17,
  epochs: 10,
  seed: 5,
  rate: 0.05,
  dropout: 0.5,
  costs: { missed: 2.5, added: 0.3, wrong: 1 },
}

interface Row {
  id: string
  genre: string
  text: string
  clusters: { mentions: [number, number, string][] }[]
}

/** Learns from OntoGUM (`coref/ontogum/train-nonews.jsonl`) what phrases mean one thing, and writes the model under `out`. */
export async function trainChains(data: string, out: string, say: (line: string) => void): Promise<void> {
  const rows = readFileSync(join(data, 'coref/ontogum/train-nonews.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
    .filter(({ genre }) => GENRES.has(genre))
  const lessons = await lessonsOf(rows)
  say(`${lessons.length} texts, ${lessons.reduce((sum, { gold }) => sum + gold.length, 0)} phrases`)
  const weights = bytesOf(compress(learnChains(lessons, SETTINGS, say)))
  const folder = join(out, 'chains-en')
  makeFolder(folder)
  writeFileSync(join(folder, 'weights.bin'), weights)
  const sha256 = createHash('sha256').update(weights).digest('hex')
  writeFileSync(
    join(folder, 'model.json'),
    `${JSON.stringify({ name: 'chains-en', features: CHAIN_FEATURES_VERSION, sha256 })}\n`,
  )
}

/** Reads the texts as the news pipeline does; a phrase is in a chain where its span is exactly that of a mention. */
async function lessonsOf(rows: readonly Row[]): Promise<Lesson[]> {
  const { annotate } = await composePipeline('news', { until: new Set([layers.entities.name]) })
  const resources = new Resources(PIPELINES)
  const knowledge = loadKnowledge(resources)
  const clusters = Clusters.read(resources.model('words-en').weights)
  return rows.map(({ id, text, clusters: chains }, line) => {
    const document = annotate(readTextLine(JSON.stringify({ id, text }), { uri: 'ontogum', line }))
    const tokens = document.get(layers.tokens)
    const tree = new Tree(tokens, document.get(layers.tags), document.get(layers.parse))
    const spots = findSpots(tree, document.get(layers.sentences), document.get(layers.entities), knowledge)
    const chainAt = new Map<string, number>()
    chains.forEach(({ mentions }, chain) => {
      for (const [start, end] of mentions) chainAt.set(`${start} ${end}`, chain)
    })
    const gold = Int32Array.from(spots, ({ from, to }) => {
      const { start, end } = tokens.span(from, to)
      return chainAt.get(`${start} ${end}`) ?? -1
    })
    return { features: sightOf(tree, spots, document.get(layers.clauses), clusters), gold }
  })
}
