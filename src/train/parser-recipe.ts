import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tags } from '../doc/tokens.ts'
import { Clusters } from '../parse/clusters.ts'
import { writeParseModel } from '../parse/parse-model.ts'
import { BEAM, type ParseModel, Parser } from '../parse/parser.ts'
import { writeTagModel } from '../parse/tag-model.ts'
import { type TagModel, tagWords } from '../parse/tagger.ts'
import { readTreebanks, type Treebank } from './conllu.ts'
import { type ParseData, trainParser } from './train-parser.ts'
import { numberTags, type Tagged, tagInventory, trainTagger } from './train-tagger.ts'

/** The genres of GUM whose texts are under CC BY or CC BY-SA, or free; no weights are learned from the others. */
const FREE_GENRES = /^GUM_(academic|bio|court|interview|speech|voyage)_/

const TAGGER = { bits: 22, epochs: 6, seed: 1, dropout: 0 }
const PARSER = { moveBits: 22, relationBits: 21, epochs: 8, seed: 2, ways: 8 }
const FOLDS = 5

export interface Scores {
  words: number
  xpos: number
  upos: number
  uas: number
  las: number
}

/**
 * Trains tagger and parser on the treebanks of a data folder (`parsing/*.conllu`) and writes both models under `out`.
 * The parser learns from tags that taggers of other parts of the treebank gave, as it will see no better ones.
 */
export function trainTagsAndParser(data: string, out: string, say: (line: string) => void): void {
  const file = (name: string): string => join(data, 'parsing', name)
  const banks = [
    ...readTreebanks(file('en_ewt-ud-train.conllu')),
    ...readTreebanks(file('en_gum-train-nonews.conllu')).filter(({ id }) => FREE_GENRES.test(id)),
  ]
  const clusters = Clusters.none()
  const inventory = tagInventory(banks)
  const tagged = banks.map((bank) => numberTags(bank, inventory, clusters))
  const tagger = trainTagger(tagged, inventory, TAGGER)
  say('tagger trained')
  const parser = trainParser(jackknife(tagged, inventory), PARSER)
  say('parser trained')
  save(join(out, 'tags-en'), writeTagModel('tags-en', tagger))
  save(join(out, 'parser-en'), writeParseModel('parser-en', parser))
  for (const name of ['en_ewt-ud-dev.conllu', 'en_gum-dev-nonews.conllu']) {
    const { words, ...scores } = score(readTreebanks(file(name)), tagger, parser, clusters)
    const figures = Object.entries(scores).map(([key, value]) => `${key} ${(100 * value).toFixed(2)}`)
    say(`${name}: ${words} words, ${figures.join(', ')}`)
  }
}

function jackknife(tagged: readonly Tagged[], inventory: readonly string[]): ParseData[] {
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    trainTagger(
      tagged.filter((_, i) => i % FOLDS !== fold),
      inventory,
      TAGGER,
    ),
  )
  return tagged.map(({ bank, words }, i) => {
    const model = folds[i % FOLDS]!
    return { bank, words, tags: tagNames(model, tagWords(model, words, bank.sentences)) }
  })
}

function tagNames({ tags }: TagModel, chosen: Uint8Array): Pick<Tags, 'upos' | 'xpos'> {
  const names = Array.from(chosen, (tag) => tags[tag]!.split(' '))
  return { xpos: names.map(([xpos]) => xpos!), upos: names.map(([, upos]) => upos!) }
}

/** Shares that are right: of tags, heads (UAS), heads with the universal part of the relation (LAS). */
function score(banks: readonly Treebank[], tagger: TagModel, model: ParseModel, clusters: Clusters): Scores {
  const parser = new Parser(model, BEAM)
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
  mkdirSync(folder, { recursive: true })
  const sha256 = createHash('sha256').update(weights).digest('hex')
  writeFileSync(join(folder, 'weights.bin'), weights)
  writeFileSync(join(folder, 'model.json'), `${JSON.stringify({ ...card, sha256 })}\n`)
}
