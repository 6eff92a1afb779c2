/** Which sheets have which terms, as flat arrays: term `i` stands in `docs.subarray(starts[i], starts[i + 1])`. */
export interface Inverted {
  /** Sorted by code unit. */
  terms: readonly string[]
  starts: Uint32Array
  docs: Uint32Array
}

/** Collects the terms of one sheet after the other. */
export class InvertedBuilder {
  readonly #ids = new Map<string, number>()
  readonly #last: number[] = []
  #terms = new Uint32Array(1 << 16)
  #size = 0
  readonly #docStarts: number[] = []

  /** Begins the next sheet. */
  next(): void {
    this.#docStarts.push(this.#size)
  }

  /** A term of the present sheet; again and again is once. */
  add(term: string): void {
    const doc = this.#docStarts.length
    let id = this.#ids.get(term)
    if (id === undefined) {
      id = this.#ids.size
      // A slice would keep the whole text alive.
      this.#ids.set(Buffer.from(term).toString(), id)
    }
    if (this.#last[id] === doc) return
    this.#last[id] = doc
    if (this.#size === this.#terms.length) {
      const larger = new Uint32Array(this.#size * 2)
      larger.set(this.#terms)
      this.#terms = larger
    }
    this.#terms[this.#size++] = id
  }

  finish(): Inverted {
    const terms = [...this.#ids.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    const rank = new Uint32Array(terms.length)
    terms.forEach((term, i) => {
      rank[this.#ids.get(term)!] = i
    })
    const starts = new Uint32Array(terms.length + 1)
    for (let i = 0; i < this.#size; i++) starts[rank[this.#terms[i]!]! + 1]!++
    for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
    const next = starts.slice()
    const docs = new Uint32Array(this.#size)
    for (let doc = 0; doc < this.#docStarts.length; doc++) {
      const end = this.#docStarts[doc + 1] ?? this.#size
      for (let i = this.#docStarts[doc]!; i < end; i++) docs[next[rank[this.#terms[i]!]!]!++] = doc
    }
    return { terms, starts, docs }
  }
}

/** Where terms that begin with `prefix` stand in `terms`: from, to (exclusive). */
export function rangeOf({ terms }: Inverted, prefix: string): [number, number] {
  const from = firstAtLeast(terms, prefix)
  // No text has this code unit.
  return [from, firstAtLeast(terms, `${prefix}\uffff`)]
}

/** The place of a term, or -1. */
export function placeOf({ terms }: Inverted, term: string): number {
  const at = firstAtLeast(terms, term)
  return terms[at] === term ? at : -1
}

function firstAtLeast(terms: readonly string[], wanted: string): number {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (terms[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
