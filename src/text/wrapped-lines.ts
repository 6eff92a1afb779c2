import { classAt, LOWER } from './characters.ts'

/** A line of a block, white space at its edges left out. */
export interface Line {
  start: number
  end: number
  /** Characters of white space in front of it. */
  indent: number
  /** Is there an empty line in front of it? */
  apart: boolean
}

const STOP = /[.!?…:]["'”’»)\]]*$/
const ITEM = /^(?:[•⁃▪●◦‣*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/

/** Lines of typed columns are not longer, and lists and headings are shorter. */
const MAX_COLUMN = 100
const MIN_COLUMN = 40
/** The share of a column's lines that must be as full as the next word let them be. */
const FULL_SHARE = 0.8

/**
 * For each line of a block, does it go on with the one before? Two signs say so:
 *
 * - The block is set in a column, as wire stories and mail are: nearly every line that another follows is so full that
 *   the first word of the next would not have fitted. There every full line goes on, unless the next is indented.
 * - A line stops in the middle of a sentence: it ends without a stop, the next begins with a small letter, and the run
 *   of such lines ends with a stop (a list of small words does not).
 */
export function goesOn(text: string, lines: readonly Line[]): boolean[] {
  const column = columnWidth(text, lines)
  const joined = lines.map((line, i) => {
    const before = lines[i - 1]
    if (!before || column === 0 || !follows(before, line)) return false
    // The dateline that stood in front of the first line may have been taken out.
    return full(text, lines, i - 1, column) || (i === 1 && !STOP.test(tail(text, before)))
  })
  for (let i = 1; i < lines.length; i++) {
    if (!breaksSentence(text, lines, i)) continue
    let last = i
    while (last + 1 < lines.length && breaksSentence(text, lines, last + 1)) last++
    const ends = STOP.test(tail(text, lines[last]!))
    for (; i <= last; i++) if (ends) joined[i] = true
  }
  return joined
}

const follows = (line: Line, next: Line): boolean => !next.apart && next.indent <= line.indent + 1

const tail = (text: string, { start, end }: Line): string => text.slice(Math.max(start, end - 8), end)

function breaksSentence(text: string, lines: readonly Line[], i: number): boolean {
  const line = lines[i - 1]!
  const next = lines[i]!
  if (next.apart || next.indent > line.indent + 1 || classAt(text, next.start) !== LOWER) return false
  return !STOP.test(tail(text, line)) && !ITEM.test(text.slice(next.start, Math.min(next.end, next.start + 8)))
}

/** The width of the column that the lines are set in; 0 when they are not. */
function columnWidth(text: string, lines: readonly Line[]): number {
  let width = 0
  for (const { start, end, indent } of lines) width = Math.max(width, end - start + indent)
  if (lines.length < 3 || width < MIN_COLUMN || width > MAX_COLUMN) return 0
  let inside = 0
  let filled = 0
  for (let i = 1; i + 1 < lines.length; i++) {
    // Behind a stop a paragraph may end, however short its last line is.
    if (!follows(lines[i]!, lines[i + 1]!) || STOP.test(tail(text, lines[i]!))) continue
    inside++
    if (full(text, lines, i, width)) filled++
  }
  return inside >= 1 && filled >= FULL_SHARE * inside ? width : 0
}

/** Would the first word of the next line not have fitted? Ragged columns are granted a few characters. */
function full(text: string, lines: readonly Line[], i: number, width: number): boolean {
  const { start, end, indent } = lines[i]!
  const next = lines[i + 1]!
  let word = next.start
  while (word < next.end && text.charCodeAt(word) > 32) word++
  return end - start + indent + 1 + (word - next.start) > width - SLACK
}

const SLACK = 8
