import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../base/folder.ts'
import type { Tags } from '../doc/tokens.ts'
import type { Clusters } from '../parse/clusters.ts'
import { writeParseModel } from '../parse/parse-model.ts'
import { type ParseModel, Parser } from '../parse/parser.ts'
import { writeTagModel } from '../parse/tag-model.ts'
import { type TagModel, tagWords } from '../parse/tagger.ts'
import { Vocabulary } from '../parse/vocabulary.ts'
import { AFFIXES } from '../parse/words.ts'
import { readTreebanks, type Treebank } from './conllu.ts'
import { trainClusters } from './train-clusters.ts'
import { guidesOf, labelInventory, type ParseData, trainParser } from './train-parser.ts'
import { numberTags, type Tagged, tagInventory, trainTagger } from './train-tagger.ts'

/** The genres of GUM whose texts are under CC BY or CC BY-SA, or free; no weights are learned from the others. */
const FREE_GENRES = /^GUM_(academic|bio|court|interview|speech|voyage)_/

const TAGGER = { bits: 22, epochs: 6, seed: 1, dropout: 0 }
const WAY = { rate: 0.02, hideWords: 0.1, seed: 2, explore: 0.9 } as const
const BACKWARD = { ...WAY, direction: 'backward', width: 64, hide: 0.2, epochs: 5 } as const
const FORWARD = { ...WAY, direction: 'forward', width: 128, hide: 0.3, epochs: 9 } as const
/** How often a word, or the end of one, must be seen in the treebanks for the parser to know it. */
const WORD_SEEN = 4
const ENDING_SEEN = 5
const ENDINGS = 2000
const FOLDS = 5

export interface Scores {
  words: number
  xpos: number
  upos: number
  uas: number
  las: number
}

/**
 * Trains word classes, tagger and parser on the texts and treebanks of a data folder and writes the models under `out`.
 * The parser learns from tags that taggers of other parts of the treebank gave, and its second half from trees that
 * first halves of other parts gave, as it will see no better ones.
 */
export function trainTagsAndParser(data: string, out: string, say: (line: string) => void): void {
  const file = (name: string): string => join(data, 'parsing', name)
  const banks = [
    ...readTreebanks(file('en_ewt-ud-train.conllu')),
    ...readTreebanks(file('en_gum-train-nonews.conllu')).filter(({ id }) => FREE_GENRES.test(id)),
  ]
  const clusters = trainClusters(data, banks)
  say('word classes learned')
  const inventory = tagInventory(banks)
  const tagged = banks.map((bank) => numberTags(bank, inventory, clusters))
  const tagger = trainTagger(tagged, inventory, TAGGER)
  say('tagger trained')
  const parseData = jackknifeTags(tagged, inventory)
  const hashes = wordsAndEndings(tagged)
  const vocabulary = new Vocabulary(hashes.words, hashes.endings, inventory)
  const parser = trainStacked(parseData, vocabulary, say)
  save(join(out, 'words-en'), { card: { name: 'words-en' }, weights: clusters.bytes() })
  save(join(out, 'tags-en'), writeTagModel('tags-en', tagger))
  save(join(out, 'parser-en'), writeParseModel('parser-en', parser, hashes))
  for (const name of ['en_ewt-ud-dev.conllu', 'en_gum-dev-nonews.conllu']) {
    const { words, ...scores } = score(readTreebanks(file(name)), tagger, parser, clusters)
    const figures = Object.entries(scores).map(([key, value]) => `${key} ${(100 * value).toFixed(2)}`)
    say(`${name}: ${words} words, ${figures.join(', ')}`)
  }
}

/** Splits what is in a list into parts, and does to each what is learned from all others. */
function acrossFolds<T, M, R>(list: readonly T[], learn: (rest: T[]) => M, apply: (model: M, item: T) => R): R[] {
  const models = Array.from({ length: FOLDS }, (_, fold) => learn(list.filter((_, i) => i % FOLDS !== fold)))
  return list.map((item, i) => apply(models[i % FOLDS]!, item))
}

function jackknifeTags(tagged: readonly Tagged[], inventory: readonly string[]): ParseData[] {
  return acrossFolds(
    tagged,
    (rest) => trainTagger(rest, inventory, TAGGER),
    (model, { bank, words }) => ({ bank, words, tags: tagNames(model, tagWords(model, words, bank.sentences)) }),
  )
}

function trainStacked(data: readonly ParseData[], vocabulary: Vocabulary, say: (line: string) => void): ParseModel {
  const labels = labelInventory(data)
  const backward = trainParser(data, vocabulary, labels, BACKWARD)
  say('backward parser trained')
  const guided = acrossFolds(
    data,
    (rest) => trainParser(rest, vocabulary, labels, BACKWARD),
    (model, item) => ({ ...item, guides: guidesOf(model, vocabulary, item) }),
  )
  say('guides made')
  const forward = trainParser(guided, vocabulary, labels, FORWARD)
  say('forward parser trained')
  return { vocabulary, backward, forward }
}

/** Hashes of the words and endings that the treebanks show often enough, the commonest first. */
function wordsAndEndings(tagged: readonly Tagged[]): { words: Int32Array; endings: Int32Array } {
  const words = new Map<number, number>()
  const endings = new Map<number, number>()
  const count = (seen: Map<number, number>, hash: number): void => {
    if (hash !== 0) seen.set(hash, (seen.get(hash) ?? 0) + 1)
  }
  for (const { words: told } of tagged) {
    for (let i = 0; i < told.count; i++) {
      count(words, told.lower[i]!)
      count(endings, told.affix[i * AFFIXES + 2]!)
    }
  }
  const common = (seen: Map<number, number>, atLeast: number, most: number): Int32Array => {
    const kept = [...seen].filter(([, n]) => n >= atLeast).sort(([a, n], [b, m]) => m - n || a - b)
    return Int32Array.from(kept.slice(0, most), ([hash]) => hash)
  }
  return { words: common(words, WORD_SEEN, 65_000), endings: common(endings, ENDING_SEEN, ENDINGS) }
}

function tagNames({ tags }: TagModel, chosen: Uint8Array): Pick<Tags, 'upos' | 'xpos'> {
  const names = Array.from(chosen, (tag) => tags[tag]!.split(' '))
  return { xpos: names.map(([xpos]) => xpos!), upos: names.map(([, upos]) => upos!) }
}

/** Shares that are right: of tags, heads (UAS), heads with the universal part of the relation (LAS). */
function score(banks: readonly Treebank[], tagger: TagModel, model: ParseModel, clusters: Clusters): Scores {
  const parser = new Parser(model)
  const right = { words: 0, xpos: 0, upos: 0, uas: 0, las: 0 }
  for (const bank of banks) {
    const { words } = numberTags(bank, tagger.tags, clusters)
    const tags = tagNames(tagger, tagWords(tagger, words, bank.sentences))
    const { head, deprel } = parser.parse(words, tags, bank.sentences)
    for (let i = 0; i < words.count; i++) {
      right.words++
      if (tags.xpos[i] === bank.xpos[i]) right.xpos++
      if (tags.upos[i] === bank.upos[i]) right.upos++
      if (head[i] !== bank.head[i]) continue
      right.uas++
      if (deprel[i]!.split(':')[0] === bank.deprel[i]!.split(':')[0]) right.las++
    }
  }
  const { words, xpos, upos, uas, las } = right
  return { words, xpos: xpos / words, upos: upos / words, uas: uas / words, las: las / words }
}

function save(folder: string, { card, weights }: { card: object; weights: Buffer }): void {
  makeFolder(folder)
  const sha256 = createHash('sha256').update(weights).digest('hex')
  writeFileSync(join(folder, 'weights.bin'), weights)
  writeFileSync(join(folder, 'model.json'), `${JSON.stringify({ ...card, sha256 })}\n`)
}
