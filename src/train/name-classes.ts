import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sentences, tokens } from '../doc/layers.ts'
import type { Annotate } from '../stage/compose.ts'
import { tableOfClasses } from '../tag/name-model.ts'
import type { WordClasses } from '../tag/word-classes.ts'
import { hashWord, plain } from '../tag/word-hash.ts'
import { asArticle } from './name-data.ts'
import { classify, learnVectors } from './word-vectors.ts'

const VECTORS = { width: 64, window: 3, epochs: 5, against: 5, rate: 0.05, atLeast: 3, seed: 1 }

const jsonLines = (text: string): Record<string, string>[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))

/** Joins the lines of a paragraph that was set with a fixed width. */
const unwrap = (text: string): string => text.replace(/([^\n])\n(?=[^\s])/g, '$1 ')

/** The texts that words are learned from: news, and the sentences of treebanks. Nothing of them but classes is kept. */
function* plainTexts(data: string): Generator<string> {
  const read = (...path: string[]): string => readFileSync(join(data, ...path), 'utf8')
  for (const { text } of jsonLines(read('names', 'worldwide.train.jsonl'))) yield text!
  const reuters = gunzipSync(readFileSync(join(data, 'archives', 'reuters21578.jsonl.gz'))).toString('utf8')
  for (const { text } of jsonLines(reuters)) yield unwrap(text!)
  for (const { title, text } of jsonLines(read('archives', 'agnews-test.jsonl'))) yield `${title}\n${text}`
  for (const bank of ['en_ewt-ud-train.conllu', 'en_gum-train-nonews.conllu']) {
    for (const [, text] of read('parsing', bank).matchAll(/^# text = (.*)$/gm)) yield text!
  }
  const folder = join('relations', 'knowledgenet')
  for (const file of readdirSync(join(data, folder)).sort()) {
    if (file.endsWith('.jsonl')) for (const { text } of jsonLines(read(folder, file))) yield text!
  }
}

/** Learns the classes of words, and how often each has a capital where no sentence begins. */
export function learnClasses(data: string, annotate: Annotate): WordClasses {
  const lines: string[][] = []
  const lower = new Map<string, number>()
  const upper = new Map<string, number>()
  for (const text of plainTexts(data)) {
    const document = annotate(asArticle({ id: 'text', text }))
    const all = document.get(tokens)
    for (const { from, to } of document.get(sentences)) {
      const words = Array.from({ length: to - from }, (_, i) => plain(all.lower(from + i)))
      lines.push(words)
      const capitals = words.map((_, i) => /^\p{Lu}/u.test(all.text(from + i)))
      // Headlines capitalise everything.
      if (words.length < 6 || capitals.filter(Boolean).length > words.length * 0.6) continue
      for (let i = 1; i < words.length; i++) {
        const counts = capitals[i] ? upper : lower
        counts.set(words[i]!, (counts.get(words[i]!) ?? 0) + 1)
      }
    }
  }
  const vectors = learnVectors(lines, VECTORS)
  const grains = [classify(vectors, 64, 10), classify(vectors, 256, 10), classify(vectors, 1024, 8)]
  const classes = new Map<number, number[]>()
  vectors.words.forEach((word, i) => {
    classes.set(hashWord(word), [...grains.map((grain) => grain[i]!), 0])
  })
  for (const word of new Set([...upper.keys(), ...lower.keys()])) {
    const capitals = upper.get(word) ?? 0
    const seen = capitals + (lower.get(word) ?? 0)
    if (seen < 2 || !/\p{L}/u.test(word)) continue
    const key = hashWord(word)
    const numbers = classes.get(key) ?? [0, 0, 0, 0]
    numbers[3] = habit(capitals / seen, seen)
    classes.set(key, numbers)
  }
  return tableOfClasses(classes)
}

/** 1: never with a capital, to 7: always. */
function habit(share: number, seen: number): number {
  if (share === 1) return seen < 5 ? 6 : 7
  return [0, 0.1, 0.4, 0.8].findIndex((limit) => share <= limit) + 1 || 5
}
