import type { Tokens } from '../doc/tokens.ts'
import { classAt, LOWER, UPPER } from './characters.ts'

const BULLETS = '•⁃▪●◦‣■◆✓✔'
/** The longest that is counted with: `viii`. */
const MAX_MARK = 4

/** An item's mark: `1.`, `2)`, `(c)`, `iv.`; `from` to `to` are its tokens. */
interface Mark {
  from: number
  to: number
  /** How it is written; the marks of one list are written alike. */
  style: string
  value: number
}

/**
 * Where the items of a list begin that stands in one paragraph, *1) The first 2) The second*: tokens `from` (inclusive)
 * to `to` (exclusive). A list has at least two items, counts up from one, and begins the paragraph or stands behind a sentence, or has bullets.
 */
export function itemStarts(tokens: Tokens, from: number, to: number): number[] {
  const bullets: number[] = []
  const lists = new Map<string, Mark[]>()
  for (let i = from; i < to; i++) {
    if (i > from && !tokens.spaced(i)) continue
    const size = tokens.end[i]! - tokens.start[i]!
    if (size > MAX_MARK) continue
    if (size === 1 && BULLETS.includes(tokens.text(i))) bullets.push(i)
    const mark = closedAt(tokens, i, size) ? markAt(tokens, i, to) : null
    if (!mark) continue
    const list = lists.get(mark.style)
    if (list && mark.value === list.at(-1)!.value + 1) list.push(mark)
    else if (!list && mark.value <= 1) lists.set(mark.style, [mark])
  }
  // A bullet in front of each item says more than the numbers behind it.
  if (bullets.length > 1 || bullets[0] === from) return bullets
  const starts: number[] = []
  for (const list of lists.values())
    if (list.length > 1 && apart(tokens, list, from)) for (const mark of list) starts.push(mark.from)
  return starts.sort((a, b) => a - b)
}

/**
 * Begins the list the paragraph, or stands it behind a sentence? Items of one sentence (*it is (a) wet, (b) cold*) begin
 * none: commas and conjunctions hold them together.
 */
function apart(tokens: Tokens, list: readonly Mark[], from: number): boolean {
  const first = list[0]!.from
  if (first === from || /[.!?…]["'”’)\]]*$/.test(tokens.text(first - 1))) return true
  return !list.some(({ from: item }) => HELD.test(tokens.lower(item - 1)))
}

const HELD = /^(?:[,;]|and|or)$/

/** Can token `i` be a mark? Most are not, as the character behind them or at their end tells. */
function closedAt({ source, start, end }: Tokens, i: number, size: number): boolean {
  const behind = source.charCodeAt(end[i]!)
  if (behind === STOP || behind === CLOSE) return true
  const first = source.charCodeAt(start[i]!)
  return first === OPEN || (size === 2 && source.charCodeAt(end[i]! - 1) === STOP)
}

const STOP = 46
const OPEN = 40
const CLOSE = 41

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

function markAt(tokens: Tokens, i: number, to: number): Mark | null {
  let at = i
  const open = tokens.text(at) === '('
  if (open) at++
  const word = tokens.text(at)
  // *a.* and *b.* are one token where a capital follows, *1.* and *2)* are two.
  const joined = word.length === 2 && word[1] === '.'
  const name = joined ? word[0]! : word
  if (name.length > 4 || at + 1 >= to) return null
  let closing = joined ? '.' : ''
  at++
  while (at < to && !tokens.spaced(at) && (tokens.text(at) === '.' || tokens.text(at) === ')') && closing.length < 2) {
    closing += tokens.text(at++)
  }
  if (closing === '' || (open && closing !== ')') || at >= to || !tokens.spaced(at)) return null
  const kind = classAt(tokens.text(at), 0)
  if (kind !== UPPER && kind !== LOWER && !/^["“‘'$€£\d]/.test(tokens.text(at))) return null
  // Of *1.* only a capital tells that an item begins: *for 1. above*.
  if (kind === LOWER && closing === '.' && /\d/.test(name)) return null
  const values = valuesOf(name)
  if (!values) return null
  return { from: i, to: at, style: `${open ? '(' : ''}${values.style}${closing}`, value: values.value }
}

function valuesOf(name: string): { style: string; value: number } | null {
  if (/^\d{1,3}$/.test(name)) return { style: '1', value: Number(name) }
  const roman = ROMAN.indexOf(name)
  if (name.length > 1 || name === 'i') return roman < 0 ? null : { style: 'i', value: roman + 1 }
  const letter = LETTERS.indexOf(name)
  if (letter < 0) return null
  // *v* and *x* go on where *iv* and *ix* were; a list of letters seldom gets that far.
  return roman >= 4 ? { style: 'i', value: roman + 1 } : { style: 'a', value: letter + 1 }
}
