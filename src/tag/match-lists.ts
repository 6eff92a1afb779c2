import { mix2 } from '../base/mix.ts'
import type { Sentence } from '../doc/tokens.ts'
import type { Described } from './described.ts'
import { LISTS, LONGEST, type NameLists } from './name-lists.ts'
import { BEGINS, CAPITAL, NO_LETTER } from './word-book.ts'
import { hashTokens } from './word-hash.ts'

/** Lists whose entries need no capital. */
const IN_LOWER_CASE = (1 << LISTS.indexOf('title')) | (1 << LISTS.indexOf('legal-form'))

/** Fills in which lists each token begins, continues and ends a name of. */
export function matchLists(
  lists: NameLists,
  sentences: readonly Sentence[],
  { book, word, lower, flags, begins, inside, ends }: Described,
): void {
  for (const { from, to } of sentences) {
    for (let i = from; i < to; i++) {
      const bits = flags[i]!
      if (bits & NO_LETTER) continue
      const may = bits & CAPITAL ? -1 : IN_LOWER_CASE
      const alone = book.lists[word[i]!]! & may
      begins[i]! |= alone
      ends[i]! |= alone
      if ((bits & BEGINS) === 0) continue
      let hash = hashTokens(lower, i, i + 1)
      const last = Math.min(to, i + LONGEST)
      for (let end = i + 1; end < last; end++) {
        hash = mix2(hash, lower[end]!)
        const mask = lists.maskOf(hash) & may
        if (mask !== 0) {
          begins[i]! |= mask
          ends[end]! |= mask
          for (let k = i + 1; k <= end; k++) inside[k]! |= mask
        }
        if (!lists.begins(hash)) break
      }
    }
  }
}
