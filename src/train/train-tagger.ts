import { slotOf } from '../base/hash-slots.ts'
import { random } from '../base/mix.ts'
import type { Clusters } from '../parse/clusters.ts'
import { lemmaClass, regularLemma } from '../parse/lemma.ts'
import { MAX_TAG_FEATURES, tagFeatures } from '../parse/tag-features.ts'
import { ambiguityOf, type TagDictionary, type TagModel, tagClasses } from '../parse/tagger.ts'
import { compress } from '../parse/weights.ts'
import { describeWords, type Words } from '../parse/words.ts'
import { Averaged } from './averaged.ts'
import type { Treebank } from './conllu.ts'

export interface TaggerOptions {
  bits: number
  epochs: number
  seed: number
  /** The share of features hidden at each step, so that none is relied on alone. */
  dropout: number
}

/** Tags and words of a treebank as numbers. */
export interface Tagged {
  bank: Treebank
  words: Words
  gold: Uint8Array
}

/** `XPOS UPOS` pairs seen at least `atLeast` times, the commonest first. */
export function tagInventory(banks: readonly Treebank[], atLeast = 5): string[] {
  const counts = new Map<string, number>()
  for (const { xpos, upos } of banks) {
    for (let i = 0; i < xpos.length; i++) {
      const tag = `${xpos[i]!} ${upos[i]!}`
      counts.set(tag, (counts.get(tag) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, n]) => n >= atLeast)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([tag]) => tag)
}

/** `gold` is 255 where the tag is too rare to be learned. */
export function numberTags(bank: Treebank, tags: readonly string[], clusters: Clusters): Tagged {
  const index = new Map(tags.map((tag, i) => [tag, i]))
  const gold = Uint8Array.from(bank.xpos, (xpos, i) => index.get(`${xpos} ${bank.upos[i]!}`) ?? 255)
  return { bank, words: describeWords(bank.tokens, bank.sentences, clusters), gold }
}

const OPEN_FROM = 10

/** Words seen twice go into the dictionary; one seen ten times is closed to other tags. */
export function tagDictionary(data: readonly Tagged[], tagCount: number): TagDictionary {
  const seen = new Map<number, Map<number, number>>()
  for (const { words, gold } of data) {
    for (let i = 0; i < words.count; i++) {
      const tag = gold[i]!
      if (tag === 255) continue
      const keys = words.form[i] === words.lower[i] ? [words.form[i]!] : [words.form[i]!, words.lower[i]!]
      for (const key of keys) {
        const tags = seen.get(key) ?? new Map<number, number>()
        seen.set(key, tags)
        tags.set(tag, (tags.get(tag) ?? 0) + 1)
      }
    }
  }
  const classes = [{ tags: openTags(seen, tagCount), closed: false }]
  const byName = new Map<string, number>()
  const entries: [number, number][] = []
  for (const [key, tags] of seen) {
    const total = [...tags.values()].reduce((a, b) => a + b, 0)
    if (total < 2 || key === 0) continue
    const kept = [...tags].filter(([, n]) => n * 400 >= total).map(([tag]) => tag)
    const list = kept.sort((a, b) => a - b)
    const closed = total >= 10
    const name = `${list.join(' ')}${closed ? '!' : ''}`
    let number = byName.get(name)
    if (number === undefined) {
      number = classes.length
      classes.push({ tags: list, closed })
      byName.set(name, number)
    }
    entries.push([key, number])
  }
  const size = 2 ** Math.ceil(Math.log2(entries.length * 2))
  const keys = new Int32Array(size)
  const values = new Uint16Array(size)
  for (const [key, value] of entries.sort(([a], [b]) => a - b)) {
    const at = slotOf(keys, key)
    keys[at] = key
    values[at] = value
  }
  return { keys, values, classes: tagClasses(classes) }
}

/** The tags of words seen once: what an unknown word may be. */
function openTags(seen: ReadonlyMap<number, ReadonlyMap<number, number>>, tagCount: number): number[] {
  const once = new Array<number>(tagCount).fill(0)
  for (const tags of seen.values()) {
    const [[tag, count]] = [...tags] as [[number, number]]
    if (tags.size === 1 && count === 1) once[tag]!++
  }
  return [...once.keys()].filter((tag) => once[tag]! >= OPEN_FROM)
}

/** Learns an averaged perceptron; the tags in front of a token are the ones it chose itself. */
export function trainTagger(data: readonly Tagged[], tags: readonly string[], options: TaggerOptions): TagModel {
  const dictionary = tagDictionary(data, tags.length)
  const learned = new Averaged(options.bits, tags.length)
  const shift = 32 - options.bits
  const rows = new Int32Array(MAX_TAG_FEATURES)
  const scores = new Float64Array(tags.length)
  const next = random(options.seed)
  const lookups = data.map(({ words }) => ambiguityOf(words, dictionary))
  const order = data.flatMap(({ bank }, d) => bank.sentences.map((sentence) => ({ d, sentence })))
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, next)
    for (const { d, sentence } of order) {
      const { words, gold } = data[d]!
      const { ambiguity, sure } = lookups[d]!
      let before = 254
      let beforeThat = 254
      for (let i = sentence.from; i < sentence.to; i++) {
        const known = dictionary.classes[ambiguity[i]!]!
        const among = sure[i] === 1 ? known.tags : known.wide
        let tag = among[0]!
        if (among.length > 1) {
          const all = tagFeatures(words, ambiguity, i, sentence.from, sentence.to, before, beforeThat, rows)
          let count = 0
          for (let f = 0; f < all; f++)
            if (options.dropout === 0 || next() >= options.dropout) rows[count++] = rows[f]! >>> shift
          learned.score(rows, count, among, scores)
          let top = 0
          for (let k = 1; k < among.length; k++) if (scores[k]! > scores[top]!) top = k
          tag = among[top]!
          learned.step++
          const right = gold[i]!
          if (tag !== right && right !== 255 && among.includes(right)) {
            learned.add(rows, count, right, 1)
            learned.add(rows, count, tag, -1)
          }
        }
        beforeThat = before
        before = tag
      }
    }
  }
  return { tags, dictionary, weights: compress(learned.average()), bits: options.bits, lemmas: lemmaExceptions(data) }
}

/** The commonest lemma of a word, where the rules give another one. */
function lemmaExceptions(data: readonly Tagged[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { bank } of data) {
    for (let i = 0; i < bank.xpos.length; i++) {
      const kind = lemmaClass(bank.xpos[i]!)
      const lower = bank.tokens.lower(i)
      const lemma = bank.lemma[i]!.toLowerCase()
      if (kind === '' || lemma === '_') continue
      // Of a word with several tags, rules may be right for one and wrong for another: each tag is asked.
      const key = `${kind} ${lower}`
      const seen = counts.get(key) ?? new Map<string, number>()
      counts.set(key, seen)
      const name = regularLemma(lower, bank.xpos[i]!, kind) === lemma ? '' : lemma
      seen.set(name, (seen.get(name) ?? 0) + 1)
    }
  }
  const found = new Map<string, string>()
  for (const [key, seen] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [lemma] = [...seen].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]!
    if (lemma !== '') found.set(key, lemma)
  }
  return found
}

export function shuffle<T>(list: T[], next: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const kept = list[i]!
    list[i] = list[j]!
    list[j] = kept
  }
}
