import type { Bound, Value } from '../doc/value.ts'
import type { Say } from '../stage/stage.ts'
import { boundOfDate, readBound } from './bound.ts'
import type { Period } from './calendar.ts'
import { linkEquivalents } from './equivalents.ts'
import { HOMES } from './home.ts'
import type { Kept } from './kept.ts'
import { KINDS } from './kinds.ts'
import { NUMBER } from './lexemes.ts'
import { NUMERAL_WORDS } from './numeral.ts'
import { joinRange } from './ranges.ts'
import type { Reading } from './reading.ts'
import { type Tables, wordsOf } from './tables.ts'
import type { Candidate, ValueKind } from './value-kind.ts'
import { Vocabulary } from './vocabulary.ts'

/** Which kinds are tried at which lexeme. */
export interface Triggers {
  vocabulary: Vocabulary
  onNumeral: readonly ValueKind[]
  /** By number in the vocabulary. */
  byWord: readonly (readonly ValueKind[] | undefined)[]
  /** By number in the vocabulary: is it an article, and does a value go on with it behind an article? */
  articles: Uint8Array
  goesOn: Uint8Array
}

const ARTICLES = new Set(['a', 'an', 'the'])

/** By first lexeme, in the order of the catalogue. */
export function triggersOf(tables: Tables): Triggers {
  const byWord = new Map<string, ValueKind[]>()
  for (const kind of KINDS) {
    const words = new Set(kind.starts(tables))
    if (kind.onNumeral) for (const word of NUMERAL_WORDS) words.add(word)
    for (const word of words) {
      const kinds = byWord.get(word)
      if (kinds) kinds.push(kind)
      else byWord.set(word, [kind])
    }
  }
  const goOn = new Set(KINDS.flatMap((kind) => [...(kind.behindArticle?.(tables) ?? [])]))
  const vocabulary = new Vocabulary([...byWord.keys(), ...goOn, ...HOMES.keys(), ...wordsOf(tables)])
  const flags = (set: ReadonlySet<string>) => Uint8Array.from(vocabulary.words, (word) => Number(set.has(word)))
  return {
    vocabulary,
    onNumeral: KINDS.filter((kind) => kind.onNumeral),
    byWord: vocabulary.words.map((word) => byWord.get(word)),
    articles: flags(ARTICLES),
    goesOn: flags(goOn),
  }
}

/**
 * Reads all values, from left to right, each lexeme once: at each, the kinds that may begin there propose, the longest
 * candidate is kept, and reading goes on behind it.
 */
export function scanValues(reading: Reading, { onNumeral, byWord, articles, goesOn }: Triggers, say: Say): Kept[] {
  const { lexemes } = reading
  const values: Kept[] = []
  let floor = 0
  let i = 0
  while (i < lexemes.count) {
    const word = lexemes.word[i]!
    if (articles[word] === 1 && lexemes.isWord(i + 1) && goesOn[lexemes.word[i + 1]!] === 0) {
      i++
      continue
    }
    const kinds = lexemes.kind[i] === NUMBER ? onNumeral : byWord[word]
    const best = kinds && longest(reading, kinds, i, say)
    if (!best) {
      i++
      continue
    }
    if (best.notice) {
      say.notice({ code: best.notice, ...spanOf(reading, best.from, best.to), detail: quote(reading, best) })
    }
    if (best.nothing) {
      i = best.to
      floor = i
      continue
    }
    if (best.type === 'date' && best.fields.from !== undefined) reading.recent = best.fields as Period
    const value = bounded(reading, best, floor)
    const joined = values.length > 0 ? joinRange(reading, values.at(-1)!, value) : undefined
    if (joined) values[values.length - 1] = joined
    else values.push(value)
    i = Math.max(best.to, value.end)
    floor = i
  }
  return values
}

function longest(reading: Reading, kinds: readonly ValueKind[], i: number, say: Say): Candidate | undefined {
  let best: Candidate | undefined
  let by = ''
  for (const kind of kinds) {
    const candidate = kind.read(reading, i)
    // What would end in the next paragraph is none.
    if (!candidate || candidate.to > reading.lexemes.limit[i]!) continue
    const better = !best || (candidate.certain ?? false) || (candidate.to > best.to && !best.certain)
    if (say.trace) {
      const loser = better ? best : candidate
      if (loser)
        say.trace({
          rule: better ? by : kind.name,
          ...spanOf(reading, loser.from, loser.to),
          verdict: 'refused',
          why: 'another kind reads more, or before it',
        })
    }
    if (better) {
      best = candidate
      by = kind.name
    }
  }
  if (best)
    say.trace?.({
      rule: by,
      ...spanOf(reading, best.from, best.to),
      verdict: best.nothing ? 'refused' : 'kept',
      ...(best.nothing && { why: 'no value' }),
    })
  return best
}

/** "higher than a year ago" compares with the date. */
const COMPARING = new Set(['higher', 'lower', 'greater', 'larger', 'smaller', 'above', 'below'])
const TIMELESS = new Set(['time', 'set', 'ordinal'])

function bounded(reading: Reading, candidate: Candidate, floor: number): Kept {
  const { lexemes } = reading
  const { type, from, to } = candidate
  if (TIMELESS.has(type)) return keep(candidate, from, to)
  if (type === 'date') {
    // "over 2019" and "about May" are no bounds of a date; those of spans ("more than a year ago") are.
    if (lexemes.is(to - 1, 'ago') || lexemes.is(to - 1, 'earlier') || lexemes.is(to - 1, 'later')) {
      const around = readBound(lexemes, from, to, floor)
      if (around.from < from && !COMPARING.has(lexemes.lower(around.from)))
        return keep(candidate, around.from, to, around.bound)
    }
    return keep(candidate, from, to, boundOfDate(lexemes, from))
  }
  // "under three holding companies": what few things stand above somebody bounds no count of them
  if (
    type === 'quantity' &&
    OVERHEAD.has(lexemes.lower(from - 1)) &&
    lexemes.isWord(from) &&
    counts(reading, candidate)
  )
    return keep(candidate, from, to)
  const around = readBound(lexemes, from, to, floor)
  return keep(candidate, around.from, around.to, around.bound)
}

const OVERHEAD = new Set(['under', 'below', 'above', 'beyond'])

/** Is what the number counts the noun that ends the candidate, and no measure? */
function counts({ lexemes }: Reading, { to, fields }: Candidate): boolean {
  const unit = typeof fields.unit === 'string' ? fields.unit : ''
  return unit.length > 3 && lexemes.lower(to - 1).startsWith(unit.slice(0, -1))
}

function keep({ type, from, to, fields, stated }: Candidate, start: number, end: number, bound?: Bound): Kept {
  return { type, from, to, fields, stated, start, end, bound }
}

function spanOf({ lexemes }: Reading, from: number, to: number): { start: number; end: number } {
  return { start: lexemes.start[from]!, end: lexemes.end[to - 1]! }
}

function quote(reading: Reading, { from, to }: Candidate): string {
  const { start, end } = spanOf(reading, from, to)
  return reading.lexemes.source.slice(start, end)
}

/** The layer: values with ids and spans; amounts that state the same are linked. */
export function valuesOf(reading: Reading, all: readonly Kept[]): Value[] {
  const { source } = reading.lexemes
  // Some hundred digits in a row are a number to nobody.
  const kept = all.filter(({ fields: { number = 0, numberTo = 0 } }) => Number.isFinite(number + numberTo))
  const values: Value[] = []
  for (const { type, fields, bound, start: first, end: behind } of kept) {
    const { start, end } = spanOf(reading, first, behind)
    // every value has every field: what reads them meets one kind of object
    values.push({
      id: `V${values.length + 1}`,
      type,
      start,
      end,
      text: source.slice(start, end),
      number: fields.number,
      numberTo: fields.numberTo,
      currency: fields.currency,
      ambiguous: fields.ambiguous,
      unit: fields.unit,
      per: fields.per,
      iso: fields.iso,
      from: fields.from,
      to: fields.to,
      grain: fields.grain,
      bound,
      equivalents: undefined,
    })
  }
  linkEquivalents(reading, kept, values)
  return values
}
