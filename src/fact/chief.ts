import type { Party } from './parties.ts'
import type { View } from './view.ts'

/** The words for who leads a company, nearest to company and person: tokens `from` to `to`. */
export function chiefTitle(view: View, company: Party, person: Party): { from: number; to: number } | undefined {
  const { from, to } = view.sentenceAt(person.from)
  let best: { from: number; to: number } | undefined
  let nearest = Number.POSITIVE_INFINITY
  for (let i = from; i < to; i++) {
    const word = view.tokens.lower(i)
    let end = 0
    if (word === 'ceo') end = i + 1
    else if (word === 'chief' && view.tokens.lower(i + 1) === 'executive')
      end = view.tokens.lower(i + 2) === 'officer' ? i + 3 : i + 2
    if (end === 0) continue
    const far = Math.abs(i - person.from) + Math.abs(i - company.from)
    if (far >= nearest) continue
    nearest = far
    best = { from: i, to: end }
  }
  return best
}
