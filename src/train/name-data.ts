import { readFileSync } from 'node:fs'
import type { Article } from '../doc/article.ts'
import { sentences, tags, tokens } from '../doc/layers.ts'
import type { Sentence, Tags, Tokens } from '../doc/tokens.ts'
import type { Annotate } from '../stage/compose.ts'
import { BEGIN, END, INSIDE, KINDS, type Kind, LABELS, label, OUTSIDE, SINGLE } from '../tag/labels.ts'

/** A text with its names, as the data sets give it. */
export interface NamedText {
  id: string
  text: string
  entities: readonly { start: number; end: number; type: string }[]
}

export interface NameSet {
  /** Under `names/`. */
  file: string
  /** What the set's types are here; one of several where the set does not tell; types left out are no names. */
  kinds: Readonly<Record<string, readonly Kind[]>>
  /** Kinds that the set does not mark: what it calls no name may be one of these. */
  unmarked: readonly Kind[]
}

/** The sets whose licences let a shipped model learn from them. */
export const TRAINING_SETS: readonly NameSet[] = [
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

/** A text read by the pipeline, and the labels each token may have, as bits. */
export interface ReadText {
  id: string
  tokens: Tokens
  sentences: readonly Sentence[]
  tags: Tags
  allowed: Int32Array
}

export function readNamedTexts(file: string): NamedText[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as NamedText)
}

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

export function readText(text: NamedText, { kinds, unmarked }: NameSet, annotate: Annotate): ReadText {
  const document = annotate(asArticle(text))
  const all = document.get(tokens)
  let outside = 1 << OUTSIDE
  for (const kind of unmarked)
    for (const part of [BEGIN, INSIDE, END, SINGLE]) outside |= 1 << label(KINDS.indexOf(kind), part)
  const allowed = new Int32Array(all.count).fill(outside)
  const owner = new Int32Array(all.count).fill(-1)
  for (const { from } of document.get(sentences)) owner[from] = 1
  for (const { start, end, type } of text.entities) {
    const as = kinds[type]
    const [first, last] = inner(text.text, start, end)
    const from = all.at(first)
    const to = all.at(last - 1) + 1
    if (!as || from >= to || to > all.count) continue
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
  const trailing = /(?:['’]s|['’]|[\s,.;:!?"”“)]+)$/.exec(words)
  const keepsDot = /\b(?:[A-Z]\.)+$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|No|St)\.$/.test(words)
  if (trailing && trailing.index > 0 && !keepsDot) words = words.slice(0, trailing.index)
  const leading = /^(?:the |The |THE |["“'‘(]+)/.exec(words)
  const skip = leading && leading[0].length < words.length ? leading[0].length : 0
  return [start + skip, start + words.length]
}
