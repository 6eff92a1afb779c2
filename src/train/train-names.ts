import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../base/hash.ts'
import { sentences, tags, tokens } from '../doc/layers.ts'
import { composePipeline } from '../pipeline/load.ts'
import type { Annotate } from '../stage/compose.ts'
import { describe } from '../tag/describe.ts'
import { featuresOf, MAX_FEATURES } from '../tag/features.ts'
import { KINDS } from '../tag/labels.ts'
import type { NameLists } from '../tag/name-lists.ts'
import { type NameTagger, packNameModel, type RealWeights, writeNameTagger } from '../tag/name-model.ts'
import { findNames } from '../tag/names.ts'
import { CLASS_WIDTH, WordClasses } from '../tag/word-classes.ts'
import { CrfTrainer, type Example } from './crf.ts'
import { nameCard } from './name-card.ts'
import { learnClasses } from './name-classes.ts'
import { asArticle, type NameSet, readNamedTexts, readText, TRAINING_SETS } from './name-data.ts'
import { buildNameLists } from './name-lists.ts'
import { type Score, scoreNames } from './name-score.ts'

const RECIPE = { epochs: 8, averaged: 3, rate: 0.1, dropout: 0.5, l2: 0, seed: 1 }
/** A feature seen less often is not learned. */
const AT_LEAST = 2
const KEEP = 1_500_000
const CLIP = 4

export interface NameTraining {
  /** The data folder. */
  data: string
  /** The folder of models. */
  out: string
  /** A folder that keeps the classes of words between trainings; they are learned anew without it. */
  cache?: string
  say: (line: string) => void
}

export const DEVELOPMENT_SETS = ['worldwide.dev', 'ieer.dev', 'wnut17.dev']
const TYPES = { person: 'PERSON', organization: 'ORGANIZATION', place: 'PLACE', group: 'NORP', misc: 'MISC' } as const

/** Trains the tagger of names on the sets of a data folder and writes `names-en` with its card under `out`. */
export async function trainNames({ data, out, cache, say }: NameTraining): Promise<void> {
  const { annotate } = await composePipeline('news', { until: new Set(['tags']) })
  const lists = buildNameLists(data, annotate)
  const classes = cachedClasses(cache, () => learnClasses(data, annotate))
  say(`lists ${lists.keys.length}, classes ${classes.keys.length}`)
  const weights = learn(data, TRAINING_SETS, annotate, lists, classes, say)
  const tagger: NameTagger = { lists, classes, model: packNameModel(weights, KEEP, CLIP) }
  const scores = new Map(DEVELOPMENT_SETS.map((set) => [set, scoreSet(data, set, annotate, tagger)]))
  for (const [set, score] of scores)
    say(`${set}: ${[...score].map(([type, { f1 }]) => `${type} ${(100 * f1).toFixed(2)}`)}`)
  const { card, weights: bytes } = writeNameTagger('names-en', tagger)
  const folder = join(out, 'names-en')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'weights.bin'), bytes)
  writeFileSync(join(folder, 'model.json'), `${JSON.stringify({ ...card, sha256: sha256(bytes) })}\n`)
  writeFileSync(join(folder, 'card.md'), nameCard(RECIPE.seed, scores))
}

function learn(
  data: string,
  sets: readonly NameSet[],
  annotate: Annotate,
  lists: NameLists,
  classes: WordClasses,
  say: (line: string) => void,
): RealWeights {
  const texts = sets.flatMap((set) =>
    readNamedTexts(join(data, 'names', set.file)).map((text) => {
      const { tokens, sentences, tags, allowed } = readText(text, set, annotate)
      return { sentences, allowed, described: describe(tokens, sentences, tags, lists, classes) }
    }),
  )
  const into = new Int32Array(MAX_FEATURES)
  const counts = new Map<number, number>()
  for (const { sentences, described } of texts) {
    for (const { from, to } of sentences) {
      for (let i = from; i < to; i++) {
        const count = featuresOf(described, i, from, to, into)
        for (let f = 0; f < count; f++) counts.set(into[f]!, (counts.get(into[f]!) ?? 0) + 1)
      }
    }
  }
  const kept = [...counts].filter(([, n]) => n >= AT_LEAST).sort(([a, n], [b, m]) => m - n || a - b)
  const number = new Map(kept.map(([hash], i) => [hash, i]))
  say(`${counts.size} features, ${kept.length} kept`)
  const examples: Example[] = []
  for (const { sentences, described, allowed } of texts) {
    for (const { from, to } of sentences) {
      const features: number[] = []
      const offsets = new Int32Array(to - from + 1)
      for (let i = from; i < to; i++) {
        const count = featuresOf(described, i, from, to, into)
        for (let f = 0; f < count; f++) {
          const known = number.get(into[f]!)
          if (known !== undefined) features.push(known)
        }
        offsets[i - from + 1] = features.length
      }
      examples.push({ features: Int32Array.from(features), offsets, allowed: allowed.slice(from, to), weight: 1 })
    }
  }
  const { state, move } = new CrfTrainer(RECIPE, kept.length).train(examples, say)
  return { hashes: Int32Array.from(kept, ([hash]) => hash), state, move }
}

function scoreSet(data: string, set: string, annotate: Annotate, tagger: NameTagger): Map<string, Score> {
  const pairs = readNamedTexts(join(data, 'names', `${set}.jsonl`)).map((gold) => {
    const document = annotate(asArticle(gold))
    const all = document.get(tokens)
    const found = findNames(tagger, all, document.get(sentences), document.get(tags)).map(({ from, to, kind }) => ({
      ...all.span(from, to),
      type: TYPES[KINDS[kind]!],
    }))
    return { gold, found }
  })
  return scoreNames(pairs, ['PERSON', 'ORGANIZATION', 'PLACE'])
}

function cachedClasses(cache: string | undefined, learnThem: () => WordClasses): WordClasses {
  if (cache === undefined) return learnThem()
  const file = join(cache, 'word-classes.bin')
  if (existsSync(file)) {
    const bytes = readFileSync(file)
    const size = bytes.length / (4 + 2 * CLASS_WIDTH)
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
    return new WordClasses(new Int32Array(buffer, 0, size), new Uint16Array(buffer, size * 4))
  }
  const { keys, values } = learnThem()
  mkdirSync(cache, { recursive: true })
  writeFileSync(file, Buffer.concat([Buffer.from(keys.buffer), Buffer.from(values.buffer)]))
  return new WordClasses(keys, values)
}
