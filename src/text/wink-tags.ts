import type { Sentence, Tags, Tokens } from '../doc/tokens.ts'
import { classAt, DIGIT, isLetter } from './characters.ts'
import { readWithWink } from './wink.ts'

/** Suffixes and signs that wink-nlp does not cut off as the treebanks do: `did` `n't`. */
const SUFFIXES: Readonly<Record<string, readonly [upos: string, xpos: string, lemma: string]>> = {
  "n't": ['PART', 'RB', 'not'],
  'n’t': ['PART', 'RB', 'not'],
  "'ll": ['AUX', 'MD', 'will'],
  '’ll': ['AUX', 'MD', 'will'],
  "'re": ['AUX', 'VBP', 'be'],
  '’re': ['AUX', 'VBP', 'be'],
  "'ve": ['AUX', 'VBP', 'have'],
  '’ve': ['AUX', 'VBP', 'have'],
}

const XPOS: Readonly<Record<string, string>> = {
  ADJ: 'JJ',
  ADP: 'IN',
  ADV: 'RB',
  AUX: 'VBZ',
  CCONJ: 'CC',
  DET: 'DT',
  INTJ: 'UH',
  NOUN: 'NN',
  NUM: 'CD',
  PART: 'TO',
  PRON: 'PRP',
  PROPN: 'NNP',
  PUNCT: ',',
  SCONJ: 'IN',
  SYM: 'SYM',
  VERB: 'VB',
  X: 'FW',
}

/** Writes the tags of one sentence's tokens: wink-nlp reads the sentence, and its tokens are laid over ours. */
export function tagWithWink(tokens: Tokens, sentence: Sentence, tags: { [K in keyof Tags]: string[] }): void {
  const reading = readWithWink(tokens.source.slice(sentence.start, sentence.end))
  let at = 0
  for (let i = sentence.from; i < sentence.to; i++) {
    const start = tokens.start[i]! - sentence.start
    const end = tokens.end[i]! - sentence.start
    while (at < reading.end.length - 1 && reading.end[at]! <= start) at++
    const text = tokens.text(i)
    const lower = tokens.lower(i)
    const suffix = SUFFIXES[lower]
    const whole = reading.start[at] === start && reading.end[at] === end
    const upos = suffix?.[0] ?? uposOf(text, reading.upos[at])
    const lemma = suffix?.[2] ?? (whole && upos !== 'PROPN' ? reading.lemma[at]! : lower)
    tags.upos[i] = upos
    tags.lemma[i] = lemma
    tags.xpos[i] = suffix?.[1] ?? xposOf(upos, lower, lemma)
  }
}

/** A part of a longer wink token has that token's part of speech, unless it is a mark or a number. */
function uposOf(text: string, read: string | undefined): string {
  const kind = classAt(text, 0)
  const lettered = isLetter(kind) || kind === DIGIT || text.length > 1
  if (!lettered) return /[$%€£¥+=#&]/.test(text) ? 'SYM' : 'PUNCT'
  if (kind === DIGIT && /^[\d.,:/]+$/.test(text)) return 'NUM'
  return read === undefined || read === 'SPACE' || read === 'PUNCT' || read === 'SYM' ? plainUpos(text) : read
}

const plainUpos = (text: string): string => (isLetter(classAt(text, 0)) ? 'NOUN' : 'PUNCT')

/** The Penn tag that a universal tag and the ending of the word leave. */
function xposOf(upos: string, lower: string, lemma: string): string {
  const inflected = lower !== lemma
  if (upos === 'NOUN') return inflected && lower.endsWith('s') ? 'NNS' : 'NN'
  if (upos === 'PUNCT') return PUNCTUATION[lower] ?? (/^[.!?…]+$/.test(lower) ? '.' : ',')
  if (upos === 'ADV' || upos === 'ADJ') {
    const tag = XPOS[upos]!
    if (inflected && lower.endsWith('er')) return `${tag}R`
    return inflected && lower.endsWith('est') ? `${tag}S` : tag
  }
  if (upos === 'VERB' || upos === 'AUX') return verbTag(lower, inflected)
  return XPOS[upos] ?? 'FW'
}

const PUNCTUATION: Readonly<Record<string, string>> = {
  '(': '-LRB-',
  '[': '-LRB-',
  ')': '-RRB-',
  ']': '-RRB-',
  '“': '``',
  '"': "''",
  '”': "''",
  ':': ':',
  ';': ':',
  '-': 'HYPH',
  '–': ':',
  '—': ':',
}

const MODALS = new Set('can could may might must shall should will would ca wo'.split(' '))
const THIRD = new Set(['is', 'has', 'does'])
const PAST = new Set(['was', 'were', 'had', 'did'])

function verbTag(lower: string, inflected: boolean): string {
  if (MODALS.has(lower)) return 'MD'
  if (THIRD.has(lower)) return 'VBZ'
  if (PAST.has(lower)) return 'VBD'
  if (!inflected) return 'VB'
  if (lower.endsWith('ing')) return 'VBG'
  return lower.endsWith('s') ? 'VBZ' : 'VBD'
}

const NUMBERS: ReadonlyMap<string, number> = new Map(Object.keys(XPOS).map((upos, i) => [upos, i + 1]))

/** wink-nlp's part of speech of tokens `from` (inclusive) to `to` (exclusive), all in one stretch, as small numbers; 0 where it has none. */
export function uposByWink(tokens: Tokens, from: number, to: number): Uint8Array {
  const found = new Uint8Array(to - from)
  const origin = tokens.start[from]!
  const reading = readWithWink(tokens.source.slice(origin, tokens.end[to - 1]!))
  let at = 0
  for (let i = from; i < to; i++) {
    const start = tokens.start[i]! - origin
    while (at < reading.end.length - 1 && reading.end[at]! <= start) at++
    found[i - from] = NUMBERS.get(reading.upos[at] ?? '') ?? 0
  }
  return found
}
