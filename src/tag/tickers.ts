import { type NameMention, nameMention } from '../doc/entity.ts'

/** The longest code of a share: *VOLV.ST*. */
const LONGEST = 10
const CODE = /^[A-Z][A-Z0-9.]*$/

/** Where the code in angle brackets around place `at` opens, as in *Acme Co <ACM.L>*; -1 for none. */
function codeAround(source: string, at: number): number {
  const open = source.lastIndexOf('<', at)
  if (open === -1 || at - open > LONGEST) return -1
  const close = source.indexOf('>', open)
  return close >= at && close - open <= LONGEST && CODE.test(source.slice(open + 1, close)) ? open : -1
}

/** Names without the codes of shares that wires put behind them: a code alone is no name. */
export function withoutTickers(mentions: readonly NameMention[], source: string): readonly NameMention[] {
  if (!source.includes('<')) return mentions
  const kept: NameMention[] = []
  for (const mention of mentions) {
    const open = codeAround(source, mention.end - 1)
    // PENNZOIL<PZL>: the code is part of the word
    if (open === -1 || (open > mention.start && !/\s/.test(source[open - 1]!))) {
      kept.push(mention)
      continue
    }
    const end = source.slice(mention.start, Math.max(mention.start, open)).trimEnd().length + mention.start
    if (end > mention.start)
      kept.push(nameMention({ start: mention.start, end }, mention.type, mention.subtype, mention))
  }
  return kept
}
