import { MARK_KINDS } from './punctuation.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Word classes a token can have, fine and middle ones, with 0 for none: see `clusters.ts`. */
export const FINE_CLASSES = 1025
export const MIDDLE_CLASSES = 257

/** The artificial root and the place for nothing are numbered behind what a vocabulary knows. */
export const STAND_INS = 2

/**
 * Places around a half-parsed sentence whose tokens are looked at, in the order that `parseFeatures` fills in. Of all of
 * them the tag and the fine word class are read; these lists say of which more.
 */
export const PLACES = 22
export const WORD_PLACES = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)
export const ENDING_PLACES = Uint8Array.of(0, 1, 2, 3)
export const CHILD_PLACES = Uint8Array.of(6, 7, 8, 9, 10, 15, 16, 17, 18)
/** Tokens whose children's relations are read as sets. */
export const SETS = 5
export const CAPITALS = 3
/** Tokens of which the marks before them are read. */
export const MARK_PLACES = 6

/** Where the rows of each kind of feature begin in the network's table; those of words come first. */
export interface ParseRows {
  words: number
  endings: number
  tags: number
  labels: number
  endingRows: number
  tagRows: number
  fineRows: number
  middleRows: number
  childRows: number
  setRows: number
  distanceRows: number
  valencyRows: number
  commaRows: number
  markRows: number
  capitalRows: number
  pairRows: number
  guideRows: number
  /** All of them. */
  count: number
}

export const DISTANCES = 10
export const VALENCIES = 6
/** Relations between the guide's tree and the tokens at hand, as bits. */
export const GUIDE_BITS = 7

export function parseRows(vocabulary: Vocabulary, labels: number): ParseRows {
  const words = vocabulary.words.size + STAND_INS
  const endings = vocabulary.endings.size + STAND_INS
  const tags = vocabulary.tags.length + 1 + STAND_INS
  let count = WORD_PLACES.length * words
  const room = (rows: number): number => {
    const from = count
    count += rows
    return from
  }
  return {
    words,
    endings,
    tags,
    labels,
    endingRows: room(ENDING_PLACES.length * endings),
    tagRows: room(PLACES * tags),
    fineRows: room(PLACES * (FINE_CLASSES + STAND_INS)),
    middleRows: room(ENDING_PLACES.length * (MIDDLE_CLASSES + STAND_INS)),
    childRows: room(CHILD_PLACES.length * labels),
    setRows: room(SETS * labels),
    distanceRows: room(2 * DISTANCES),
    valencyRows: room(SETS * VALENCIES),
    commaRows: room(8 * 8 + DISTANCES),
    markRows: room(MARK_PLACES * MARK_KINDS * MARK_KINDS),
    capitalRows: room(CAPITALS * 4),
    pairRows: room(2 * tags * tags),
    guideRows: room(2 ** GUIDE_BITS + 3 * labels),
    count,
  }
}
