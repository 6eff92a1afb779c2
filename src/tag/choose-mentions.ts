import { type NameMention, nameMention } from '../doc/entity.ts'
import { bySpan, sameSpan, width } from '../doc/span.ts'
import { PROPOSED_WORDS, WINNING } from './name-lexicon.ts'

/** On the same words: an entry of several words, then the tagger, then a rule, then an entry of one word. */
const trust = ({ source, score }: NameMention): number =>
  source === 'lexicon' ? (score >= PROPOSED_WORDS ? 0 : 3) : source === 'model' ? 1 : 2

/** An entry of a lexicon that says so wins over everything. */
const wins = ({ source, score }: NameMention): boolean => source === 'lexicon' && score === WINNING

/**
 * Chooses among names that overlap. An entry that wins comes first, then the longer name, then the more trusted source, as
 * the tagger has seen the sentence and a list has not; a loser is dropped whole. Where sources agree on the span and the type, the last one that tells a subtype is heard: lists know best.
 * Sorted by span.
 */
export function chooseMentions(heard: readonly NameMention[]): NameMention[] {
  const order = [...heard].sort(
    (a, b) =>
      Number(wins(b)) - Number(wins(a)) ||
      width(b) - width(a) ||
      trust(a) - trust(b) ||
      b.score - a.score ||
      a.start - b.start,
  )
  const kept: NameMention[] = []
  /** Which of those kept stands on each character, by number from 1. */
  const taken = new Int32Array(heard.reduce((most, { end }) => Math.max(most, end), 0))
  for (const one of order) {
    const meets = firstOn(taken, one.start, one.end)
    if (meets === 0) {
      kept.push(one)
      taken.fill(kept.length, one.start, one.end)
      continue
    }
    const other = kept[meets - 1]!
    if (sameSpan(other, one) && other.type === one.type && one.subtype !== undefined) {
      kept[meets - 1] = nameMention(other, other.type, one.subtype, other)
    }
  }
  return kept.sort(bySpan)
}

function firstOn(taken: Int32Array, start: number, end: number): number {
  for (let i = start; i < end; i++) if (taken[i] !== 0) return taken[i]!
  return 0
}
