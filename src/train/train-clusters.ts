import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { slotOf } from '../base/hash-slots.ts'
import { Clusters } from '../parse/clusters.ts'
import { hashWord } from '../parse/words.ts'
import type { Treebank } from './conllu.ts'
import { kMeans, neighbours, wordVectors } from './context-vectors.ts'

const WORDS = 40_000
const AT_LEAST = 4
const CONTEXTS = 3000
const SIZE = 80
const FINE = 1024
const MIDDLE = 256
const COARSE = 64
const PASSES = 10
const SEED = 3

/**
 * Word classes from the neighbours of words in treebanks, news sets and archives of a data folder. What remains of the
 * texts is a class for the hash of a word.
 */
export function trainClusters(data: string, banks: readonly Treebank[]): Clusters {
  const sentences = [...treebankWords(banks), ...rawWords(data)]
  const counts = new Map<number, number>()
  for (const words of sentences) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const kept = [...counts]
    .filter(([hash, n]) => n >= AT_LEAST && hash !== 0)
    .sort(([a, n], [b, m]) => m - n || a - b)
    .slice(0, WORDS)
    .map(([hash]) => hash)
  const number = new Map(kept.map((hash, i) => [hash, i]))
  const length = sentences.reduce((sum, words) => sum + words.length + 2, 0)
  const text = new Int32Array(length).fill(-1)
  let at = 0
  for (const words of sentences) {
    for (const word of words) text[at++] = number.get(word) ?? -1
    at += 2
  }
  const vectors = wordVectors(neighbours(text, kept.length, Math.min(CONTEXTS, kept.length)), SIZE, SEED)
  const fine = kMeans(vectors, SIZE, FINE, PASSES)
  const middle = kMeans(fine.centres, SIZE, MIDDLE, PASSES)
  const coarse = kMeans(fine.centres, SIZE, COARSE, PASSES)
  const size = 2 ** Math.ceil(Math.log2(kept.length * 2))
  const keys = new Int32Array(size)
  const values = new Uint16Array(size)
  kept.forEach((hash, i) => {
    const slot = slotOf(keys, hash)
    keys[slot] = hash
    values[slot] = fine.owner[i]! + 1
  })
  const coarser = new Uint16Array((FINE + 1) * 2)
  for (let c = 0; c < FINE; c++) {
    coarser[(c + 1) * 2] = coarse.owner[c]! + 1
    coarser[(c + 1) * 2 + 1] = middle.owner[c]! + 1
  }
  return new Clusters(keys, values, coarser)
}

function* treebankWords(banks: readonly Treebank[]): Generator<number[]> {
  for (const { tokens, sentences } of banks) {
    for (const { from, to } of sentences) {
      yield Array.from({ length: to - from }, (_, k) => hashWord(tokens.lower(from + k)))
    }
  }
}

const SOURCES = ['names/worldwide.train.jsonl', 'archives/reuters21578.jsonl.gz', 'archives/agnews-test.jsonl']

const WORD =
  /\p{L}+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\p{L}[\p{L}\p{M}]*(?:\.\p{L}+)*\.?(?<=\.\p{L}+\.)|\p{L}[\p{L}\p{M}]*|\d[\d.,]*\d|\d|[^\s\p{L}\d]/gu

/** Paragraphs of the raw texts, cut into words roughly as the treebanks are. */
function* rawWords(data: string): Generator<number[]> {
  for (const name of SOURCES) {
    const file = join(data, name)
    if (!existsSync(file)) continue
    const bytes = readFileSync(file)
    const lines = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
    for (const line of lines) {
      if (line === '') continue
      const { text } = JSON.parse(line) as { text: string }
      for (const paragraph of text.split(/\n\s+/)) {
        const words = paragraph.toLowerCase().match(WORD)
        if (words) yield words.map(hashWord)
      }
    }
  }
}
