import type { Sentence, Tags, Tokens } from '../doc/tokens.ts'
import {
  AFFIXES,
  BESIDE,
  CAPITAL,
  CAPITALS,
  type Described,
  HAS_CAPITAL,
  HEADLINE,
  hash,
  LONGEST_WIDTH,
  NO_LETTER,
  plain,
  SHOUTED,
  TITLED,
} from './described.ts'
import { lookElsewhere } from './elsewhere.ts'
import type { NameLists } from './name-lists.ts'
import { CLASS_WIDTH, type WordClasses } from './word-classes.ts'

const UPPER = /\p{Lu}/u
const LETTER = /\p{L}/u

function shapeOf(word: string): number {
  let out = ''
  let last = ''
  let run = 0
  for (const character of word) {
    const kind = kindOf(character)
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 2) out += kind
    if (out.length > 12) break
  }
  return hash(out)
}

function kindOf(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x80) {
    if (code >= 97 && code <= 122) return 'x'
    if (code >= 65 && code <= 90) return 'X'
    return code >= 48 && code <= 57 ? 'd' : character
  }
  return UPPER.test(character) ? 'X' : LETTER.test(character) ? 'x' : character
}

/** Describes every token once; features are then made of it. */
export function describe(
  tokens: Tokens,
  sentences: readonly Sentence[],
  tags: Pick<Tags, 'xpos'>,
  lists: NameLists,
  classes: WordClasses,
): Described {
  const { count } = tokens
  const out: Described = {
    count,
    form: new Int32Array(count),
    lower: new Int32Array(count),
    shape: new Int32Array(count),
    affix: new Int32Array(count * AFFIXES),
    capital: new Uint8Array(count),
    pos: new Int32Array(count),
    classes: new Uint16Array(count * CLASS_WIDTH),
    begins: new Uint16Array(count),
    inside: new Uint16Array(count),
    ends: new Uint16Array(count),
    manner: new Uint8Array(count),
    runFrom: new Int32Array(count).fill(-1),
    runTo: new Int32Array(count).fill(-1),
    elsewhere: new Uint8Array(count),
    longest: new Int32Array(count * LONGEST_WIDTH),
    beside: new Int32Array(count * BESIDE),
    acronym: new Int32Array(count),
  }
  const known = new Map<string, number>()
  const poses = new Map<string, number>()
  for (let i = 0; i < count; i++) {
    const word = tokens.text(i)
    const before = known.get(word)
    if (before !== undefined) copyWord(out, before, i)
    else {
      known.set(word, i)
      describeWord(out, i, word, tokens.lower(i))
      classes.fill(out.lower[i]!, out.classes, i * CLASS_WIDTH)
    }
    const tag = tags.xpos[i]!
    let pos = poses.get(tag)
    if (pos === undefined) {
      pos = hash(tag)
      poses.set(tag, pos)
    }
    out.pos[i] = pos
  }
  for (const sentence of sentences) {
    out.manner.fill(mannerOf(out, sentence), sentence.from, sentence.to)
    findRuns(out, tokens, sentence)
  }
  lists.match(sentences, out)
  lookElsewhere(out, tokens, sentences)
  return out
}

function copyWord(out: Described, from: number, to: number): void {
  out.form[to] = out.form[from]!
  out.lower[to] = out.lower[from]!
  out.shape[to] = out.shape[from]!
  out.capital[to] = out.capital[from]!
  for (let k = 0; k < AFFIXES; k++) out.affix[to * AFFIXES + k] = out.affix[from * AFFIXES + k]!
  for (let k = 0; k < CLASS_WIDTH; k++) out.classes[to * CLASS_WIDTH + k] = out.classes[from * CLASS_WIDTH + k]!
}

function describeWord(out: Described, i: number, word: string, lower: string): void {
  const low = plain(lower)
  out.form[i] = hash(plain(word))
  out.lower[i] = hash(low)
  out.shape[i] = shapeOf(word)
  const first = kindOf(word.charAt(0))
  const upper = word.toUpperCase()
  out.capital[i] =
    (upper === lower ? NO_LETTER : first === 'X' ? CAPITAL : 0) |
    (upper !== lower && word.length > 1 && upper === word ? CAPITALS : 0) |
    (word !== lower ? HAS_CAPITAL : 0)
  for (let n = 1; n <= 4; n++) {
    out.affix[i * AFFIXES + n - 1] = hash(low, 0, Math.min(n, low.length))
    out.affix[i * AFFIXES + 3 + n] = hash(low, Math.max(0, low.length - n), low.length)
  }
}

function mannerOf({ capital }: Described, { from, to, zone }: Sentence): number {
  let words = 0
  let capitals = 0
  let shouted = 0
  for (let i = from; i < to; i++) {
    if (capital[i]! & NO_LETTER) continue
    words++
    if (capital[i]! & CAPITAL) capitals++
    if (capital[i]! & CAPITALS) shouted++
  }
  return (
    (words >= 3 && capitals > words * 0.65 ? TITLED : 0) |
    (zone === 'headline' ? HEADLINE : 0) |
    (words >= 3 && shouted > words * 0.6 ? SHOUTED : 0)
  )
}

/** A run: words with capitals, and `&`, `-`, `.` and `'` between two of them. */
function findRuns(out: Described, tokens: Tokens, { from, to }: Sentence): void {
  const { capital, runFrom, runTo } = out
  for (let i = from; i < to; ) {
    if ((capital[i]! & CAPITAL) === 0) {
      i++
      continue
    }
    let end = i + 1
    while (end < to) {
      if (capital[end]! & CAPITAL) end++
      else if (
        end + 1 < to &&
        capital[end + 1]! & CAPITAL &&
        /^(?:&|-|–|\.|@|['’]|de|da|dos|bin|al|el|van|von|der|du|la|le)$/.test(tokens.text(end))
      )
        end += 2
      else break
    }
    runFrom.fill(i, i, end)
    runTo.fill(end - 1, i, end)
    i = end
  }
}
