import type { Sentence, Tags } from '../doc/tokens.ts'

/** Kinds of marks by fine tag, 1 and up; the last is any other. */
const KINDS = [',', '``', "''", '-LRB-', '-RRB-', ':', '.', 'HYPH']
const KIND_OF: ReadonlyMap<string, number> = new Map(KINDS.map((tag, i) => [tag, i + 1]))

/** Kinds of marks, with 0 for none and the last for others. */
export const MARK_KINDS = KINDS.length + 2

export const markKind = (xpos: string): number => KIND_OF.get(xpos) ?? MARK_KINDS - 1

/** Which tokens are punctuation, 1 each; of a sentence that has nothing else, all but the first. */
export function punctuationOf(
  { upos }: Pick<Tags, 'upos'>,
  sentences: readonly Pick<Sentence, 'from' | 'to'>[],
): Uint8Array {
  const marks = new Uint8Array(upos.length)
  for (let i = 0; i < upos.length; i++) if (upos[i] === 'PUNCT') marks[i] = 1
  for (const { from, to } of sentences) if (from < to && marks.subarray(from, to).indexOf(0) === -1) marks[from] = 0
  return marks
}

/**
 * Hangs the punctuation of a sentence on a tree of its other tokens, as the guidelines of Universal Dependencies say:
 * paired marks on the head of what they enclose, others on the highest token of the smaller unit at their side to which
 * an arc crosses no other. `head` is -1 for the root.
 */
export function hangPunctuation(
  head: Int32Array,
  marks: Uint8Array,
  xpos: readonly string[],
  from: number,
  to: number,
): void {
  if (marks.subarray(from, to).indexOf(1) === -1) return
  const partners = pairs(marks, xpos, from, to)
  for (let i = from; i < to; i++) {
    if (marks[i] === 0) continue
    const partner = partners.get(i)
    const inside = partner === undefined ? -1 : headOfSpan(head, marks, Math.min(i, partner), Math.max(i, partner))
    head[i] = inside === -1 ? nearUnit(head, marks, i, from, to) : inside
  }
}

/** Brackets and quotes that belong together, each by the other. */
function pairs(marks: Uint8Array, xpos: readonly string[], from: number, to: number): Map<number, number> {
  const found = new Map<number, number>()
  const open: number[] = []
  for (let i = from; i < to; i++) {
    if (marks[i] === 0) continue
    const tag = xpos[i]!
    const quote = tag === '``' || tag === "''"
    if (!quote && tag !== '-LRB-' && tag !== '-RRB-') continue
    const opener = open.findLastIndex((k) => (xpos[k] === '-LRB-') !== quote)
    if (tag === '-LRB-' || (quote && opener === -1)) open.push(i)
    else if (opener !== -1) {
      found.set(i, open[opener]!)
      found.set(open[opener]!, i)
      open.length = opener
    }
  }
  return found
}

/** The first token between two others whose head is not between them; or -1. */
function headOfSpan(head: Int32Array, marks: Uint8Array, start: number, end: number): number {
  for (let k = start + 1; k < end; k++) {
    if (marks[k] === 0 && (head[k]! <= start || head[k]! >= end)) return k
  }
  return -1
}

function nearUnit(head: Int32Array, marks: Uint8Array, mark: number, from: number, to: number): number {
  let left = mark - 1
  while (left >= from && marks[left] === 1) left--
  let right = mark + 1
  while (right < to && marks[right] === 1) right++
  if (left >= from) while (head[left] !== -1 && head[left]! < mark) left = head[left]!
  if (right < to) while (head[right] !== -1 && head[right]! > mark) right = head[right]!
  if (right >= to) return left
  if (left < from) return right
  return isUnder(head, right, left) ? right : left
}

function isUnder(head: Int32Array, token: number, above: number): boolean {
  for (let h = head[token]!; h !== -1; h = head[h]!) if (h === above) return true
  return false
}
