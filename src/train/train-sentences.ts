import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../base/folder.ts'
import { random } from '../base/mix.ts'
import { Tokens } from '../doc/tokens.ts'
import { Resources } from '../stage/resources.ts'
import { GAP_FEATURES_VERSION, GapWords, MAX_GAP_FEATURES } from '../text/gap-features.ts'
import { scan } from '../text/scan.ts'
import { SentenceEnds } from '../text/sentence-ends.ts'
import { readSentenceWords } from '../text/sentence-words.ts'
import { readWordParts } from '../text/word-parts.ts'

const BITS = 17
const EPOCHS = 25
const SEED = 3
const RATE = 0.2
/** The share of features left out of each example: what is learned must not hang on one of them. */
const DROPOUT = 0.5

/** One gap: the rows of its features, and whether a sentence begins there. */
interface Example {
  rows: Int32Array
  begins: boolean
}

/**
 * Learns from a treebank's raw paragraphs (`parsing/en_ewt-ud-train.conllu`) where sentences begin that the rules cannot
 * see, and writes the model under `out`.
 */
export function trainSentences(data: string, pipelines: string, out: string, say: (line: string) => void): void {
  const resources = new Resources(pipelines)
  const parts = readWordParts(resources)
  const words = readSentenceWords(resources, parts)
  const examples: Example[] = []
  for (const { text, begins } of paragraphsOf(readFileSync(join(data, 'parsing/en_ewt-ud-train.conllu'), 'utf8'))) {
    const start: number[] = []
    const end: number[] = []
    scan(text, 0, text.length, parts, (from, to) => {
      start.push(from)
      end.push(to)
    })
    const tokens = new Tokens(text, Int32Array.from(start), Int32Array.from(end), new Int32Array(start.length))
    if (tokens.count === 0) continue
    const gaps = new GapWords(tokens, 0, tokens.count)
    const ruled = new Set(new SentenceEnds(tokens, words, 0, tokens.count).starts())
    let first = 0
    for (let i = 1; i < tokens.count; i++) {
      const gold = begins.has(start[i]!)
      if (!ruled.has(i) && gaps.open(i)) {
        const rows = new Int32Array(MAX_GAP_FEATURES)
        const plain = gaps.features(i, first, rows)
        const count = plain + gaps.readFeatures(i, rows.subarray(plain))
        examples.push({ rows: rows.slice(0, count).map((row) => row >>> (32 - BITS)), begins: gold })
      }
      if (gold || ruled.has(i)) first = i
    }
  }
  say(`${examples.length} gaps, ${examples.filter(({ begins }) => begins).length} of them begin a sentence`)
  const weights = learn(examples)
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * 16))))
  const folder = join(out, 'sentences-en')
  makeFolder(folder)
  const buffer = Buffer.from(bytes.buffer)
  writeFileSync(join(folder, 'weights.bin'), buffer)
  const sha256 = createHash('sha256').update(buffer).digest('hex')
  writeFileSync(
    join(folder, 'model.json'),
    `${JSON.stringify({ name: 'sentences-en', features: GAP_FEATURES_VERSION, sha256 })}\n`,
  )
}

/** Logistic regression by stochastic gradients with a rate of its own for each weight (AdaGrad), averaged. */
function learn(examples: readonly Example[]): Float64Array {
  const next = random(SEED)
  const size = 1 << BITS
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(1)
  const order = Int32Array.from(examples.keys())
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      const kept = order[i]!
      order[i] = order[j]!
      order[j] = kept
    }
    for (const index of order) {
      const { rows, begins } = examples[index]!
      const used = rows.filter(() => next() >= DROPOUT)
      let sum = 0
      for (const row of used) sum += weights[row]!
      const gradient = (begins ? 1 : 0) - 1 / (1 + Math.exp(-sum))
      if (Math.abs(gradient) < 1e-4) continue
      for (const row of used) {
        squares[row]! += gradient * gradient
        weights[row]! += (RATE * gradient) / Math.sqrt(squares[row]!)
      }
    }
  }
  return weights.map((weight) => weight * (1 - DROPOUT))
}

/** The raw paragraphs of a treebank, and where sentences begin in each. */
function paragraphsOf(conllu: string): { text: string; begins: Set<number> }[] {
  const found: { text: string; begins: Set<number> }[] = []
  let current = { text: '', begins: new Set<number>() }
  let glue = ''
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newpar') || line.startsWith('# newdoc')) {
      if (current.text !== '') found.push(current)
      current = { text: '', begins: new Set() }
      glue = ''
    } else if (line.startsWith('# text = ')) {
      current.text += glue
      current.begins.add(current.text.length)
      current.text += line.slice(9)
      glue = ' '
    } else if (line !== '' && !line.startsWith('#')) glue = line.includes('SpaceAfter=No') ? '' : ' '
  }
  if (current.text !== '') found.push(current)
  return found
}
