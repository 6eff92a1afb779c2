import { SetupError } from '../base/errors.ts'
import { EntityType, type NameMention, SUBTYPES } from '../doc/entity.ts'
import type { Sentence, Tokens } from '../doc/tokens.ts'

interface Entry {
  name: string
  type: EntityType
  subtype: string | undefined
  /** One of the scores below. */
  score: number
}

/** An entry that only proposes: of one word, which may be another's name too, and of several. */
const PROPOSED = 0.5
export const PROPOSED_WORDS = 0.9
/** An entry that wins over everything else. */
export const WINNING = 1

/** Finds the names of lists: one look at each token, then at the entries that begin with its first letters or digits. */
export interface NameLexicon {
  /** Sorted by span; the longest of the names that begin with a token. */
  find(tokens: Tokens, sentences: readonly Sentence[]): NameMention[]
}

/**
 * Reads lists with the columns `name`, `type` (a type of the contract), `subtype` (may be empty) and `wins` (`yes` or
 * empty). Names are found as they are written. Throws a SetupError that names the list and the entry.
 */
export function readNameLexicon(
  lists: readonly { list: string; rows: readonly Record<string, string>[] }[],
): NameLexicon {
  const byStart = new Map<string, Entry[]>()
  for (const { list, rows } of lists) {
    for (const row of rows) {
      const entry = entryOf(row, list)
      const start = startOf(entry.name, 0)
      const known = byStart.get(start)
      if (known) known.push(entry)
      else byStart.set(start, [entry])
    }
  }
  for (const entries of byStart.values()) entries.sort((a, b) => b.name.length - a.name.length || b.score - a.score)
  return { find: (tokens, sentences) => findEntries(byStart, tokens, sentences) }
}

function entryOf({ name = '', type, subtype = '', wins = '' }: Record<string, string>, list: string): Entry {
  const known = EntityType.safeParse(type)
  if (name.trim() === '') throw new SetupError(`Expected a \`name\` in every row (lexicon ${list})`)
  if (!known.success)
    throw new SetupError(
      `Expected a \`type\` among ${EntityType.options.join(', ')}, got \`${type}\` for \`${name}\` (lexicon ${list})`,
    )
  if (subtype !== '' && !SUBTYPES[known.data]?.includes(subtype))
    throw new SetupError(
      `Expected a \`subtype\` of ${known.data}, got \`${subtype}\` for \`${name}\` (lexicon ${list})`,
    )
  if (wins !== '' && wins !== 'yes')
    throw new SetupError(`Expected \`wins\` to be yes or empty, got \`${wins}\` for \`${name}\` (lexicon ${list})`)
  return { name, type: known.data, subtype: subtype || undefined, score: scoreOf(name, wins) }
}

function scoreOf(name: string, wins: string): number {
  if (wins === 'yes') return WINNING
  return name.includes(' ') ? PROPOSED_WORDS : PROPOSED
}

/** The letters or digits that begin at an offset, else the one character there. */
function startOf(text: string, offset: number): string {
  let end = offset
  while (end < text.length && isWordCharacter(text.charCodeAt(end))) end++
  return text.slice(offset, Math.max(end, offset + 1))
}

const isWordCharacter = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0

function findEntries(
  byStart: ReadonlyMap<string, readonly Entry[]>,
  tokens: Tokens,
  sentences: readonly Sentence[],
): NameMention[] {
  const { source, start, end } = tokens
  const found: NameMention[] = []
  for (const { from, to } of sentences) {
    for (let i = from; i < to; i++) {
      const at = start[i]!
      const entries = byStart.get(startOf(source, at))
      if (!entries) continue
      for (const { name, type, subtype, score } of entries) {
        if (!source.startsWith(name, at)) continue
        const stop = at + name.length
        let last = i
        while (last < to && end[last]! < stop) last++
        if (last === to || end[last] !== stop) continue
        found.push({ start: at, end: stop, type, subtype, source: 'lexicon', score })
        break
      }
    }
  }
  return found
}
