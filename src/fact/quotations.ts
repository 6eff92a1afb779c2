import type { View } from './view.ts'

/** A stretch between quotation marks: tokens `from` to `to` are inside the marks. */
export interface Quotation {
  from: number
  to: number
  /** Does the text close it? A quotation that goes on in the next paragraph is closed there. */
  closed: boolean
}

const OPENING = new Set(['“', '„', '«', '``', '‟', '‘'])
const CLOSING = new Set(['”', '»', "''"])

/**
 * The quotations of an article, in order. Straight marks open and close in turn; a paragraph end closes what is open, as
 * papers repeat the opening mark at each paragraph of a long quotation.
 */
export function quotationsOf(view: View): Quotation[] {
  const { tokens } = view
  const found: Quotation[] = []
  let open = -1
  let single = false
  for (let i = 0; i < tokens.count; i++) {
    if (open >= 0 && i > 0 && tokens.paragraph[i] !== tokens.paragraph[i - 1]) {
      if (i > open) found.push({ from: open, to: i, closed: false })
      open = -1
    }
    const mark = tokens.text(i)
    // two apostrophes are the typewriter's quotation mark; they may be one token or two
    const typed = mark === "''" || (mark === "'" && tokens.text(i + 1) === "'" && !tokens.spaced(i + 1))
    const straight = mark === '"' || typed
    const width = typed && mark !== "''" ? 2 : 1
    if (open < 0 && (straight || OPENING.has(mark))) {
      open = i + width
      single = mark === '‘'
    } else if (open >= 0 && (single ? mark === '’' : straight || CLOSING.has(mark))) {
      if (i > open) found.push({ from: open, to: i, closed: true })
      open = -1
    }
    i += width - 1
  }
  if (open >= 0 && tokens.count > open) found.push({ from: open, to: tokens.count, closed: false })
  return found
}

const FINITE = new Set(['VERB', 'AUX'])

/** Does a quotation say something, rather than name a thing (*the “new economy”*)? What ends with a stop does. */
export function saysSomething(view: View, { from, to }: Quotation): boolean {
  if (to - from < 3) return false
  if (/^[,.?!…]+$/.test(view.tokens.text(to - 1))) return true
  for (let i = from; i < to; i++) if (FINITE.has(view.tags.upos[i] ?? '')) return true
  return false
}
