import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../base/folder.ts'
import { sha256 } from '../base/hash.ts'
import { sentences, tags, tokens } from '../doc/layers.ts'
import type { Sentence } from '../doc/tokens.ts'
import { composePipeline, PIPELINES } from '../pipeline/load.ts'
import type { Annotate } from '../stage/compose.ts'
import { describe } from '../tag/describe.ts'
import type { Described } from '../tag/described.ts'
import { featuresOf, MAX_FEATURES } from '../tag/features.ts'
import { KINDS } from '../tag/labels.ts'
import { type NameTagger, nameTaggerOf, readNameTables, writeNameTagger } from '../tag/name-model.ts'
import { findNames, firstLooker } from '../tag/names.ts'
import { type FirstLook, gatherFirstLook, MAX_SECOND, secondFeatures } from '../tag/second-look.ts'
import { stretchesOf } from '../tag/stretches.ts'
import { WordBook } from '../tag/word-book.ts'
import { CLASS_WIDTH, WordClasses } from '../tag/word-classes.ts'
import { type CrfRecipe, CrfTrainer, type Example } from './crf.ts'
import { nameCard } from './name-card.ts'
import { learnClasses } from './name-classes.ts'
import { asArticle, readNamedTexts, readText, readTraining } from './name-data.ts'
import { buildNameLists } from './name-lists.ts'
import { type Score, scoreNames } from './name-score.ts'
import { joinModels, packNameModel, type RealWeights } from './pack-names.ts'

const RECIPE = { epochs: 7, averaged: 4, rate: 0.1, dropout: 0.55, l2: 0, seed: 1 }
/** Of the first looks that the second one learns from: each at a part of the texts by a tagger of the other parts. */
const FOLDS = 3
const FOLD_RECIPE = { ...RECIPE, epochs: 5, averaged: 2 }
/** A feature seen less often is not learned. */
const AT_LEAST = 2
const KEEP = 1_100_000
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
  const { annotate: cut } = await composePipeline('news', { until: new Set(['tokens', 'sentences']) })
  const lists = buildNameLists(data, join(PIPELINES, 'lexicons'), cut)
  const classes = cachedClasses(cache, () => learnClasses(data, cut))
  say(`lists ${lists.keys.length}, classes ${classes.keys.length}`)
  const book = new WordBook(lists, classes, Number.POSITIVE_INFINITY)
  const texts = readTraining(data).map(({ text, set }): LearningText => {
    const { tokens, sentences, tags, allowed } = readText(text, set, annotate)
    const described = describe(tokens, sentences, tags, lists, book)
    return {
      sentences,
      allowed,
      described,
      weight: set.weight ?? 1,
      seen: undefined,
    }
  })
  say(`${texts.length} texts`)
  const first = packNameModel(learn(texts, RECIPE, say), KEEP, CLIP)
  const seen = texts.map((): FirstLook | undefined => undefined)
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = texts.filter((_, i) => i % FOLDS !== fold)
    const look = firstLooker(packNameModel(learn(others, FOLD_RECIPE, say), KEEP, CLIP))
    texts.forEach(({ described, sentences }, i) => {
      if (i % FOLDS === fold) seen[i] = gatherFirstLook(described, look(described, stretchesOf(described, sentences)))
    })
  }
  const again = texts.map((text, i) => ({ ...text, seen: seen[i] }))
  const second = packNameModel(learn(again, RECIPE, say), KEEP, CLIP)
  const trained = { model: joinModels(first, second), moves: second.moves, lists, classes }
  const { card, weights } = writeNameTagger('names-en', trained)
  const tagger = nameTaggerOf(readNameTables({ ...card }, weights))
  const scores = new Map(DEVELOPMENT_SETS.map((set) => [set, scoreSet(data, set, annotate, tagger)]))
  for (const [set, score] of scores)
    say(`${set}: ${[...score].map(([type, { f1 }]) => `${type} ${(100 * f1).toFixed(2)}`)}`)
  const folder = join(out, 'names-en')
  makeFolder(folder)
  writeFileSync(join(folder, 'weights.bin'), weights)
  writeFileSync(join(folder, 'model.json'), `${JSON.stringify({ ...card, sha256: sha256(weights) })}\n`)
  writeFileSync(join(folder, 'card.md'), nameCard(RECIPE.seed, scores))
}

interface LearningText {
  sentences: readonly Sentence[]
  allowed: Int32Array
  described: Described
  weight: number
  seen: FirstLook | undefined
}

/**
 * Calls `use` with each token's features, the first `count` of `into`. Whole sentences are learned from, though names are looked for
 * in stretches only: what is no name far from any capital is none where it begins a sentence.
 */
function eachToken(
  { sentences, described, seen }: LearningText,
  into: Int32Array,
  use: (count: number, i: number, sentence: Sentence) => void,
): void {
  for (const sentence of sentences) {
    const { from, to } = sentence
    for (let i = from; i < to; i++) {
      const count = featuresOf(described, i, from, to, into)
      use(seen ? secondFeatures(seen, described, i, from, to, into, count) : count, i, sentence)
    }
  }
}

function learn(texts: readonly LearningText[], recipe: CrfRecipe, say: (line: string) => void): RealWeights {
  const into = new Int32Array(MAX_FEATURES + MAX_SECOND)
  const counts = new Map<number, number>()
  for (const text of texts) {
    eachToken(text, into, (count) => {
      for (let f = 0; f < count; f++) counts.set(into[f]!, (counts.get(into[f]!) ?? 0) + 1)
    })
  }
  const kept = [...counts].filter(([, n]) => n >= AT_LEAST).sort(([a, n], [b, m]) => m - n || a - b)
  const number = new Map(kept.map(([hash], i) => [hash, i]))
  say(`${counts.size} features, ${kept.length} kept`)
  const examples: Example[] = []
  for (const text of texts) {
    let features: number[] = []
    let offsets = new Int32Array(0)
    eachToken(text, into, (count, i, { from, to }) => {
      if (i === from) {
        features = []
        offsets = new Int32Array(to - from + 1)
      }
      for (let f = 0; f < count; f++) {
        const known = number.get(into[f]!)
        if (known !== undefined) features.push(known)
      }
      offsets[i - from + 1] = features.length
      if (i + 1 < to) return
      const allowed = text.allowed.slice(from, to)
      examples.push({ features: Int32Array.from(features), offsets, allowed, weight: text.weight })
    })
  }
  const { state, move } = new CrfTrainer(recipe, kept.length).train(examples, say)
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
  makeFolder(cache)
  writeFileSync(file, Buffer.concat([Buffer.from(keys.buffer), Buffer.from(values.buffer)]))
  return new WordClasses(keys, values)
}
