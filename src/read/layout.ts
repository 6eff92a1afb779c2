import type { Block } from '../doc/article.ts'
import type { Line } from './lines.ts'

/** The parts of an article as newspapers set it: a headline or none, the body, a credit in brackets or none. */
export interface Layout {
  headline: string | null
  dateline: string | null
  credit: string | null
  blocks: Block[]
}

const MAX_HEADLINE = 200
const SENTENCE_END = /[.!?…][)\]"'”’»]*$/

// … on Sunday. (Yonhap)
const CREDIT = /^(?:.*[.!?…"”’)]\s+)?\(([^()]{2,60})\)\.?$/su
const CREDIT_WORD =
  /^(?:[\p{Lu}\d].*|and|at|by|for|from|in|inputs|of|on|the|via|with|agencies|reporting|additional|staff|writer|[/&+-])$/u

const PLACE = "\\p{Lu}[\\p{L}.'’]*(?:-\\p{L}+)*"
const DAY = '(?:\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}|\\d{1,2} \\p{Lu}\\p{Ll}{2,8}\\.?)(?:,? \\d{4})?'

// OSLO - | BEIJING, July 18 (Newswire) -- | Cairo – 24 July 2022: | PETALING JAYA:
const DATELINE = new RegExp(
  `^(${PLACE}(?: (?:${PLACE}|de|del|la|el|al)){0,3}(?:, \\p{Lu}[\\p{L}. ]{1,24})?(?:(?:,| ?[-–—])? ${DAY})?` +
    `(?: \\([\\p{L} /.]{2,30}\\))?)(?: (?:--|[-–—])|[-–—]|:) +(?=[\\p{Lu}\\d"“‘'])`,
  'u',
)

/**
 * Finds the layout in the lines of an article. `title` is what a header said: the first line is the headline when it
 * says the same, or when it stands alone above an empty line and does not end like a sentence.
 */
export function layOut(lines: readonly Line[], title: string | null): Layout {
  const blocks: Block[] = []
  let body = lines
  let headline: string | null = null
  const [first, second] = lines
  if (first && second && (saysTheSame(first.text, title) || standsAlone(first, second))) {
    headline = first.text
    blocks.push({ start: first.start, end: first.end, zone: 'headline' })
    body = lines.slice(1)
  }

  const last = body.at(-1)
  const credit = last ? creditOf(last) : null
  const dateline = datelineOf(body[0]?.text)
  const bodyStart = body[0]?.start
  if (last && bodyStart !== undefined) {
    const bodyEnd = credit ? (credit.alone ? body.at(-2)?.end : credit.before) : last.end
    if (bodyEnd !== undefined && bodyEnd > bodyStart) blocks.push(...bodyBlocks(bodyStart, bodyEnd, dateline))
    if (credit) blocks.push({ start: credit.start, end: last.end, zone: 'credit' })
  }
  return { headline, dateline: dateline?.text ?? null, credit: credit?.text ?? null, blocks }
}

/** The dateline is a paragraph of its own: it is no part of the sentence behind it, nor is a name. */
function bodyBlocks(start: number, end: number, dateline: Dateline | null): Block[] {
  if (!dateline || start + dateline.width >= end) return [{ start, end, zone: 'body' }]
  return [
    { start, end: start + dateline.text.length, zone: 'body' },
    { start: start + dateline.width, end, zone: 'body' },
  ]
}

function saysTheSame(line: string, title: string | null): boolean {
  return title !== null && plain(line) === plain(title)
}

/** Compares titles across typesetting: quotes, dashes, spaces and case. */
function plain(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}

function standsAlone(first: Line, second: Line): boolean {
  return second.gap && first.text.length <= MAX_HEADLINE && !SENTENCE_END.test(first.text)
}

interface Credit {
  text: string
  start: number
  /** Where the body ends before it, when it shares a line with the body. */
  before: number
  alone: boolean
}

function creditOf(line: Line): Credit | null {
  // The bracket is at the end of the line; a longer line has nothing to add but time.
  const tail = line.text.slice(-80)
  const text = CREDIT.exec(tail)?.[1]?.trim()
  if (text === undefined) return null
  const words = text.split(/\s+/)
  if (words.length > 8 || !words.every((word) => CREDIT_WORD.test(word)) || !/^\p{Lu}/u.test(text)) return null
  const open = line.text.lastIndexOf('(')
  const before = line.start + line.text.slice(0, open).trimEnd().length
  return { text, start: line.start + open, before, alone: open === 0 }
}

interface Dateline {
  text: string
  /** With the dash or colon and the blank behind it. */
  width: number
}

function datelineOf(line: string | undefined): Dateline | null {
  const [whole = '', text] = (line !== undefined && DATELINE.exec(line.slice(0, 120))) || []
  return text === undefined ? null : { text, width: whole.length }
}
