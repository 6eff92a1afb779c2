import { comma, determiner, possessive } from './phrase.ts'
import type { Mentioned, View } from './view.ts'

/** The organization or place a post is held in, and the role it fills. */
export interface Seat {
  role: string
  seat: Mentioned
}

const OF = new Set(['of', 'at', 'for', 'in', 'with', 'from'])

/** The name whose words end just before token `to`, over a possessive or an article. */
export function nameBefore(view: View, to: number): Mentioned | undefined {
  let i = to - 1
  if (possessive(view, i)) i--
  const found = view.nameAt(i)
  return found && found.to === i + 1 ? found : undefined
}

/** *of the Lima Statistics Bureau*, *at Acme*: the organization or place a title is held in, from token `i`. */
export function seatAfter(view: View, i: number, ceiling: number): Seat | undefined {
  if (!OF.has(view.tokens.lower(i))) return undefined
  let at = i + 1
  if (determiner(view, at)) at++
  for (let reach = 0; at < ceiling && reach < 4; at++, reach++) {
    const seat = view.nameAt(at)
    if (seat) return roleOf(seat)
    if (!['NOUN', 'ADJ', 'PROPN'].includes(view.tags.upos[at] ?? '')) return undefined
  }
  return undefined
}

export function roleOf(seat: Mentioned): Seat | undefined {
  if (seat.entity.type === 'organization' || seat.entity.type === 'product') return { role: 'organization', seat }
  if (seat.entity.type === 'place' || seat.entity.type === 'group') return { role: 'place', seat }
  return undefined
}

/** *(co-founder, Acme)*: the name behind a comma inside the brackets. */
export function inBrackets(view: View, i: number): Seat | undefined {
  const seat = comma(view, i) ? view.nameAt(i + 1) : undefined
  return seat && view.tokens.text(seat.to) === ')' ? roleOf(seat) : undefined
}
