import type { Sentence } from '../doc/tokens.ts'
import type { Filler } from './filler.ts'
import type { Side } from './relations.ts'
import type { View } from './view.ts'

/** How a party is named: by what it is called, by a noun, by a pronoun, or by a pronoun that means nobody named. */
export type PartyForm = 'name' | 'nominal' | 'pronoun' | 'open' | 'value'

/** Somebody, something or a date in a sentence that a relation may join with another. */
export interface Party {
  side: Side
  filler: Filler
  /** The same for everything that means the same. */
  id: string
  form: PartyForm
  /** Tokens `from` (inclusive) to `to` (exclusive). */
  from: number
  to: number
  /** The token that the others of it hang on. */
  head: number
}

const forms = (id: string, side: Side, words: string): [string, { id: string; side: Side }][] =>
  words.split(' ').map((word) => [word, { id, side }])

/** Pronouns of one person or organization, with what tells who is the same. */
const OPEN: ReadonlyMap<string, { id: string; side: Side }> = new Map([
  ...forms('he', 'person', 'he him his himself'),
  ...forms('she', 'person', 'she her hers herself'),
  ...forms('i', 'person', 'i me my myself'),
  ...forms('it', 'organization', 'it its itself'),
  ...forms('we', 'organization', 'we us our ours'),
])

/** A sentence with more parties than this is a table or a list of names, which no pair of them says anything of. */
const MOST = 48

/** The parties of a sentence, by place; none where they are too many. */
export function partiesOf(view: View, { from, to }: Sentence): Party[] {
  const found: Party[] = []
  for (let i = from; i < to; i++) {
    const mention = view.mentionAt(i)
    if (mention) {
      if (found.at(-1)?.from !== mention.from) {
        found.push({
          side: mention.entity.type,
          filler: { entity: mention.entity },
          id: mention.entity.id,
          form: mention.mention.kind,
          from: mention.from,
          to: mention.to,
          head: headOf(view, mention.from, mention.to),
        })
      }
      i = Math.max(i, mention.to - 1)
      continue
    }
    const valued = view.valueAt(i, 'date')
    if (valued) {
      found.push({
        side: 'date',
        filler: { value: valued.value },
        id: valued.value.id,
        form: 'value',
        from: valued.from,
        to: valued.to,
        head: headOf(view, valued.from, valued.to),
      })
      i = Math.max(i, valued.to - 1)
      continue
    }
    const who = view.tags.upos[i] === 'PRON' ? OPEN.get(view.tokens.lower(i)) : undefined
    if (who === undefined) continue
    found.push({
      side: who.side,
      filler: { span: view.span(i, i + 1) },
      id: who.id,
      form: 'open',
      from: i,
      to: i + 1,
      head: i,
    })
  }
  return found.length > MOST ? [] : found
}

function headOf(view: View, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const head = view.parse.head[i]!
    if (head < from || head >= to) return i
  }
  return to - 1
}
