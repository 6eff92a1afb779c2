import { join } from 'node:path'
import type { Article } from '../doc/article.ts'
import { sentences, tags, tokens } from '../doc/layers.ts'
import { bySpan } from '../doc/span.ts'
import type { Sentence, Tags, Tokens } from '../doc/tokens.ts'
import { unwrap } from '../read/unwrap.ts'
import type { Annotate } from '../stage/compose.ts'
import { BEGIN, END, INSIDE, KINDS, type Kind, LABELS, label, OUTSIDE, SINGLE } from '../tag/labels.ts'
import { type NamedText, readFacts, readLines } from './some-names.ts'

export interface NameSet {
  /** What the set's types are here; one of several where the set does not tell; types left out are no names. */
  kinds: Readonly<Record<string, readonly Kind[]>>
  /** Kinds that the set does not mark: what it calls no name may be one of these. */
  unmarked: readonly Kind[]
  /** The set marks some names only: a word with a capital that it does not mark may be anything. */
  some?: true
  /** How much its sentences count; 1 unless it says so. */
  weight?: number
}

/** Texts of which some names are known: other words with capitals may be anything. */
const SOME_NAMES: NameSet = {
  kinds: { PERSON: ['person'], ORGANIZATION: ['organization'], PLACE: ['place'] },
  unmarked: KINDS,
  some: true,
}

/** The sets whose licences let a shipped model learn from them. */
const TRAINING_SETS: readonly (NameSet & { /** Under `names/`. */ file: string })[] = [
  {
    file: 'worldwide.train.jsonl',
    kinds: {
      PERSON: ['person'],
      ORGANIZATION: ['organization'],
      PLACE: ['place'],
      NORP: ['group'],
      MISC: ['misc'],
      PRODUCT: ['misc'],
    },
    unmarked: [],
  },
  {
    file: 'wikigold.jsonl',
    kinds: { PERSON: ['person'], ORGANIZATION: ['organization'], PLACE: ['place'], MISC: ['misc', 'group'] },
    unmarked: [],
  },
  {
    file: 'wnut17.train.jsonl',
    kinds: { PERSON: ['person'], ORGANIZATION: ['organization'], PLACE: ['place'], MISC: ['misc'], PRODUCT: ['misc'] },
    unmarked: ['group'],
  },
  {
    file: 'uner-ewt.dev.jsonl',
    kinds: { PERSON: ['person'], ORGANIZATION: ['organization'], PLACE: ['place'] },
    unmarked: ['group', 'misc'],
  },
]

/** Every text to learn from, with its set. */
export function readTraining(data: string): { text: NamedText; set: NameSet }[] {
  return [
    ...TRAINING_SETS.flatMap((set) => readNamedTexts(join(data, 'names', set.file)).map((text) => ({ text, set }))),
    ...readFacts(join(data, 'relations', 'knowledgenet')).map((text) => ({ text, set: SOME_NAMES })),
  ]
}

/** Small words that names can have inside. */
const LINKS = /^(?:al|and|at|bin|da|de|del|der|des|di|dos|du|el|for|in|la|le|of|on|the|to|van|von)$/

/** A text read by the pipeline, and the labels each token may have, as bits. */
export interface ReadText {
  id: string
  tokens: Tokens
  sentences: readonly Sentence[]
  tags: Tags
  allowed: Int32Array
}

export const readNamedTexts = (file: string): NamedText[] =>
  readLines<NamedText>(file).map((text) => ({ ...text, text: unwrap(text.text) }))

export function asArticle({ id, text }: { id: string; text: string }): Article {
  return {
    id,
    source: { uri: id, sha256: '', format: 'plain-text' },
    headline: null,
    supertitle: null,
    section: null,
    published: null,
    dateline: null,
    byline: null,
    credit: null,
    language: 'en',
    text,
    blocks: [{ start: 0, end: text.length, zone: 'body' }],
  }
}

export function readText(text: NamedText, { kinds, unmarked, some }: NameSet, annotate: Annotate): ReadText {
  const document = annotate(asArticle(text))
  const all = document.get(tokens)
  let outside = 1 << OUTSIDE
  for (const kind of unmarked)
    for (const part of [BEGIN, INSIDE, END, SINGLE]) outside |= 1 << label(KINDS.indexOf(kind), part)
  const allowed = new Int32Array(all.count).fill(outside)
  if (some) {
    for (let i = 0; i < all.count; i++) {
      const word = all.text(i)
      if (/^\p{Ll}/u.test(word) && !LINKS.test(word)) allowed[i] = 1 << OUTSIDE
    }
  }
  const owner = new Int32Array(all.count).fill(-1)
  for (const { from } of document.get(sentences)) owner[from] = 1
  let named = 0
  for (const { start, end, type } of [...text.entities].sort(bySpan)) {
    const as = kinds[type]
    const [first, last] = inner(text.text, start, end)
    const from = all.at(first)
    const to = all.at(last - 1) + 1
    if (!as || from >= to || to > all.count || from < named) continue
    named = to
    for (let i = from; i < to; i++) {
      const part = to - from === 1 ? SINGLE : i === from ? BEGIN : i === to - 1 ? END : INSIDE
      allowed[i] = as.reduce((bits, kind) => bits | (1 << label(KINDS.indexOf(kind), part)), 0)
    }
    // A name that a sentence's end cuts cannot be learned: leave it open.
    for (let i = from + 1; i < to; i++) if (owner[i] === 1) allowed.fill(2 ** LABELS - 1, from, to)
  }
  return { id: text.id, tokens: all, sentences: document.get(sentences), tags: document.get(tags), allowed }
}

/** A name without its possessive, its article and marks at its edges: names here have none. */
function inner(text: string, start: number, end: number): [number, number] {
  let words = text.slice(start, end)
  const trailing = /(?:['’]s|['’]|[\s,;:"”“]+)$/.exec(words)
  if (trailing && trailing.index > 0) words = words.slice(0, trailing.index)
  const leading = /^(?:the |The |THE |["“'‘(]+)/.exec(words)
  const skip = leading && leading[0].length < words.length ? leading[0].length : 0
  return [start + skip, start + words.length]
}
