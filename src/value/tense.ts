import type { Sentence, Tags, Tokens } from '../doc/tokens.ts'

/** Where a date without a year or week lies, as its sentence tells: behind, ahead, or untold. */
export type Direction = 'past' | 'future' | 'untold'

const AHEAD = new Set(
  "will would shall ’ll 'll may might could should can upcoming forthcoming scheduled due slated planned expected plans hopes aims tomorrow".split(
    ' ',
  ),
)

/** Looks at the verb nearest to a token, first before it, then behind. */
export function directionAt(tokens: Tokens, tags: Tags, sentence: Sentence | undefined, at: number): Direction {
  const from = Math.max(sentence?.from ?? 0, at - 30)
  const to = Math.min(sentence?.to ?? tokens.count, at + 25)
  for (let i = at - 1; i >= from; i--) {
    const told = toldBy(tokens, tags, i)
    if (told) return told
  }
  for (let i = at + 1; i < to; i++) {
    const told = toldBy(tokens, tags, i)
    if (told) return told
  }
  return 'untold'
}

function toldBy(tokens: Tokens, tags: Tags, i: number): Direction | undefined {
  const word = tokens.lower(i)
  const tag = tags.xpos[i]!
  if (AHEAD.has(word)) {
    // "would have met": the plan lies behind.
    return tag === 'MD' && tokens.lower(i + 1) === 'have' ? 'past' : 'future'
  }
  if (tag === 'VBD') return 'past'
  if (tag === 'VBN') return undefined
  if ((tag === 'VBZ' || tag === 'VBP') && (word === 'has' || word === 'have' || word === '’ve' || word === "'ve"))
    return 'past'
  if (tag === 'VBZ' || tag === 'VBP')
    return tokens.lower(i + 1) === 'to' || tags.xpos[i + 1] === 'VBG' ? 'future' : undefined
  return undefined
}
