import type { View } from './view.ts'

/** A stretch between quotation marks: tokens `from` to `to` are inside the marks. */
export interface Quotation {
  from: number
  to: number
  /** Does the text close it? A quotation that goes on in the next paragraph is closed there. */
  closed: boolean
}

/** What the marks begin with: most tokens tell by their first character that they are none. */
const FIRST = new Set([...'"“”„«»‟‘’`\''].map((mark) => mark.charCodeAt(0)))
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
    if (!FIRST.has(tokens.source.charCodeAt(tokens.start[i]!))) continue
    const mark = tokens.text(i)
    // two apostrophes are the typewriter's quotation mark; they may be one token or two
    const typed = mark === "''" || (mark === "'" && tokens.text(i + 1) === "'" && !tokens.spaced(i + 1))
    const straight = mark === '"' || typed
    const width = typed && mark !== "''" ? 2 : 1
    if (open < 0 && (straight || OPENING.has(mark))) {
      open = i + width
      single = mark === '‘'
    } else if (open >= 0 && (single ? mark === '’' : straight || CLOSING.has(mark) || mistyped(view, i))) {
      if (i > open) found.push({ from: open, to: i, closed: true })
      open = -1
    }
    i += width - 1
  }
  if (open >= 0 && tokens.count > open) found.push({ from: open, to: tokens.count, closed: false })
  return found
}

/** *“We go home,“ she said*: an opening mark right behind a comma or stop closes. */
const mistyped = ({ tokens }: View, i: number): boolean =>
  tokens.text(i) === '“' && !tokens.spaced(i) && /^[,.?!]$/.test(tokens.text(i - 1))

const FINITE = new Set(['VERB', 'AUX'])

/** Does a quotation say something, rather than name a thing (*the “new economy”*)? What ends with a stop does. */
export function saysSomething(view: View, { from, to }: Quotation): boolean {
  if (to - from < 3) return false
  if (/^[,.?!…]+$/.test(view.tokens.text(to - 1))) return true
  for (let i = from; i < to; i++) if (FINITE.has(view.tags.upos[i] ?? '')) return true
  return false
}

/** Does a quotation stand by itself: at the start of a sentence, behind a mark, or as a sentence behind a verb of saying? */
export function standsAlone(view: View, { from }: Quotation): boolean {
  const before = from - 2
  if (before < view.sentenceAt(from).from) return true
  if (view.tags.upos[before] === 'PUNCT') return true
  const clause = view.clauseAt(before)
  const behindCue = clause?.group.to === before + 1 && view.cues.has(clause.lemma)
  return behindCue && /^\p{Lu}/u.test(view.tokens.text(from))
}

/** The quotation that token `i` stands in, of those that say something. */
export function quotationAt(view: View, quotations: readonly Quotation[], i: number): Quotation | undefined {
  return quotations.find((one) => one.from <= i && i < one.to && saysSomething(view, one))
}

const DOUBLE = /^(?:["“”„«»]|``|'')$/

/** Is it a double quotation mark? */
const isMark = ({ tokens }: View, i: number): boolean =>
  FIRST.has(tokens.source.charCodeAt(tokens.start[i] ?? tokens.source.length)) && DOUBLE.test(tokens.text(i))

/** A stretch with the mark right beside it, where its partner stands inside: *“very sad” to close*. */
export function marked(view: View, { from, to }: Pick<Quotation, 'from' | 'to'>): Pick<Quotation, 'from' | 'to'> {
  let marks = 0
  for (let i = from; i < to; i++) if (isMark(view, i)) marks++
  if (marks % 2 === 0) return { from, to }
  if (isMark(view, from - 1)) return { from: from - 1, to }
  return isMark(view, to) ? { from, to: to + 1 } : { from, to }
}
