import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../base/folder.ts'
import { mix2, random } from '../base/mix.ts'
import { clauses, entities, values } from '../doc/layers.ts'
import { loadLexicons } from '../fact/lexicons.ts'
import { RELATION_FEATURES_VERSION, type RelationCard, saltOf } from '../fact/relation-model.ts'
import { RELATIONS } from '../fact/relations.ts'
import { Clusters } from '../parse/clusters.ts'
import { composePipeline, PIPELINES } from '../pipeline/load.ts'
import { Resources } from '../stage/resources.ts'
import { type Example, ExampleReader } from './relation-data.ts'

const BITS = 19
const EPOCHS = 12
const SEED = 7
const RATE = 0.15
/** The share of features left out of each example: what is learned must not hang on one of them. */
const DROPOUT = 0.5
/** Fold 3 is what the figures are told on. */
const FOLDS = [1, 2]
/** How many of the proposals of a relation must be right, on passages its weights have not seen. */
const PRECISION = 0.75
/** How far below its threshold, in log odds, a relation's proposals still tell what its scores are worth. */
const MARGIN = 1
/** How much a pair of the news counts in learning, and as a wrong proposal: it may be right. */
const NEWS_WEIGHT = 0.3
const NEWS_WRONG = 0.5

/** Learns from KnowledgeNet which pairs of a sentence stand in which relation, and writes the model under `out`. */
export async function trainRelations(data: string, out: string, say: (line: string) => void): Promise<void> {
  const { annotate } = await composePipeline('news', {
    until: new Set([clauses, entities, values].map(({ name }) => name)),
  })
  const resources = new Resources(PIPELINES)
  const lexicons = loadLexicons(resources)
  const clusters = Clusters.read(resources.model('words-en').weights)
  const reader = new ExampleReader(annotate, lexicons, clusters)
  const folds = FOLDS.map((fold) => reader.passages(data, fold))
  say(`${folds.map(({ examples }) => examples.length).join(' + ')} examples`)
  const news = reader.news(data)
  say(`${news.map(({ examples }) => examples.length).join(' + ')} examples of news`)
  // each half is judged by what the other teaches, to know how far scores can be trusted
  const halves = folds.map(({ examples }, i) => {
    const weights = learn(folds[1 - i]!.examples, news[1 - i]!.examples)
    const judge = (example: Example): Judged => ({ example, score: scoreOf(weights, example) })
    return { passages: examples.map(judge), news: news[i]!.examples.map(judge) }
  })
  const relations = RELATIONS.map(({ name }) => {
    const of = ({ example }: Judged): boolean => example.relation === name
    const total = folds.reduce((sum, { facts }) => sum + (facts.get(name) ?? 0), 0)
    const [passages, elsewhere] = [halves.flatMap((half) => half.passages), halves.flatMap((half) => half.news)]
    return calibrated(name, passages.filter(of), elsewhere.filter(of), total, say)
  })
  const weights = learn(
    folds.flatMap(({ examples }) => examples),
    news.flatMap(({ examples }) => examples),
  )
  write(out, relations, weights, say)
}

interface Judged {
  example: Example
  score: number
}

/** One proposal a fact, by the pair that says it most clearly. */
function clearest(judged: readonly Judged[]): Judged[] {
  const best = new Map<string, Judged>()
  for (const one of judged) {
    const rival = best.get(one.example.fact)
    if (!rival || one.score > rival.score) best.set(one.example.fact, one)
  }
  return [...best.values()]
}

/** Where a relation is worth proposing, and what its log odds are worth. */
function calibrated(
  name: string,
  passages: readonly Judged[],
  news: readonly Judged[],
  total: number,
  say: (line: string) => void,
): RelationCard['relations'][number] {
  const own = clearest(passages)
  const ranked = [...own, ...clearest(news)].sort((a, b) => b.score - a.score)
  const right = own.filter(({ example }) => example.holds).length
  const among = new Set(own)
  let least = 99
  let best = { hits: 0, wrong: 0, news: 0 }
  const count = { hits: 0, wrong: 0, news: 0 }
  for (const one of ranked) {
    if (!among.has(one)) count.news++
    else if (one.example.holds) count.hits++
    else count.wrong++
    if (count.hits / (count.hits + count.wrong + NEWS_WRONG * count.news) < PRECISION) continue
    least = one.score
    best = { ...count }
  }
  const { slope, offset } = platt(ranked.filter(({ score }) => score >= least - MARGIN))
  const share = (n: number, of: number): string => ((100 * n) / Math.max(1, of)).toFixed(0)
  say(
    `${name.padEnd(12)} ${String(total).padStart(4)} facts, ${String(right).padStart(4)} in pairs; from ${least.toFixed(2)}: ` +
      `${best.hits} right, ${best.wrong} wrong, ${best.news} in news ` +
      `(P ${share(best.hits, best.hits + best.wrong)} R ${share(best.hits, right)})`,
  )
  const round = (n: number): number => Math.round(n * 1000) / 1000
  return { name, least: round(least), slope: round(slope), offset: round(offset) }
}

/**
 * Platt's scaling: a logistic curve from score to the share that is right; all pairs of the news count as wrong. It is laid
 * through what is proposed: the many pairs that nobody would take would bend it.
 */
function platt(judged: readonly Judged[]): { slope: number; offset: number } {
  let slope = 1
  let offset = 0
  for (let step = 0; step < 200; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-3, 0, 1e-3]
    for (const { example, score } of judged) {
      const p = 1 / (1 + Math.exp(-(slope * score + offset)))
      const error = p - (example.holds ? 1 : 0)
      const w = p * (1 - p)
      ga += error * score
      gb += error
      haa += w * score * score
      hab += w * score
      hbb += w
    }
    const det = haa * hbb - hab * hab
    if (det < 1e-9) break
    const [da, db] = [(hbb * ga - hab * gb) / det, (haa * gb - hab * ga) / det]
    slope -= da
    offset -= db
    if (Math.abs(da) + Math.abs(db) < 1e-6) break
  }
  return { slope, offset }
}

const rowsOf = ({ relation, features }: Example): Int32Array => {
  const salt = saltOf(relation)
  return Int32Array.from(features, (feature) => mix2(feature, salt) >>> (32 - BITS))
}

function scoreOf(weights: Int8Array, example: Example): number {
  let sum = 0
  for (const row of rowsOf(example)) sum += weights[row]!
  return sum / 16
}

/** Logistic regression by stochastic gradients with a rate of its own for each weight (AdaGrad), in sixteenths. */
function learn(passages: readonly Example[], news: readonly Example[]): Int8Array {
  const next = random(SEED)
  const weights = new Float64Array(1 << BITS)
  const squares = new Float64Array(1 << BITS).fill(1)
  const order = [
    ...passages.map((example) => ({ rows: rowsOf(example), holds: example.holds ? 1 : 0, weight: 1 })),
    ...news.map((example) => ({ rows: rowsOf(example), holds: 0, weight: NEWS_WEIGHT })),
  ]
  const used = new Int32Array(1024)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      const kept = order[i]!
      order[i] = order[j]!
      order[j] = kept
    }
    for (const { rows, holds, weight } of order) {
      let count = 0
      let sum = 0
      for (const row of rows) {
        if (next() < DROPOUT) continue
        used[count++] = row
        sum += weights[row]!
      }
      const gradient = weight * (holds - 1 / (1 + Math.exp(-sum)))
      if (Math.abs(gradient) < 1e-3) continue
      for (let f = 0; f < count; f++) {
        const row = used[f]!
        squares[row]! += gradient * gradient
        weights[row]! += (RATE * gradient) / Math.sqrt(squares[row]!)
      }
    }
  }
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * (1 - DROPOUT) * 16))))
}

function write(
  out: string,
  relations: RelationCard['relations'],
  weights: Int8Array,
  say: (line: string) => void,
): void {
  const folder = join(out, 'relations-en')
  makeFolder(folder)
  const buffer = Buffer.from(weights.buffer)
  writeFileSync(join(folder, 'weights.bin'), buffer)
  const sha256 = createHash('sha256').update(buffer).digest('hex')
  const card = { name: 'relations-en', features: RELATION_FEATURES_VERSION, sha256, relations }
  writeFileSync(join(folder, 'model.json'), `${JSON.stringify(card)}\n`)
  say(`${folder}: ${weights.filter((weight) => weight !== 0).length} weights`)
}
