import type { Sentence, Tags, Tokens } from '../doc/tokens.ts'
import { BESIDE, type Described, HEADLINE, LONGEST_WIDTH, SHOUTED, TITLED } from './described.ts'
import { lookElsewhere } from './elsewhere.ts'
import { matchLists } from './match-lists.ts'
import type { NameLists } from './name-lists.ts'
import { CAPITAL, CAPITALS, IN_RUN, NO_LETTER, type WordBook } from './word-book.ts'

/** Describes every token once, by the words of `book`, which must be open for the article; features are then made of it. */
export function describe(
  tokens: Tokens,
  sentences: readonly Sentence[],
  tags: Pick<Tags, 'xpos'>,
  lists: NameLists,
  book: WordBook,
): Described {
  const { count } = tokens
  const out: Described = {
    count,
    book,
    word: new Int32Array(count),
    lower: new Int32Array(count),
    shape: new Int32Array(count),
    flags: new Uint8Array(count),
    place: new Int32Array(count),
    places: 0,
    pos: new Int32Array(count),
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
  for (let i = 0; i < count; i++) {
    const word = book.numberOf(tokens.text(i), tokens.lower(i))
    out.word[i] = word
    out.lower[i] = book.lower[word]!
    out.shape[i] = book.shape[word]!
    out.flags[i] = book.flags[word]!
    out.pos[i] = book.tag(tags.xpos[i]!)
  }
  out.places = book.numberPlaces(out.word, out.place)
  for (const sentence of sentences) {
    out.manner.fill(mannerOf(out, sentence), sentence.from, sentence.to)
    findRuns(out, sentence)
  }
  matchLists(lists, sentences, out)
  lookElsewhere(out, tokens, sentences)
  return out
}

function mannerOf({ flags }: Described, { from, to, zone }: Sentence): number {
  let words = 0
  let capitals = 0
  let shouted = 0
  for (let i = from; i < to; i++) {
    if (flags[i]! & NO_LETTER) continue
    words++
    if (flags[i]! & CAPITAL) capitals++
    if (flags[i]! & CAPITALS) shouted++
  }
  return (
    (words >= 3 && capitals > words * 0.65 ? TITLED : 0) |
    (zone === 'headline' ? HEADLINE : 0) |
    (words >= 3 && shouted > words * 0.6 ? SHOUTED : 0)
  )
}

/** A run: words with capitals, and `&`, `-`, `.` and `'` between two of them. */
function findRuns({ flags, runFrom, runTo }: Described, { from, to }: Sentence): void {
  for (let i = from; i < to; ) {
    if ((flags[i]! & CAPITAL) === 0) {
      i++
      continue
    }
    let end = i + 1
    while (end < to) {
      if (flags[end]! & CAPITAL) end++
      else if (end + 1 < to && flags[end + 1]! & CAPITAL && flags[end]! & IN_RUN) end += 2
      else break
    }
    runFrom.fill(i, i, end)
    runTo.fill(end - 1, i, end)
    i = end
  }
}
