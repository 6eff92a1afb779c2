import type { Value } from '../doc/value.ts'
import type { Say } from '../stage/stage.ts'
import { boundOfDate, readBound } from './bound.ts'
import type { Period } from './calendar.ts'
import { linkEquivalents } from './equivalents.ts'
import type { Kept } from './kept.ts'
import { KINDS } from './kinds.ts'
import { NUMBER } from './lexemes.ts'
import { NUMERAL_WORDS } from './numeral.ts'
import { joinRange } from './ranges.ts'
import type { Reading } from './reading.ts'
import type { Tables } from './tables.ts'
import type { Candidate, ValueKind } from './value-kind.ts'

/** Which kinds are tried at which lexeme. */
export interface Triggers {
  onNumeral: readonly ValueKind[]
  byWord: ReadonlyMap<string, readonly ValueKind[]>
}

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
  return { onNumeral: KINDS.filter((kind) => kind.onNumeral), byWord }
}

/**
 * Reads all values, from left to right, each lexeme once: at each, the kinds that may begin there propose, the longest
 * candidate is kept, and reading goes on behind it.
 */
export function scanValues(reading: Reading, { onNumeral, byWord }: Triggers, say: Say): Kept[] {
  const { lexemes } = reading
  const kept: Kept[] = []
  let floor = 0
  let i = 0
  while (i < lexemes.count) {
    const kinds = lexemes.kind[i] === NUMBER ? onNumeral : byWord.get(lexemes.lower[i]!)
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
    const joined = kept.length > 0 ? joinRange(reading, kept.at(-1)!, value) : undefined
    if (joined) kept[kept.length - 1] = joined
    else kept.push(value)
    i = Math.max(best.to, value.end)
    floor = i
  }
  return kept
}

function longest(reading: Reading, kinds: readonly ValueKind[], i: number, say: Say): Candidate | undefined {
  let best: Candidate | undefined
  let by = ''
  for (const kind of kinds) {
    const candidate = kind.read(reading, i)
    if (!candidate) continue
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
  if (TIMELESS.has(type)) return { ...candidate, start: from, end: to }
  if (type === 'date') {
    const around = readBound(lexemes, from, to, floor)
    // "over 2019" and "about May" are no bounds of a date; those of spans ("more than a year ago") are.
    const spans = lexemes.is(to - 1, 'ago') || lexemes.is(to - 1, 'earlier') || lexemes.is(to - 1, 'later')
    if (spans && around.from < from && !COMPARING.has(lexemes.lower[around.from]!))
      return { ...candidate, start: around.from, end: to, ...(around.bound && { bound: around.bound }) }
    const bound = boundOfDate(lexemes, from)
    return { ...candidate, start: from, end: to, ...(bound && { bound }) }
  }
  const around = readBound(lexemes, from, to, floor)
  return { ...candidate, start: around.from, end: around.to, ...(around.bound && { bound: around.bound }) }
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
  const values = kept.map((candidate, index): Value => {
    const { start, end } = spanOf(reading, candidate.start, candidate.end)
    const { type, fields, bound } = candidate
    return { id: `V${index + 1}`, type, start, end, text: source.slice(start, end), ...fields, ...(bound && { bound }) }
  })
  linkEquivalents(reading, kept, values)
  return values
}
