import { EntityType, type NameMention, nameMention } from '../doc/entity.ts'
import type { Tokens } from '../doc/tokens.ts'

interface ClassNoun {
  type: EntityType
  subtype: string | undefined
  side: string
}

/** Common nouns that tell what the name beside them is. */
export type ClassNouns = ReadonlyMap<string, ClassNoun>

/** Reads a list with the columns `noun`, `type`, `subtype` and `side` (before, after, both). */
export function readClassNouns(rows: readonly Record<string, string>[]): ClassNouns {
  return new Map(
    rows.map(({ noun = '', type, subtype, side = '' }) => [
      noun,
      { type: EntityType.parse(type), subtype: subtype || undefined, side },
    ]),
  )
}

const GEOGRAPHIC = /^(?:autonomous|basin|coast|delta|gulf|highlands|mountains|peninsula|plateau|valley)$/

/** Bodies that every place has one of: no name by themselves. */
const GENERIC_BODY = /^(?:Party|Government|Parliament|Cabinet|Council)$/

/**
 * What the words beside a name make of it. A common noun tells that it is no person, and in front of it also no place
 * (*a Tokyo bank* is a bank in Tokyo, *the bank Tokyo* is none); a region that is called by its landscape takes in the word
 * (*Po Valley region*).
 */
export function inContext(mention: NameMention, tokens: Tokens, nouns: ClassNouns): NameMention {
  if (mention.source !== 'model') return mention
  const from = tokens.at(mention.start)
  const to = tokens.at(mention.end - 1) + 1
  if (mention.type === 'place') {
    const region = tokens.text(to) === 'region' && tokens.paragraph[to] === tokens.paragraph[from]
    if (region && GEOGRAPHIC.test(tokens.lower(to - 1))) {
      return nameMention({ start: mention.start, end: tokens.end[to]! }, 'place', 'region', mention)
    }
  }
  if (
    mention.type === 'organization' &&
    GENERIC_BODY.test(tokens.text(to - 1)) &&
    /^['’]s$/.test(tokens.text(to - 2))
  ) {
    // Peru's Parliament is a place's body, and its name is the place's.
    return nameMention({ start: mention.start, end: tokens.end[to - 3]! }, 'place', mention.subtype, mention)
  }
  if (mention.type !== 'person' && mention.type !== 'place') return mention
  const said = before(tokens, from, nouns) ?? (mention.type === 'person' ? classBehind(tokens, to, nouns) : undefined)
  return said ? nameMention(mention, said.type, said.subtype, mention) : mention
}

//  the broadcaster Zed said
//      ^^^^^^^^^^^
function before(tokens: Tokens, from: number, nouns: ClassNouns): ClassNoun | undefined {
  const noun = nouns.get(tokens.text(from - 1))
  return noun && noun.side !== 'after' && tokens.paragraph[from - 1] === tokens.paragraph[from] ? noun : undefined
}

//  its Zed Fresh supermarket chain
//                            ^^^^^
/** The class noun behind token `to`, with one other word in lower case between them at most. */
export function classBehind(tokens: Tokens, to: number, nouns: ClassNouns): ClassNoun | undefined {
  for (let i = to; i < to + 2 && i < tokens.count; i++) {
    if (tokens.paragraph[i] !== tokens.paragraph[to - 1] || !/^\p{Ll}+$/u.test(tokens.text(i))) return undefined
    const noun = nouns.get(tokens.text(i))
    if (noun && noun.side !== 'before' && !nouns.has(tokens.text(i + 1))) return noun
  }
  return undefined
}
