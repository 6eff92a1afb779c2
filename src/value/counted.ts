import type { Amount } from './amount.ts'
import type { Reading } from './reading.ts'
import { TIME_UNITS } from './time-units.ts'

/** Counted though they have no plural form of their own. */
const COLLECTIVE = new Set(
  'staff personnel crew police aircraft spacecraft cattle fish sheep deer series species infantry cavalry people troops livestock folk offspring hovercraft'.split(
    ' ',
  ),
)
/** They stand for what was counted before. */
export const OTHERS = new Set(['others', 'more', 'other'])
const DASHES = new Set(['-', '–', '‑'])
const MAX_WORDS = 7

/** The noun phrase that is counted: its head's lemma. Walks over adjectives, nouns and participles. */
export function countedAt(reading: Reading, i: number, amount?: Amount): { unit: string; to: number } | undefined {
  const { lexemes } = reading
  const limit = Math.min(lexemes.limit[i] ?? 0, i + MAX_WORDS)
  const dash = DASHES.has(lexemes.lower(i)) && lexemes.glued(i) && lexemes.glued(i + 1)
  if (lexemes.limit[i] !== lexemes.limit[i - 1] || (lexemes.glued(i) && !dash)) return undefined
  const one = amount !== undefined && amount.numberTo === undefined && Math.abs(amount.number) === 1
  let at = dash ? i + 1 : i
  // "15 year-old students" is an age, "a two year deal" a duration.
  if (TIME_UNITS.has(lexemes.lower(at))) return undefined
  if (dash)
    return reading.tag(at).startsWith('NN') && lexemes.isWord(at) && amount !== undefined && amount.number > 1
      ? { unit: reading.lemma(at), to: at + 1 }
      : undefined
  for (; at < limit; at++) {
    const tag = reading.tag(at)
    if (!lexemes.isWord(at)) {
      //  first-team players, "smart" homes
      if (DASHES.has(lexemes.lower(at)) && lexemes.glued(at) && lexemes.glued(at + 1)) continue
      return undefined
    }
    const word = lexemes.lower(at)
    //  combined digital and physical sales
    //                   ^^^
    if (
      word === 'and' &&
      at > i &&
      at + 1 < limit &&
      reading.tag(at - 1).slice(0, 2) === reading.tag(at + 1).slice(0, 2) &&
      !lexemes.isNumber(at + 1)
    )
      continue
    if (OTHERS.has(word) && at > i) return undefined
    const plural =
      tag === 'NNS' || tag === 'NNPS' || COLLECTIVE.has(word) || (tag === 'VBZ' && word.endsWith('s') && at > i)
    if (plural && !one) {
      const next = reading.tag(at + 1)
      const goesOn =
        (next === 'NNS' ||
          (next === 'NN' && COLLECTIVE.has(lexemes.lower(at + 1))) ||
          (tag === 'NNPS' && next.startsWith('NN'))) &&
        at + 1 < limit
      if (!goesOn) return { unit: singular(reading, at), to: at + 1 }
      continue
    }
    if (tag === 'NN' || tag === 'NNP') {
      const next = reading.tag(at + 1)
      if (one && tag === 'NN' && !next.startsWith('NN') && !DASHES.has(lexemes.lower(at + 1)))
        return { unit: singular(reading, at), to: at + 1 }
      continue
    }
    if (
      (!/^(?:JJ|VBN|VBG|CD)/.test(tag) && !(tag === 'RB' && word.endsWith('ly'))) ||
      (tag === 'CD' && lexemes.isNumber(at))
    )
      return undefined
  }
  return undefined
}

const PLURALS: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  lives: 'life',
  wives: 'wife',
  troops: 'troop',
  personnel: 'personnel',
}

function singular(reading: Reading, i: number): string {
  const word = reading.lexemes.lower(i)
  if (PLURALS[word] !== undefined) return PLURALS[word]
  const lemma = reading.lemma(i)
  return lemma === word && word.endsWith('s') && !word.endsWith('ss') && !COLLECTIVE.has(word)
    ? word.slice(0, -1)
    : lemma
}
