import { mix2, mix3 } from '../base/mix.ts'
import type { Tree } from '../parse/tree.ts'
import { NATURES, type Spot, WORDINGS } from './spots.ts'

/** Raised when a feature changes: weights learned with other features are refused at load. */
export const CHAIN_FEATURES_VERSION = 1

/** Room for one pair's features. */
export const MAX_CHAIN_FEATURES = 256

/** What is known of a chain so far. */
export interface Link {
  /** How many spots it has, and the last of them. */
  size: number
  last: number
  /** Bits: wordings, natures and numbers of its spots. */
  wordings: number
  natures: number
  numbers: number
  entity: number
}

/** A spot as numbers, worked out once. */
interface Seen {
  wording: number
  nature: number
  word: number
  text: number
  relation: number
  governor: number
  paragraph: number
  coarse: number
  middle: number
  fine: number
  isSubject: boolean
  clause: number
  entityType: number
  /** Its first word, the one before it and the one behind its last. */
  opening: number
  lead: number
  next: number
}

const bucket = (n: number): number => (n < 4 ? n : n < 6 ? 4 : n < 10 ? 5 : n < 20 ? 6 : n < 40 ? 7 : 8)

export function hashText(text: string): number {
  let h = 0x811c9dc5 | 0
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix2(h, text.length)
}

/** How one spot and an earlier one look together, as rows of weights. */
export class ChainFeatures {
  readonly rows = new Int32Array(MAX_CHAIN_FEATURES)
  count = 0
  readonly spots: readonly Spot[]
  readonly seen: readonly Seen[]
  /** How much of the text speaks of I and you, in tenths. */
  readonly #talk: number
  readonly #tree: Tree
  #conjoined = 0
  #own = 0

  /** `classes`: coarse, middle and fine word class of each spot's head. */
  constructor(tree: Tree, spots: readonly Spot[], classes: Uint16Array, clauseOf: (i: number) => number) {
    this.#tree = tree
    this.spots = spots
    let talk = 0
    this.seen = spots.map((spot, k) => {
      if (/^(?:i|you|we)$/.test(spot.wording)) talk++
      const { head } = spot
      const above = tree.head[head]!
      return {
        wording: WORDINGS.indexOf(spot.wording),
        nature: NATURES.indexOf(spot.nature),
        word: hashText(spot.word),
        text: hashText(spot.text),
        relation: hashText(tree.deprel[head]!),
        governor: above < 0 ? 0 : hashText(tree.lemma(above)),
        paragraph: tree.tokens.paragraph[head]!,
        coarse: classes[k * 3]!,
        middle: classes[k * 3 + 1]!,
        fine: classes[k * 3 + 2]!,
        isSubject: tree.is(head, 'nsubj'),
        clause: clauseOf(head),
        entityType: hashText(spot.entityType),
        opening: hashText(tree.lower(spot.from)),
        lead: hashText(tree.lower(spot.from - 1)),
        next: hashText(tree.lower(spot.to)),
      }
    })
    this.#talk = Math.min(9, Math.floor((talk * 20) / (spots.length + 1)))
  }

  #add(template: number, value: number): void {
    const h = mix2(template, value)
    this.rows[this.count++] = h
    this.rows[this.count++] = mix2(h, this.#own)
    this.rows[this.count++] = mix2(h, this.#conjoined)
  }

  #plain(template: number, value: number): void {
    this.rows[this.count++] = mix2(template, value)
  }

  /** What tells whether spot `j` means something that was not meant before. */
  first(j: number, before: { word: number; text: number }): number {
    const spot = this.spots[j]!
    const seen = this.seen[j]!
    this.count = 0
    this.#own = 1000 + seen.wording
    this.#conjoined = this.#own * 31 + (before.text > 0 ? 2 : before.word > 0 ? 1 : 0)
    this.#add(1, 1)
    this.#add(2, seen.relation)
    this.#plain(3, seen.word)
    this.#plain(4, mix2(seen.word, seen.wording))
    this.#add(5, Math.min(before.word, 3) * 4 + Math.min(before.text, 3))
    this.#add(6, Math.min(spot.modifiers.length, 4))
    this.#add(7, Math.min(spot.to - spot.from, 8))
    this.#add(8, spot.number * 8 + seen.nature)
    this.#add(9, seen.coarse)
    this.#add(10, seen.middle)
    this.#plain(11, seen.fine)
    this.#plain(12, mix2(seen.governor, seen.wording))
    this.#add(13, spot.entity === -1 ? 0 : 1)
    this.#add(14, this.#talk)
    this.#plain(15, mix3(seen.governor, seen.relation, seen.wording))
    this.#add(16, seen.opening)
    this.#add(17, seen.next)
    this.#add(18, seen.lead)
    this.#add(19, this.#tree.child(spot.head, 'acl') === -1 ? 0 : 1)
    this.#add(20, this.#tree.child(spot.head, 'cop') === -1 ? 0 : 1)
    this.#add(21, seen.entityType)
    this.#add(22, bucket(j))
    return this.count
  }

  /** What tells whether spot `j` means what spot `i` does, which is the last of `chain` or one of it. */
  pair(i: number, j: number, chain: Link): number {
    const a = this.spots[i]!
    const b = this.spots[j]!
    const left = this.seen[i]!
    const right = this.seen[j]!
    this.count = 0
    this.#own = 2000 + right.wording
    this.#conjoined = 3000 + right.wording * 16 + left.wording
    const sentences = b.sentence - a.sentence
    const near = bucket(sentences)
    this.#add(30, 1)
    this.#add(31, near)
    this.#add(32, bucket(j - i))
    this.#add(33, near * 10 + bucket(j - i))
    const paragraphs = right.paragraph - left.paragraph
    this.#add(34, bucket(paragraphs))
    if (paragraphs > 0 && paragraphs < 8) this.#add(35, (paragraphs % 2) * 10 + this.#talk)
    const same = this.#sameness(a, b, left, right)
    this.#add(36, same)
    this.#add(37, same * 10 + near)
    this.#add(38, left.nature * 8 + right.nature)
    this.#add(39, a.number * 4 + b.number)
    this.#add(40, (left.nature * 8 + right.nature) * 16 + a.number * 4 + b.number)
    this.#add(41, mix2(left.relation, right.relation))
    this.#add(42, left.relation)
    this.#add(43, (left.isSubject ? 1 : 0) + (right.isSubject ? 2 : 0) + near * 4)
    const entities = a.entity === -1 || b.entity === -1 ? 0 : a.entity === b.entity ? 1 : 2
    const chained = chain.entity === -1 || b.entity === -1 ? 0 : chain.entity === b.entity ? 1 : 2
    this.#add(44, entities * 3 + chained)
    this.#add(45, left.entityType)
    this.#add(46, mix2(left.entityType, right.entityType))
    const nested = b.from >= a.from && b.to <= a.to ? 1 : a.from >= b.from && a.to <= b.to ? 2 : 0
    const clause = sentences === 0 ? (left.clause === right.clause ? 1 : 2) : 0
    this.#add(47, nested * 4 + clause)
    this.#add(48, (nested * 4 + clause) * 2 + (left.isSubject ? 1 : 0))
    this.#add(49, a.quote === b.quote ? (a.quote === 0 ? 0 : 1) : a.quote === 0 ? 2 : b.quote === 0 ? 3 : 4)
    this.#add(50, left.word === right.word ? 1 + bucket(sentences) : 0)
    this.#add(51, left.coarse)
    this.#add(52, left.middle)
    this.#plain(53, mix2(left.middle, right.middle))
    this.#plain(54, mix3(left.word, right.word, 7))
    this.#plain(55, mix2(left.word, right.wording))
    this.#plain(56, mix2(left.fine, right.fine))
    this.#add(57, left.governor === right.governor && left.governor !== 0 ? 1 : 0)
    this.#plain(58, mix3(left.middle, right.governor, right.wording))
    this.#plain(59, mix3(left.middle, right.relation, right.wording))
    this.#add(60, chain.natures * 8 + right.nature)
    this.#add(61, chain.numbers * 4 + b.number)
    this.#add(62, bucket(chain.size))
    this.#add(63, ((chain.wordings >> right.wording) & 1) * 2 + (chain.last === i ? 1 : 0))
    this.#add(64, foldWordings(chain.wordings))
    this.#add(65, this.#talk)
    this.#add(66, left.isSubject && right.isSubject && sentences === 1 ? 1 : 0)
    this.#add(67, right.opening)
    this.#add(68, mix2(left.relation, near))
    return this.count
  }

  /** 0: other words; then the same head with other modifiers, with fewer, with the same, the same text, a part of it. */
  #sameness(a: Spot, b: Spot, left: Seen, right: Seen): number {
    if (left.text === right.text) return 5
    if (left.word !== right.word) {
      if (b.kind === 'pronoun' || a.kind === 'pronoun') return 0
      return a.modifiers.includes(b.word) ? 6 : b.modifiers.includes(a.word) ? 7 : 0
    }
    if (b.modifiers.length === 0) return a.modifiers.length === 0 ? 4 : 3
    const fits = b.modifiers.every((word) => a.modifiers.includes(word))
    if (fits) return 2
    return a.modifiers.length === 0 ? 8 : 1
  }
}

/** Which of name, noun, I, you, he or she, it, they a chain has. */
function foldWordings(bits: number): number {
  let folded = 0
  const groups = [0b100000000, 0b1111111000000000, 0b1, 0b10, 0b100, 0b11000, 0b100000, 0b1000000]
  groups.forEach((group, k) => {
    if ((bits & group) !== 0) folded |= 1 << k
  })
  return folded
}
