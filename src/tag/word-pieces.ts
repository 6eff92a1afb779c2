/** A vocabulary of word pieces, as models after BERT have it (Devlin and others 2019): one piece a line. */
export interface WordPieces {
  readonly start: number
  readonly end: number
  /** The ids of a word's pieces; at least one. */
  of(word: string): number[]
}

const LONGEST_WORD = 100

/** Reads `vocab.txt`; `lowerCase`: the model knows words in lower case and without accents only. */
export function readWordPieces(vocabulary: string, lowerCase: boolean): WordPieces {
  const ids = new Map(vocabulary.split(/\r?\n/).map((piece, id) => [piece, id]))
  const special = (piece: string): number => ids.get(piece) ?? 0
  const unknown = special('[UNK]')
  const known = new Map<string, number[]>()

  const pieces = (part: string): number[] => {
    const found: number[] = []
    for (let from = 0; from < part.length; ) {
      let to = part.length
      let id: number | undefined
      for (; to > from; to--) {
        id = ids.get(from === 0 ? part.slice(0, to) : `##${part.slice(from, to)}`)
        if (id !== undefined) break
      }
      if (id === undefined) return [unknown]
      found.push(id)
      from = to
    }
    return found
  }

  return {
    start: special('[CLS]'),
    end: special('[SEP]'),
    of(word) {
      const before = known.get(word)
      if (before) return before
      const plain = lowerCase ? word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '') : word
      // Every mark is a piece of its own: U.S. -> U . S .
      const parts = plain.slice(0, LONGEST_WORD).match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []
      const found = parts.flatMap(pieces)
      if (found.length === 0) found.push(unknown)
      if (known.size < 50_000) known.set(word, found)
      return found
    },
  }
}
